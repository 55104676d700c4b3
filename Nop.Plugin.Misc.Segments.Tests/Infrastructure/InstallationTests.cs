using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Moq;
using Nop.Core;
using Nop.Core.Domain.Cms;
using Nop.Core.Domain.Configuration;
using Nop.Core.Domain.Customers;
using Nop.Core.Domain.Discounts;
using Nop.Core.Domain.Localization;
using Nop.Core.Domain.Logging;
using Nop.Core.Domain.Messages;
using Nop.Core.Domain.ScheduleTasks;
using Nop.Core.Domain.Security;
using Nop.Core.Events;
using Nop.Core.Infrastructure;
using Nop.Data;
using Nop.Plugin.Misc.Segments.Audiences.Roles;
using Nop.Plugin.Misc.Segments.Audiences.Triggers;
using Nop.Plugin.Misc.Segments.Domain;
using Nop.Plugin.Misc.Segments.Infrastructure.Installation;
using Nop.Plugin.Misc.Segments.Membership;
using Nop.Services.Configuration;
using Nop.Services.Customers;
using Nop.Services.Discounts;
using Nop.Services.Localization;
using Nop.Services.Messages;
using Nop.Services.Security;
using Shop.Data;
using Shop.Data.Migrations;
using Shop.Demo;
using Shop.Infrastructure;
using Shop.Plugins;
using Shop.Services.Common;
using Shop.Services.Security;

namespace Nop.Plugin.Misc.Segments.Tests.Infrastructure;

/// <summary>The plugin in the stand-in shop, from its folder: what installing adds, uninstalling takes away.</summary>
[TestFixture]
public class InstallationTests
{
    private static readonly string[] Tables =
        ["CustomerSegment", "CustomerSegmentMember", "CustomerSegmentChange", "CustomerSegmentQueue", "CustomerSegmentRequirement", "CustomerSegmentCampaign",
         "CustomerSegmentRole", "CustomerSegmentRoleGrant"];

    private string _folder = null!;
    private ServiceProvider _services = null!;
    private AsyncServiceScope _scope;

    [SetUp]
    public async Task Open()
    {
        _folder = Directory.CreateTempSubdirectory("segments-install-").FullName;
        var paths = new ShopPaths(Path.Combine(_folder, "App_Data"), _folder, _folder);
        CopyPlugin(Path.Combine(paths.Plugins, SegmentsDefaults.SystemName));
        var catalogue = PluginCatalogue.Load(paths, SegmentsDefaults.SystemName);
        var engine = DatabaseEngine.For(Path.Combine(_folder, "shop.db"), ShopModel.Of(catalogue.Assemblies));
        await engine.CreateDatabaseAsync();
        await MigrationManager.CreateCoreTablesAsync(engine);
        DataSettingsManager.Installed = true;

        var services = new ServiceCollection();
        services.AddShop(engine, catalogue, paths, TimeProvider.System, new ConfigurationBuilder().Build());
        services.AddSingleton(Mock.Of<IHostApplicationLifetime>());
        _services = services.BuildServiceProvider();
        _scope = _services.CreateAsyncScope();
        await Get<BasicData>().EnsureAsync();
        // The shop's own texts come with its start.
        await Get<IEventPublisher>().PublishAsync(new AppStartedEvent());
    }

