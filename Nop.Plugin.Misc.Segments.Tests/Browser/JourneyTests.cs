using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Nop.Plugin.Misc.Segments.Tests.Browser;

/// <summary>Tests with two browsers at once: the shop's admin in one, a customer in the other.</summary>
public abstract class JourneyTests : BrowserTests
{
    /// <summary>The admin's page.</summary>
    protected IPage Admin { get; private set; } = null!;

    /// <summary>The customer's page.</summary>
    protected IPage Customer { get; private set; } = null!;

    [OneTimeSetUp]
    public async Task OpenPagesAsync()
    {
        Admin = await OpenAsync("admin");
        Customer = await OpenAsync("customer");
    }

    /// <summary>Makes a segment from the template "VIP customers"; "exactly" 10 orders and newsletter subscribers only, if asked. Answers with its page.</summary>
    protected async Task<string> MakeSegmentAsync(string name, bool exactly)
    {
        await Admin.GotoAsync($"{Address}/Admin/Segment/List");
        await Admin.GetByRole(AriaRole.Link, new() { Name = "Add new" }).First.ClickAsync();
        await Admin.GetByRole(AriaRole.Link, new() { Name = "Use the template “VIP customers”" }).ClickAsync();
        await Admin.FillAsync("#Name", name);
        if (exactly)
        {
            await Admin.Locator("#segment-rules select").Nth(1).SelectOptionAsync(new SelectOptionValue { Label = "exactly" });
            await Admin.GetByRole(AriaRole.Button, new() { Name = "Add condition" }).Last.ClickAsync();
            await Admin.Keyboard.TypeAsync("newsl");
            await Admin.Keyboard.PressAsync("Enter");
        }

        await Expect(Admin.Locator("#segment-count")).ToContainTextAsync(exactly ? "subscribe to the newsletter" : "more than 10 orders");
        await Expect(Admin.Locator("#segment-count")).ToContainTextAsync("customers match");
        await Admin.Locator("button[name=save]").ClickAsync();
        await Admin.WaitForURLAsync(new Regex("/Admin/Segment/Details/"));
        await Expect(Admin.Locator("#segment-state", new() { HasText = "Up to date" })).ToBeVisibleAsync(new() { Timeout = 60_000 });
        return Admin.Url;
    }

    /// <summary>Makes a segment of all customers whose e-mail addresses end with a domain. Answers with its page.</summary>
    protected async Task<string> MakeDomainSegmentAsync(string name, string domain)
    {
        await Admin.GotoAsync($"{Address}/Admin/SegmentEditor/Create");
        await Admin.FillAsync("#Name", name);
        await Admin.Locator("#segment-form").GetByRole(AriaRole.Button, new() { Name = "Add condition" }).ClickAsync();
        await Admin.Keyboard.TypeAsync("e-mail domain");
        await Admin.Keyboard.PressAsync("Enter");
        await Expect(Admin.Locator("*:focus")).ToHaveAccessibleNameAsync("Value for E-mail domain");
        await Admin.Keyboard.TypeAsync(domain);
        await Admin.Keyboard.PressAsync("Enter");
        await Expect(Admin.Locator("#segment-count")).ToContainTextAsync(new Regex("customers? match"));
        await Admin.Locator("button[name=save]").ClickAsync();
        await Admin.WaitForURLAsync(new Regex("/Admin/Segment/Details/"));
        await Expect(Admin.Locator("#segment-state", new() { HasText = "Up to date" })).ToBeVisibleAsync(new() { Timeout = 60_000 });
        return Admin.Url;
    }

    /// <summary>Lets the admin read another language from now on.</summary>
    /// <param name="code">The language's two letters, in capitals.</param>
    protected async Task SpeakAsync(string code)
    {
        await Admin.SelectOptionAsync("#admin-language", new SelectOptionValue { Label = code });
        await Expect(Admin.Locator("html")).ToHaveAttributeAsync("lang", code.ToLowerInvariant());
    }

    /// <summary>The e-mail address of the first member on a segment's page.</summary>
    protected Task<string> FirstMemberAsync(string details) => MemberAsync(details, 0);

    /// <summary>The e-mail address of a member on a segment's page, counted from 0.</summary>
    protected async Task<string> MemberAsync(string details, int number)
    {
        await Admin.GotoAsync(details);
        var cell = Admin.Locator("table tbody tr").Nth(number).Locator("td").Nth(1);
        await Expect(cell).ToContainTextAsync("@");
        return (await cell.InnerTextAsync()).Trim();
    }

