namespace Nop.Core.Domain.Common
{
    public partial interface ISoftDeletedEntity
    {
        bool Deleted { get; set; }
    }
}

namespace Nop.Core.Domain.Localization
{
    public partial interface ILocalizedEntity;
}

namespace Nop.Core.Domain.Stores
{
    public partial interface IStoreMappingSupported
    {
        bool LimitedToStores { get; set; }
    }
}

namespace Nop.Core.Domain.Customers
{
    public static partial class NopCustomerDefaults
    {
        public static string AdministratorsRoleName => "Administrators";
        public static string ForumModeratorsRoleName => "ForumModerators";
        public static string RegisteredRoleName => "Registered";
        public static string GuestsRoleName => "Guests";
        public static string VendorsRoleName => "Vendors";
        public static string SearchEngineCustomerName => "SearchEngine";
        public static string BackgroundTaskCustomerName => "BackgroundTask";
    }
}
