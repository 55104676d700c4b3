using System.Linq.Expressions;

namespace Nop.Plugin.Misc.Segments.Rules.Criteria;

/// <summary>How many rows a customer has.</summary>
public abstract class RowCountMeasure<TRow>(string activityName, string name, RuleSources sources, Expression<Func<TRow, int>> customerId) : Measure<TRow>
{
    /// <inheritdoc />
    public override string ActivityName => activityName;

    /// <inheritdoc />
    public override string Name => name;

    /// <inheritdoc />
    public override ValueKind Kind => ValueKind.Number;

    /// <inheritdoc />
    public override RuleSources Sources => sources;

    /// <inheritdoc />
    public override bool IsZeroForNothing => true;

    /// <inheritdoc />
    public override bool CountsRows => true;

    /// <inheritdoc />
    public override CustomerNumbers Of(IQueryable<TRow> rows, EvaluationContext context) => new WholeNumbers<TRow>(rows.GroupBy(customerId), g => g.Count());
}
