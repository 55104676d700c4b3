using Nop.Core;
using Nop.Core.Domain.Customers;
using Nop.Core.Domain.Orders;
using Nop.Core.Domain.Payments;
using Nop.Plugin.Misc.Segments.Domain;
using Nop.Plugin.Misc.Segments.Insights;
using Nop.Plugin.Misc.Segments.Tests.Audiences;
using Nop.Plugin.Misc.Segments.Tests.Platform;

namespace Nop.Plugin.Misc.Segments.Tests.Insights;

/// <summary>The figures and the list of members against plain lists, in a shop of chance.</summary>
[TestFixtureSource(typeof(TestDatabase), nameof(TestDatabase.Kinds))]
public class SegmentFiguresTests(string kind)
{
    private const int CustomerCount = 60;
    private const int OrderCount = 200;

    private AudienceShop _shop = null!;
    private Segment _segment = null!;
    private List<Customer> _customers = null!;
    private List<Order> _orders = null!;
    private HashSet<int> _members = null!;
    private HashSet<int> _registered = null!;

    [OneTimeSetUp]
    public async Task Open()
    {
        _shop = await AudienceShop.CreateAsync(kind);
        var random = new Random(4711);
        _customers = [.. Enumerable.Range(0, CustomerCount).Select(i => new Customer
        {
            Active = random.Next(10) > 0,
            Deleted = random.Next(10) == 0,
            Email = i % 7 == 0 ? null : $"c{(i * 37) % CustomerCount:00}@example.com",
            FirstName = i % 5 == 0 ? null : $"First{(i * 11) % 9}",
            LastName = i % 7 == 0 ? null : $"Last{(i * 13) % 17:00}",
            CreatedOnUtc = AudienceShop.Day,
            LastActivityDateUtc = AudienceShop.Day
        })];
        await _shop.AddAllAsync(_customers);

        var role = await _shop.AddAsync(new CustomerRole { Name = "Registered", SystemName = NopCustomerDefaults.RegisteredRoleName, Active = true });
        _registered = [.. _customers.Where(c => c.Email is not null).Select(c => c.Id)];
        await _shop.AddAllAsync(_registered.Select(id => new CustomerCustomerRoleMapping { CustomerId = id, CustomerRoleId = role.Id }).ToList());

        _members = [.. _customers.Where(c => c is { Active: true, Deleted: false } && random.Next(3) == 0).Select(c => c.Id)];
        _segment = await _shop.AddSegmentAsync("Some");
        await _shop.AddAllAsync(_members.Select(id => new SegmentMember
        {
            SegmentId = _segment.Id,
            CustomerId = id,
            EnteredOnUtc = AudienceShop.Day.AddDays(-id % 13)
        }).ToList());

        _orders = [];
        for (var i = 0; i < OrderCount; i++)
        {
            var order = await _shop.NewOrderAsync(_customers[random.Next(CustomerCount - 5)].Id, random.Next(1, 20_000) / 100m);
            order.RefundedAmount = random.Next(4) == 0 ? Math.Round(order.OrderTotal / 3, 2) : 0;
            order.OrderStatus = random.Next(6) == 0 ? OrderStatus.Cancelled : OrderStatus.Complete;
            order.PaymentStatus = random.Next(6) == 0 ? PaymentStatus.Pending : PaymentStatus.Paid;
            order.Deleted = random.Next(12) == 0;
            order.CreatedOnUtc = AudienceShop.Day.AddHours(-random.Next(10_000));
            _orders.Add(order);
        }

        await _shop.AddAllAsync(_orders);
    }

    [OneTimeTearDown]
    public async Task Close()
    {
        // Where there is no server, there was nothing to open.
        if (_shop is not null)
            await _shop.DisposeAsync();
    }

    [TestCase(false)]
    [TestCase(true)]
    public async Task The_figures_are_those_of_plain_lists(bool includeGuests)
    {
        _segment.IncludeGuests = includeGuests;
        var comparison = await _shop.InRequestAsync<SegmentStatistics, SegmentComparison>(statistics => statistics.CompareAsync(_segment));

        var others = _customers.Where(c => c is { Active: true, Deleted: false } && !_members.Contains(c.Id)
            && (_registered.Contains(c.Id) || (includeGuests && Counting(c.Id).Any()))).Select(c => c.Id).ToList();
        Assert.That(comparison.Members, Is.EqualTo(Expected(_members)));
        Assert.That(comparison.Others, Is.EqualTo(Expected(others)));
    }

