using Nop.Plugin.Misc.Segments.Rules;
using Nop.Plugin.Misc.Segments.Rules.Criteria;
using Nop.Plugin.Misc.Segments.Tests.Rules.Generation;
using Shop.Demo;

namespace Segments.Benchmarks;

/// <summary>The largest definition there may be, and all that it takes to compile it without a word to the database.</summary>
internal sealed class HundredConditions
{
    /// <summary>The size of the shop.</summary>
    public static readonly DemoOptions Size = new(3_000, 12_000, 490);

    private readonly BenchmarkShop _shop;
    private readonly DefinitionReader _reader;
    private readonly SegmentCompiler _compiler;
    private readonly EvaluationContext _context;
    private readonly SegmentDefinition _definition;
    private readonly CustomerScope _everybody;

    private HundredConditions(BenchmarkShop shop, string json, SegmentDefinition definition, EvaluationContext context, CustomerScope everybody)
    {
        _shop = shop;
        _reader = shop.Get<DefinitionReader>();
        _compiler = shop.Get<SegmentCompiler>();
        _definition = definition;
        _everybody = everybody;
        _context = context.With(everybody);
        Json = json;
    }

    /// <summary>The definition's text.</summary>
    public string Json { get; }

    /// <summary>A hundred conditions, or as many with filters as make a hundred together, in a shop, which they do not own.</summary>
    public static async Task<HundredConditions> InAsync(BenchmarkShop shop, bool withFilters)
    {
        var catalogue = shop.Get<CriteriaCatalogue>();
        var json = withFilters ? ConditionSamples.MostConditionsAndFilters(catalogue) : ConditionSamples.MostConditions(catalogue);
        var evaluator = shop.Get<ISegmentEvaluator>();
        var definition = await evaluator.ReadAsync(json);
        await evaluator.RenewRanksAsync(definition, false);
        var (from, to) = await evaluator.GetIdRangeAsync();
        var context = await shop.Get<EvaluationContextFactory>().CreateAsync(definition, false);
        return new HundredConditions(shop, json, definition, context, CustomerScope.Range(from, to));
    }

    /// <summary>From text to definition.</summary>
    public SegmentDefinition Read() => _reader.ReadAsync(Json).GetAwaiter().GetResult();

    /// <summary>From definition to predicate.</summary>
    public object Compile() => _compiler.Compile(_definition, _context);

    /// <summary>How many customers there are in the segment, by its SQL.</summary>
    public async Task<int> RunAsync() => (await _shop.Get<ISegmentEvaluator>().FindMatchesAsync(_definition, false, _everybody)).Count;
}
