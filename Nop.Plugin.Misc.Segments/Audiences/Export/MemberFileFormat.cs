using Nop.Plugin.Misc.Segments.Audiences.Export.Advertising;
using Nop.Plugin.Misc.Segments.Audiences.Export.Files;

namespace Nop.Plugin.Misc.Segments.Audiences.Export;

/// <summary>How the members are written as a kind of file.</summary>
/// <param name="Extension">The end of its name, with the point.</param>
/// <param name="ContentType">What it is to a browser.</param>
/// <param name="FixedColumns">The columns that its reader wants; null when the merchant chooses them.</param>
/// <param name="Wanted">Whether a member belongs into it.</param>
/// <param name="Open">Begins it.</param>
public sealed record MemberFileFormat(
    string Extension,
    string ContentType,
    IReadOnlyList<MemberColumn>? FixedColumns,
    Func<ExportedMember, bool> Wanted,
    Func<Stream, IMemberFile> Open)
{
    private const string CsvType = "text/csv; charset=utf-8";
    private const string XlsxType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>The format of a kind of file.</summary>
    public static MemberFileFormat Of(MemberFileKind kind) => kind switch
    {
        MemberFileKind.Csv => new(".csv", CsvType, null, _ => true, stream => new CsvFile(stream, byteOrderMark: true)),
        MemberFileKind.Xlsx => new(".xlsx", XlsxType, null, _ => true, stream => new XlsxFile(stream)),
        MemberFileKind.GoogleAds => new(
            "-google-ads.csv", CsvType, GoogleAdsColumns.All, GoogleAdsColumns.CanBeFound, stream => new CsvFile(stream, byteOrderMark: false)),
        MemberFileKind.Meta => new("-meta.csv", CsvType, MetaColumns.All, MetaColumns.CanBeFound, stream => new CsvFile(stream, byteOrderMark: false)),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null)
    };
}
