using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Nop.Core.Domain.Customers;
using Nop.Core.Domain.Logging;
using Nop.Plugin.Misc.Segments.Audiences.Lists;
using Nop.Plugin.Misc.Segments.Domain;
using Nop.Plugin.Misc.Segments.Tests.Infrastructure.Events;
using Nop.Plugin.Misc.Segments.Tests.Platform;

namespace Nop.Plugin.Misc.Segments.Tests.Audiences.Lists;

/// <summary>What a merchant does with lists, in a whole shop: who is in the segment afterwards, and what is refused.</summary>
[TestFixtureSource(typeof(TestDatabase), nameof(TestDatabase.Kinds))]
[Category("Audiences")]
public class ListCommandsTests(string kind)
{
    private const string Exempt = """{"field":"customer.taxExempt","operator":"is","value":true}""";

    private EventShop _shop = null!;
    private EventScene _scene = null!;
    private Customer _in = null!;
    private Customer _out = null!;

    [SetUp]
    public async Task SetUp()
    {
        _shop = await EventShop.CreateAsync(kind);
        _scene = new EventScene(_shop);
        await _scene.PrepareAsync();
        await _shop.InsertAsync(new ActivityLogType { SystemKeyword = SegmentsDefaults.EditActivity, Name = "Edit a segment", Enabled = true });
        (_in, _out) = (_scene.Customer, _scene.Other);
        (_in.Email, _in.IsTaxExempt) = ("Ann@Example.com", true);
        (_out.Email, _out.IsTaxExempt) = ("ben@example.com", false);
        await _shop.UpdateAsync(_in);
        await _shop.UpdateAsync(_out);
    }

    [TearDown]
    public async Task TearDown()
    {
        if (_shop is not null)
            await _shop.DisposeAsync();
    }

    [Test]
    public async Task Lists_take_customers_in_and_leave_them_out_whatever_the_rules_say()
    {
        var segment = await AddAsync(Exempt);
        Assert.That(_shop.MembersOf(segment), Is.EqualTo(new[] { _in.Id }));

        await DoAsync(commands => commands.ImportAsync(Current(segment), false, "Fair", ["ben@example.com", "nobody@example.com"]));
        Assert.That(_shop.MembersOf(segment), Is.EquivalentTo(new[] { _in.Id, _out.Id }));

        await DoAsync(commands => commands.ImportAsync(Current(segment), true, "Complaints", ["ann@example.com", "ben@example.com"]));
        Assert.That(_shop.MembersOf(segment), Is.Empty, "who is on both is left out");

        await DoAsync(commands => commands.ReplaceAsync(List("Complaints"), ["ann@example.com"]));
        Assert.That(_shop.MembersOf(segment), Is.EqualTo(new[] { _out.Id }));
        Assert.That(_shop.Rows<CustomerListEntry>().Where(entry => entry.ListId == List("Complaints").Id).Select(entry => entry.Email), Is.EqualTo(new[] { "ann@example.com" }));

        await DoAsync(commands => commands.RemoveAsync(Current(segment), List("Complaints")));
        await DoAsync(commands => commands.RemoveAsync(Current(segment), List("Fair")));
        Assert.That(_shop.MembersOf(segment), Is.EqualTo(new[] { _in.Id }));
        Assert.That(_shop.Rows<CustomerList>(), Is.Empty, "no segment names them any more");
        Assert.That(_shop.Rows<CustomerListEntry>(), Is.Empty);
        Assert.That(JsonNode.DeepEquals(JsonNode.Parse(Current(segment).Definition), JsonNode.Parse(Definition(Exempt))), Is.True, "the rules are what they were");
        Assert.That(_shop.Rows<ActivityLog>().Count(), Is.EqualTo(5));
        Assert.That(_shop.Errors(), Is.Empty);
    }

    [Test]
    public async Task A_customer_who_gets_an_address_of_the_list_enters()
    {
        var segment = await AddAsync(Exempt);
        await DoAsync(commands => commands.ImportAsync(Current(segment), false, "Fair", ["new@example.com"]));
        Assert.That(_shop.MembersOf(segment), Is.EqualTo(new[] { _in.Id }));

        _out.Email = "NEW@example.com";
        await _shop.UpdateAsync(_out);
        await _shop.DrainAsync();

        Assert.That(_shop.MembersOf(segment), Is.EquivalentTo(new[] { _in.Id, _out.Id }));
    }

