using Nop.Plugin.Misc.Segments.Tests.Rules.Generation;
using Nop.Plugin.Misc.Segments.Tests.Rules.Naive;

namespace Nop.Plugin.Misc.Segments.Tests.Rules;

/// <summary>The random cases are worth something only if they tell a wrong evaluator from a right one: each slip must show within them.</summary>
[TestFixture]
public class MutationTests
{
    private static readonly Lazy<List<(RandomCase Case, List<int>[] Matches, List<int>[] WithGuests)>> _truth = new(() => RandomCase.Usual(ShopBasics.Plain)
        .Select(one => (one, Judge(new NaiveEvaluator(one.Shop), one, false), Judge(new NaiveEvaluator(one.Shop), one, true)))
        .ToList());

    /// <summary>So many differences are enough to have found a slip; to look for more takes longer and says no more.</summary>
    private const int Enough = 20;

    private static IEnumerable<TestCaseData> Names => Slips.All.Keys.Select(name => new TestCaseData(name).SetArgDisplayNames(name));

    [TestCaseSource(nameof(Names))]
    public void Random_cases_find_the_slip(string name)
    {
        var found = 0;
        foreach (var (one, matches, withGuests) in _truth.Value)
        {
            var wrong = Slips.All[name](one.Shop);
            found += Differences(Judge(wrong, one, false), matches) + Differences(Judge(wrong, one, true), withGuests);
            if (found >= Enough)
                break;
        }

        TestContext.Out.WriteLine($"{name}: {found} differences{(found >= Enough ? " or more" : "")}.");
        Assert.That(found, Is.Positive);
    }

    [Test]
    public void Random_definitions_match_some_customers_and_spare_others()
    {
        var some = 0;
        var all = 0;
        foreach (var (one, matches, _) in _truth.Value)
        {
            var population = new NaiveEvaluator(one.Shop).FindPopulation(false).Count;
            some += matches.Count(ids => ids.Count > 0 && ids.Count < population);
            all += matches.Length;
        }

        TestContext.Out.WriteLine($"{some} of {all} definitions tell customers apart.");
        Assert.That(some, Is.GreaterThan(all * 0.4));
    }

    private static List<int>[] Judge(NaiveEvaluator evaluator, RandomCase one, bool includeGuests) =>
        one.Definitions.Select(json => evaluator.FindMatches(json, includeGuests)).ToArray();

    private static int Differences(List<int>[] some, List<int>[] others) => some.Zip(others).Count(pair => !pair.First.SequenceEqual(pair.Second));
}
