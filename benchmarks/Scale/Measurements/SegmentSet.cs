using Nop.Plugin.Misc.Segments.Domain;
using Nop.Plugin.Misc.Segments.Membership;
using Segments.Benchmarks.Scale.Data;
using Segments.Benchmarks.Scale.Segments;

namespace Segments.Benchmarks.Scale.Measurements;

/// <summary>Segments that are active and filled while something is measured.</summary>
internal sealed class SegmentSet : IAsyncDisposable
{
    private readonly ScaleDatabase _shop;

    private SegmentSet(ScaleDatabase shop, IReadOnlyList<Segment> segments)
    {
        _shop = shop;
        Segments = segments;
    }

    /// <summary>The segments.</summary>
    public IReadOnlyList<Segment> Segments { get; }

    /// <summary>Makes so many and fills them.</summary>
    /// <exception cref="InvalidOperationException">One could not be filled.</exception>
    public static async Task<SegmentSet> CreateAsync(ScaleDatabase shop, IReadOnlyList<TypicalSegment> typical, int count)
    {
        var segments = new List<Segment>();
        foreach (var (name, definition) in SegmentVariations.Of(typical, count))
        {
            var segment = new Segment { Name = name, Definition = definition, Active = true };
            await shop.InScopeAsync<ISegmentService>(service => service.InsertAsync(segment));
            await shop.InScopeAsync<IMembershipUpdater>(updater => updater.RefreshAsync(segment.Id, MembershipChangeReason.Edit));
            if (await shop.InScopeAsync<ISegmentService, Segment?>(service => service.GetByIdAsync(segment.Id)) is not { State: SegmentState.Ready } ready)
                throw new InvalidOperationException($"'{name}' could not be filled.");
            segments.Add(ready);
        }

        return new SegmentSet(shop, segments);
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        foreach (var segment in Segments)
            await _shop.InScopeAsync<ISegmentService>(service => service.DeleteAsync(segment));
    }
}
