using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Nop.Web.Framework.TagHelpers.Admin;

/// <summary>Which input suits a field: by the template it asks for, else by its type.</summary>
internal sealed record EditorKind(string InputType, string Step = null)
{
    private const string DateFormat = "yyyy-MM-dd";
    private const string DateTimeFormat = "yyyy-MM-ddTHH:mm:ss";

    public static readonly EditorKind Text = new("text");
    public static readonly EditorKind TextArea = new("textarea");
    public static readonly EditorKind Checkbox = new("checkbox");
    public static readonly EditorKind YesNoOrNeither = new("select");

    public static EditorKind Of(ModelMetadata metadata, string template)
    {
        return ByTemplate(template ?? metadata.TemplateHint ?? metadata.DataTypeName) ?? ByType(metadata);
    }

    private static EditorKind ByTemplate(string template)
    {
        return template switch
        {
            "Date" or "DateNullable" => new EditorKind("date"),
            "DateTime" or "DateTimeNullable" => new EditorKind("datetime-local", "1"),
            "Int32" or "Int32Nullable" => new EditorKind("number", "1"),
            "Decimal" or "DecimalNullable" or "Double" or "DoubleNullable" => new EditorKind("number", "any"),
            "Password" => new EditorKind("password"),
            "EmailAddress" or "Email" => new EditorKind("email"),
            "RichEditor" or "MultilineText" => TextArea,
            _ => null
        };
    }

    private static EditorKind ByType(ModelMetadata metadata)
    {
        if (metadata.ModelType == typeof(bool?))
            return YesNoOrNeither;

        return Type.GetTypeCode(metadata.UnderlyingOrModelType) switch
        {
            TypeCode.Boolean => Checkbox,
            TypeCode.DateTime => new EditorKind("datetime-local", "1"),
            TypeCode.Byte or TypeCode.Int16 or TypeCode.Int32 or TypeCode.Int64 when !metadata.IsEnum => new EditorKind("number", "1"),
            TypeCode.Decimal or TypeCode.Double or TypeCode.Single => new EditorKind("number", "any"),
            _ => Text
        };
    }

    /// <summary>The value as the browser's input wants it, whatever the culture.</summary>
    public object ValueOf(object model)
    {
        return (InputType, model) switch
        {
            ("date", DateTime date) => date.ToString(DateFormat, CultureInfo.InvariantCulture),
            ("datetime-local", DateTime date) => date.ToString(DateTimeFormat, CultureInfo.InvariantCulture),
            ("number", IFormattable number) => number.ToString(null, CultureInfo.InvariantCulture),
            _ => model
        };
    }
}
