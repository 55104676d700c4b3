using System.Globalization;
using Nop.Core.Domain.Customers;
using Nop.Core.Domain.Messages;
using Nop.Data;
using Nop.Plugin.Misc.Segments.Audiences.Triggers;
using Nop.Plugin.Misc.Segments.Domain;
using Nop.Plugin.Misc.Segments.Membership;
using Nop.Plugin.Misc.Segments.Tests.Platform;
using Nop.Services.Messages;

namespace Nop.Plugin.Misc.Segments.Tests.Endurance;

/// <summary>
/// Many customers enter at once and the process that mails them is killed again and again: each gets exactly one mail. How many is said by SEGMENTS_TEST_ENTRIES.
/// </summary>
[TestFixtureSource(typeof(TestDatabase), nameof(TestDatabase.Kinds))]
[Category("Audiences")]
[NonParallelizable]
public class TriggerKillTests(string kind)
{
    private const int Kills = 3;

    private static readonly int Entries =
        int.TryParse(Environment.GetEnvironmentVariable("SEGMENTS_TEST_ENTRIES"), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 2_000;

    [Test]
    public async Task Each_who_enters_gets_one_mail_whenever_the_process_is_killed()
    {
        await using var database = EmptyDatabase.Of(kind);
        await using var shop = await EnduranceShop.OpenAsync(database.ConnectionString);
        await shop.FillAsync();
        var segment = await EnterAsync(shop);

        var random = new Random(20261126);
        for (var kill = 1; kill <= Kills; kill++)
        {
            using var process = await TestProcess.StartAsync("fire", database.ConnectionString);
            var before = (await shop.RowsAsync<QueuedEmail>()).Count;
            var goal = Math.Min(Entries - 1, before + random.Next(Entries / 10, Entries / 4));
            for (var patience = 0; patience < 600 && (await shop.CountAsync<QueuedEmail>()) < goal; patience++)
                await Task.Delay(random.Next(10, 100));
            await process.KillAsync();
            await TestContext.Out.WriteLineAsync($"{kind}: killed after {await shop.CountAsync<QueuedEmail>()} mails.");
        }

        await shop.DoAsync<SegmentsTask>(task => task.ExecuteAsync());
        var members = (await shop.RowsAsync<SegmentMember>()).Where(member => member.SegmentId == segment.Id).Select(member => member.CustomerId).ToHashSet();
        var expected = (await shop.RowsAsync<Customer>()).Where(customer => members.Contains(customer.Id)).Select(customer => customer.Email);
        Assert.That(members, Has.Count.EqualTo(Entries));
        Assert.That((await shop.RowsAsync<QueuedEmail>()).Select(mail => mail.To), Is.EquivalentTo(expected));
        Assert.That((await shop.RowsAsync<TriggerFiring>()).TrueForAll(firing => firing.State == FiringState.Done));
    }

    /// <summary>Makes a segment with a trigger, and customers who will enter it by the next refresh.</summary>
    private static async Task<Segment> EnterAsync(EnduranceShop shop)
    {
        var template = new MessageTemplate { Name = "Segments.Test", Subject = "Welcome", Body = "Dear %Customer.Email%", IsActive = true };
        await shop.DoAsync<IMessageTemplateService>(templates => templates.InsertMessageTemplateAsync(template));
        var segment = new Segment { Name = "All new", Active = true, Definition = """
            { "version": 1, "rules": { "match": "all", "rules": [ { "field": "customer.email", "operator": "startsWith", "value": "new" } ] } }
            """ };
        await shop.DoAsync<ISegmentService>(service => service.InsertAsync(segment));
        await shop.DoAsync<SegmentsTask>(task => task.ExecuteAsync());
        await shop.DoAsync<TriggerService>(service => service.InsertAsync(new SegmentTrigger
        {
            SegmentId = segment.Id,
            Name = "Welcome",
            Active = true,
            Action = TriggerAction.Mail,
            Repeat = TriggerRepeat.Once,
            MessageTemplateId = template.Id
        }));

        var registered = (await shop.RowsAsync<CustomerRole>()).Single(role => role.SystemName == NopCustomerDefaults.RegisteredRoleName).Id;
        var customers = Enumerable.Range(0, Entries).Select(i => new Customer
        {
            CustomerGuid = Guid.NewGuid(),
            Email = $"new{i}@example.com",
            Active = true,
            CreatedOnUtc = DateTime.UtcNow,
            LastActivityDateUtc = DateTime.UtcNow
        }).ToList();
        await shop.DoAsync<IRepository<Customer>>(rows => rows.InsertAsync(customers, false));
        await shop.DoAsync<IRepository<CustomerCustomerRoleMapping>>(rows => rows.InsertAsync(
            customers.ConvertAll(customer => new CustomerCustomerRoleMapping { CustomerId = customer.Id, CustomerRoleId = registered }), false));
        await shop.DoAsync<ISegmentService>(service => service.RequestRefreshAsync(segment.Id));
        return segment;
    }
}
