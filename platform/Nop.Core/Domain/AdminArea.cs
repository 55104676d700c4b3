using Nop.Core.Configuration;

namespace Nop.Core.Domain.Common
{
    public partial class AdminAreaSettings : ISettings
    {
        public int DefaultGridPageSize { get; set; } = 15;
        public int PopupGridPageSize { get; set; } = 7;
        public string GridPageSizes { get; set; } = "7, 15, 20, 50, 100";
        public int MinimumDropdownItemsForSearch { get; set; } = 50;
        public bool ShowDocumentationReferenceLinks { get; set; } = true;
    }
}

namespace Nop.Core.Domain.Security
{
    public partial class SecuritySettings : ISettings
    {
        public List<string> AdminAreaAllowedIpAddresses { get; set; } = [];
    }
}
