namespace Nop.Plugin.Misc.Segments.Audiences.Campaigns;

/// <summary>Where a customer is written to.</summary>
public sealed class MemberAddress
{
    /// <summary>The customer.</summary>
    public int CustomerId { get; set; }

    /// <summary>The e-mail address.</summary>
    public string Email { get; set; } = string.Empty;
}
