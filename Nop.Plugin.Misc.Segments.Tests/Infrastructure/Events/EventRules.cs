using System.Text.Json;

namespace Nop.Plugin.Misc.Segments.Tests.Infrastructure.Events;

/// <summary>The rules of the tests' segments, one condition each.</summary>
internal static class EventRules
{
    public static string Orders(string measure, double value, params object[] where) => Activity("orders", measure, value, where);

    public static string Activity(string activity, string measure, double value, params object[] where) =>
        Of(new { activity, measure, @operator = "atLeast", value, where });

    public static string Recent(string activity, string measure, double value, string unit, int last) =>
        Of(new { activity, measure, @operator = "atLeast", value, within = new { last, unit } });

    public static string Compared(string activity, string measure, string @operator, double value) => Of(new { activity, measure, @operator, value });

    public static string Field(string field, string @operator, object value) => Of(new { field, @operator, value });

    public static string Field(string field, string @operator) => Of(new { field, @operator });

    public static object Filter(string field, params int[] ids) => new { field, @operator = "isAnyOf", value = ids };

    public static object Yes(string field) => new { field, @operator = "is", value = true };

    public static object Text(string field, string value) => new { field, @operator = "is", value };

    public static object Below(string field, int id) => new { field, @operator = "isAnyOf", value = new[] { id }, includeSubcategories = true };

    private static string Of(object rule) => JsonSerializer.Serialize(new { version = 1, rules = new { match = "all", rules = new[] { rule } } });
}
