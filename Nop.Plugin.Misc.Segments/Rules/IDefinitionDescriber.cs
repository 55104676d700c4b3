namespace Nop.Plugin.Misc.Segments.Rules;

/// <summary>Says a definition in plain words.</summary>
public interface IDefinitionDescriber
{
    /// <summary>One readable paragraph, without markup; what is missing is named as such.</summary>
    /// <param name="definition">The definition.</param>
    /// <param name="languageId">The language; 0 for the current one.</param>
    Task<string> DescribeAsync(SegmentDefinition definition, int languageId = 0);
}
