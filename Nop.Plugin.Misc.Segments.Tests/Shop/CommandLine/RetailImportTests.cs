using Nop.Core.Domain.Catalog;
using Nop.Core.Domain.Customers;
using Nop.Core.Domain.Directory;
using Nop.Core.Domain.Orders;
using Nop.Plugin.Misc.Segments.Tests.Demo;
using Shop.CommandLine;
using Shop.CommandLine.OnlineRetail;
using Shop.Demo;

namespace Nop.Plugin.Misc.Segments.Tests.CommandLine;

[TestFixture]
public class RetailImportTests
{
    private const string SMALL_FILE = """
        InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country
        536365,85123A,WHITE HEART,6,2010-12-01 08:28:00,2.55,17850.0,United Kingdom
        536365,85123A,WHITE HEART,6,2010-12-01 08:26:00,2.55,17850.0,United Kingdom
        536366,m,"Manual, by hand",1,2010-12-02 09:00:00,0.001,17850,France
        536367,PADS,PADS,3,2010-12-03 10:00:00,0,12346.0,EIRE
        C536368,85123A,WHITE HEART,-2,2010-12-04 10:00:00,2.55,17850.0,United Kingdom
        C536369,85123A,white heart,-1,2010-11-30 10:00:00,2.55,99.0,Germany
        536370,22633,NOBODY,1,2010-12-04 11:00:00,1.85,,United Kingdom

        """;

    [Test]
    public async Task The_data_set_gives_the_numbers_that_are_known_of_it()
    {
        var data = RetailFile.Read(OnlineRetailFile.Find());
        await using var shop = await DemoShop.OpenAsync();
        var summary = await shop.Get<RetailImporter>().ImportAsync(data);

        Assert.Multiple(() =>
        {
            Assert.That(summary.Customers, Is.EqualTo(4_339));
            Assert.That(summary.Orders, Is.EqualTo(18_536));
            Assert.That(summary.Sales, Is.EqualTo(8_911_407.90M));
            Assert.That(summary.CancelledOrders, Is.EqualTo(3_654));
            Assert.That(summary.Guests, Is.EqualTo(33));
            Assert.That(summary.Products, Is.EqualTo(3_684));
            Assert.That(summary.ToString(), Does.Contain("4,339").And.Contain("18,536").And.Contain("8,911,407.90"));
            Assert.That(shop.Table<Category>().Count(), Is.EqualTo(40));
            Assert.That(shop.Table<OrderItem>().Count(), Is.EqualTo(406_829));
        });
    }

    [Test]
    public async Task Each_line_becomes_what_it_says()
    {
        await using var shop = await DemoShop.OpenAsync();
        var summary = await shop.Get<RetailImporter>().ImportAsync(Read(SMALL_FILE));
        var customers = shop.Table<Customer>().Where(customer => customer.Email == "17850@example.com" || customer.Email == "12346@example.com").ToList();
        var regular = customers.Single(customer => customer.Email == "17850@example.com");
        var orders = shop.Table<Order>().Where(order => order.CustomerId == regular.Id).OrderBy(order => order.Id).ToList();
        var first = orders[0];
        var firstId = first.Id;
        var items = shop.Table<OrderItem>().Where(item => item.OrderId == firstId).ToList();
        var manual = shop.Table<Product>().Single(product => product.Sku == "m");
        var manualCategory = shop.Table<ProductCategory>().Single(mapping => mapping.ProductId == manual.Id).CategoryId;

        Assert.Multiple(() =>
        {
            Assert.That(summary, Is.EqualTo(new ImportSummary(2, 3, 30.60M, 2, 1, 3)));
            Assert.That(orders.Select(order => order.CustomOrderNumber), Is.EqualTo(new[] { "536365", "536366", "C536368" }));
            Assert.That(first.CreatedOnUtc, Is.EqualTo(new DateTime(2010, 12, 1, 8, 26, 0)), "the earliest line");
            Assert.That(first.OrderTotal, Is.EqualTo(30.60M));
            Assert.That(items, Has.Count.EqualTo(2), "the same line twice is two items");
            Assert.That(orders[2].OrderStatus, Is.EqualTo(OrderStatus.Cancelled));
            Assert.That(regular.CreatedOnUtc, Is.EqualTo(first.CreatedOnUtc));
            Assert.That(shop.Table<Country>().Single(country => country.Id == regular.CountryId).Name, Is.EqualTo("United Kingdom"), "of the first invoice");
            Assert.That(shop.Table<Country>().Select(country => country.Name).ToList(), Is.SupersetOf(new[] { "France", "EIRE" }));
            Assert.That(manual.Name, Is.EqualTo("Manual, by hand"));
            Assert.That(shop.Table<Category>().Single(category => category.Id == manualCategory).Name, Is.EqualTo("M"));
            Assert.That(shop.Table<Product>().Count(product => product.Sku == "22633"), Is.Zero, "sold to nobody known");
        });
    }