    [Test]
    public async Task A_segment_without_members_has_no_average()
    {
        var empty = await _shop.AddSegmentAsync("Empty");
        var comparison = await _shop.InRequestAsync<SegmentStatistics, SegmentComparison>(statistics => statistics.CompareAsync(empty));

        Assert.That(comparison.Members, Is.EqualTo(new SegmentFigures(0, 0, 0)));
        Assert.That(comparison.Members.AverageOrder, Is.Null);
    }

    [Test]
    public async Task The_list_is_sorted_and_cut_into_pages([Values] MemberSort sort, [Values] bool descending)
    {
        const int pageSize = 4;
        var rows = new List<MemberRow>();
        var total = 0;
        for (var page = 0; page <= _members.Count / pageSize; page++)
        {
            var found = await PageAsync(null, sort, descending, page, pageSize);
            rows.AddRange(found);
            total = found.TotalCount;
        }

        Assert.That(total, Is.EqualTo(_members.Count));
        Assert.That(rows.Select(r => r.CustomerId), Is.EquivalentTo(_members), "every member once");
        foreach (var row in rows)
        {
            var own = Counting(row.CustomerId).ToList();
            Assert.That(row.Orders, Is.EqualTo(own.Count));
            Assert.That(row.Spent, Is.EqualTo(own.Sum(o => o.OrderTotal - o.RefundedAmount)));
            Assert.That(row.LastOrderOnUtc, Is.EqualTo(own.Count == 0 ? null : own.Max(o => (DateTime?)o.CreatedOnUtc)));
        }

        // Where names are missing, databases do not agree on what comes first.
        switch (sort)
        {
            case MemberSort.Orders:
                AssertOrdered(rows.Select(r => r.Orders), descending);
                break;
            case MemberSort.Spent:
                AssertOrdered(rows.Select(r => r.Spent), descending);
                break;
            case MemberSort.LastOrder:
                AssertOrdered(rows.Select(r => r.LastOrderOnUtc ?? DateTime.MinValue), descending);
                break;
            case MemberSort.Entered:
                AssertOrdered(rows.Select(r => r.EnteredOnUtc), descending);
                break;
            case MemberSort.Email:
                AssertOrdered(rows.Where(r => r.Email is not null).Select(r => r.Email!), descending);
                break;
            default:
                AssertOrdered(rows.Where(r => r.LastName is not null).Select(r => r.LastName!), descending);
                break;
        }
    }

    [Test]
    public async Task The_search_finds_parts_of_names_and_addresses_without_case()
    {
        var some = _customers.First(c => _members.Contains(c.Id) && c.Email is not null && c.FirstName is not null && c.LastName is not null);

        Assert.That((await PageAsync(some.Email.ToUpperInvariant(), MemberSort.Name, false, 0, 10)).Select(r => r.CustomerId), Does.Contain(some.Id));
        Assert.That((await PageAsync($"{some.LastName} {some.FirstName}", MemberSort.Name, false, 0, 100)).Select(r => r.CustomerId), Does.Contain(some.Id));
        Assert.That(await PageAsync("nobody", MemberSort.Spent, true, 0, 10), Is.Empty);
        Assert.That(await PageAsync("%", MemberSort.Spent, true, 0, 10), Is.Empty, "a percent sign is a percent sign");
    }

    private static void AssertOrdered<T>(IEnumerable<T> values, bool descending)
    {
        var list = values.ToList();
        Assert.That(list, descending ? Is.Ordered.Descending : Is.Ordered.Ascending);
    }

    private Task<IPagedList<MemberRow>> PageAsync(string? search, MemberSort sort, bool descending, int page, int pageSize) =>
        _shop.InRequestAsync<MemberList, IPagedList<MemberRow>>(list => list.GetPageAsync(_segment.Id, search, sort, descending, page, pageSize));

    private SegmentFigures Expected(IReadOnlyCollection<int> ids)
    {
        var orders = ids.SelectMany(Counting).ToList();
        return new SegmentFigures(ids.Count, orders.Count, orders.Sum(o => o.OrderTotal - o.RefundedAmount));
    }

    private IEnumerable<Order> Counting(int customerId) => _orders.Where(o =>
        o.CustomerId == customerId && o is { Deleted: false, OrderStatus: not OrderStatus.Cancelled, PaymentStatus: PaymentStatus.Paid });
}
