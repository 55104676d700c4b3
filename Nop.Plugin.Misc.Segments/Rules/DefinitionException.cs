namespace Nop.Plugin.Misc.Segments.Rules;

/// <summary>One thing wrong with a definition.</summary>
/// <param name="Path">Where, such as <c>rules[1].where[0].value</c>; empty for the whole.</param>
/// <param name="Message">What is wrong and what is allowed.</param>
public sealed record DefinitionError(string Path, string Message)
{
    /// <summary>The path and the message as one sentence.</summary>
    public override string ToString() => Path.Length == 0 ? Message : $"{Path}: {Message}";
}

/// <summary>A definition that cannot be used.</summary>
public sealed class DefinitionException(IReadOnlyList<DefinitionError> errors) : Exception(string.Join(" ", errors))
{
    /// <summary>With a single error.</summary>
    public DefinitionException(string path, string message) : this([new DefinitionError(path, message)])
    {
    }

    /// <summary>All that is wrong; at least one.</summary>
    public IReadOnlyList<DefinitionError> Errors { get; } = errors;
}
