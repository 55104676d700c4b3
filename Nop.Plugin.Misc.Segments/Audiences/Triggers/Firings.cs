using Nop.Plugin.Misc.Segments.Domain;

namespace Nop.Plugin.Misc.Segments.Audiences.Triggers;

/// <summary>How a firing ends.</summary>
internal static class Firings
{
    private const int LongestDetail = 1_000;

    /// <summary>It is over.</summary>
    public static void End(this TriggerFiring firing, FiringState state, FiringOutcome outcome, DateTime nowUtc, string? detail = null, int madeId = 0)
    {
        firing.State = state;
        firing.Outcome = outcome;
        firing.EndedOnUtc = nowUtc;
        firing.MadeId = madeId;
        firing.Detail = Shorten(detail);
    }

    /// <summary>It went wrong: it is tried again later, each time after a longer while, and given up after the last.</summary>
    public static void Fail(this TriggerFiring firing, string why, DateTime nowUtc)
    {
        firing.Attempts++;
        firing.Detail = Shorten(why);
        if (RetryPauses.After(firing.Attempts) is { } pause)
            firing.DueOnUtc = nowUtc + pause;
        else
        {
            firing.State = FiringState.Failed;
            firing.EndedOnUtc = nowUtc;
        }
    }

    private static string? Shorten(string? text) => text?.Length > LongestDetail ? text[..LongestDetail] : text;
}
