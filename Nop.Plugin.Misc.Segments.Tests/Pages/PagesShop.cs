using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Moq;
using Nop.Core.Domain.Catalog;
using Nop.Core.Domain.Customers;
using Nop.Plugin.Misc.Segments.Domain;
using Nop.Plugin.Misc.Segments.Rules;
using Nop.Plugin.Misc.Segments.Tests.Audiences;
using Nop.Plugin.Misc.Segments.Tests.Membership;
using Nop.Services.Localization;
using Nop.Services.Security;

namespace Nop.Plugin.Misc.Segments.Tests.Pages;

/// <summary>A shop whose texts are English, whose clock is set by hand, and whose visitor may do everything at first.</summary>
internal sealed class PagesShop : IAsyncDisposable
{
    public const string ByOrders =
        """{"version":1,"rules":{"match":"all","rules":[{"activity":"orders","measure":"count","operator":"atLeast","value":1}]}}""";

    private static readonly Dictionary<string, string> English = ReadEnglish();

    private PagesShop()
    {
    }

    public ManualClock Clock { get; } = new();

    public CatalogSettings Catalog { get; } = new();

    /// <summary>The permissions that the visitor does not have.</summary>
    public HashSet<string> Forbidden { get; } = [];

    public AudienceShop Shop { get; private set; } = null!;

    public DateTime Now => Clock.Now.UtcDateTime;

    public static async Task<PagesShop> CreateAsync(string kind)
    {
        var pages = new PagesShop();
        pages.Shop = await AudienceShop.CreateAsync(kind, pages.Clock, pages.AddServices);
        return pages;
    }

    /// <summary>Asks a service as one request would.</summary>
    public Task<T> AskAsync<TService, T>(Func<TService, Task<T>> question) where TService : notnull => Shop.InRequestAsync(question);

    /// <summary>Adds a segment whose rules can be read.</summary>
    public async Task<Segment> AddSegmentAsync(string name, Action<Segment>? change = null)
    {
        var segment = await Shop.AddSegmentAsync(name);
        segment.Definition = ByOrders;
        change?.Invoke(segment);
        await Shop.ChangeAsync(segment);
        return segment;
    }

    /// <summary>Adds a refresh of 3,000 customers with the ids 1 to 4,000, half of which is done.</summary>
    public Task<RefreshRun> AddRunAsync(Segment segment, RefreshRunState state, Action<RefreshRun>? change = null)
    {
        var run = new RefreshRun
        {
            SegmentId = segment.Id,
            State = state,
            Reason = MembershipChangeReason.Edit,
            RequestedOnUtc = Now.AddSeconds(-20),
            StartedOnUtc = state == RefreshRunState.Waiting ? null : Now.AddSeconds(-12),
            SeenOnUtc = state == RefreshRunState.Waiting ? null : Now.AddSeconds(-2),
            EndedOnUtc = state is RefreshRunState.Waiting or RefreshRunState.Running ? null : Now.AddSeconds(-2),
            RulesKey = "x",
            FirstCustomerId = 1,
            LastCustomerId = 4_000,
            NextCustomerId = 2_001,
            CustomerCount = 3_000,
            Entered = 31,
            Left = 7,
            WorkMilliseconds = 9_000
        };
        change?.Invoke(run);
        return Shop.AddAsync(run);
    }

    /// <summary>Adds somebody with a name.</summary>
    public Task<Customer> AddPersonAsync(string firstName, string lastName) =>
        Shop.AddCustomerAsync($"{firstName}@example.com", customer => (customer.FirstName, customer.LastName) = (firstName, lastName));

    public ValueTask DisposeAsync() => Shop.DisposeAsync();

    private void AddServices(IServiceCollection services)
    {
        var texts = new Mock<ILocalizationService>();
        texts.Setup(t => t.GetResourceAsync(It.IsAny<string>())).ReturnsAsync((string key) => English.GetValueOrDefault(key, key));
        texts.Setup(t => t.GetResourceAsync(It.IsAny<string>(), It.IsAny<int>(), It.IsAny<bool>(), It.IsAny<string>(), It.IsAny<bool>()))
            .ReturnsAsync((string key, int _, bool _, string _, bool _) => English.GetValueOrDefault(key, string.Empty));
        services.Replace(ServiceDescriptor.Singleton(texts.Object));
        var permissions = new Mock<IPermissionService>();
        permissions.Setup(p => p.AuthorizeAsync(It.IsAny<string>())).ReturnsAsync((string name) => !Forbidden.Contains(name));
        services.Replace(ServiceDescriptor.Singleton(permissions.Object));
        var describer = new Mock<IDefinitionDescriber>();
        describer.Setup(d => d.DescribeAsync(It.IsAny<SegmentDefinition>(), It.IsAny<int>())).ReturnsAsync("Customers who ordered.");
        services.Replace(ServiceDescriptor.Singleton(describer.Object));
        services.Replace(ServiceDescriptor.Singleton<TimeProvider>(Clock));
        services.Replace(ServiceDescriptor.Singleton(Catalog));
    }

    private static Dictionary<string, string> ReadEnglish() => Directory
        .GetFiles(Path.Combine(Path.GetDirectoryName(typeof(SegmentsPlugin).Assembly.Location)!, "Localization"), "*.en-US.json")
        .SelectMany(path => JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllText(path))!)
        .ToDictionary(StringComparer.OrdinalIgnoreCase);
}
