using System.IO.Pipelines;
using Nop.Plugin.Misc.Segments.Audiences.Export.Files;

namespace Nop.Plugin.Misc.Segments.Audiences.Export;

/// <summary>Writes the members of a segment into a file while they are read: never more than a page of them is in memory.</summary>
public sealed class MemberExporter(MemberReader reader)
{
    /// <summary>Writes the whole file; answers how many members are in it.</summary>
    /// <param name="segmentId">The segment.</param>
    /// <param name="format">The kind of file.</param>
    /// <param name="columns">Its columns.</param>
    /// <param name="titles">What stands over them.</param>
    /// <param name="timeZone">The time zone in which moments are written.</param>
    /// <param name="output">Where it goes. It is waited for whenever the other side takes less than is written.</param>
    /// <param name="cancellationToken">Ends the writing; what has been written then is no whole file.</param>
    public async Task<int> WriteAsync(
        int segmentId,
        MemberFileFormat format,
        IReadOnlyList<MemberColumn> columns,
        IReadOnlyList<string> titles,
        TimeZoneInfo timeZone,
        PipeWriter output,
        CancellationToken cancellationToken = default)
    {
        var written = 0;
        var values = new object?[columns.Count];
        var file = format.Open(new PipeStream(output));
        file.WriteHeader(titles);
        await foreach (var page in reader.ReadAsync(segmentId, columns.Any(column => column.NeedsOrders), cancellationToken))
        {
            foreach (var member in page.Where(format.Wanted))
            {
                for (var column = 0; column < values.Length; column++)
                    values[column] = ToLocal(columns[column].Value(member), timeZone);
                file.WriteRow(values);
                written++;
            }

            file.Flush();
            await FlushAsync(output, cancellationToken);
        }

        file.Finish();
        await FlushAsync(output, cancellationToken);
        return written;
    }

    private static async Task FlushAsync(PipeWriter output, CancellationToken cancellationToken)
    {
        if ((await output.FlushAsync(cancellationToken)).IsCompleted)
            throw new OperationCanceledException("Nobody takes the file any more.");
    }

    private static object? ToLocal(object? value, TimeZoneInfo timeZone) => value is DateTime utc
        ? TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc), timeZone)
        : value;
}
