namespace Nop.Plugin.Misc.Segments.Tests.Rules;

/// <summary>A clock that shows what it is set to.</summary>
internal sealed class SettableClock : TimeProvider
{
    public DateTimeOffset Now { get; set; } = DateTimeOffset.UnixEpoch;

    public override DateTimeOffset GetUtcNow() => Now;
}
