using Nop.Core.Domain.Catalog;
using Nop.Core.Domain.Common;
using Nop.Core.Domain.Customers;
using Nop.Core.Domain.Discounts;
using Nop.Core.Domain.Orders;
using Nop.Core.Domain.Payments;
using Nop.Core.Domain.Shipping;
using Nop.Core.Domain.Tax;
using Nop.Plugin.Misc.Segments.Domain;
using Nop.Plugin.Misc.Segments.Tests.Rules.Naive;

namespace Nop.Plugin.Misc.Segments.Tests.Rules.Generation;

/// <summary>Fills a shop that has its customers, products and orders with everything else that rules read.</summary>
internal sealed class ShopFurnisher(Random random, Clock clock, DateTime[] moments)
{
    /// <summary>Text that is easily mistaken: cases, wildcards of SQL, quotes, the escape character, letters beyond ASCII, XML.</summary>
    private static readonly string[] _texts =
    [
        "Ann", "ann", "ANN", "Annabel", "Joann", "Änne", "änne", "100%", "100 people", "a_b", "axb", "A_B", @"a\b", "O'Neil", "[a]", "1", "12"
    ];

    private static readonly string[] _skus = ["SKU-1", "sku-1", "SKU_1", "SKUx1", "SKU%", "ABC", "ABC-2", "abc"];

    public NaiveShop Furnish(NaiveShop shop)
    {
        foreach (var product in shop.Products)
            Furnish(shop, product);
        foreach (var customer in shop.Customers)
            Furnish(shop, customer);
        foreach (var order in shop.Orders)
            Furnish(shop, order);
        FillLists(shop);
        return shop;
    }

    /// <summary>Some of the addresses stand on one list, some on two; one belongs to no customer.</summary>
    private void FillLists(NaiveShop shop)
    {
        var addresses = shop.Customers.Select(customer => customer.Email?.ToLowerInvariant()).OfType<string>().Append("nobody@example.com").Distinct().ToList();
        foreach (var list in shop.Basics.Lists.SkipLast(1))
            foreach (var address in addresses.Where(_ => OneIn(3)))
                shop.ListEntries.Add(new CustomerListEntry { Id = shop.ListEntries.Count + 1, ListId = list.Id, Email = address });
    }

    private void Furnish(NaiveShop shop, Product product)
    {
        product.Sku = Sometimes(5, _skus);
        product.VendorId = random.Next(shop.Basics.Vendors.Count + 1);
        product.Price = Pick(0, 0.1m, 5, 9.99m, 10, 33.3333m, 100);
        product.CustomerEntersPrice = OneIn(3);

        foreach (var manufacturer in Some(shop.Basics.Manufacturers, 0, 0, 1, 1, 2))
        {
            shop.ProductManufacturers.Add(new ProductManufacturer
            {
                Id = shop.ProductManufacturers.Count + 1,
                ProductId = product.Id,
                ManufacturerId = manufacturer.Id
            });
        }

        foreach (var tag in Some(shop.Basics.Tags, 0, 1, 2))
            shop.ProductTags.Add(new ProductProductTagMapping { ProductId = product.Id, ProductTagId = tag.Id });
    }

