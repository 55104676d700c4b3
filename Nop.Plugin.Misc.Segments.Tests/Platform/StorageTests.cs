using System.Transactions;
using Microsoft.Extensions.DependencyInjection;
using Nop.Core;
using Nop.Core.Domain.Catalog;
using Nop.Core.Domain.Common;
using Nop.Core.Domain.Configuration;
using Nop.Core.Domain.Customers;
using Nop.Core.Domain.Logging;
using Nop.Core.Domain.Orders;
using Nop.Core.Events;
using Nop.Data;
using Nop.Services.Events;

namespace Nop.Plugin.Misc.Segments.Tests.Platform;

/// <summary>What the shop's storage must do like a real shop's, on both databases.</summary>
[TestFixtureSource(typeof(TestDatabase), nameof(TestDatabase.Kinds))]
internal sealed class StorageTests(string kind)
{
    private readonly Listener _listener = new();
    private TestDatabase _database = null!;
    private AsyncServiceScope _scope;

    [SetUp]
    public async Task SetUp()
    {
        _listener.Heard.Clear();
        _listener.Then = () => Task.CompletedTask;
        _database = await TestDatabase.CreateAsync(kind, configure: services => services
            .AddSingleton<IConsumer<EntityInsertedEvent<Setting>>>(_listener)
            .AddSingleton<IConsumer<EntityUpdatedEvent<Setting>>>(_listener)
            .AddSingleton<IConsumer<EntityDeletedEvent<Setting>>>(_listener)
            .AddSingleton<IConsumer<EntityDeletedEvent<Customer>>>(_listener));
        _scope = _database.Shop.CreateScope();
    }

    [TearDown]
    public async Task TearDown()
    {
        // Where there is no server, the set-up has ended before there was anything to close.
        if (_database is null)
            return;
        await _scope.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Test]
    public async Task A_row_comes_back_as_it_was_stored()
    {
        var guid = Guid.NewGuid();
        var born = new DateTime(1980, 2, 29);
        var customer = await CustomerAsync(c =>
        {
            c.CustomerGuid = guid;
            c.DateOfBirth = born;
            c.LastName = "Ögün";
        });

        var stored = await Of<Customer>().GetByIdAsync(customer.Id);

        Assert.That((stored.CustomerGuid, stored.DateOfBirth, stored.LastName, stored.Company), Is.EqualTo((guid, born, "Ögün", (string?)null)));
        stored.Company = "Ours";
        await Of<Customer>().UpdateAsync(stored);
        Assert.That(await Of<Customer>().Table.Select(c => c.Company).SingleAsync(), Is.EqualTo("Ours"));
    }

    [Test]
    public async Task Bulk_insert_numbers_the_rows()
    {
        var settings = Enumerable.Range(0, 1_000).Select(i => new Setting($"a{i}", "x")).ToList();
        await Of<Setting>().InsertAsync(settings, false);
        var one = new Setting("b", "y");
        await Of<Setting>().InsertAsync(one);

        Assert.That(settings.Select(s => s.Id).Distinct().Count(), Is.EqualTo(1_000));
        Assert.That(one.Id, Is.GreaterThan(settings.Max(s => s.Id)));
        var last = settings[^1].Id;
        Assert.That((await Of<Setting>().GetByIdAsync(last)).Name, Is.EqualTo("a999"));
    }

    [Test]
    public async Task A_composite_key_needs_no_number_and_forbids_duplicates()
    {
        var customer = await CustomerAsync();
        var role = new CustomerRole { Name = "VIP" };
        await Of<CustomerRole>().InsertAsync(role);
        var mappings = Of<CustomerCustomerRoleMapping>();
        var mapping = new CustomerCustomerRoleMapping { CustomerId = customer.Id, CustomerRoleId = role.Id };
        await mappings.InsertAsync([mapping]);

        Assert.That(await mappings.Table.AnyAsync(m => m.CustomerId == customer.Id), Is.True);
        Assert.That(async () => await mappings.InsertAsync(mapping), Throws.Exception);
        Assert.That(async () => await mappings.InsertAsync([mapping]), Throws.Exception);
        Assert.That(async () => await mappings.UpdateAsync(mapping), Throws.Exception);
        await mappings.DeleteAsync(mapping);
        Assert.That(await mappings.Table.CountAsync(), Is.Zero);
    }

    [Test]
    public async Task Deleting_a_customer_keeps_the_row_and_says_deleted()
    {
        var customer = await CustomerAsync();
        await Of<Customer>().DeleteAsync(customer);

        Assert.That(_listener.Heard, Is.EqualTo(new[] { $"deleted {customer.Id}" }));
        Assert.That((await Of<Customer>().GetByIdAsync(customer.Id)).Deleted, Is.True);
        Assert.That(await Of<Customer>().GetByIdAsync(customer.Id, includeDeleted: false), Is.Null);
    }

