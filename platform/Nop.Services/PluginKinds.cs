using Nop.Core.Domain.Customers;
using Nop.Core.Domain.Stores;

namespace Nop.Services.Common
{
    public partial interface IMiscPlugin : IPlugin;
}

namespace Nop.Services.Events
{
    /// <summary>Found by type in every loaded assembly; called inline by the publisher.</summary>
    public partial interface IConsumer<T>
    {
        Task HandleEventAsync(T eventMessage);
    }
}

namespace Nop.Services.Cms
{
    public partial interface IWidgetPlugin : IPlugin
    {
        bool HideInWidgetList { get; }
        Task<IList<string>> GetWidgetZonesAsync();
        Type GetWidgetViewComponent(string widgetZone);
    }

    public partial interface IWidgetPluginManager : IPluginManager<IWidgetPlugin>
    {
        Task<IList<IWidgetPlugin>> LoadActivePluginsAsync(Customer customer = null, int storeId = 0, string widgetZone = null);
        bool IsPluginActive(IWidgetPlugin widget);
        Task<bool> IsPluginActiveAsync(string systemName, Customer customer = null, int storeId = 0);
    }
}

namespace Nop.Services.Discounts
{
    public partial interface IDiscountRequirementRule : IPlugin
    {
        Task<DiscountRequirementValidationResult> CheckRequirementAsync(DiscountRequirementValidationRequest request);
        string GetConfigurationUrl(int discountId, int? discountRequirementId);
    }

    public partial class DiscountRequirementValidationRequest
    {
        public int DiscountRequirementId { get; set; }
        public Customer Customer { get; set; }
        public Store Store { get; set; }
    }

    public partial class DiscountRequirementValidationResult
    {
        public bool IsValid { get; set; }
        public string UserError { get; set; }
    }

    public partial class DiscountValidationResult
    {
        public bool IsValid { get; set; }
        internal IList<string> Errors { get; set; } = new List<string>();
    }
}

namespace Nop.Services.Security
{
    /// <summary>Found by type: the permissions that a plugin brings. They are inserted at every start if missing.</summary>
    public partial interface IPermissionConfigManager
    {
        IList<PermissionConfig> AllConfigs { get; }
    }

    public partial class PermissionConfig
    {
        public PermissionConfig(string name, string systemName, string category, params string[] defaultCustomerRoles)
        {
            Name = name;
            SystemName = systemName;
            Category = category;
            DefaultCustomerRoles = [.. defaultCustomerRoles];
        }

        public string Name { get; set; }
        public string SystemName { get; set; }
        public string Category { get; set; }
        public List<string> DefaultCustomerRoles { get; }
    }
}
