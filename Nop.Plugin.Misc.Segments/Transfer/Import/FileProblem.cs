namespace Nop.Plugin.Misc.Segments.Transfer.Import;

/// <summary>A file as it was chosen.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Content">What is in it.</param>
public sealed record ChosenFile(string Name, ReadOnlyMemory<byte> Content);

/// <summary>What keeps a file from being imported.</summary>
/// <param name="File">The name of the file.</param>
/// <param name="Segment">The segment it is about, or null.</param>
/// <param name="Path">The place in its rules, such as <c>rules[1].where[0].value</c>; or in the file; empty for the whole.</param>
/// <param name="Text">The name of the text that says what is wrong; null when the message is said already.</param>
/// <param name="Details">What fills the places of the text; or the message itself.</param>
public sealed record FileProblem(string File, string? Segment, string Path, string? Text, params object[] Details);
