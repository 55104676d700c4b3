using Nop.Core.Domain.Directory;

namespace Shop.Demo;

/// <summary>Makes countries from their names.</summary>
public static class Countries
{
    private static readonly Dictionary<string, (string Two, string Three, int Number)> _codes = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Australia"] = ("AU", "AUS", 36),
        ["Austria"] = ("AT", "AUT", 40),
        ["Bahrain"] = ("BH", "BHR", 48),
        ["Belgium"] = ("BE", "BEL", 56),
        ["Brazil"] = ("BR", "BRA", 76),
        ["Canada"] = ("CA", "CAN", 124),
        ["Cyprus"] = ("CY", "CYP", 196),
        ["Czech Republic"] = ("CZ", "CZE", 203),
        ["Denmark"] = ("DK", "DNK", 208),
        ["EIRE"] = ("IE", "IRL", 372),
        ["Finland"] = ("FI", "FIN", 246),
        ["France"] = ("FR", "FRA", 250),
        ["Germany"] = ("DE", "DEU", 276),
        ["Greece"] = ("GR", "GRC", 300),
        ["Hong Kong"] = ("HK", "HKG", 344),
        ["Iceland"] = ("IS", "ISL", 352),
        ["Israel"] = ("IL", "ISR", 376),
        ["Italy"] = ("IT", "ITA", 380),
        ["Japan"] = ("JP", "JPN", 392),
        ["Lebanon"] = ("LB", "LBN", 422),
        ["Lithuania"] = ("LT", "LTU", 440),
        ["Malta"] = ("MT", "MLT", 470),
        ["Netherlands"] = ("NL", "NLD", 528),
        ["Norway"] = ("NO", "NOR", 578),
        ["Poland"] = ("PL", "POL", 616),
        ["Portugal"] = ("PT", "PRT", 620),
        ["RSA"] = ("ZA", "ZAF", 710),
        ["Saudi Arabia"] = ("SA", "SAU", 682),
        ["Singapore"] = ("SG", "SGP", 702),
        ["Spain"] = ("ES", "ESP", 724),
        ["Sweden"] = ("SE", "SWE", 752),
        ["Switzerland"] = ("CH", "CHE", 756),
        ["USA"] = ("US", "USA", 840),
        ["United Arab Emirates"] = ("AE", "ARE", 784),
        ["United Kingdom"] = ("GB", "GBR", 826)
    };

    /// <summary>A country of that name, with its ISO codes where the name is that of a country.</summary>
    public static Country Create(string name, int displayOrder)
    {
        var known = _codes.TryGetValue(name, out var code);
        return new Country
        {
            Name = name,
            TwoLetterIsoCode = known ? code.Two : string.Empty,
            ThreeLetterIsoCode = known ? code.Three : string.Empty,
            NumericIsoCode = known ? code.Number : 0,
            AllowsBilling = true,
            AllowsShipping = true,
            Published = true,
            DisplayOrder = displayOrder
        };
    }
}
