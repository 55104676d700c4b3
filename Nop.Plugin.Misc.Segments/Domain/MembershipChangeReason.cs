namespace Nop.Plugin.Misc.Segments.Domain;

/// <summary>What made a customer enter or leave.</summary>
public enum MembershipChangeReason
{
    /// <summary>Something the customer did, or that was done to the customer's data.</summary>
    Event = 0,

    /// <summary>The schedule: time went by.</summary>
    Schedule = 10,

    /// <summary>A merchant changed the segment or asked for a refresh.</summary>
    Edit = 20
}
