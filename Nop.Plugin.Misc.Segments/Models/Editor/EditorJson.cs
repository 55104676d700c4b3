using System.Text.Json;
using System.Text.Json.Serialization;

namespace Nop.Plugin.Misc.Segments.Models.Editor;

/// <summary>JSON as the rule builder reads it. It may stand in a page as it is: whatever means something in HTML is escaped.</summary>
internal static class EditorJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull
    };

    public static string Write<T>(T value) => JsonSerializer.Serialize(value, Options);
}