    [TearDown]
    public async Task Close()
    {
        Assert.That(Rows<Log>().Where(log => log.LogLevelId >= (int)LogLevel.Warning).Select(log => log.ShortMessage), Is.Empty);
        await _scope.DisposeAsync();
        await _services.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, true);
    }

    [Test]
    public async Task Installing_adds_everything_and_uninstalling_leaves_nothing()
    {
        var before = await TakeStockAsync();
        await InstallAsync();
        await AssertInstalledAsync();
        await UseAsync();

        await UninstallAsync();

        Assert.That(await TakeStockAsync(), Is.EqualTo(before));
        var given = Rows<CustomerRole>().Where(role => role.Name is "Given" or "By hand").Select(role => role.Id).ToList();
        var left = Rows<CustomerCustomerRoleMapping>().Where(mapping => given.Contains(mapping.CustomerRoleId)).Select(mapping => mapping.CustomerRoleId);
        Assert.That(left, Is.EqualTo(given[1..]), "what a segment gave is taken back, and nothing else");
        Assert.That(Rows<Discount>().Single(discount => discount.Name == "For members").IsActive, Is.False, "a segment's discount does not become everybody's");
        await InstallAsync();
        await AssertInstalledAsync();
    }

    [Test]
    public async Task Installing_again_over_what_is_there_changes_nothing()
    {
        await InstallAsync();
        var before = await TakeStockAsync();
        await Get<SegmentsInstaller>().InstallAsync();
        await Get<SegmentsInstaller>().UpdateAsync();
        Assert.That(await TakeStockAsync(), Is.EqualTo(before));
    }

    [Test]
    public async Task What_a_merchant_has_reworded_or_set_survives_an_update()
    {
        await InstallAsync();
        await Get<ILocalizationService>().AddOrUpdateLocaleResourceAsync(new Dictionary<string, string> { ["Plugins.Misc.Segments.Menu"] = "Groups" });
        await Get<ISettingService>().SaveSettingAsync(new SegmentsSettings { OrderStatusIds = [30] });

        await Get<SegmentsInstaller>().InstallAsync();

        Assert.That(await Get<ILocalizationService>().GetResourceAsync("Plugins.Misc.Segments.Menu", 1), Is.EqualTo("Groups"));
        Assert.That((await Get<ISettingService>().LoadSettingAsync<SegmentsSettings>()).OrderStatusIds, Is.EqualTo(new[] { 30 }));
    }

    [Test]
    public async Task Mails_of_triggers_come_in_the_languages_of_the_shop_and_stay_as_a_merchant_rewords_them()
    {
        await InstallAsync();
        var german = (await Get<ILanguageService>().GetAllLanguagesAsync()).First(language => language.UniqueSeoCode == "de").Id;
        var templates = await Get<TriggerTemplates>().GetAllAsync();
        Assert.That(templates.Select(template => template.Name), Is.EquivalentTo(TriggerTemplates.Defaults));
        var coupon = templates.First(template => template.Name == TriggerTemplates.Coupon);
        Assert.That(coupon.Body, Does.Contain("%Coupon.Code%").And.Contain("Hello"));
        Assert.That(await Get<ILocalizationService>().GetLocalizedAsync(coupon, template => template.Body, german), Does.Contain("%Coupon.Code%").And.Contain("Guten Tag"));

        var trigger = new SegmentTrigger { Id = 7, Name = "Thanks", Action = TriggerAction.Coupon };
        var own = await Get<TriggerTemplates>().CreateForAsync(trigger);
        own.Subject = "Ours";
        await Get<IMessageTemplateService>().UpdateMessageTemplateAsync(own);
        await Get<SegmentsInstaller>().UpdateAsync();
        Assert.That((await Get<TriggerTemplates>().CreateForAsync(trigger)).Subject, Is.EqualTo("Ours"), "it has one already");
        Assert.That(TriggerTemplates.FindOwner(own), Is.EqualTo(7));
        Assert.That(await Get<ILocalizationService>().GetLocalizedAsync(own, template => template.Body, german), Does.Contain("Guten Tag"));
        Assert.That(await Get<TriggerTemplates>().GetAllAsync(), Has.Count.EqualTo(5));

        await Get<TriggerTemplates>().DeleteOwnAsync(trigger);
        Assert.That(await Get<TriggerTemplates>().GetAllAsync(), Has.Count.EqualTo(4));
        await Get<TriggerTemplates>().RemoveAsync();
        Assert.That(Rows<MessageTemplate>(), Is.Empty);
        Assert.That(Rows<LocalizedProperty>(), Is.Empty);
    }

    private async Task AssertInstalledAsync()
    {
        var engine = Get<DatabaseEngine>();
        foreach (var table in Tables)
            Assert.That(await engine.TableExistsAsync(table), Is.True, table);

        var settings = await Get<ISettingService>().LoadSettingAsync<SegmentsSettings>();
        Assert.That(settings.OrderStatusIds, Is.EqualTo(new[] { 10, 20, 30 }));
        Assert.That(settings.PaymentStatusIds, Is.EqualTo(new[] { 30, 35 }));
        Assert.That((await Get<ISettingService>().LoadSettingAsync<WidgetSettings>()).ActiveWidgetSystemNames, Does.Contain(SegmentsDefaults.SystemName));
        Assert.That(Rows<ScheduleTask>().Single(task => task.Type == SegmentsTask.TypeName), Has.Property("Seconds").EqualTo(600).And.Property("Enabled").True);
        Assert.That(Type.GetType(SegmentsTask.TypeName), Is.EqualTo(typeof(SegmentsTask)));
        Assert.That(Rows<ActivityLogType>().Select(type => type.SystemKeyword), Is.SupersetOf(new[] { "AddNewSegment", "EditSegment", "DeleteSegment" }));
        Assert.That(await Get<IPermissionService>().AuthorizeAsync(SegmentsDefaults.ManagePermission, 1), Is.True, "administrators");

        var languages = Rows<Language>().ToDictionary(language => language.LanguageCulture, language => language.Id);
        foreach (var (culture, menu, permission) in new[]
        {
            ("en-US", "Segments", "Admin area. Segments. View"),
            ("de-DE", "Segmente", "Adminbereich. Segmente. Ansehen"),
            ("nl-NL", "Segmenten", "Beheeromgeving. Segmenten. Bekijken")
        })
        {
            Assert.That(await Get<ILocalizationService>().GetResourceAsync("Plugins.Misc.Segments.Menu", languages[culture]), Is.EqualTo(menu));
            Assert.That(await Get<ILocalizationService>().GetResourceAsync("Security.Permission.Segments.View", languages[culture]), Is.EqualTo(permission));
        }
    }

    /// <summary>Leaves rows in all tables, a discount with a requirement, and a setting of one store only.</summary>
    private async Task UseAsync()
    {
        var segment = new Segment { Name = "Used", Definition = "{}", Active = false };
        await Get<ISegmentService>().InsertAsync(segment);
        var discount = new Discount { Name = "For members", IsActive = true };
        await Get<IDiscountService>().InsertDiscountAsync(discount);
        var requirement = new DiscountRequirement { DiscountId = discount.Id, DiscountRequirementRuleSystemName = SegmentsDefaults.SystemName };
        await Get<IDiscountService>().InsertDiscountRequirementAsync(requirement);
        await Get<IRepository<RequirementSegment>>().InsertAsync(new RequirementSegment { DiscountRequirementId = requirement.Id, SegmentId = segment.Id });
        await Get<IRepository<CampaignSegment>>().InsertAsync(new CampaignSegment { CampaignId = 1, SegmentId = segment.Id });
        await Get<IRepository<DirtyCustomer>>().InsertAsync(new DirtyCustomer { CustomerId = 1, SourcesId = 1, DueOnUtc = DateTime.UtcNow });
        await Get<ISettingService>().SaveSettingAsync(new SegmentsSettings(), 1);

        var customer = Rows<Customer>()[0];
        foreach (var name in new[] { "Given", "By hand" })
        {
            var role = new CustomerRole { Name = name, Active = true };
            await Get<ICustomerService>().InsertCustomerRoleAsync(role);
            await Get<SegmentRoles>().StartAsync(segment.Id, role.Id);
            await Get<ICustomerService>().AddCustomerRoleMappingAsync(new CustomerCustomerRoleMapping { CustomerId = customer.Id, CustomerRoleId = role.Id });
            if (name == "Given")
                await Get<IRepository<RoleGrant>>().InsertAsync(new RoleGrant { CustomerId = customer.Id, CustomerRoleId = role.Id });
        }
    }

    private async Task InstallAsync()
    {
        Get<PluginService>().PrepareToInstall(SegmentsDefaults.SystemName);
        await Get<PluginService>().InstallAsync();
        await Get<PermissionService>().InsertPermissionsAsync(ShopRegistrations.Permissions(Get<ITypeFinder>()));
        await Get<IEventPublisher>().PublishAsync(new AppStartedEvent());
    }

    private async Task UninstallAsync()
    {
        await Get<PluginService>().PrepareToUninstallAsync(SegmentsDefaults.SystemName);
        await Get<PluginService>().UninstallAsync();
    }

    /// <summary>All that the plugin could leave behind.</summary>
    private async Task<List<string>> TakeStockAsync()
    {
        var stock = new List<string>();
        foreach (var table in Tables)
            if (await Get<DatabaseEngine>().TableExistsAsync(table))
                stock.Add(table);
        stock.AddRange(Rows<Setting>().Where(setting => setting.Value.Length > 0).Select(setting => $"{setting.Name} {setting.StoreId} = {setting.Value}"));
        stock.AddRange(Rows<LocaleStringResource>().Select(text => $"{text.LanguageId} {text.ResourceName} = {text.ResourceValue}"));
        stock.AddRange(Rows<PermissionRecord>().Select(permission => permission.SystemName).Where(name => name.StartsWith("Segments", StringComparison.Ordinal)));
        stock.AddRange(Rows<ScheduleTask>().Select(task => task.Type));
        stock.AddRange(Rows<ActivityLogType>().Select(type => type.SystemKeyword));
        stock.AddRange(Rows<DiscountRequirement>().Select(requirement => requirement.DiscountRequirementRuleSystemName));
        stock.AddRange(Rows<MigrationVersionInfo>().Select(version => version.Description ?? string.Empty));
        // Permissions of the shop itself are added at a start, too, and are not ours to count.
        stock.RemoveAll(item => item.Contains("security.permission.", StringComparison.OrdinalIgnoreCase)
                                && !item.Contains("segments", StringComparison.OrdinalIgnoreCase));
        stock.Sort(StringComparer.Ordinal);
        return stock;
    }

    private List<T> Rows<T>() where T : BaseEntity => [.. Get<IRepository<T>>().Table];

    private T Get<T>() where T : notnull => _scope.ServiceProvider.GetRequiredService<T>();

    private static void CopyPlugin(string folder)
    {
        var source = Path.GetDirectoryName(typeof(SegmentsPlugin).Assembly.Location)!;
        Directory.CreateDirectory(Path.Combine(folder, "Localization"));
        string[] files = [.. Directory.GetFiles(Path.Combine(source, "Localization")), Path.Combine(source, "plugin.json"), typeof(SegmentsPlugin).Assembly.Location];
        foreach (var file in files)
            File.Copy(file, Path.Combine(folder, Path.GetRelativePath(source, file)));
    }
}
