using FsCheck;
using FsCheck.Fluent;
using Nop.Plugin.Misc.Segments.Tests.Rules.Naive;

namespace Nop.Plugin.Misc.Segments.Tests.Rules.Generation;

/// <summary>One random shop and several random definitions for it; the same seed gives the same again.</summary>
internal sealed record RandomCase(ulong Seed, NaiveShop Shop, string[] Definitions)
{
    private const int DefinitionsPerShop = 24;
    private const int UsualCases = 4_800;
    private const int DefaultCases = 1_200;
    private const ulong DefaultSeed = 4_339;

    /// <summary>
    /// The cases of a run: SEGMENTS_TEST_CASES says how many, SEGMENTS_TEST_SEED where to begin, as when one that failed is to be seen again.
    /// </summary>
    /// <param name="basics">What the shops have in common.</param>
    /// <param name="usual">How many there are where nothing is said.</param>
    public static IEnumerable<RandomCase> Chosen(ShopBasics basics, int usual = DefaultCases) => From(
        basics,
        ulong.TryParse(Environment.GetEnvironmentVariable("SEGMENTS_TEST_SEED"), out var seed) ? seed : DefaultSeed,
        int.TryParse(Environment.GetEnvironmentVariable("SEGMENTS_TEST_CASES"), out var cases) ? cases : usual);

    /// <summary>Cases for judging without a database, where there is time for more; those of a run for which nothing was chosen come first.</summary>
    public static IEnumerable<RandomCase> Usual(ShopBasics basics) => From(basics, DefaultSeed, UsualCases);

    private static IEnumerable<RandomCase> From(ShopBasics basics, ulong seed, int cases) =>
        Enumerable.Range(0, (cases + DefinitionsPerShop - 1) / DefinitionsPerShop).Select(index => Create(basics, seed + (ulong)index));

    private static RandomCase Create(ShopBasics basics, ulong seed)
    {
        var random = new Rnd(seed);
        var shop = Single(ShopGenerator.Shops(basics), random);
        var definitions = Single(Gen.ArrayOf(new DefinitionGenerator(shop).Definitions, DefinitionsPerShop), random);
        return new RandomCase(seed, shop, definitions);
    }

    private static T Single<T>(Gen<T> generator, Rnd random) => generator.Sample(1, random, 50)[0];
}
