using Nop.Core.Domain.Customers;
using Nop.Core.Domain.Orders;
using Nop.Core.Domain.Payments;
using Nop.Plugin.Misc.Segments.Rules;
using Nop.Plugin.Misc.Segments.Rules.Explanation;
using Nop.Plugin.Misc.Segments.Tests.Rules.Generation;
using Nop.Plugin.Misc.Segments.Tests.Rules.Naive;

namespace Nop.Plugin.Misc.Segments.Tests.Rules.Explanation;

/// <summary>A shop made by hand, whose segments are explained by the plugin over a database.</summary>
internal sealed class ExplainedShop(EvaluatorHost host)
{
    /// <summary>The 31st of March 2024, 10:00 in Amsterdam.</summary>
    public static readonly DateTime Now = new(2024, 3, 31, 8, 0, 0, DateTimeKind.Utc);

    private readonly NaiveShop _shop = new()
    {
        Now = Now,
        TimeZone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam"),
        OrderStatusIds = [(int)OrderStatus.Processing, (int)OrderStatus.Complete],
        PaymentStatusIds = [(int)PaymentStatus.Paid, (int)PaymentStatus.PartiallyRefunded],
        Basics = ShopBasics.Plain
    };

    /// <summary>Adds a customer with an account, unless it is said that there is none.</summary>
    public Customer AddCustomer(bool registered = true, Action<Customer>? change = null)
    {
        var id = _shop.Customers.Count + 1;
        var customer = new Customer
        {
            Id = id,
            CustomerGuid = new Guid(id, 2, 0, new byte[8]),
            Email = $"c{id}@example.com",
            Active = true,
            CreatedOnUtc = Now.AddDays(-100),
            LastActivityDateUtc = Now
        };
        change?.Invoke(customer);
        _shop.Customers.Add(customer);
        _shop.CustomerRoles.Add(new CustomerCustomerRoleMapping { CustomerId = id, CustomerRoleId = (registered ? ShopBasics.Plain.Registered : ShopBasics.Plain.Guests).Id });
        return customer;
    }

    /// <summary>Adds an order that counts.</summary>
    public void AddOrder(Customer customer, decimal total, int daysAgo = 1, int storeId = 1, OrderStatus status = OrderStatus.Complete)
    {
        var id = _shop.Orders.Count + 1;
        _shop.Orders.Add(new Order
        {
            Id = id,
            OrderGuid = new Guid(id, 3, 0, new byte[8]),
            CustomOrderNumber = $"{id}",
            CustomerId = customer.Id,
            BillingAddressId = ShopBasics.Plain.Addresses[0].Id,
            CreatedOnUtc = Now.AddDays(-daysAgo),
            OrderStatus = status,
            PaymentStatus = PaymentStatus.Paid,
            OrderTotal = total,
            StoreId = storeId,
            CustomerCurrencyCode = "EUR",
            CurrencyRate = 1
        });
    }

    /// <summary>Puts the shop into the database.</summary>
    public Task StoreAsync() => host.LoadAsync(_shop);

    /// <summary>Explains rules (conditions as JSON, all of which have to hold) for a customer.</summary>
    public Task<SegmentExplanation> ExplainAsync(Customer customer, string rules, bool includeGuests = false) =>
        AskAsync<ISegmentExplainer, SegmentExplanation>(rules, (explainer, definition) => explainer.ExplainAsync(definition, includeGuests, customer.Id));

    /// <summary>What keeps a customer out who nearly matches.</summary>
    public Task<NearMiss?> FindNearMissAsync(Customer customer, string rules, bool includeGuests = false) =>
        AskAsync<NearMissFinder, NearMiss?>(rules, (finder, definition) => finder.FindAsync(definition, includeGuests, customer.Id));

    private async Task<T> AskAsync<TService, T>(string rules, Func<TService, SegmentDefinition, Task<T>> ask) where TService : notnull
    {
        var json = rules.TrimStart().StartsWith("{ \"match\"", StringComparison.Ordinal) ? rules : $$"""{ "match": "all", "rules": [{{rules}}] }""";
        var definition = await host.AskAsync(evaluator => evaluator.ReadAsync($$"""{ "version": 1, "rules": {{json}} }"""));
        return await host.AskAsync<TService, T>(service => ask(service, definition));
    }
}
