using Microsoft.Extensions.DependencyInjection;
using Nop.Core.Domain.Localization;
using Nop.Core.Domain.Messages;
using Nop.Core.Domain.Stores;
using Nop.Plugin.Misc.Segments.Audiences.Triggers;
using Nop.Plugin.Misc.Segments.Domain;
using Nop.Plugin.Misc.Segments.Membership;
using Nop.Plugin.Misc.Segments.Tests.Membership;

namespace Nop.Plugin.Misc.Segments.Tests.Audiences;

/// <summary>A shop with one segment, of which a test says who is in it, and what triggers need.</summary>
internal sealed class TriggerShop : IAsyncDisposable
{
    private const string Rules = "orders";

    private TriggerShop(MembershipShop shop) => Shop = shop;

    public MembershipShop Shop { get; }

    public Segment Segment { get; private set; } = null!;

    public MessageTemplate Template { get; private set; } = null!;

    /// <summary>The ids of the customers.</summary>
    public List<int> Customers { get; private set; } = [];

    public static async Task<TriggerShop> CreateAsync(string kind, int customers)
    {
        var shop = new TriggerShop(await MembershipShop.CreateAsync(kind));
        await shop.Shop.InsertAsync(new Language { Name = "English", LanguageCulture = "en-US", UniqueSeoCode = "en", Published = true });
        await shop.Shop.InsertAsync(new Store { Name = "Shop", Url = "http://localhost/", Hosts = "localhost" });
        await shop.Shop.InsertAsync(new EmailAccount
        {
            Email = "shop@example.com",
            DisplayName = "Shop",
            Host = "localhost",
            Username = string.Empty,
            Password = string.Empty
        });
        shop.Template = new MessageTemplate
        {
            Name = "Segments.Test",
            Subject = "Welcome to %Segment.Name%",
            Body = "Dear %Customer.Email%, code %Coupon.Code% since %Segment.EnteredOn%",
            IsActive = true
        };
        await shop.Shop.InsertAsync(shop.Template);
        shop.Customers = await shop.Shop.AddCustomersAsync(customers);
        shop.Shop.Evaluator.Matches[Rules] = [];
        shop.Segment = await shop.Shop.AddSegmentAsync(Rules);
        return shop;
    }

    /// <summary>Adds a trigger that mails to everybody.</summary>
    public async Task<SegmentTrigger> AddTriggerAsync(Action<SegmentTrigger>? change = null)
    {
        var trigger = new SegmentTrigger
        {
            SegmentId = Segment.Id,
            Name = "Welcome",
            Active = true,
            Action = TriggerAction.Mail,
            Repeat = TriggerRepeat.EachTime,
            MessageTemplateId = Template.Id
        };
        change?.Invoke(trigger);
        await Shop.InScopeAsync<TriggerService>(service => service.InsertAsync(trigger));
        return trigger;
    }

    /// <summary>Lets a customer in or out, as an order would.</summary>
    public async Task MoveAsync(int customerId, bool isIn)
    {
        if (isIn)
            Shop.Evaluator.Matches[Rules].Add(customerId);
        else
            Shop.Evaluator.Matches[Rules].Remove(customerId);
        await Shop.UpdateAsync([customerId]);
    }

    /// <summary>Says who matches without anybody looking yet.</summary>
    public void Match(IEnumerable<int> customerIds) => Shop.Evaluator.Matches[Rules] = [.. customerIds];

    public Task RunAsync() => Shop.InScopeAsync<TriggerRunner>(runner => runner.RunAsync(CancellationToken.None));

    public List<TriggerFiring> Firings(SegmentTrigger trigger) =>
        [.. Shop.Rows<TriggerFiring>().Where(firing => firing.TriggerId == trigger.Id).OrderBy(firing => firing.Id)];

    public List<QueuedEmail> Mails() => [.. Shop.Rows<QueuedEmail>().OrderBy(mail => mail.Id)];

    public ValueTask DisposeAsync() => Shop.DisposeAsync();
}