    [Test]
    public async Task Events_of_single_calls_may_use_the_database()
    {
        var count = 0;
        _listener.Then = async () => count = await Of<Setting>().Table.CountAsync();
        await Of<Setting>().InsertAsync(new Setting("a", "1"));

        Assert.That((count, _listener.Failure), Is.EqualTo((1, (Exception?)null)));
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task Events_of_bulk_calls_find_a_complete_transaction(bool insert)
    {
        var settings = new List<Setting> { new("a", "1"), new("b", "1") };
        if (!insert)
            await Of<Setting>().InsertAsync(settings, false);
        _listener.Then = () => Of<Setting>().Table.CountAsync();

        await (insert ? Of<Setting>().InsertAsync(settings) : Of<Setting>().DeleteAsync(settings));

        Assert.That(_listener.Heard, Has.Count.EqualTo(2));
        Assert.That(_listener.Failure, Is.InstanceOf<InvalidOperationException>());
        Assert.That(await Of<Setting>().Table.CountAsync(), Is.EqualTo(insert ? 2 : 0));
    }

    [Test]
    public async Task A_suppressed_scope_lets_a_consumer_of_bulk_events_write()
    {
        _listener.Then = async () =>
        {
            using var scope = new TransactionScope(TransactionScopeOption.Suppress, TransactionScopeAsyncFlowOption.Enabled);
            await Of<ActivityLogType>().InsertAsync(new ActivityLogType { SystemKeyword = "a", Name = "b" });
            scope.Complete();
        };
        await Of<Setting>().InsertAsync([new("a", "1"), new("b", "1")]);

        Assert.That(_listener.Failure, Is.Null);
        Assert.That(await Of<ActivityLogType>().Table.CountAsync(), Is.EqualTo(2));
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task A_callers_transaction_is_kept_or_undone_as_a_whole(bool complete)
    {
        using (var scope = new TransactionScope(TransactionScopeOption.Required, new TransactionOptions { IsolationLevel = IsolationLevel.ReadCommitted },
            TransactionScopeAsyncFlowOption.Enabled))
        {
            await Of<Setting>().InsertAsync(new Setting("a", "1"));
            await Of<Setting>().InsertAsync([new("b", "1"), new("c", "1")], false);
            await Of<Setting>().DeleteAsync(s => s.Name == "b");
            Assert.That(await Of<Setting>().Table.CountAsync(), Is.EqualTo(2));
            if (complete)
                scope.Complete();
        }

        Assert.That(await Of<Setting>().Table.CountAsync(), Is.EqualTo(complete ? 2 : 0));
        await Of<Setting>().InsertAsync(new Setting("d", "1"));
    }

    [Test]
    public async Task A_failed_bulk_insert_leaves_nothing()
    {
        var settings = new List<Setting> { new("a", "1"), new("b", null!) };
        Assert.That(async () => await Of<Setting>().InsertAsync(settings), Throws.Exception);
        Assert.That(await Of<Setting>().Table.CountAsync(), Is.Zero);
        Assert.That(_listener.Heard, Is.Empty);
    }

    [Test]
    public async Task Rows_are_deleted_by_a_predicate_over_another_table()
    {
        await Of<Setting>().InsertAsync([new("a", "1"), new("b", "1")], false);
        await Of<ActivityLogType>().InsertAsync(new ActivityLogType { SystemKeyword = "A", Name = "x" });
        var names = Of<ActivityLogType>().Table.Select(t => t.SystemKeyword);

        Assert.That(await Of<Setting>().DeleteAsync(s => names.Contains(s.Name)), Is.EqualTo(1));
        Assert.That(_listener.Heard, Is.Empty);
        await Of<Setting>().TruncateAsync();
        Assert.That(await Of<Setting>().Table.AnyAsync(), Is.False);
    }

    [TestCase("ÖSE", ExpectedResult = 1)]
    [TestCase("100%", ExpectedResult = 0)]
    [TestCase("_", ExpectedResult = 0)]
    public async Task<int> Text_is_found_without_case(string text)
    {
        await CustomerAsync(c => c.LastName = "Möser");
        await CustomerAsync(c => c.LastName = null);
        return await Of<Customer>().Table.CountAsync(c => c.LastName.Contains(text));
    }

    [Test]
    [SetCulture("de-DE")]
    public async Task Amounts_are_ordered_as_numbers_in_every_culture()
    {
        foreach (var price in new[] { 20m, 1.5m, 100m, 3.25m })
            await Of<Product>().InsertAsync(new Product { Name = "Lamp", Price = price, CreatedOnUtc = DateTime.UnixEpoch, UpdatedOnUtc = DateTime.UnixEpoch }, false);

        Assert.That(await Of<Product>().Table.OrderByDescending(p => p.Price).Select(p => p.Price).ToListAsync(), Is.EqualTo(new[] { 100m, 20m, 3.25m, 1.5m }));
        Assert.That(await Of<Product>().Table.GroupBy(p => p.Id).Select(g => g.Sum(p => p.Price)).OrderBy(sum => sum).ToListAsync(),
            Is.EqualTo(new[] { 1.5m, 3.25m, 20m, 100m }));
    }

    [Test]
    public async Task Text_compares_without_case()
    {
        await CustomerAsync(c => c.LastName = "Äpfel");
        var table = Of<Customer>().Table;
        var (same, start, end, list) = ("äPFEL", "äP", "EL", new[] { "x", "ÄPFEL" });

        Assert.That(await table.CountAsync(c => c.LastName == same), Is.EqualTo(1));
        Assert.That(await table.CountAsync(c => c.LastName == "ÄPFEL"), Is.EqualTo(1));
        Assert.That(await table.CountAsync(c => c.LastName != same), Is.Zero);
        Assert.That(await table.CountAsync(c => c.LastName.StartsWith(start)), Is.EqualTo(1));
        Assert.That(await table.CountAsync(c => c.LastName.EndsWith(end)), Is.EqualTo(1));
        Assert.That(await table.CountAsync(c => c.LastName.StartsWith("ÄPF")), Is.EqualTo(1));
        Assert.That(await table.CountAsync(c => list.Contains(c.LastName)), Is.EqualTo(1));
        Assert.That(await table.CountAsync(c => !list.Contains(c.LastName)), Is.Zero);
    }

    [Test]
    public async Task The_shapes_of_rules_translate()
    {
        var (many, few) = (await CustomerAsync(), await CustomerAsync());
        await OrderAsync(many, 600.05m, 3, 5);
        await OrderAsync(many, 0.1m, 1, 6);
        await OrderAsync(few, 0.2m, 2, 7);
        var none = await CustomerAsync();
        var orders = Of<Order>().Table;
        var items = Of<OrderItem>().Table;
        var at = new DateTime(2026, 1, 6);
        int[] scope = [many.Id, few.Id, none.Id];

        Assert.That(await MatchAsync(orders.GroupBy(o => o.CustomerId).Where(g => g.Count() >= 2).Select(g => g.Key)), Is.EqualTo(new[] { many.Id }));
        Assert.That(await MatchAsync(orders.GroupBy(o => o.CustomerId).Where(g => g.Sum(o => o.OrderTotal - o.RefundedAmount) == 600.15m).Select(g => g.Key)),
            Is.EqualTo(new[] { many.Id }));
        Assert.That(await MatchAsync(orders.GroupBy(o => o.CustomerId).Where(g => g.Average(o => o.OrderTotal) > 300.07m).Select(g => g.Key)),
            Is.EqualTo(new[] { many.Id }));
        Assert.That(await MatchAsync(orders.GroupBy(o => o.CustomerId).Where(g => g.Max(o => o.CreatedOnUtc) >= at && g.Min(o => o.OrderTotal) < 0.15m)
            .Select(g => g.Key)), Is.EqualTo(new[] { many.Id }));
        Assert.That(await MatchAsync(orders.GroupBy(o => o.CustomerId).Where(g => g.Sum(o => o.OrderTotal > 1 ? 1 : 0) * 100 >= 50 * g.Count())
            .Select(g => g.Key)), Is.EqualTo(new[] { many.Id }));
        Assert.That(await MatchAsync(orders.Where(o => scope.Contains(o.CustomerId) && items.Any(i => i.OrderId == o.Id && i.Quantity == 2))
            .GroupBy(o => o.CustomerId).Where(g => g.Count() > 0).Select(g => g.Key)), Is.EqualTo(new[] { few.Id }));
        Assert.That(await MatchAsync((from i in items join o in orders on i.OrderId equals o.Id select new { o.CustomerId, i.ProductId }).Distinct()
            .GroupBy(p => p.CustomerId).Where(g => g.Count() >= 1).Select(g => g.Key)), Is.EqualTo(new[] { many.Id, few.Id }));
        Assert.That(await Of<Customer>().Table.Where(c => !orders.Any(o => o.CustomerId == c.Id && o.OrderTotal > 1)).Select(c => c.Id).ToListAsync(),
            Is.EquivalentTo(new[] { few.Id, none.Id }));
        Assert.That(await orders.SumAsync(o => o.OrderTotal), Is.EqualTo(600.35m));

        async Task<List<int>> MatchAsync(IQueryable<int> keys) =>
            await Of<Customer>().Table.Where(c => keys.Contains(c.Id)).OrderBy(c => c.Id).Select(c => c.Id).ToListAsync();
    }

    [Test]
    public async Task Queries_of_different_requests_may_be_joined_and_run_at_once()
    {
        var customer = await CustomerAsync();
        await using var other = _database.Shop.CreateScope();
        var elsewhere = other.ServiceProvider.GetRequiredService<IRepository<Customer>>().Table;
        var query = from c in Of<Customer>().Table join d in elsewhere on c.Id equals d.Id select c.Id;

        var results = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => query.ToListAsync()));

        Assert.That(results, Has.All.EqualTo(new[] { customer.Id }));
    }

