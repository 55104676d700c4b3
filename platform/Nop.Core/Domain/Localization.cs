namespace Nop.Core.Domain.Localization;

public partial class Language : BaseEntity
{
    public int DefaultCurrencyId { get; set; }
    public int DisplayOrder { get; set; }
    public string FlagImageFileName { get; set; }
    public string LanguageCulture { get; set; }
    public bool LimitedToStores { get; set; }
    public string Name { get; set; }
    public bool Published { get; set; }
    public bool Rtl { get; set; }
    public string UniqueSeoCode { get; set; }
}

public partial class LocalizedProperty : BaseEntity
{
    public int EntityId { get; set; }
    public int LanguageId { get; set; }
    public string LocaleKey { get; set; }
    public string LocaleKeyGroup { get; set; }
    public string LocaleValue { get; set; }
}

public partial class LocaleStringResource : BaseEntity
{
    public int LanguageId { get; set; }
    public string ResourceName { get; set; }
    public string ResourceValue { get; set; }
}
