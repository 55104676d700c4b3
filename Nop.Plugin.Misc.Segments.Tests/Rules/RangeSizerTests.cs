using Nop.Plugin.Misc.Segments.Rules;

namespace Nop.Plugin.Misc.Segments.Tests.Rules;

[TestFixture]
public class RangeSizerTests
{
    [Test]
    public void Larger_ranges_are_kept_when_they_are_worth_it()
    {
        var sizer = new RangeSizer(null);
        Assert.That(sizer.Size, Is.EqualTo(20_000));
        sizer.Took(TimeSpan.FromSeconds(0.7));
        Assert.That(sizer.Size, Is.EqualTo(250_000));
        sizer.Took(TimeSpan.FromSeconds(2.8));
        Assert.That(sizer.Size, Is.EqualTo(1_000_000));
        sizer.Took(TimeSpan.FromSeconds(15));
        Assert.That(sizer.Size, Is.EqualTo(250_000), "not cheaper for each");
        sizer.Took(TimeSpan.FromSeconds(0.1));
        Assert.That(sizer.Size, Is.EqualTo(250_000), "settled");
    }

    [Test]
    public void What_would_take_too_long_is_not_begun()
    {
        var sizer = new RangeSizer(null);
        sizer.Took(TimeSpan.FromSeconds(7));
        Assert.That(sizer.Size, Is.EqualTo(20_000));
        Assert.That(sizer.TryShrink(), Is.False);
    }

    [Test]
    public void Where_a_large_range_might_take_too_long_a_medium_one_is_tried_first()
    {
        var sizer = new RangeSizer(null);
        sizer.Took(TimeSpan.FromSeconds(2.7));
        Assert.That(sizer.Size, Is.EqualTo(62_500));
        sizer.Took(TimeSpan.FromSeconds(3.5));
        Assert.That(sizer.Size, Is.EqualTo(250_000), "the small one cost nearly as much");
        sizer.Took(TimeSpan.FromSeconds(12));
        Assert.That(sizer.Size, Is.EqualTo(250_000), "all at once would take too long");
        Assert.That(sizer.TryShrink());
        Assert.That(sizer.Size, Is.EqualTo(62_500));
    }

    [Test]
    public void Two_sizes_tell_what_a_range_costs_and_what_a_customer()
    {
        var sizer = new RangeSizer(null);
        sizer.Took(TimeSpan.FromSeconds(2.7));
        sizer.Took(TimeSpan.FromSeconds(4.6));
        Assert.That(sizer.Size, Is.EqualTo(250_000), "about 13 seconds");
        sizer.Took(TimeSpan.FromSeconds(6));
        Assert.That(sizer.Size, Is.EqualTo(1_000_000), "about 12 seconds, though each customer took 24 microseconds so far");
    }

    [Test]
    public void What_took_too_long_is_made_smaller_for_good()
    {
        var sizer = new RangeSizer(null);
        sizer.Took(TimeSpan.FromMilliseconds(5));
        sizer.Took(TimeSpan.FromMilliseconds(5));
        Assert.That(sizer.Size, Is.EqualTo(1_000_000));
        Assert.That(sizer.TryShrink(), Is.True);
        sizer.Took(TimeSpan.FromMilliseconds(5));
        Assert.That(sizer.Size, Is.EqualTo(250_000));
    }

    [TestCase(GroupMatch.All, 1_000_000)]
    [TestCase(GroupMatch.Any, 1_000_000)]
    [TestCase(GroupMatch.None, 125_000)]
    public void What_is_hard_in_large_numbers_stays_smaller(GroupMatch match, int largest)
    {
        var sizer = new RangeSizer(new SegmentDefinition(1, new RuleGroup(match, [])));
        for (var i = 0; i < 5; i++)
            sizer.Took(TimeSpan.FromMilliseconds(1));
        Assert.That(sizer.Size, Is.EqualTo(largest));
    }
}