    private void Furnish(NaiveShop shop, Customer customer)
    {
        customer.FirstName = Sometimes(5, _texts);
        customer.LastName = Sometimes(5, _texts);
        customer.Company = Sometimes(3, _texts);
        customer.County = Sometimes(3, _texts);
        customer.City = Sometimes(4, _texts);
        customer.ZipPostalCode = Sometimes(4, ["1011 AB", "1011ab", "1010", "10", "%"]);
        customer.Phone = Sometimes(3, ["+31 6 1", "0031", "31"]);
        customer.AdminComment = Sometimes(3, _texts);
        customer.Gender = Sometimes(5, ["M", "F", "m", "f"]);
        customer.TimeZoneId = Sometimes(4, ["Europe/Amsterdam", "europe/amsterdam", "America/New_York", "UTC"]);
        customer.StateProvinceId = random.Next(shop.Basics.States.Count + 1);
        customer.VatNumberStatus = Pick(Enum.GetValues<VatNumberStatus>());
        customer.IsTaxExempt = OneIn(3);
        customer.LanguageId = OneIn(4) ? null : Pick(shop.Basics.Languages.ToArray()).Id;
        customer.CurrencyId = OneIn(4) ? null : Pick(shop.Basics.Currencies.ToArray()).Id;
        customer.RegisteredInStoreId = random.Next(shop.Basics.Stores.Count + 1);
        customer.AffiliateId = random.Next(shop.Basics.Affiliates.Count + 1);
        customer.VendorId = random.Next(shop.Basics.Vendors.Count + 1);
        customer.LastActivityDateUtc = Moment();
        customer.LastLoginDateUtc = OneIn(4) ? null : Moment();
        customer.DateOfBirth = OneIn(6) ? null : Birth();
        customer.CustomCustomerAttributesXML = new AttributesXml(random).Write(shop.Basics);

        foreach (var _ in Some(0, 1, 1, 2, 3))
        {
            shop.Passwords.Add(new CustomerPassword
            {
                Id = shop.Passwords.Count + 1,
                CustomerId = customer.Id,
                Password = "secret",
                CreatedOnUtc = Moment()
            });
        }

        foreach (var _ in Some(0, 1, 2, 3, 4))
        {
            shop.GenericAttributes.Add(new GenericAttribute
            {
                Id = shop.GenericAttributes.Count + 1,
                EntityId = customer.Id,
                KeyGroup = Pick("Customer", "Customer", "Customer", "Order"),
                Key = Pick("Loyalty", "Loyalty", "loyalty", "Sign-up:source"),
                Value = OneIn(4) ? "" : Pick(_texts),
                StoreId = random.Next(3)
            });
        }

        foreach (var segment in Some(shop.Basics.Segments.Take(2), 0, 1, 1, 2))
        {
            shop.SegmentMembers.Add(new SegmentMember { SegmentId = segment.Id, CustomerId = customer.Id, EnteredOnUtc = clock.Now });
        }

        DidSomething(shop, customer.Id);
    }

    private void DidSomething(NaiveShop shop, int customerId)
    {
        foreach (var _ in Some(0, 1, 2, 3, 4))
        {
            shop.Reviews.Add(new ProductReview
            {
                Id = shop.Reviews.Count + 1,
                CustomerId = customerId,
                ProductId = Pick(shop.Products.ToArray()).Id,
                StoreId = Pick(shop.Basics.Stores.ToArray()).Id,
                Rating = random.Next(1, 6),
                IsApproved = !OneIn(4),
                CreatedOnUtc = Moment()
            });
        }

        foreach (var _ in Some(0, 0, 1, 2))
        {
            var moment = Moment();
            shop.Returns.Add(new ReturnRequest
            {
                Id = shop.Returns.Count + 1,
                CustomerId = customerId,
                ReasonForReturn = "Broken",
                RequestedAction = "Money",
                Quantity = 1,
                ReturnRequestStatus = Pick(Enum.GetValues<ReturnRequestStatus>()),
                CreatedOnUtc = moment,
                UpdatedOnUtc = moment
            });
        }

        foreach (var _ in Some(0, 1, 2, 3))
        {
            shop.CartItems.Add(new ShoppingCartItem
            {
                Id = shop.CartItems.Count + 1,
                CustomerId = customerId,
                ProductId = Pick(shop.Products.ToArray()).Id,
                StoreId = Pick(shop.Basics.Stores.ToArray()).Id,
                ShoppingCartType = Pick(ShoppingCartType.ShoppingCart, ShoppingCartType.ShoppingCart, ShoppingCartType.Wishlist),
                Quantity = random.Next(1, 4),
                CustomerEnteredPrice = Pick(0, 1.5m, 7),
                CreatedOnUtc = Moment(),
                UpdatedOnUtc = Moment()
            });
        }

        foreach (var _ in Some(0, 1, 2, 3))
        {
            var points = Pick(-30, 10, 50, 100);
            shop.RewardPoints.Add(new RewardPointsHistory
            {
                Id = shop.RewardPoints.Count + 1,
                CustomerId = customerId,
                StoreId = Pick(shop.Basics.Stores.ToArray()).Id,
                Points = points,
                ValidPoints = points < 0 ? null : Pick<int?>(null, 0, points / 2, points),
                EndDateUtc = points < 0 || OneIn(3) ? null : OneIn(4) ? clock.Now : Moment(),
                CreatedOnUtc = Moment()
            });
        }

        foreach (var _ in Some(0, 0, 0, 1, 2))
        {
            shop.BackInStock.Add(new BackInStockSubscription
            {
                Id = shop.BackInStock.Count + 1,
                CustomerId = customerId,
                ProductId = Pick(shop.Products.ToArray()).Id,
                StoreId = Pick(shop.Basics.Stores.ToArray()).Id,
                CreatedOnUtc = Moment()
            });
        }
    }

