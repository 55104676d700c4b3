using FsCheck;
using FsCheck.Fluent;
using Nop.Plugin.Misc.Segments.Tests.Rules.Naive;

namespace Nop.Plugin.Misc.Segments.Tests.Rules.Generation;

/// <summary>One random shop and several random definitions for it; the same seed gives the same again.</summary>
internal sealed record RandomCase(ulong Seed, NaiveShop Shop, string[] Definitions)
{
    private const int DefinitionsPerShop = 12;
    private const int DefaultCases = 480;
    private const ulong DefaultSeed = 4_339;

    /// <summary>How many definitions are tried; SEGMENTS_TEST_CASES says otherwise.</summary>
    public static int Cases => int.TryParse(Environment.GetEnvironmentVariable("SEGMENTS_TEST_CASES"), out var cases) ? cases : DefaultCases;

    /// <summary>Where to begin; SEGMENTS_TEST_SEED says otherwise, as when a case that failed is to be seen again.</summary>
    public static ulong FirstSeed => ulong.TryParse(Environment.GetEnvironmentVariable("SEGMENTS_TEST_SEED"), out var seed) ? seed : DefaultSeed;

    /// <summary>All the cases of a run.</summary>
    public static IEnumerable<RandomCase> All(ShopBasics basics, int? cases = null)
    {
        var shops = ((cases ?? Cases) + DefinitionsPerShop - 1) / DefinitionsPerShop;
        for (var index = 0; index < shops; index++)
            yield return Create(basics, FirstSeed + (ulong)index);
    }

    private static RandomCase Create(ShopBasics basics, ulong seed)
    {
        var random = new Rnd(seed);
        var shop = Single(ShopGenerator.Shops(basics), random);
        var definitions = Single(Gen.ArrayOf(new DefinitionGenerator(shop).Definitions, DefinitionsPerShop), random);
        return new RandomCase(seed, shop, definitions);
    }

    private static T Single<T>(Gen<T> generator, Rnd random) => generator.Sample(1, random, 50)[0];
}