    [Test]
    public async Task A_page_knows_its_total()
    {
        await Of<Setting>().InsertAsync([.. Enumerable.Range(0, 25).Select(i => new Setting($"s{i:00}", "x"))], false);
        IPagedList<Setting> page = await Of<Setting>().GetAllPagedAsync(q => q.OrderBy(s => s.Name), 2, 10);
        Assert.That((page.TotalCount, page.TotalPages, page.Count, page[0].Name), Is.EqualTo((25, 3, 5, "s20")));
    }

    [Test]
    public async Task A_cached_row_of_the_shop_is_forgotten_when_it_changes()
    {
        var setting = new Setting("a", "1");
        await Of<Setting>().InsertAsync(setting);
        _ = await Of<Setting>().GetByIdAsync(setting.Id, _ => default);
        await Of<Setting>().UpdateAsync(new Setting("a", "2") { Id = setting.Id });
        Assert.That((await Of<Setting>().GetByIdAsync(setting.Id, _ => default)).Value, Is.EqualTo("2"));
    }

    private IRepository<T> Of<T>() where T : BaseEntity
    {
        return _scope.ServiceProvider.GetRequiredService<IRepository<T>>();
    }

    private async Task<Customer> CustomerAsync(Action<Customer>? change = null)
    {
        var customer = new Customer { Active = true, CreatedOnUtc = new DateTime(2026, 1, 1), LastActivityDateUtc = new DateTime(2026, 1, 1) };
        change?.Invoke(customer);
        await Of<Customer>().InsertAsync(customer);
        return customer;
    }

