using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Routing;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Moq;
using Nop.Core;
using Nop.Core.Domain.Customers;
using Nop.Core.Domain.Directory;
using Nop.Core.Domain.Localization;
using Nop.Core.Domain.Orders;
using Nop.Data;
using Nop.Plugin.Misc.Segments.Audiences.Roles;
using Nop.Plugin.Misc.Segments.Controllers;
using Nop.Plugin.Misc.Segments.Domain;
using Nop.Plugin.Misc.Segments.Infrastructure;
using Nop.Plugin.Misc.Segments.Membership;
using Nop.Plugin.Misc.Segments.Rules;
using Nop.Plugin.Misc.Segments.Rules.Choices;
using Nop.Plugin.Misc.Segments.Rules.Criteria;
using Nop.Services.Directory;
using Nop.Services.Localization;
using Nop.Services.Logging;
using Nop.Services.Messages;

namespace Nop.Plugin.Misc.Segments.Tests.Editor;

/// <summary>The editor's controller with its own factories and the true catalogue, over a shop that is made up.</summary>
internal sealed class EditorHost
{
    public const string ValidDefinition = """{"version":1,"rules":{"match":"all","rules":[{"field":"customer.country","operator":"isAnyOf","value":[5]}]}}""";

    public EditorHost()
    {
        Texts.Setup(t => t.GetResourceAsync(It.IsAny<string>())).ReturnsAsync((string key) => key);
        Texts.Setup(t => t.GetResourceAsync(It.IsAny<string>(), It.IsAny<int>(), false, It.IsAny<string>(), true)).ReturnsAsync(string.Empty);
        Countries.Setup(c => c.Name).Returns("countries");
        Countries.Setup(c => c.FindAsync(It.IsAny<IReadOnlyCollection<int>>()))
            .ReturnsAsync((IReadOnlyCollection<int> ids) => ids.Where(id => id == 5).Select(id => new ChoiceItem(id, "Germany")).ToList());

        OtherSegments.Setup(c => c.Name).Returns("segments");
        Methods.Setup(c => c.Name).Returns("paymentMethods");
        Methods.Setup(c => c.SearchAsync(It.IsAny<string>(), It.IsAny<int>()))
            .ReturnsAsync((string term, int count) => MethodCodes.Where(code => code.Text.Contains(term)).Take(count).ToList());
        Methods.Setup(c => c.FindAsync(It.IsAny<IReadOnlyCollection<string>>()))
            .ReturnsAsync((IReadOnlyCollection<string> codes) => codes.Select(MethodOf).ToList());
        Families.Setup(f => f.Prefix).Returns("customer.attribute:");
        Families.Setup(f => f.ListAsync()).ReturnsAsync([]);

        var workContext = new Mock<IWorkContext>();
        workContext.Setup(w => w.GetWorkingLanguageAsync()).ReturnsAsync(new Language { Id = 1, LanguageCulture = "en-US" });
        var currencies = new Mock<ICurrencyService>();
        currencies.Setup(c => c.GetCurrencyByIdAsync(1)).ReturnsAsync(new Currency { CurrencyCode = "EUR", DisplayLocale = "de-DE" });

        var services = new ServiceCollection().AddSegmentRules().AddSegmentEditor();
        services.RemoveAll<IChoiceList>();
        services.AddSingleton(Countries.Object).AddSingleton(OtherSegments.Object);
        services.RemoveAll<IChoiceListFamily>();
        services.RemoveAll<ICodeList>();
        services.AddSingleton(Methods.Object);
        services.RemoveAll<FieldFamily>();
        services.AddSingleton(Families.Object);
        services.RemoveAll<ISegmentEvaluator>().AddSingleton(Evaluator.Object);
        services.RemoveAll<IDefinitionDescriber>().AddSingleton(Describer.Object);
        services.AddScoped<SegmentGraph>().AddSingleton(Mock.Of<IRepository<Segment>>());
        services.AddScoped<RoleReaders>().AddSingleton(Mock.Of<IRepository<SegmentRole>>());
        services.AddSingleton(Customers.Object).AddSingleton(TimeProvider.System);
        services.AddSingleton(Segments.Object).AddSingleton(Activity.Object).AddSingleton(Texts.Object).AddSingleton(Mock.Of<INotificationService>());
        services.AddSingleton(workContext.Object).AddSingleton(currencies.Object).AddSingleton(new CurrencySettings { PrimaryStoreCurrencyId = 1 });
        services.AddSingleton(new SegmentsSettings { OrderStatusIds = [(int)OrderStatus.Complete], PaymentStatusIds = [] });
        AddStandIns(services);
        Services = services.BuildServiceProvider();

        var url = new Mock<IUrlHelper>();
        url.Setup(u => u.Action(It.IsAny<UrlActionContext>())).Returns((UrlActionContext c) => $"/{c.Controller}/{c.Action}");
        Controller = ActivatorUtilities.CreateInstance<SegmentEditorController>(Services);
        Controller.ControllerContext = new ControllerContext { HttpContext = new DefaultHttpContext { RequestServices = Services } };
        Controller.Url = url.Object;
        Controller.TempData = new TempDataDictionary(Controller.HttpContext, Mock.Of<ITempDataProvider>());
    }

    private static readonly CodeItem[] MethodCodes = [new("Payments.Card", "Credit card"), new("Payments.Cash", "Cash on delivery")];

    private static CodeItem MethodOf(string code) => MethodCodes.FirstOrDefault(known => known.Code == code) ?? new CodeItem(code, code);

    public ServiceProvider Services { get; }

    public SegmentEditorController Controller { get; }

    public Mock<ISegmentEvaluator> Evaluator { get; } = new();

    public Mock<IDefinitionDescriber> Describer { get; } = new();

    public Mock<ISegmentService> Segments { get; } = new();

    public Mock<IChoiceList> Countries { get; } = new();

    public Mock<IChoiceList> OtherSegments { get; } = new();

    public Mock<ICodeList> Methods { get; } = new();

    public Mock<FieldFamily> Families { get; } = new();

    public Mock<IRepository<Customer>> Customers { get; } = new();

    public Mock<ICustomerActivityService> Activity { get; } = new();

    public Mock<ILocalizationService> Texts { get; } = new();

    /// <summary>Lets the evaluator take any rules; what they are is no matter here.</summary>
    public void AcceptRules()
    {
        var definition = new SegmentDefinition(1, new RuleGroup(GroupMatch.All, []));
        Evaluator.Setup(e => e.ReadAsync(It.IsAny<string>())).ReturnsAsync(definition);
        Evaluator.Setup(e => e.ResolveNamesAsync(definition)).ReturnsAsync(definition);
        Evaluator.Setup(e => e.FindMissingAsync(definition)).ReturnsAsync([]);
    }

    public void RefuseRules(params DefinitionError[] errors) => Evaluator.Setup(e => e.ReadAsync(It.IsAny<string>())).ThrowsAsync(new DefinitionException(errors));

    /// <summary>Whatever the criteria ask of the shop besides: nothing of it is called here.</summary>
    private static void AddStandIns(IServiceCollection services)
    {
        var wanted = services.Select(service => service.ImplementationType).OfType<Type>()
            .SelectMany(type => type.GetConstructors()).SelectMany(constructor => constructor.GetParameters()).Select(parameter => parameter.ParameterType)
            .Where(type => type.IsInterface && !(type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IEnumerable<>)))
            .Distinct().Where(type => services.All(service => service.ServiceType != type)).ToList();
        foreach (var type in wanted)
            services.AddSingleton(type, ((Mock)Activator.CreateInstance(typeof(Mock<>).MakeGenericType(type))!).Object);
    }
}
