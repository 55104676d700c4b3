namespace Nop.Plugin.Misc.Segments.Infrastructure;

/// <summary>What became of a wish to delete a segment.</summary>
/// <param name="Deleted">Whether it is gone.</param>
/// <param name="Message">Why it is not, or what has to be seen to now that it is; null when there is nothing to say.</param>
public sealed record DeletionResult(bool Deleted, string? Message);
