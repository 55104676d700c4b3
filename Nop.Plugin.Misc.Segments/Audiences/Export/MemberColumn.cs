namespace Nop.Plugin.Misc.Segments.Audiences.Export;

/// <summary>A column of the file.</summary>
/// <param name="Name">Its name: the last part of its text's key, or what stands over it where the reader of the file wants that word.</param>
/// <param name="Value">What stands in it: a text, a number, a moment in UTC, or nothing.</param>
/// <param name="NeedsOrders">Whether the member's orders have to be read for it.</param>
public sealed record MemberColumn(string Name, Func<ExportedMember, object?> Value, bool NeedsOrders = false);
