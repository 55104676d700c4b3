using Nop.Plugin.Misc.Segments.Insights;
using Nop.Plugin.Misc.Segments.Tests.Audiences;
using Nop.Plugin.Misc.Segments.Tests.Platform;

namespace Nop.Plugin.Misc.Segments.Tests.Pages;

/// <summary>How a merchant finds the customer to ask about.</summary>
[TestFixtureSource(typeof(TestDatabase), nameof(TestDatabase.Kinds))]
internal sealed class CustomerSearchTests(string kind)
{
    private AudienceShop _shop = null!;

    [OneTimeSetUp]
    public async Task OpenAsync()
    {
        _shop = await AudienceShop.CreateAsync(kind);
        await _shop.AddCustomerAsync("anna@example.com", c => (c.FirstName, c.LastName) = ("Anna", "Svensson"));
        await _shop.AddCustomerAsync("hanna@example.org", c => (c.FirstName, c.LastName) = ("Hanna", "Berg"));
        await _shop.AddCustomerAsync(null, c => (c.FirstName, c.LastName) = ("Guest", "Annason"));
        await _shop.AddCustomerAsync("anna.gone@example.com", c => c.Deleted = true);
        await _shop.AddCustomerAsync("anna.task@example.com", c => c.IsSystemAccount = true);
        await _shop.AddCustomerAsync("anna.off@example.com", c => c.Active = false);
    }

    [OneTimeTearDown]
    public async Task CloseAsync()
    {
        if (_shop is not null)
            await _shop.DisposeAsync();
    }

    [TestCase("anna", "anna.off@example.com, Guest, hanna@example.org, anna@example.com")]
    [TestCase("ANNA svens", "anna@example.com")]
    [TestCase("berg hanna", "hanna@example.org")]
    [TestCase("example.org", "hanna@example.org")]
    [TestCase(" a ", "")]
    [TestCase("", "")]
    [TestCase(null, "")]
    [TestCase("nobody", "")]
    public async Task Each_word_stands_somewhere_and_the_newest_come_first(string? term, string expected)
    {
        var found = await _shop.InRequestAsync<CustomerSearch, IReadOnlyList<FoundCustomer>>(search => search.FindAsync(term, 10));
        Assert.That(string.Join(", ", found.Select(customer => customer.Email ?? customer.FirstName)), Is.EqualTo(expected));
    }

    [Test]
    public async Task Only_so_many_are_found()
    {
        var found = await _shop.InRequestAsync<CustomerSearch, IReadOnlyList<FoundCustomer>>(search => search.FindAsync("anna", 2));
        Assert.That(found, Has.Count.EqualTo(2));
    }
}
