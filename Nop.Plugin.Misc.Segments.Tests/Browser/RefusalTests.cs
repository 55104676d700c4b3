using System.Net;
using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc;
using Nop.Plugin.Misc.Segments.Controllers;

namespace Nop.Plugin.Misc.Segments.Tests.Browser;

/// <summary>
/// Every action of the plugin, asked for over the wire: by nobody, by a clerk who may enter the admin area but has no permission of ours, and by the admin
/// without the token that shows where a form came from.
/// </summary>
[TestFixture]
[NonParallelizable]
[Category("Audiences")]
public partial class RefusalTests
{
    private ServingShop _shop = null!;
    private HttpClient _nobody = null!;
    private HttpClient _clerk = null!;
    private HttpClient _admin = null!;
    private string _clerkToken = null!;

    private static IEnumerable<TestCaseData> Actions => typeof(SegmentController).Assembly.GetTypes()
        .Where(type => typeof(ControllerBase).IsAssignableFrom(type) && !type.IsAbstract)
        .SelectMany(type => type.GetMethods(BindingFlags.Instance | BindingFlags.Public)
            .Where(method => method.DeclaringType!.Assembly == type.Assembly && !method.IsSpecialName && !method.IsDefined(typeof(NonActionAttribute)))
            .Select(method => (Address: $"/Admin/{type.Name.Replace("Controller", string.Empty)}/{method.Name}", Posts: method.IsDefined(typeof(HttpPostAttribute)))))
        .Distinct()
        .Select(action => new TestCaseData(action.Address, action.Posts).SetArgDisplayNames($"{(action.Posts ? "POST" : "GET")} {action.Address}"));

    private static IEnumerable<TestCaseData> Posts => Actions.Where(action => (bool)action.Arguments[1]!)
        .Select(action => new TestCaseData(action.Arguments[0]).SetArgDisplayNames($"POST {action.Arguments[0]}"));

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        _shop = await ServingShop.StartAsync();
        _nobody = NewClient();
        _clerk = NewClient();
        _admin = NewClient();
        await SignInAsync(_clerk, "clerk@example.com", _shop.ClerkPassword);
        await SignInAsync(_admin, "admin@example.com", _shop.AdminPassword);
        _clerkToken = await TokenAsync(_clerk, "/Admin");
    }

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        _nobody?.Dispose();
        _clerk?.Dispose();
        _admin?.Dispose();
        if (_shop is not null)
            await _shop.DisposeAsync();
    }

    [TestCaseSource(nameof(Actions))]
    public async Task Nobody_gets_in(string address, bool posts)
    {
        using var answer = await AskAsync(_nobody, address, posts, token: null, byScript: false);

        Assert.That(
            answer.StatusCode is HttpStatusCode.Redirect or HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden or HttpStatusCode.BadRequest, Is.True,
            answer.StatusCode.ToString());
        if (answer.StatusCode == HttpStatusCode.Redirect)
            Assert.That(answer.Headers.Location!.OriginalString, Does.Contain("login"));
    }

    [TestCaseSource(nameof(Actions))]
    public async Task Who_has_no_permission_sees_a_page_that_says_so(string address, bool posts)
    {
        using var answer = await AskAsync(_clerk, address, posts, _clerkToken, byScript: false);

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Redirect));
        Assert.That(answer.Headers.Location!.OriginalString, Does.Contain("/Security/AccessDenied"));
    }

    [TestCaseSource(nameof(Actions))]
    public async Task A_script_without_permission_is_told_so(string address, bool posts)
    {
        using var answer = await AskAsync(_clerk, address, posts, _clerkToken, byScript: true);

        if (posts)
            Assert.That(await answer.Content.ReadAsStringAsync(), Does.Match("^\\{\"error\":\"[^\"]+\"\\}$"));
        else
            Assert.That(answer.Headers.Location!.OriginalString, Does.Contain("/Security/AccessDenied"));
    }

    [TestCaseSource(nameof(Posts))]
    public async Task What_comes_from_elsewhere_is_refused_even_from_the_admin(string address)
    {
        using var answer = await AskAsync(_admin, address, posts: true, token: null, byScript: false);
        using var scripted = await AskAsync(_admin, address, posts: true, token: null, byScript: true);

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(scripted.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
    }

    private static async Task<HttpResponseMessage> AskAsync(HttpClient client, string address, bool posts, string? token, bool byScript)
    {
        using var request = new HttpRequestMessage(posts ? HttpMethod.Post : HttpMethod.Get, address + "?id=1&segmentId=1&discountId=1");
        if (byScript)
            request.Headers.Add("X-Requested-With", "XMLHttpRequest");
        if (posts)
        {
            var form = new Dictionary<string, string> { ["id"] = "1" };
            if (token is not null)
                form["__RequestVerificationToken"] = token;
            request.Content = new FormUrlEncodedContent(form);
        }

        return await client.SendAsync(request);
    }

    private HttpClient NewClient() => new(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() })
    {
        BaseAddress = new Uri(_shop.Address),
        Timeout = TimeSpan.FromMinutes(2)
    };

    private static async Task SignInAsync(HttpClient client, string email, string password)
    {
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["Email"] = email,
            ["Password"] = password,
            ["__RequestVerificationToken"] = await TokenAsync(client, "/login")
        });
        using var answer = await client.PostAsync("/login", form);
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Redirect), "signed in");
    }

    private static async Task<string> TokenAsync(HttpClient client, string address) => Token().Match(await client.GetStringAsync(address)) is { Success: true } match
        ? match.Groups[1].Value
        : throw new InvalidOperationException($"No form on {address}.");

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
