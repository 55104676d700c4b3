using Nop.Core.Domain.Customers;
using Nop.Plugin.Misc.Segments.Domain;

namespace Nop.Plugin.Misc.Segments.Audiences.Triggers.Webhooks;

/// <summary>What another system is told: its JSON is documented in docs/developers/webhooks.md.</summary>
/// <param name="Event">"entered" or "left"; "test" when a merchant tries it.</param>
/// <param name="Segment">The segment.</param>
/// <param name="Customers">Who, at most a hundred.</param>
public sealed record WebhookMessage(string Event, WebhookSegment Segment, IReadOnlyList<WebhookCustomer> Customers)
{
    /// <summary>Somebody entered.</summary>
    public const string Entered = "entered";

    /// <summary>Somebody left.</summary>
    public const string Left = "left";

    /// <summary>A merchant tries it.</summary>
    public const string Test = "test";
}

/// <summary>A segment.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Name">Its name.</param>
public sealed record WebhookSegment(int Id, string Name)
{
    /// <summary>What is told of a segment.</summary>
    public static WebhookSegment Of(Segment segment) => new(segment.Id, segment.Name);
}

/// <summary>A customer who entered or left.</summary>
/// <param name="FiringId">The number of this news: it stays the same when it has to be told again.</param>
/// <param name="Id">The customer's number.</param>
/// <param name="Guid">The customer's GUID.</param>
/// <param name="Email">The customer's address; null without one.</param>
/// <param name="OccurredOnUtc">When.</param>
public sealed record WebhookCustomer(int FiringId, int Id, Guid Guid, string? Email, DateTime OccurredOnUtc)
{
    /// <summary>What is told of a customer.</summary>
    public static WebhookCustomer Of(TriggerFiring firing, Customer customer) =>
        new(firing.Id, customer.Id, customer.CustomerGuid, customer.Email, DateTime.SpecifyKind(firing.OccurredOnUtc, DateTimeKind.Utc));
}
