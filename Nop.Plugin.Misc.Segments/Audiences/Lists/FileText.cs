using System.Text;

namespace Nop.Plugin.Misc.Segments.Audiences.Lists;

/// <summary>The text of a file that does not say how it was written.</summary>
internal static class FileText
{
    private const int WesternWindows = 1252;

    private static readonly Encoding[] Marked = [Encoding.UTF8, Encoding.Unicode, Encoding.BigEndianUnicode];

    /// <summary>The text: as the mark at the beginning says, else as UTF-8, else as old spreadsheets on Windows write it.</summary>
    public static string Read(byte[] content)
    {
        if (Array.Find(Marked, encoding => content.AsSpan().StartsWith(encoding.Preamble)) is { } marked)
            return marked.GetString(content.AsSpan(marked.Preamble.Length));
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(content);
        }
        catch (DecoderFallbackException)
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(WesternWindows)!.GetString(content);
        }
    }
}
