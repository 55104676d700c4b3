namespace Nop.Plugin.Misc.Segments.Audiences;

/// <summary>
/// Something that is done in the shop because of who is in segments, after the responses and after membership. Made anew, in a scope of its own, each time.
/// </summary>
public interface IAudienceWork
{
    /// <summary>Does what there is to do now. What it throws is logged and keeps no other work from being done; what is left the schedule task has to take.</summary>
    Task RunAsync(CancellationToken cancellationToken);
}
