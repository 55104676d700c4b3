using Nop.Plugin.Misc.Segments.Rules.Choices;

namespace Nop.Plugin.Misc.Segments.Templates;

/// <summary>All templates there are.</summary>
public static class TemplateCatalogue
{
    /// <summary>The templates, in the order in which they are shown within their groups.</summary>
    public static readonly IReadOnlyList<SegmentTemplate> All =
    [
        new("orderedOften", TemplateGroup.Insights, [Number("orders", 1)],
            """{"activity":"orders","measure":"count","operator":"greaterThan","value":"{orders}"}"""),
        new("orderedOnce", TemplateGroup.Insights, [],
            """{"activity":"orders","measure":"count","operator":"equals","value":1}"""),
        new("neverOrdered", TemplateGroup.Insights, [],
            """{"activity":"orders","measure":"count","operator":"equals","value":0}"""),
        new("country", TemplateGroup.Insights, [Choice("country", CountryChoices.ListName)],
            """{"field":"customer.country","operator":"isAnyOf","value":"{country}"}"""),

        new("vip", TemplateGroup.Best, [Number("orders", 10), Money("spent", 1000)],
            """
            {"activity":"orders","measure":"count","operator":"greaterThan","value":"{orders}"},
            {"activity":"orders","measure":"total","operator":"atLeast","value":"{spent}"}
            """),
        new("risingVip", TemplateGroup.Best, [Number("orders", 2), Money("spent", 300)],
            """
            {"activity":"orders","measure":"count","operator":"greaterThan","value":"{orders}"},
            {"activity":"orders","measure":"total","operator":"greaterThan","value":"{spent}"}
            """),
        new("loyal", TemplateGroup.Best, [Number("orders", 5)],
            """{"activity":"orders","measure":"count","operator":"greaterThan","value":"{orders}"}"""),
        new("activeLoyal", TemplateGroup.Best, [Number("orders", 3), Days("within", 180), Days("since", 30)],
            """
            {"activity":"orders","measure":"count","operator":"atLeast","value":"{orders}","within":{"last":"{within}","unit":"day"}},
            {"activity":"orders","measure":"daysSinceLast","operator":"atMost","value":"{since}"}
            """),
        new("bulk", TemplateGroup.Best, [Number("orders", 2), Number("units", 5)],
            """
            {"activity":"orders","measure":"count","operator":"atLeast","value":"{orders}",
             "where":[{"field":"item.quantity","operator":"atLeast","value":"{units}"}]}
            """),
        new("highPrice", TemplateGroup.Best, [Money("price", 500)],
            """
            {"activity":"orders","measure":"count","operator":"atLeast","value":1,
             "where":[{"field":"item.unitPrice","operator":"atLeast","value":"{price}"}]}
            """),

        new("alwaysBrand", TemplateGroup.Products, [Number("orders", 1), Choice("brand", "manufacturers")],
            """
            {"activity":"orders","measure":"count","operator":"greaterThan","value":"{orders}"},
            {"every":"order","where":[{"field":"item.manufacturer","operator":"isAnyOf","value":"{brand}"}]}
            """),
        new("alwaysCategory", TemplateGroup.Products, [Number("orders", 1), Choice("category", CategoryChoices.ListName)],
            """
            {"activity":"orders","measure":"count","operator":"greaterThan","value":"{orders}"},
            {"every":"order","where":[{"field":"item.category","operator":"isAnyOf","value":"{category}","includeSubcategories":true}]}
            """),
        new("reorder", TemplateGroup.Products, [Choice("product", ProductChoices.ListName), Days("since", 60)],
            """
            {"activity":"orders","measure":"daysSinceLast","operator":"greaterThan","value":"{since}",
             "where":[{"field":"item.product","operator":"isAnyOf","value":"{product}"}]}
            """),
        new("crossSell", TemplateGroup.Products, [Choice("category", CategoryChoices.ListName), Days("from", 14), Days("to", 30)],
            """
            {"activity":"orders","measure":"count","operator":"atLeast","value":1,
             "where":[{"field":"item.category","operator":"isAnyOf","value":"{category}","includeSubcategories":true}]},
            {"activity":"orders","measure":"daysSinceLast","operator":"between","value":["{from}","{to}"]}
            """),
        new("highlight", TemplateGroup.Products, [Choice("category", CategoryChoices.ListName), Choice("product", ProductChoices.ListName)],
            """
            {"activity":"orders","measure":"count","operator":"atLeast","value":1,
             "where":[{"field":"item.category","operator":"isAnyOf","value":"{category}","includeSubcategories":true}]},
            {"activity":"orders","measure":"count","operator":"equals","value":0,
             "where":[{"field":"item.product","operator":"isAnyOf","value":"{product}"}]}
            """),
        new("onSale", TemplateGroup.Products, [Choice("product", ProductChoices.ListName)],
            """
            {"activity":"orders","measure":"count","operator":"equals","value":0,
             "where":[{"field":"item.product","operator":"isAnyOf","value":"{product}"}]}
            """),
        new("wishlist", TemplateGroup.Products, [Number("items", 1)],
            """{"activity":"wishlist","measure":"items","operator":"atLeast","value":"{items}"}"""),

        new("birthday", TemplateGroup.Moments, [Days("next", 7)],
            """{"field":"customer.birthday","operator":"inNextAnniversary","value":"{next}"}"""),
        new("newCustomers", TemplateGroup.Moments, [Days("within", 30)],
            """{"field":"customer.registeredOn","operator":"inLast","value":"{within}"}"""),
        new("waitingFirstOrder", TemplateGroup.Moments, [Days("since", 7), Days("within", 60)],
            """
            {"field":"customer.registeredOn","operator":"notInLast","value":"{since}"},
            {"field":"customer.registeredOn","operator":"inLast","value":"{within}"},
            {"activity":"orders","measure":"count","operator":"equals","value":0}
            """),
        new("cartLeft", TemplateGroup.Moments, [Hours("hours", 24), new("days", InputKind.Days, 14, null, 24)],
            """
            {"activity":"cart","measure":"items","operator":"atLeast","value":1},
            {"activity":"cart","measure":"hoursSinceChange","operator":"atLeast","value":"{hours}"},
            {"activity":"cart","measure":"hoursSinceChange","operator":"atMost","value":"{days}"}
            """),

        new("bigSpenderAway", TemplateGroup.WinBack, [Money("spent", 500), Days("since", 90)],
            """
            {"activity":"orders","measure":"daysSinceLast","operator":"greaterThan","value":"{since}"},
            {"activity":"orders","measure":"total","operator":"greaterThan","value":"{spent}"}
            """),
        new("atRiskTop", TemplateGroup.WinBack, [Percent("top", 10), Days("since", 90)],
            """
            {"activity":"orders","measure":"total","operator":"inTop","value":"{top}"},
            {"activity":"orders","measure":"daysSinceLast","operator":"atLeast","value":"{since}"}
            """),
        new("lapsingLoyal", TemplateGroup.WinBack, [Number("orders", 3), Days("from", 90), Days("to", 365)],
            """
            {"activity":"orders","measure":"count","operator":"atLeast","value":"{orders}"},
            {"activity":"orders","measure":"daysSinceLast","operator":"between","value":["{from}","{to}"]}
            """),
        new("oneTime", TemplateGroup.WinBack, [Days("since", 60)],
            """
            {"activity":"orders","measure":"count","operator":"equals","value":1},
            {"activity":"orders","measure":"daysSinceLast","operator":"greaterThan","value":"{since}"}
            """),
        new("sleepingOpportunist", TemplateGroup.WinBack, [Percent("share", 50), Days("since", 120)],
            """
            {"activity":"orders","measure":"discountedShare","operator":"atLeast","value":"{share}"},
            {"activity":"orders","measure":"daysSinceLast","operator":"greaterThan","value":"{since}"}
            """),
        new("lost", TemplateGroup.WinBack, [Days("since", 365)],
            """{"activity":"orders","measure":"daysSinceLast","operator":"greaterThan","value":"{since}"}"""),

        new("couponLover", TemplateGroup.Habits, [Number("coupons", 3), Percent("share", 60)],
            """
            {"match":"any","rules":[
              {"activity":"discounts","measure":"timesUsed","operator":"atLeast","value":"{coupons}",
               "where":[{"field":"order.usedCoupon","operator":"is","value":true}]},
              {"activity":"orders","measure":"discountedShare","operator":"atLeast","value":"{share}"}]}
            """),
        new("reviewer", TemplateGroup.Habits, [Number("reviews", 1)],
            """{"activity":"reviews","measure":"count","operator":"atLeast","value":"{reviews}"}"""),
        new("newsletterNeverBought", TemplateGroup.Habits, [],
            """
            {"field":"customer.newsletter","operator":"is","value":true},
            {"activity":"orders","measure":"count","operator":"equals","value":0}
            """)
    ];

    /// <summary>A template by its name; null when there is none.</summary>
    public static SegmentTemplate? Find(string? name) => All.FirstOrDefault(template => template.Name == name);

    private static TemplateInput Number(string name, decimal value) => new(name, InputKind.Number, value);

    private static TemplateInput Money(string name, decimal value) => new(name, InputKind.Money, value);

    private static TemplateInput Days(string name, decimal value) => new(name, InputKind.Days, value);

    private static TemplateInput Hours(string name, decimal value) => new(name, InputKind.Hours, value);

    private static TemplateInput Percent(string name, decimal value) => new(name, InputKind.Percent, value);

    private static TemplateInput Choice(string name, string list) => new(name, InputKind.Choice, 0, list);
}
