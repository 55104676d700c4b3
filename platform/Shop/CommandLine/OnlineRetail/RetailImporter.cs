using System.Globalization;
using System.Transactions;
using Nop.Core;
using Nop.Core.Domain.Catalog;
using Nop.Core.Domain.Common;
using Nop.Core.Domain.Customers;
using Nop.Core.Domain.Directory;
using Nop.Core.Domain.Localization;
using Nop.Core.Domain.Orders;
using Nop.Core.Domain.Payments;
using Nop.Core.Domain.Shipping;
using Nop.Core.Domain.Stores;
using Nop.Core.Domain.Tax;
using Nop.Data;
using Nop.Services.Configuration;
using Shop.Demo;

namespace Shop.CommandLine.OnlineRetail;

/// <summary>Stores the invoices of a file in a shop that has nothing but its basic data: all of them or none.</summary>
public sealed class RetailImporter(
    IRepository<Address> addresses,
    IRepository<Category> categories,
    IRepository<Country> countries,
    IRepository<Currency> currencies,
    IRepository<Customer> customers,
    IRepository<CustomerAddressMapping> customerAddresses,
    IRepository<CustomerCustomerRoleMapping> customerRoles,
    IRepository<CustomerRole> roles,
    IRepository<Language> languages,
    IRepository<Order> orders,
    IRepository<OrderItem> orderItems,
    IRepository<Product> products,
    IRepository<ProductCategory> productCategories,
    IRepository<Store> stores,
    ISettingService settings)
{
    // About twenty lines an order: their rows stay below the limit of one insert.
    private const int ORDERS_AT_ONCE = 400;

    // The file is that of a British shop.
    private const string CURRENCY = "GBP";

    /// <summary>Stores the data and reads it back.</summary>
    /// <exception cref="InputException">The shop has orders already.</exception>
    public async Task<ImportSummary> ImportAsync(
        RetailData data, IProgress<DemoProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        if (orders.Table.Any() || products.Table.Any())
            throw new InputException("This shop has orders or products already. Import into a new one: add --data with a folder of its own.");

        using var scope = new TransactionScope(TransactionScopeOption.Required, TransactionManager.MaximumTimeout, TransactionScopeAsyncFlowOption.Enabled);
        var currency = await UseCurrencyAsync();
        var countryIds = await WriteCountriesAsync(data);
        var productIds = await WriteProductsAsync(data);
        var buyers = await WriteCustomersAsync(data, countryIds, currency.Id, progress);
        await WriteOrdersAsync(data, productIds, buyers, progress, cancellationToken);
        var summary = Verify(data);
        scope.Complete();
        return summary;
    }

    // All amounts of the file are in one currency: it becomes the shop's, and the others' rates follow.
    private async Task<Currency> UseCurrencyAsync()
    {
        var all = currencies.Table.ToList();
        var primary = all.First(currency => currency.CurrencyCode == CURRENCY);
        var rate = primary.Rate;
        foreach (var currency in all)
        {
            currency.Rate = Math.Round(currency.Rate / rate, 4);
            await currencies.UpdateAsync(currency, false);
        }

        var currencySettings = await settings.LoadSettingAsync<CurrencySettings>();
        currencySettings.PrimaryStoreCurrencyId = primary.Id;
        currencySettings.PrimaryExchangeRateCurrencyId = primary.Id;
        await settings.SaveSettingAsync(currencySettings);
        return primary;
    }

    private async Task<Dictionary<string, int>> WriteCountriesAsync(RetailData data)
    {
        var known = countries.Table.ToList();
        var ids = known.ToDictionary(country => country.Name, country => country.Id, StringComparer.OrdinalIgnoreCase);
        var order = known.Count;
        var names = data.Invoices.Select(invoice => invoice.Country).Distinct(StringComparer.OrdinalIgnoreCase);
        foreach (var name in names.Where(name => !ids.ContainsKey(name)).Order(StringComparer.Ordinal).ToList())
        {
            var country = Countries.Create(name, ++order);
            await countries.InsertAsync(country, false);
            ids.Add(name, country.Id);
        }

        return ids;
    }

    private async Task<int[]> WriteProductsAsync(RetailData data)
    {
        var opened = data.Invoices[0].TimeUtc;
        var categoryRows = data.Products.Select(product => product.Category).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)
            .Select((name, index) => new Category { Name = name, Published = true, DisplayOrder = index + 1, CreatedOnUtc = opened, UpdatedOnUtc = opened })
            .ToList();
        await categories.InsertAsync(categoryRows, false);

        var rows = data.Products.Select(CreateProduct).ToList();
        await InsertAsync(products, rows);
        var categoryIds = categoryRows.ToDictionary(category => category.Name, category => category.Id, StringComparer.Ordinal);
        await InsertAsync(productCategories, rows.Select((row, index) => new ProductCategory
        {
            ProductId = row.Id,
            CategoryId = categoryIds[data.Products[index].Category],
            DisplayOrder = 1
        }));
        return rows.Select(row => row.Id).ToArray();
    }

    private static Product CreateProduct(RetailProduct product)
    {
        return new Product
        {
            Sku = product.StockCode,
            Name = product.Name,
            Price = product.Price,
            ProductType = ProductType.SimpleProduct,
            VisibleIndividually = true,
            Published = true,
            CreatedOnUtc = product.FirstSeenUtc,
            UpdatedOnUtc = product.FirstSeenUtc
        };
    }

    private async Task<Dictionary<int, Buyer>> WriteCustomersAsync(
        RetailData data, Dictionary<string, int> countryIds, int currencyId, IProgress<DemoProgress>? progress)
    {
        var store = stores.Table.OrderBy(one => one.DisplayOrder).ThenBy(one => one.Id).First();
        // The invoices are in the order of time, so each group's first is the customer's first, and so are the groups.
        var buyers = data.Invoices.GroupBy(invoice => invoice.Customer)
            .Select(invoices => CreateBuyer(invoices.ToList(), countryIds, store, currencyId))
            .ToList();

        await InsertAsync(addresses, buyers.Select(buyer => buyer.Address));
        foreach (var buyer in buyers)
            buyer.Customer.BillingAddressId = buyer.Customer.ShippingAddressId = buyer.Address.Id;
        await InsertAsync(customers, buyers.Select(buyer => buyer.Customer));
        await InsertAsync(customerAddresses, buyers.Select(buyer => new CustomerAddressMapping
        {
            CustomerId = buyer.Customer.Id,
            AddressId = buyer.Address.Id
        }));

        var registered = RoleId(NopCustomerDefaults.RegisteredRoleName);
        var guests = RoleId(NopCustomerDefaults.GuestsRoleName);
        await InsertAsync(customerRoles, buyers.Select(buyer => new CustomerCustomerRoleMapping
        {
            CustomerId = buyer.Customer.Id,
            CustomerRoleId = buyer.IsGuest ? guests : registered
        }));
        progress?.Report(new DemoProgress("Customers", buyers.Count, buyers.Count));
        return buyers.ToDictionary(buyer => buyer.Number);
    }

    private Buyer CreateBuyer(List<RetailInvoice> invoices, Dictionary<string, int> countryIds, Store store, int currencyId)
    {
        var first = invoices[0];
        var email = string.Create(CultureInfo.InvariantCulture, $"{first.Customer}@example.com");
        // Who has nothing but cancellations never bought: the orders are kept, as those of a guest.
        var isGuest = invoices.TrueForAll(invoice => invoice.IsCancelled);
        var customer = new Customer
        {
            CustomerGuid = Guid.NewGuid(),
            Email = isGuest ? null : email,
            Username = isGuest ? null : email,
            AdminComment = isGuest ? $"Customer {first.Customer} of the imported file: cancelled invoices only." : null,
            Active = true,
            CountryId = countryIds[first.Country],
            CreatedOnUtc = first.TimeUtc,
            LastActivityDateUtc = invoices[^1].TimeUtc,
            CurrencyId = currencyId,
            LanguageId = store.DefaultLanguageId,
            RegisteredInStoreId = store.Id,
            VatNumberStatus = VatNumberStatus.Empty
        };
        var address = new Address { Email = email, CountryId = countryIds[first.Country], CreatedOnUtc = first.TimeUtc };
        return new Buyer(first.Customer, customer, address, isGuest);
    }

    private async Task WriteOrdersAsync(
        RetailData data, int[] productIds, Dictionary<int, Buyer> buyers, IProgress<DemoProgress>? progress, CancellationToken cancellationToken)
    {
        var languageId = languages.Table.OrderBy(language => language.DisplayOrder).First().Id;
        var done = 0;
        foreach (var chunk in data.Invoices.Chunk(ORDERS_AT_ONCE))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var rows = chunk.Select(invoice => CreateOrder(invoice, buyers[invoice.Customer], languageId)).ToList();
            await InsertAsync(orders, rows);
            await InsertAsync(orderItems, chunk.SelectMany((invoice, index) =>
                invoice.Lines.Select(line => CreateItem(line, rows[index].Id, productIds[line.Product]))));
            done += chunk.Length;
            progress?.Report(new DemoProgress("Orders", done, data.Invoices.Count));
        }
    }

    private static Order CreateOrder(RetailInvoice invoice, Buyer buyer, int languageId)
    {
        var total = invoice.Total;
        return new Order
        {
            OrderGuid = Guid.NewGuid(),
            CustomOrderNumber = invoice.Number,
            CustomerId = buyer.Customer.Id,
            StoreId = buyer.Customer.RegisteredInStoreId,
            BillingAddressId = buyer.Address.Id,
            ShippingAddressId = buyer.Address.Id,
            OrderStatus = invoice.IsCancelled ? OrderStatus.Cancelled : OrderStatus.Complete,
            PaymentStatus = PaymentStatus.Paid,
            ShippingStatus = invoice.IsCancelled ? ShippingStatus.NotYetShipped : ShippingStatus.Delivered,
            PaymentMethodSystemName = "Payments.Manual",
            CustomerCurrencyCode = CURRENCY,
            CurrencyRate = 1,
            CustomerLanguageId = languageId,
            CustomerTaxDisplayType = TaxDisplayType.IncludingTax,
            OrderSubtotalInclTax = total,
            OrderSubtotalExclTax = total,
            OrderTotal = total,
            PaidDateUtc = invoice.TimeUtc,
            CreatedOnUtc = invoice.TimeUtc
        };
    }

    private static OrderItem CreateItem(RetailLine line, int orderId, int productId)
    {
        return new OrderItem
        {
            OrderItemGuid = Guid.NewGuid(),
            OrderId = orderId,
            ProductId = productId,
            Quantity = line.Quantity,
            UnitPriceInclTax = line.UnitPrice,
            UnitPriceExclTax = line.UnitPrice,
            PriceInclTax = line.Quantity * line.UnitPrice,
            PriceExclTax = line.Quantity * line.UnitPrice
        };
    }

    // Read back before it becomes final: what the database holds must be what the file says.
    private ImportSummary Verify(RetailData data)
    {
        const int cancelled = (int)OrderStatus.Cancelled;
        var registered = RoleId(NopCustomerDefaults.RegisteredRoleName);
        var stored = orders.Table.Where(order => order.OrderStatusId != cancelled).Select(order => new { order.CustomerId, order.OrderTotal }).ToList();
        var summary = new ImportSummary(
            customerRoles.Table.Count(mapping => mapping.CustomerRoleId == registered),
            stored.Count,
            stored.Sum(order => order.OrderTotal),
            orders.Table.Count(order => order.OrderStatusId == cancelled),
            data.Invoices.GroupBy(invoice => invoice.Customer).Count(invoices => invoices.All(invoice => invoice.IsCancelled)),
            products.Table.Count());

        var expected = data.Sales.ToList();
        if (summary.Customers != expected.Select(invoice => invoice.Customer).Distinct().Count()
            || summary.Customers != stored.Select(order => order.CustomerId).Distinct().Count()
            || summary.Orders != expected.Count
            || summary.Sales != expected.Sum(invoice => invoice.Total))
            throw new InvalidOperationException($"The database does not hold what the file says; nothing was kept. Read back: {summary}");
        return summary;
    }

    private int RoleId(string systemName)
    {
        return roles.Table.First(role => role.SystemName == systemName).Id;
    }

    private static async Task InsertAsync<TEntity>(IRepository<TEntity> repository, IEnumerable<TEntity> rows) where TEntity : BaseEntity
    {
        foreach (var chunk in rows.Chunk(DemoGenerator.ChunkSize))
            await repository.InsertAsync(chunk, false);
    }

    private sealed record Buyer(int Number, Customer Customer, Address Address, bool IsGuest);
}
