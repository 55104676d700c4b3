namespace Nop.Core.Domain.Directory;

public partial class Country : BaseEntity
{
    public bool AllowsBilling { get; set; }
    public bool AllowsShipping { get; set; }
    public int DisplayOrder { get; set; }
    public bool LimitedToStores { get; set; }
    public string Name { get; set; }
    public int NumericIsoCode { get; set; }
    public bool Published { get; set; }
    public bool SubjectToVat { get; set; }
    public string ThreeLetterIsoCode { get; set; }
    public string TwoLetterIsoCode { get; set; }
}

public partial class StateProvince : BaseEntity
{
    public string Abbreviation { get; set; }
    public int CountryId { get; set; }
    public int DisplayOrder { get; set; }
    public string Name { get; set; }
    public bool Published { get; set; }
}

public partial class Currency : BaseEntity
{
    public DateTime CreatedOnUtc { get; set; }
    public string CurrencyCode { get; set; }
    public string CustomFormatting { get; set; }
    public string DisplayLocale { get; set; }
    public int DisplayOrder { get; set; }
    public bool LimitedToStores { get; set; }
    public string Name { get; set; }
    public bool Published { get; set; }
    public decimal Rate { get; set; }
    public int RoundingTypeId { get; set; }
    public DateTime UpdatedOnUtc { get; set; }
}

public partial class CurrencySettings : ISettings
{
    public string ActiveExchangeRateProviderSystemName { get; set; }
    public bool AutoUpdateEnabled { get; set; }
    public bool DisplayCurrencyLabel { get; set; }
    public bool DisplayCurrencySymbolInCurrencySelector { get; set; }
    public int PrimaryExchangeRateCurrencyId { get; set; }
    public int PrimaryStoreCurrencyId { get; set; }
}