    [Test]
    public async Task What_cannot_be_done_leaves_everything_as_it_is()
    {
        var segment = await AddAsync(Exempt);
        await DoAsync(commands => commands.ImportAsync(Current(segment), false, "Fair", ["ben@example.com"]));
        await DoAsync(commands => commands.AddAsync("Press", ["cy@example.com"]));
        var (before, list) = (Current(segment).Definition, List("Fair"));
        var deep = await AddAsync("""{"match":"none","rules":[{"match":"none","rules":[{"match":"none","rules":[{"match":"none","rules":[{"match":"none","rules":[EXEMPT]}]}]}]}]}""".Replace("EXEMPT", Exempt));
        var onlyList = await AddAsync($$"""{"field":"customer.list","operator":"isAnyOf","value":["Fair"]}""");
        var exceptList = await AddAsync($$"""{"field":"customer.list","operator":"isNoneOf","value":[{{list.Id}}]}""");

        await RefuseAsync(commands => commands.ImportAsync(Current(segment), false, "fair", ["x@example.com"]), "Name.Taken");
        await RefuseAsync(commands => commands.ImportAsync(Current(segment), false, "  ", ["x@example.com"]), "Name.Required");
        await RefuseAsync(commands => commands.ImportAsync(Current(segment), false, new string('x', 201), ["x@example.com"]), "Name.TooLong");
        await RefuseAsync(commands => commands.ImportAsync(deep, false, "Deep", ["x@example.com"]), "TooManyRules");
        await RefuseAsync(commands => commands.ImportAsync(exceptList, false, "More", ["x@example.com"]), "Everybody");
        await RefuseAsync(commands => commands.RemoveAsync(onlyList, list), "LastRule");
        await RefuseAsync(commands => commands.DeleteAsync(list), "Used");
        await RefuseAsync(commands => commands.RenameAsync(List("Press"), "FAIR"), "Name.Taken");

        Assert.That(Current(segment).Definition, Is.EqualTo(before));
        Assert.That(_shop.Rows<CustomerList>().Select(row => row.Name), Is.EquivalentTo(new[] { "Fair", "Press" }));
        Assert.That(_shop.Rows<CustomerListEntry>(), Has.Count.EqualTo(2));
    }

    [Test]
    public async Task A_list_that_nothing_names_can_be_renamed_and_deleted()
    {
        await DoAsync(commands => commands.AddAsync("Press", ["cy@example.com"]));
        await DoAsync(commands => commands.RenameAsync(List("Press"), "PRESS"));
        Assert.That(_shop.Rows<CustomerList>().Single().Name, Is.EqualTo("PRESS"));

        await DoAsync(commands => commands.DeleteAsync(List("PRESS")));
        Assert.That(_shop.Rows<CustomerList>(), Is.Empty);
        Assert.That(_shop.Rows<CustomerListEntry>(), Is.Empty);
    }

    [TestCase(3)]
    [TestCase(12_000)]
    public async Task Customers_are_counted_among_few_addresses_and_among_many(int others)
    {
        string[] emails = ["ann@example.com", "ben@example.com", .. Enumerable.Range(0, others).Select(i => $"x{i}@example.com")];
        Assert.That(await _shop.AskAsync<ListStore, int>(store => store.CountCustomersAsync(emails)), Is.EqualTo(2));

        await DoAsync(commands => commands.AddAsync("Many", emails));
        var size = (await _shop.AskAsync<ListStore, IReadOnlyList<ListSize>>(store => store.MeasureAsync())).Single();
        Assert.That((size.Addresses, size.Customers), Is.EqualTo((emails.Length, 2)));
    }

    private static string Definition(string rule) => rule.Contains("\"match\"", StringComparison.Ordinal)
        ? "{\"version\":1,\"rules\":" + rule + "}"
        : "{\"version\":1,\"rules\":{\"match\":\"all\",\"rules\":[" + rule + "]}}";

    private Task<Segment> AddAsync(string rule) => _shop.AddSegmentAsync(Definition(rule));

    private Segment Current(Segment segment) => _shop.Rows<Segment>().Single(row => row.Id == segment.Id);

    private CustomerList List(string name) => _shop.Rows<CustomerList>().Single(list => list.Name == name);

    private async Task DoAsync(Func<ListCommands, Task<ListOutcome>> command)
    {
        await _shop.InRequestAsync(async services =>
        {
            var outcome = await command(services.GetRequiredService<ListCommands>());
            Assert.That(outcome.Done, Is.True, outcome.Message);
        });
        await _shop.DrainAsync();
        await _shop.RunTaskAsync();
    }

    private Task RefuseAsync(Func<ListCommands, Task<ListOutcome>> command, string text) => _shop.InRequestAsync(async services =>
    {
        var outcome = await command(services.GetRequiredService<ListCommands>());
        Assert.That(outcome.Done, Is.False);
        Assert.That(outcome.Message, Does.EndWith(text).IgnoreCase);
    });
}
