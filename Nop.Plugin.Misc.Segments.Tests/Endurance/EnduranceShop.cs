using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Moq;
using Nop.Core;
using Nop.Core.Domain.Catalog;
using Nop.Core.Domain.Customers;
using Nop.Core.Domain.Logging;
using Nop.Core.Domain.Orders;
using Nop.Core.Domain.Payments;
using Nop.Data;
using Nop.Plugin.Misc.Segments.Domain;
using Nop.Plugin.Misc.Segments.Membership;
using Shop.Data;
using Shop.Demo;
using Shop.Services.Orders;

namespace Nop.Plugin.Misc.Segments.Tests.Endurance;

/// <summary>A shop with the plugin, in a database that several processes may have opened, and the operations that go on in it.</summary>
internal sealed class EnduranceShop : IAsyncDisposable
{
    /// <summary>Customers of the shop.</summary>
    public const int Customers = 120;

    private static readonly int[] CountingStatuses = [(int)OrderStatus.Pending, (int)OrderStatus.Processing, (int)OrderStatus.Complete];
    private static readonly int[] CountingPayments = [(int)PaymentStatus.Paid, (int)PaymentStatus.PartiallyRefunded];

    private readonly ShopDatabase _database;

    private EnduranceShop(ShopDatabase database) => _database = database;

    public IServiceProvider Services => _database.Services;

    /// <summary>Opens the shop of a database; the first to open it makes it.</summary>
    public static async Task<EnduranceShop> OpenAsync(string database)
    {
        var settings = new SegmentsSettings { OrderStatusIds = [.. CountingStatuses], PaymentStatusIds = [.. CountingPayments] };
        return new EnduranceShop(await ShopDatabase.CreateAsync(database, [typeof(SegmentsPlugin).Assembly], configure: services =>
        {
            services.AddLogging();
            services.AddSingleton(settings);
            services.AddSingleton(Mock.Of<IHostApplicationLifetime>());
        }));
    }

    /// <summary>Adds customers, a product and segments.</summary>
    public async Task FillAsync()
    {
        await DoAsync<BasicData>(data => data.EnsureAsync());
        var now = DateTime.UtcNow;
        var registered = (await AskAsync<IRepository<CustomerRole>, List<CustomerRole>>(roles => roles.Table.ToListAsync()))
            .Single(role => role.SystemName == NopCustomerDefaults.RegisteredRoleName).Id;
        for (var i = 0; i < Customers; i++)
        {
            var customer = new Customer { CustomerGuid = Guid.NewGuid(), Email = $"c{i}@example.com", Active = true, CreatedOnUtc = now, LastActivityDateUtc = now };
            await DoAsync<IRepository<Customer>>(rows => rows.InsertAsync(customer, false));
            await DoAsync<IRepository<CustomerCustomerRoleMapping>>(rows => rows.InsertAsync(
                new CustomerCustomerRoleMapping { CustomerId = customer.Id, CustomerRoleId = registered }, false));
        }

        await DoAsync<IRepository<Product>>(rows => rows.InsertAsync(new Product { Name = "Bell", Price = 10, Published = true, CreatedOnUtc = now, UpdatedOnUtc = now }, false));
        for (var i = 0; i < 4; i++)
        {
            var definition = i == 3 ? SegmentVariant.BuildingOn(await BaseSegmentIdAsync()).Definition : SegmentVariant.All[i].Definition;
            await DoAsync<ISegmentService>(service => service.InsertAsync(new Segment { Name = $"Segment {i}", Active = true, Definition = definition }));
        }
    }

    /// <summary>Something that a shopper or the shop's staff does.</summary>
    public async Task TradeAsync(Random random)
    {
        await using var scope = _database.CreateScope();
        var services = scope.ServiceProvider;
        var processing = services.GetRequiredService<OrderProcessing>();
        var orders = services.GetRequiredService<IRepository<Order>>();
        var customers = await services.GetRequiredService<IRepository<Customer>>().Table.Where(c => c.Email.StartsWith("c")).Select(c => c.Id).ToListAsync();
        var customerId = customers[random.Next(customers.Count)];
        var order = await orders.Table.Where(o => o.CustomerId == customerId && !o.Deleted).OrderByDescending(o => o.Id).FirstOrDefaultAsync();
        switch (random.Next(8))
        {
            case 0 when order is not null && OrderProcessing.CanCancel(order):
                await processing.CancelAsync(order);
                break;
            case 1 when order is not null && OrderProcessing.CanRefund(order):
                await processing.RefundAsync(order);
                break;
            case 2 when order is not null && OrderProcessing.CanPartiallyRefund(order, 5) && order.PaymentStatus == PaymentStatus.Paid:
                await processing.PartiallyRefundAsync(order, 5);
                break;
            case 3 when order is not null:
                await processing.DeleteAsync(order);
                break;
            case 4 when order is not null && OrderProcessing.CanMarkAsPaid(order):
                await processing.MarkAsPaidAsync(order);
                break;
            case 5:
                var customer = await services.GetRequiredService<IRepository<Customer>>().GetByIdAsync(customerId);
                customer.Email = $"c{random.Next(1000)}-{customer.Id}@example.com";
                await services.GetRequiredService<IRepository<Customer>>().UpdateAsync(customer);
                break;
            default:
                var productId = await services.GetRequiredService<IRepository<Product>>().Table.Where(p => p.Name == "Bell").Select(p => p.Id).FirstAsync();
                var buyer = await services.GetRequiredService<IRepository<Customer>>().GetByIdAsync(customerId);
                await processing.PlaceAsync(buyer, 1, [new OrderLine(productId, random.Next(1, 10), 10)], paid: random.Next(4) > 0);
                break;
        }
    }

