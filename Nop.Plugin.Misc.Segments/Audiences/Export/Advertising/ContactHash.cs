using System.Security.Cryptography;
using System.Text;

namespace Nop.Plugin.Misc.Segments.Audiences.Export.Advertising;

/// <summary>What the advertisers compare instead of the text itself.</summary>
public static class ContactHash
{
    /// <summary>The SHA-256 of the text in UTF-8, as 64 small hexadecimal digits; null for no text.</summary>
    public static string? Of(string? text) =>
        string.IsNullOrEmpty(text) ? null : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
