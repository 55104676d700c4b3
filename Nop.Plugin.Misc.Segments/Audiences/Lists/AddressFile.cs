namespace Nop.Plugin.Misc.Segments.Audiences.Lists;

/// <summary>What a file of e-mail addresses holds.</summary>
/// <param name="Emails">The addresses in small letters, each once, in the order of the file.</param>
/// <param name="UnreadableCount">How many lines hold no address.</param>
/// <param name="Unreadable">The first of these lines.</param>
/// <param name="Problem">Why the file cannot be used at all; null when it can.</param>
public sealed record AddressFile(
    IReadOnlyList<string> Emails, int UnreadableCount, IReadOnlyList<UnreadableLine> Unreadable, AddressFileProblem? Problem)
{
    /// <summary>The largest file that is read, in bytes.</summary>
    public const int MaximumSize = 50 * 1024 * 1024;

    /// <summary>The most lines that are read.</summary>
    public const int MaximumLines = 1_000_000;

    /// <summary>How many unreadable lines are shown.</summary>
    public const int ShownLines = 10;
}

/// <summary>A line without an address.</summary>
/// <param name="Number">Its number in the file; the first is 1.</param>
/// <param name="Text">How it begins.</param>
public sealed record UnreadableLine(int Number, string Text);

/// <summary>Why a file cannot be used.</summary>
public enum AddressFileProblem
{
    /// <summary>It has more bytes than are read.</summary>
    TooLarge,

    /// <summary>It has more lines than are read.</summary>
    TooManyLines,

    /// <summary>There is no address in it.</summary>
    NoAddresses
}
