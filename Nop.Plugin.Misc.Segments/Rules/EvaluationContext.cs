namespace Nop.Plugin.Misc.Segments.Rules;

/// <summary>What the predicates of one evaluation share.</summary>
public sealed class EvaluationContext
{
    /// <summary>The moment, in the shop's own days.</summary>
    public required ShopCalendar Calendar { get; init; }

    /// <summary>The customers that are looked at: every inner query is narrowed to their rows. Null for all.</summary>
    public CustomerScope? Scope { get; init; }

    /// <summary>The ids of each category's subcategories; filled when the definition asks for subcategories.</summary>
    public required ILookup<int, int> Subcategories { get; init; }

    /// <summary>What chosen categories stand for: themselves, and all that is below them where the value says so.</summary>
    public Func<IEnumerable<int>, List<int>>? WidenerOf(RuleValue? categories) => categories is ChoiceValue { IncludeSubcategories: true } ? WithSubcategories : null;

    /// <summary>For each condition that ranks customers: the number of the last one who is in; null when nobody is.</summary>
    public IReadOnlyDictionary<ActivityCondition, decimal?> Thresholds { get; init; } = new Dictionary<ActivityCondition, decimal?>();

    /// <summary>The same at the same moment for some customers.</summary>
    public EvaluationContext With(CustomerScope? scope, IReadOnlyDictionary<ActivityCondition, decimal?>? thresholds = null) =>
        new() { Calendar = Calendar, Subcategories = Subcategories, Scope = scope, Thresholds = thresholds ?? Thresholds };

    private List<int> WithSubcategories(IEnumerable<int> ids)
    {
        var all = new HashSet<int>();
        var open = new Stack<int>(ids);
        while (open.TryPop(out var id))
            if (all.Add(id))
                foreach (var child in Subcategories[id])
                    open.Push(child);
        return all.Order().ToList();
    }
}
