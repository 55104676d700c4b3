using System.Diagnostics;
using System.Globalization;
using System.IO.Pipelines;
using Nop.Plugin.Misc.Segments.Audiences.Export;
using Shop.Demo;

namespace Segments.Benchmarks;

/// <summary>A million members written as each kind of file: how long, how much, and how much memory at most.</summary>
internal static class ExportReport
{
    private const int Members = 1_000_000;

    /// <summary>Measures and writes.</summary>
    public static Task WriteAsync(TextWriter output) =>
        BenchmarkShop.OnEachAsync(new DemoOptions(10, 10, 490), (database, shop) => RunAsync(output, database, shop));

    private static async Task RunAsync(TextWriter output, string database, BenchmarkShop shop)
    {
        var segmentId = await LargeSegment.FillAsync(shop, Members);
        foreach (var kind in Enum.GetValues<MemberFileKind>())
        {
            var format = MemberFileFormat.Of(kind);
            var columns = format.FixedColumns ?? MemberColumns.All;
            var before = GC.GetTotalMemory(true);
            var target = new MeasuringStream();
            var watch = Stopwatch.StartNew();
            var written = await shop.Get<MemberExporter>().WriteAsync(
                segmentId, format, columns, [.. columns.Select(column => column.Name)], TimeZoneInfo.Utc, PipeWriter.Create(target));
            await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture,
                $"{kind} on {database}: {written:N0} members, {columns.Count} columns, {target.Length / 1e6:0} MB in {watch.Elapsed.TotalSeconds:0} s; at most {(target.MostMemory - before) / 1e6:0} MB more in memory, garbage included"));
        }
    }

    /// <summary>Takes everything and keeps nothing but how much it was, and how much memory was in use meanwhile.</summary>
    private sealed class MeasuringStream : Stream
    {
        private long _length;

        public long MostMemory { get; private set; }

        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => _length;

        public override long Position
        {
            get => _length;
            set => throw new NotSupportedException();
        }

        public override void Write(byte[] buffer, int offset, int count)
        {
            _length += count;
            MostMemory = Math.Max(MostMemory, GC.GetTotalMemory(false));
        }

        public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
        {
            Write(buffer, offset, count);
            return Task.CompletedTask;
        }

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            Write([], 0, buffer.Length);
            return ValueTask.CompletedTask;
        }

        public override void Flush()
        {
        }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();
    }
}
