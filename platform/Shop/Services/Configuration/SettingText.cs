using System.Collections;
using System.ComponentModel;
using System.Globalization;

namespace Shop.Services.Configuration;

/// <summary>Values of settings as text and back; lists are separated by commas.</summary>
internal static class SettingText
{
    public static string Of(object? value)
    {
        return value switch
        {
            null => "",
            string text => text,
            IEnumerable list => string.Join(",", list.Cast<object>().Select(Of)),
            IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
            _ => value.ToString() ?? ""
        };
    }

    /// <summary>Whether the text is a value of the type.</summary>
    public static bool TryParse(string text, Type type, out object? value)
    {
        value = null;
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(List<>))
        {
            var list = (IList)Activator.CreateInstance(type)!;
            foreach (var part in text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
                if (TryParse(part, type.GetGenericArguments()[0], out var item))
                    list.Add(item);
            value = list;
            return true;
        }

        try
        {
            var converter = TypeDescriptor.GetConverter(type);
            if (!converter.CanConvertFrom(typeof(string)))
                return false;
            value = converter.ConvertFromInvariantString(text);
            return true;
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException or NotSupportedException)
        {
            return false;
        }
    }
}