    /// <summary>Something that a merchant does with segments.</summary>
    public async Task ManageAsync(Random random)
    {
        var all = await AskAsync<ISegmentService, IList<Segment>>(service => service.GetAllAsync());
        var segment = all[random.Next(all.Count)];
        switch (random.Next(4))
        {
            case 0:
                await DoAsync<ISegmentService>(service => service.RequestRefreshAsync(segment.Id));
                break;
            case 1 when segment.Id != await BaseSegmentIdAsync():
                segment.Active = !segment.Active;
                await DoAsync<ISegmentService>(service => service.UpdateAsync(segment));
                break;
            default:
                segment.Definition = segment.Name == "Segment 3" && random.Next(2) == 0
                    ? SegmentVariant.BuildingOn(await BaseSegmentIdAsync()).Definition
                    : SegmentVariant.All[random.Next(SegmentVariant.All.Count)].Definition;
                await DoAsync<ISegmentService>(service => service.UpdateAsync(segment));
                break;
        }
    }

    /// <summary>Runs the schedule task, and says what is not as it should be; empty when all is well.</summary>
    public async Task<IReadOnlyList<string>> FindFaultsAsync()
    {
        await DoAsync<SegmentsTask>(task => task.ExecuteAsync());

        var faults = new List<string>();
        var segments = await RowsAsync<Segment>();
        var members = await RowsAsync<SegmentMember>();
        var changes = (await RowsAsync<SegmentMembershipChange>()).OrderBy(change => change.Id).ToList();
        var customers = (await RowsAsync<Customer>()).Where(customer => customer is { Deleted: false, Active: true, IsSystemAccount: false }).ToList();
        var registered = await RegisteredIdsAsync();
        var orders = (await RowsAsync<Order>())
            .Where(order => !order.Deleted && CountingStatuses.Contains(order.OrderStatusId) && CountingPayments.Contains(order.PaymentStatusId))
            .ToLookup(order => order.CustomerId);
        var memberIds = members.ToLookup(member => member.SegmentId, member => member.CustomerId);
        var baseId = await BaseSegmentIdAsync();
        foreach (var segment in segments)
        {
            var stored = memberIds[segment.Id].Order().ToList();
            if (stored.Count != segment.MemberCount)
                faults.Add($"{segment.Name} counts {segment.MemberCount} members and has {stored.Count}.");
            if (segment.Active)
            {
                var variant = SegmentVariant.Find(segment, baseId);
                var expected = customers
                    .Where(customer => registered.Contains(customer.Id) && variant.Matches(customer, orders[customer.Id].ToList(), (id, customerId) => memberIds[id].Contains(customerId)))
                    .Select(customer => customer.Id).Order().ToList();
                if (segment.State != SegmentState.Ready)
                    faults.Add($"{segment.Name} is {segment.State}: {segment.StateReason}");
                if (!stored.SequenceEqual(expected))
                    faults.Add($"{segment.Name} ({segment.Definition}) lacks {string.Join(',', expected.Except(stored))} and has {string.Join(',', stored.Except(expected))} too many.");
            }

            var replayed = new HashSet<int>();
            foreach (var change in changes.Where(change => change.SegmentId == segment.Id))
                if (!(change.Entered ? replayed.Add(change.CustomerId) : replayed.Remove(change.CustomerId)))
                    faults.Add($"{segment.Name}: customer {change.CustomerId} {(change.Entered ? "entered" : "left")} twice.");
            if (!replayed.SetEquals(stored))
                faults.Add($"{segment.Name}: its history leads elsewhere.");
        }

        faults.AddRange(members.Where(member => segments.All(segment => segment.Id != member.SegmentId)).Select(member => $"Member {member.CustomerId} of no segment."));
        faults.AddRange((await RowsAsync<RefreshRun>()).Where(run => run.State is RefreshRunState.Running or RefreshRunState.Waiting)
            .Select(run => $"The refresh of segment {run.SegmentId} is {run.State}."));
        faults.AddRange((await RowsAsync<Log>()).Where(log => log.LogLevelId >= (int)LogLevel.Warning).Select(log => $"Log: {log.ShortMessage} {log.FullMessage}"));
        return faults;
    }

    public async Task<List<T>> RowsAsync<T>() where T : BaseEntity => await AskAsync<IRepository<T>, List<T>>(rows => rows.Table.ToListAsync());

    public Task<int> CountAsync<T>() where T : BaseEntity => AskAsync<IRepository<T>, int>(rows => rows.Table.CountAsync());

    public async Task DoAsync<TService>(Func<TService, Task> work) where TService : notnull
    {
        await using var scope = _database.CreateScope();
        await work(scope.ServiceProvider.GetRequiredService<TService>());
    }

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    private async Task<T> AskAsync<TService, T>(Func<TService, Task<T>> work) where TService : notnull
    {
        await using var scope = _database.CreateScope();
        return await work(scope.ServiceProvider.GetRequiredService<TService>());
    }

    private async Task<HashSet<int>> RegisteredIdsAsync()
    {
        var role = (await RowsAsync<CustomerRole>()).Single(role => role.SystemName == NopCustomerDefaults.RegisteredRoleName).Id;
        return (await RowsAsync<CustomerCustomerRoleMapping>()).Where(mapping => mapping.CustomerRoleId == role).Select(mapping => mapping.CustomerId).ToHashSet();
    }

    private async Task<int> BaseSegmentIdAsync() =>
        await AskAsync<IRepository<Segment>, int>(segments => segments.Table.Where(segment => segment.Name == "Segment 0").Select(segment => segment.Id).FirstAsync());
}
