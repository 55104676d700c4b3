namespace Nop.Plugin.Misc.Segments.Audiences.Triggers;

/// <summary>How long to wait before something that failed is tried again.</summary>
public static class RetryPauses
{
    private static readonly TimeSpan[] Pauses =
        [TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(30), TimeSpan.FromHours(2), TimeSpan.FromHours(12)];

    /// <summary>The pause after so many attempts; null when it is not tried again.</summary>
    public static TimeSpan? After(int attempts) => attempts >= 1 && attempts <= Pauses.Length ? Pauses[attempts - 1] : null;
}
