using System.Collections.Concurrent;
using System.Globalization;
using System.Linq.Expressions;
using Nop.Core.Domain.Customers;
using Nop.Core.Domain.Orders;
using Nop.Plugin.Misc.Segments.Rules;
using Nop.Plugin.Misc.Segments.Rules.Criteria;
using Nop.Plugin.Misc.Segments.Rules.Criteria.Customers;

namespace Nop.Plugin.Misc.Segments.Tests.Membership;

/// <summary>Says who matches by plain sets. A definition is a word: what it reads, or "segment" and the ids of others, or "role" and its id, and a name that may follow after a colon.</summary>
internal sealed class FakeEvaluator : ISegmentEvaluator
{
    private readonly ConcurrentDictionary<string, SegmentDefinition> _definitions = new();

    /// <summary>Who matches, by definition.</summary>
    public Dictionary<string, HashSet<int>> Matches { get; } = [];

    /// <summary>What the shop no longer has, by definition.</summary>
    public Dictionary<string, string> Missing { get; } = [];

    /// <summary>The customers that there are.</summary>
    public (int From, int To) IdRange { get; set; } = (0, -1);

    /// <summary>Runs before each answer; may throw.</summary>
    public Func<string, Task> Before { get; set; } = _ => Task.CompletedTask;

    /// <summary>Runs after each answer was found and before it is given.</summary>
    public Func<Task> After { get; set; } = () => Task.CompletedTask;

    /// <summary>Customers whose data no definition can be evaluated on.</summary>
    public HashSet<int> Poison { get; } = [];

    /// <summary>What was asked: the definition, and the scope.</summary>
    public ConcurrentQueue<(string Definition, CustomerScope Scope)> Asked { get; } = new();

    public Task<SegmentDefinition> ReadAsync(string json) => json.StartsWith("unreadable", StringComparison.Ordinal)
        ? throw new DefinitionException("rules", "is unreadable.")
        : Task.FromResult(_definitions.GetOrAdd(json, key => new SegmentDefinition(1, new RuleGroup(GroupMatch.All, NodesOf(key.Split(':')[0])))));

    public Task<SegmentDefinition> ResolveNamesAsync(SegmentDefinition definition) => Task.FromResult(definition);

    public Task<IReadOnlyList<DefinitionError>> FindMissingAsync(SegmentDefinition definition) =>
        Task.FromResult<IReadOnlyList<DefinitionError>>(Missing.TryGetValue(KeyOf(definition), out var what) ? [new DefinitionError("rules[0]", what)] : []);

    public async Task<IReadOnlyDictionary<SegmentDefinition, IReadOnlyList<DefinitionError>>> FindMissingAsync(IReadOnlyCollection<SegmentDefinition> definitions)
    {
        var missing = new Dictionary<SegmentDefinition, IReadOnlyList<DefinitionError>>();
        foreach (var definition in definitions)
            if (await FindMissingAsync(definition) is { Count: > 0 } errors)
                missing[definition] = errors;
        return missing;
    }

    public Task RenewRanksAsync(SegmentDefinition definition, bool includeGuests) => Task.CompletedTask;

    public async Task<List<int>> FindMatchesAsync(
        SegmentDefinition definition, bool includeGuests, CustomerScope scope, CancellationToken cancellationToken = default)
    {
        var key = KeyOf(definition);
        Asked.Enqueue((key, scope));
        await Before(key);
        if (Poison.Any(Looks))
            throw new InvalidOperationException("Overflow.");
        var matches = Matches.GetValueOrDefault(key, []).Where(Looks).Order().ToList();
        await After();
        return matches;

        bool Looks(int id) => scope.Ids is { } ids ? ids.Contains(id) : id >= scope.From && id <= scope.To;
    }

    public Task<(int From, int To)> GetIdRangeAsync() => Task.FromResult(IdRange);

    public Task<int> CountAsync(SegmentDefinition definition, bool includeGuests, CancellationToken cancellationToken = default) =>
        Task.FromResult(Matches[KeyOf(definition)].Count);

    public Task<int> CountPopulationAsync(bool includeGuests, CancellationToken cancellationToken = default) => Task.FromResult(IdRange.To - IdRange.From + 1);

    public Task<List<int>> SampleAsync(SegmentDefinition definition, bool includeGuests, int count, CancellationToken cancellationToken = default) =>
        Task.FromResult(Matches[KeyOf(definition)].Take(count).ToList());

    private string KeyOf(SegmentDefinition definition) => _definitions.Single(entry => ReferenceEquals(entry.Value, definition)).Key;

    private static IReadOnlyList<RuleNode> NodesOf(string word) => word switch
    {
        "profile" => [],
        "orders" => [new OrderCondition(OrderQuantifier.Every, [], null)],
        "daily" => [new OrderCondition(OrderQuantifier.Every, [], new LastWindow(30, TimeUnit.Day))],
        "hourly" => [new OrderCondition(OrderQuantifier.Every, [], new LastWindow(30, TimeUnit.Hour))],
        "catalog" => [new OrderCondition(OrderQuantifier.Every, [new FilterCondition(new CatalogFilter(), RuleOperator.Is, null)], null)],
        _ when Enum.TryParse<RuleSources>(word, true, out var sources) => [new FieldCondition(new SourceField(sources), RuleOperator.Is, null, [])],
        _ when word.StartsWith("segment ", StringComparison.Ordinal) => word["segment ".Length..].Split(' ')
            .Select(id => (RuleNode)new SegmentCondition(new Choice(int.Parse(id, CultureInfo.InvariantCulture), null), RuleOperator.Is)).ToList(),
        _ when word.StartsWith("role ", StringComparison.Ordinal) =>
        [
            new FieldCondition(
                new RoleField(null!), RuleOperator.IsAnyOf, new ChoiceValue([new Choice(int.Parse(word["role ".Length..], CultureInfo.InvariantCulture), null)]), [])
        ],
        _ => throw new ArgumentOutOfRangeException(nameof(word), word, null)
    };

    private sealed class CatalogFilter : OrderFilter
    {
        public override string Name => "test.catalog";
        public override ValueKind Kind => ValueKind.YesNo;
        public override RuleSources Sources => RuleSources.Orders | RuleSources.Catalog;
        public override Expression<Func<Order, bool>> Build(RuleOperator ruleOperator, RuleValue? value, EvaluationContext context) => _ => true;
    }

    private sealed class SourceField(RuleSources sources) : CustomerField
    {
        public override string Name => "test.source";
        public override ValueKind Kind => ValueKind.YesNo;
        public override RuleSources Sources => sources;
        public override Expression<Func<Customer, bool>> Build(FieldCondition condition, EvaluationContext context) => _ => true;
        public override Task<RuleValue?> FindAsync(IQueryable<Customer> customer, FieldCondition condition, EvaluationContext context) => Task.FromResult<RuleValue?>(null);
    }
}