    /// <summary>Opens the page of a customer in the admin area.</summary>
    protected async Task OpenCustomerAsync(string email)
    {
        await Admin.GotoAsync($"{Address}/Admin/Customer/List");
        await Admin.FillAsync("#SearchEmail", email);
        await Admin.ClickAsync(".btn-search");
        var row = Admin.Locator("table tbody tr", new() { HasText = email });
        await Expect(row).ToHaveCountAsync(1);
        await row.GetByRole(AriaRole.Link, new() { Name = "Edit" }).ClickAsync();
        await Admin.WaitForURLAsync(new Regex("/Admin/Customer/Edit/"));
    }

    /// <summary>Expects a customer to have a role, or not, on the customer's page, and stays there.</summary>
    protected async Task ExpectRoleAsync(string email, string role, bool has)
    {
        await OpenCustomerAsync(email);
        await Expect(Admin.Locator("#SelectedCustomerRoleIds option:checked", new() { HasText = role })).ToHaveCountAsync(has ? 1 : 0);
    }

    /// <summary>Lets the visitor be the customer, with something in the cart, reading English.</summary>
    protected async Task BecomeAsync(string email)
    {
        await Customer.GotoAsync($"{Address}/act-as?email={Uri.EscapeDataString(email)}");
        await Customer.GetByRole(AriaRole.Button, new() { Name = $"Become this customer: {email}" }).ClickAsync();
        await Expect(Customer.Locator("#current-customer")).ToContainTextAsync(email);
        // The shop speaks the customer's language; the test reads English.
        await Customer.SelectOptionAsync("#language", new SelectOptionValue { Label = "EN" });
        await Expect(Customer.Locator("#current-customer")).ToContainTextAsync("You are");
        await FillCartAsync();
    }

    /// <summary>Puts the first product into the cart and looks at it.</summary>
    protected async Task FillCartAsync()
    {
        await Customer.GotoAsync(Address);
        await Customer.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("Add to cart") }).First.ClickAsync();
        await Expect(Customer.GetByText("is in the cart.")).ToBeVisibleAsync();
        await Customer.GotoAsync($"{Address}/cart");
    }

    /// <summary>Adds registered customers with the addresses 1@domain, 2@domain and so on, as if they had come before the segments.</summary>
    protected Task AddCustomersAsync(string domain, int count) => ExecuteAsync(
        """
        CREATE TEMP TABLE Crowd AS
            WITH RECURSIVE Numbers(Number) AS (SELECT 1 UNION ALL SELECT Number + 1 FROM Numbers WHERE Number < $count)
            SELECT c.*, n.Number FROM Customer c, Numbers n WHERE c.Email = 'admin@example.com';
        UPDATE Crowd SET Id = (SELECT MAX(Id) FROM Customer) + Number, Email = Number || '@' || $domain, Username = Number || '@' || $domain,
            CustomerGuid = upper(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-' || hex(randomblob(2)) || '-' || hex(randomblob(2)) || '-' || hex(randomblob(6)));
        ALTER TABLE Crowd DROP COLUMN Number;
        INSERT INTO Customer SELECT * FROM Crowd;
        INSERT INTO Customer_CustomerRole_Mapping (Customer_Id, CustomerRole_Id)
            SELECT Crowd.Id, r.Id FROM Crowd, CustomerRole r WHERE r.SystemName = 'Registered';
        DROP TABLE Crowd
        """, ("$domain", domain), ("$count", count));

    /// <summary>Writes to the shop's database, past the shop.</summary>
    protected async Task ExecuteAsync(string sql, params (string Name, object Value)[] values)
    {
        await using var connection = new SqliteConnection($"Data Source={Database};Default Timeout=30");
        await connection.OpenAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in values)
            command.Parameters.AddWithValue(name, value);
        await command.ExecuteNonQueryAsync();
        await transaction.CommitAsync();
    }

    /// <summary>The first column of what is found in the shop's database.</summary>
    protected async Task<List<string>> QueryAsync(string sql, params (string Name, object Value)[] values)
    {
        await using var connection = new SqliteConnection($"Data Source={Database};Default Timeout=30");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in values)
            command.Parameters.AddWithValue(name, value);
        var found = new List<string>();
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
            found.Add(reader.GetString(0));
        return found;
    }

    /// <summary>A number as a page writes it in English.</summary>
    protected static int Number(string text) => int.Parse(text.Trim(), NumberStyles.AllowThousands, CultureInfo.InvariantCulture);
}
