using System.Diagnostics;
using System.Globalization;

namespace Segments.Benchmarks;

/// <summary>The same in a few seconds: the request's one query, and all that is ours after it.</summary>
internal static class DiscountsReport
{
    private const int Rounds = 2_000;

    /// <summary>Measures and writes.</summary>
    public static async Task WriteAsync(TextWriter output)
    {
        await using var page = await DiscountPage.CreateAsync();
        var first = new double[Rounds];
        var rest = new double[Rounds];
        var granted = 0;
        // Twice: the code is compiled well only after a while.
        for (var round = 0; round < 2 * Rounds; round++)
        {
            await using var request = page.Begin();
            var start = Stopwatch.GetTimestamp();
            await request.AskOnceAsync();
            var middle = Stopwatch.GetTimestamp();
            granted = await request.PriceAsync();
            first[round % Rounds] = Stopwatch.GetElapsedTime(start, middle).TotalMicroseconds;
            rest[round % Rounds] = Stopwatch.GetElapsedTime(middle).TotalMicroseconds;
        }

        const int questions = DiscountPage.Products * DiscountPage.Discounts;
        await LineAsync(output, $"A page of {DiscountPage.Products} products with {DiscountPage.Discounts} discounts for segments: {questions} questions, {granted} times yes");
        await LineAsync(output, $"The first question, with the one query, on SQLite: {Median(first):0} microseconds");
        await LineAsync(output, $"All {questions} after it: {Median(rest):0.0} microseconds (of a hundred pages the slowest but five: {At(rest, 0.95):0.0})");
    }

    private static Task LineAsync(TextWriter output, FormattableString line) => output.WriteLineAsync(line.ToString(CultureInfo.InvariantCulture));

    private static double Median(double[] values) => At(values, 0.5);

    private static double At(double[] values, double share) => values.Order().ElementAt((int)(values.Length * share));
}
