namespace Nop.Plugin.Misc.Segments.Audiences.Export.Files;

/// <summary>Writes rows into a file. What is written may be held back until <see cref="Flush" />, but no longer.</summary>
public interface IMemberFile
{
    /// <summary>Begins the file with what stands over its columns.</summary>
    void WriteHeader(IReadOnlyList<string> titles);

    /// <summary>Adds a row: texts, numbers, moments in the time of the reader, and nulls.</summary>
    void WriteRow(IReadOnlyList<object?> values);

    /// <summary>Hands on all that has been written so far.</summary>
    void Flush();

    /// <summary>Ends the file. Where it is not called, what there is cannot be taken for a whole file.</summary>
    void Finish();
}
