using Microsoft.Extensions.DependencyInjection;
using Moq;
using Nop.Core.Domain.Catalog;
using Nop.Core.Domain.Customers;
using Nop.Core.Domain.Logging;
using Nop.Core.Domain.Orders;
using Nop.Data;
using Nop.Plugin.Misc.Segments.Domain;
using Nop.Plugin.Misc.Segments.Infrastructure.Consumers;
using Nop.Plugin.Misc.Segments.Membership;
using Nop.Plugin.Misc.Segments.Tests.Platform;
using Nop.Services.Plugins;
using Shop.Data;
using Shop.Demo;
using Shop.Services.Orders;

namespace Nop.Plugin.Misc.Segments.Tests.Infrastructure;

/// <summary>Whatever is wrong with the plugin, orders are placed as if it were not there.</summary>
[TestFixtureSource(typeof(TestDatabase), nameof(TestDatabase.Kinds))]
public class BrokenPluginTests(string kind)
{
    private TestDatabase? _database;

    [TearDown]
    public async Task Close()
    {
        if (_database is not null)
            await _database.DisposeAsync();
        _database = null;
    }

    [Test]
    public async Task With_the_plugin_well_an_order_is_noted()
    {
        await PlaceAsync(_ => { });
        Assert.That(await RowsAsync<DirtyCustomer>(), Is.Not.Empty, "or the other tests would show nothing");
        Assert.That(await ErrorsAsync(), Is.Empty);
    }

    [Test]
    public async Task A_dependency_that_throws_when_it_is_used_breaks_nothing()
    {
        var broken = new Mock<IRepository<DirtyCustomer>>();
        broken.Setup(rows => rows.InsertAsync(It.IsAny<DirtyCustomer>(), It.IsAny<bool>())).ThrowsAsync(new InvalidOperationException("The queue is broken."));
        await PlaceAsync(services => services.AddScoped(_ => broken.Object));
        Assert.That(await ErrorsAsync(), Is.Not.Empty, "the shop's log says so");
    }

    [Test]
    public async Task Tables_that_are_missing_break_nothing()
    {
        await PlaceAsync(_ => { }, async services =>
        {
            var tables = typeof(SegmentsPlugin).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Nop.Core.BaseEntity)))
                .Select(Nop.Data.Mapping.NameCompatibilityManager.GetTableName).ToList();
            // What refers to others goes before them.
            string[] last = ["CustomerSegmentTrigger", "CustomerSegmentList", "CustomerSegment"];
            foreach (var table in tables.OrderBy(table => Array.IndexOf(last, table)))
                await services.GetRequiredService<DatabaseEngine>().ExecuteAsync([$"DROP TABLE \"{table}\""]);
        });
    }

    [Test]
    public async Task Where_it_is_not_installed_yet_or_no_longer_it_does_nothing()
    {
        var none = new Mock<IPluginManager<IPlugin>>();
        await PlaceAsync(services => services.AddScoped(_ => none.Object));
        Assert.That(await RowsAsync<DirtyCustomer>(), Is.Empty);
        Assert.That(await ErrorsAsync(), Is.Empty);
    }

    [Test]
    public async Task A_list_of_plugins_that_cannot_be_read_breaks_nothing()
    {
        var broken = new Mock<IPluginManager<IPlugin>>();
        broken.Setup(manager => manager.LoadPluginBySystemNameAsync(It.IsAny<string>(), It.IsAny<Customer>(), It.IsAny<int>()))
            .ThrowsAsync(new InvalidOperationException("No plugins."));
        await PlaceAsync(services => services.AddScoped(_ => broken.Object));
    }

    [Test]
    public void Consumers_are_made_of_what_cannot_fail()
    {
        // The shop makes all consumers of an event before it calls the first, and catches nothing while it does. The one of its start breaks no order.
        var allowed = new HashSet<Type>
        {
            typeof(DirtyCustomerMarker), typeof(PluginState), typeof(Microsoft.AspNetCore.Http.IHttpContextAccessor), typeof(IServiceScopeFactory), typeof(IServiceProvider)
        };
        var consumers = typeof(SegmentsPlugin).Assembly.GetTypes()
            .Where(type => type is { IsAbstract: false, IsClass: true } && type.Namespace?.EndsWith(".Consumers", StringComparison.Ordinal) == true
                           && type != typeof(AppStartedConsumer) && type.GetInterfaces().Any(face => face.IsGenericType && face.GetGenericTypeDefinition() == typeof(Nop.Services.Events.IConsumer<>)))
            .ToList();
        Assert.That(consumers, Has.Count.GreaterThan(10));
        Assert.Multiple(() =>
        {
            foreach (var consumer in consumers)
                foreach (var parameter in consumer.GetConstructors().Single().GetParameters())
                    Assert.That(
                        allowed.Contains(parameter.ParameterType)
                        || (parameter.ParameterType.IsGenericType && parameter.ParameterType.GetGenericTypeDefinition() == typeof(IRepository<>)),
                        Is.True, $"{consumer.Name} takes {parameter.ParameterType.Name}");
        });
    }

    /// <summary>Places an order with a worker that listens, and checks that it is all there.</summary>
    private async Task PlaceAsync(Action<IServiceCollection> replace, Func<IServiceProvider, Task>? before = null)
    {
        _database = await TestDatabase.CreateAsync(kind, plugins: [typeof(SegmentsPlugin).Assembly], configure: services =>
        {
            services.AddLogging();
            services.AddSingleton(new SegmentsSettings { OrderStatusIds = [10, 20, 30], PaymentStatusIds = [30, 35] });
            replace(services);
        });
        await using var scope = _database.Shop.CreateScope();
        var services = scope.ServiceProvider;
        await services.GetRequiredService<BasicData>().EnsureAsync();
        var now = new DateTime(2026, 3, 1);
        var customer = new Customer { Email = "c@example.com", Active = true, CreatedOnUtc = now, LastActivityDateUtc = now };
        await services.GetRequiredService<IRepository<Customer>>().InsertAsync(customer, false);
        var product = new Product { Name = "Bell", Price = 10, CreatedOnUtc = now, UpdatedOnUtc = now };
        await services.GetRequiredService<IRepository<Product>>().InsertAsync(product, false);
        await services.GetRequiredService<IRepository<Segment>>().InsertAsync(new Segment
        {
            Name = "Buyers",
            Active = true,
            Definition = """{"version":1,"rules":{"match":"all","rules":[{"activity":"orders","measure":"count","operator":"atLeast","value":1}]}}""",
            CreatedOnUtc = now,
            UpdatedOnUtc = now
        }, false);
        if (before is not null)
            await before(services);

        var order = await services.GetRequiredService<OrderProcessing>().PlaceAsync(customer, 1, [new OrderLine(product.Id, 2, 10)], paid: true);

        Assert.That((await RowsAsync<Order>()).Single(), Has.Property("Id").EqualTo(order.Id).And.Property("OrderTotal").EqualTo(20));
        Assert.That((await RowsAsync<OrderItem>()).Single().Quantity, Is.EqualTo(2));
    }

    private async Task<List<string>> ErrorsAsync() => (await RowsAsync<Log>()).Where(log => log.LogLevelId >= (int)LogLevel.Warning).Select(log => log.ShortMessage).ToList();

    private async Task<List<T>> RowsAsync<T>() where T : Nop.Core.BaseEntity
    {
        await using var scope = _database!.Shop.CreateScope();
        // Not by way of the services: a test may have replaced the repository.
        return scope.ServiceProvider.GetRequiredService<DatabaseEngine>().Queries.Table<T>().ToList();
    }
}