    private async Task OrderAsync(Customer customer, decimal total, int quantity, int day)
    {
        var address = new Address { CreatedOnUtc = new DateTime(2026, 1, 1) };
        await Of<Address>().InsertAsync(address);
        var product = new Product { Name = "Bike", CreatedOnUtc = new DateTime(2026, 1, 1), UpdatedOnUtc = new DateTime(2026, 1, 1) };
        await Of<Product>().InsertAsync(product);
        var order = new Order
        {
            OrderGuid = Guid.NewGuid(),
            CustomerId = customer.Id,
            BillingAddressId = address.Id,
            OrderTotal = total,
            CustomOrderNumber = "",
            CreatedOnUtc = new DateTime(2026, 1, day)
        };
        await Of<Order>().InsertAsync(order);
        await Of<OrderItem>().InsertAsync(new OrderItem { OrderId = order.Id, ProductId = product.Id, Quantity = quantity, OrderItemGuid = Guid.NewGuid() });
    }

    private sealed class Listener : IConsumer<EntityInsertedEvent<Setting>>, IConsumer<EntityUpdatedEvent<Setting>>,
        IConsumer<EntityDeletedEvent<Setting>>, IConsumer<EntityDeletedEvent<Customer>>
    {
        public List<string> Heard { get; } = [];
        public Func<Task> Then { get; set; } = () => Task.CompletedTask;
        public Exception? Failure { get; private set; }

        public Task HandleEventAsync(EntityInsertedEvent<Setting> eventMessage) => HearAsync("inserted", eventMessage.Entity);
        public Task HandleEventAsync(EntityUpdatedEvent<Setting> eventMessage) => HearAsync("updated", eventMessage.Entity);
        public Task HandleEventAsync(EntityDeletedEvent<Setting> eventMessage) => HearAsync("deleted", eventMessage.Entity);
        public Task HandleEventAsync(EntityDeletedEvent<Customer> eventMessage) => HearAsync("deleted", eventMessage.Entity);

        private async Task HearAsync(string what, BaseEntity entity)
        {
            Heard.Add($"{what} {entity.Id}");
            Failure = null;
            try
            {
                await Then();
            }
            catch (Exception exception)
            {
                Failure = exception;
                throw;
            }
        }
    }
}
