using Segments.Benchmarks.Scale.Measurements;

namespace Nop.Plugin.Misc.Segments.Tests.Benchmarks;

/// <summary>Percentiles of measured values.</summary>
public class PercentileTests
{
    [TestCase(0, 1)]
    [TestCase(50, 2.5)]
    [TestCase(90, 3.7)]
    [TestCase(100, 4)]
    public void Between_two_values_it_goes_straight(double percent, double expected) =>
        Assert.That(Percentile.Of([4, 1, 3, 2], percent), Is.EqualTo(expected).Within(1e-9));

    [Test]
    public void One_value_is_all_of_them() => Assert.That(Percentile.Of([7], 99), Is.EqualTo(7));

    [Test]
    public void The_median_is_the_one_in_the_middle() => Assert.That(Percentile.Median([30, 10, 20]), Is.EqualTo(20));
}