    [Test]
    public async Task Who_only_cancelled_is_kept_as_a_guest()
    {
        await using var shop = await DemoShop.OpenAsync();
        await shop.Get<RetailImporter>().ImportAsync(Read(SMALL_FILE));
        var order = shop.Table<Order>().Single(one => one.CustomOrderNumber == "C536369");
        var role = shop.Table<CustomerCustomerRoleMapping>().Single(mapping => mapping.CustomerId == order.CustomerId).CustomerRoleId;
        Assert.That(shop.Table<CustomerRole>().Single(one => one.Id == role).SystemName, Is.EqualTo(NopCustomerDefaults.GuestsRoleName));
    }

    [Test]
    public async Task A_shop_with_orders_is_left_alone()
    {
        await using var shop = await DemoShop.OpenAsync();
        await shop.Get<DemoGenerator>().GenerateAsync(new DemoOptions(5, 10, 1));
        var exception = Assert.ThrowsAsync<InputException>(() => shop.Get<RetailImporter>().ImportAsync(Read(SMALL_FILE)));
        Assert.That(exception!.Message, Does.Contain("--data"));
        Assert.That(shop.Table<Order>().Count(), Is.EqualTo(10));
    }

    [Test]
    public async Task An_import_that_is_stopped_leaves_nothing()
    {
        await using var shop = await DemoShop.OpenAsync();
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();
        Assert.That(() => shop.Get<RetailImporter>().ImportAsync(Read(SMALL_FILE), null, stop.Token), Throws.InstanceOf<OperationCanceledException>());
        Assert.Multiple(() =>
        {
            Assert.That(shop.Table<Customer>().Count(), Is.EqualTo(4));
            Assert.That(shop.Table<Product>().Count(), Is.Zero);
            Assert.That(shop.Table<Country>().Count(), Is.EqualTo(3));
        });
    }

    [TestCase("536365,85123A,X,six,2010-12-01 08:26:00,2.55,17850,UK", "line 2, column Quantity: 'six' is not a whole number.")]
    [TestCase("536365,85123A,X,6,01.12.2010,2.55,17850,UK", "line 2, column InvoiceDate: '01.12.2010' is not a time such as 2010-12-01 08:26:00.")]
    [TestCase("536365,85123A,X,6,2010-12-01 08:26:00,\"2,55\",17850,UK", "line 2, column UnitPrice: '2,55' is not an amount such as 2.55.")]
    [TestCase("536365,85123A,X,6,2010-12-01 08:26:00,2.55,x1,UK", "line 2, column CustomerID: 'x1' is not a number such as 17850.")]
    [TestCase(",85123A,X,6,2010-12-01 08:26:00,2.55,17850,UK", "line 2, column InvoiceNo: it is empty.")]
    [TestCase("1,85123A,X,6,2010-12-01 08:26:00,2.55,17850,UK\n1,85123A,X,6,2010-12-01 08:26:00,2.55,17851,UK",
        "line 3, column CustomerID: invoice 1 belongs to customer 17850 further up.")]
    [TestCase("536365,85123A,X,6", "line 2: 4 values where the header names 8 columns.")]
    [TestCase("536365,85\"123A,X,6,2010-12-01 08:26:00,2.55,17850,UK", "line 2: the quotes do not match.")]
    [TestCase("1,85123A,X,6,2010-12-01 08:26:00,2.55,,UK", "has no invoice with a CustomerID.")]
    public void A_broken_line_is_named(string line, string message)
    {
        const string header = "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country";
        var exception = Assert.Throws<InputException>(() => Read($"{header}\n{line}\n"));
        Assert.That(exception!.Message, Does.EndWith(message).And.Not.Contain("\n"));
    }

    [TestCase("", "is empty.")]
    [TestCase("a,b\n1,2\n", "line 1: there is no column InvoiceNo, StockCode")]
    public void A_file_of_another_kind_is_refused(string content, string message)
    {
        Assert.That(Assert.Throws<InputException>(() => Read(content))!.Message, Does.Contain(message));
    }

    [Test]
    public void A_cut_off_archive_is_refused()
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(file, [0x1F, 0x8B, 0x08, 0, 0, 0, 0, 0, 0, 3, 1, 2, 3]);
            Assert.Throws<InputException>(() => RetailFile.Read(file));
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static RetailData Read(string content)
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, content);
            return RetailFile.Read(file);
        }
        finally
        {
            File.Delete(file);
        }
    }
}
