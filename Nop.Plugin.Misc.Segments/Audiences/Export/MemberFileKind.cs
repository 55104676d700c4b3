namespace Nop.Plugin.Misc.Segments.Audiences.Export;

/// <summary>What the members of a segment are written as.</summary>
public enum MemberFileKind
{
    /// <summary>A text file with commas, for any program.</summary>
    Csv,

    /// <summary>A workbook.</summary>
    Xlsx,

    /// <summary>An audience for Google Ads, in its column names; what tells who somebody is is hashed.</summary>
    GoogleAds,

    /// <summary>An audience for Facebook and Instagram, in Meta's column names, all hashed.</summary>
    Meta
}