    private void Furnish(NaiveShop shop, Order order)
    {
        // Two orders at the same moment, now and then: only their numbers tell which was first.
        var others = shop.Orders.Where(other => other.CustomerId == order.CustomerId && other.Id != order.Id).ToList();
        if (others.Count > 0 && OneIn(5))
            order.CreatedOnUtc = OneIn(2) ? others.Min(other => other.CreatedOnUtc) : others.Max(other => other.CreatedOnUtc);

        order.BillingAddressId = Pick(shop.Basics.Addresses.ToArray()).Id;
        order.ShippingAddressId = OneIn(4) ? null : Pick(shop.Basics.Addresses.ToArray()).Id;
        order.ShippingStatus = Pick(Enum.GetValues<ShippingStatus>());
        order.AffiliateId = random.Next(shop.Basics.Affiliates.Count + 1);
        order.CustomerLanguageId = random.Next(shop.Basics.Languages.Count + 1);
        order.PaymentMethodSystemName = Sometimes(5, ["Payments.Manual", "payments.manual", "Payments.CheckMoneyOrder"]);
        order.ShippingMethod = Sometimes(5, ["Ground", "ground", "By Air"]);
        order.CustomerCurrencyCode = Sometimes(6, ["EUR", "eur", "USD"]);
        order.OrderDiscount = OneIn(5) ? 2.5m : 0;
        order.OrderSubTotalDiscountInclTax = OneIn(6) ? 0.01m : 0;
        order.OrderSubTotalDiscountExclTax = OneIn(6) ? 1 : 0;

        foreach (var line in shop.OrderItems.Where(line => line.OrderId == order.Id))
            line.DiscountAmountInclTax = OneIn(5) ? 1 : 0;

        foreach (var discount in Some(shop.Basics.Discounts, 0, 0, 1, 2, 2, 3))
        {
            shop.DiscountUses.Add(new DiscountUsageHistory
            {
                Id = shop.DiscountUses.Count + 1,
                OrderId = order.Id,
                DiscountId = discount.Id,
                CreatedOnUtc = Moment()
            });
        }
    }

    /// <summary>Birth dates on and around today's day of the year, on leap days, in the future; some with a time of day, which means nothing.</summary>
    private DateTime Birth()
    {
        var day = random.Next(8) switch
        {
            0 => new DateOnly(Pick(1996, 2000, 2004), 2, 29),
            1 => clock.Today.AddDays(Pick(-2, -1, 0, 1, 30)),
            2 => new DateOnly(1900, 1, 1).AddDays(random.Next(40_000)),
            _ => clock.Today.AddYears(-Pick(1, 17, 18, 18, 18, 30)).AddDays(Pick(-31, -1, 0, 0, 1, 2, 30))
        };

        return day.ToDateTime(Pick(TimeOnly.MinValue, TimeOnly.MinValue, new TimeOnly(1, 30), new TimeOnly(13, 0), new TimeOnly(23, 59, 59)));
    }

    private DateTime Moment() => Pick(moments);

    private bool OneIn(int count) => random.Next(count) == 0;

    private T Pick<T>(params T[] values) => values[random.Next(values.Length)];

    /// <summary>One of the texts; but once in so many times none, of either kind.</summary>
    private string? Sometimes(int filledTo, string[] texts) => random.Next(filledTo + 2) switch
    {
        0 => null,
        1 => "",
        _ => Pick(texts)
    };

    /// <summary>As many rounds as one of the counts says.</summary>
    private IEnumerable<int> Some(params int[] counts) => Enumerable.Range(0, Pick(counts));

    private IEnumerable<T> Some<T>(IEnumerable<T> rows, params int[] counts)
    {
        var shuffled = rows.ToArray();
        random.Shuffle(shuffled);
        return shuffled.Take(Pick(counts));
    }
}
