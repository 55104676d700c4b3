using System.Linq.Expressions;
using Nop.Core.Domain.Customers;
using Nop.Core.Domain.Messages;
using Nop.Data;

namespace Nop.Plugin.Misc.Segments.Rules.Criteria.Customers;

/// <summary>Whether the customer's e-mail address has an active newsletter subscription; filters narrow it down to types and stores.</summary>
public sealed class NewsletterField(IRepository<NewsLetterSubscription> subscriptions, IEnumerable<SubscriptionFilter> filters) : CustomerYesNoField
{
    /// <inheritdoc />
    public override string Name => "customer.newsletter";

    /// <inheritdoc />
    public override string Group => FieldGroup.Marketing;

    /// <inheritdoc />
    public override IReadOnlyList<Filter> Filters { get; } = filters.ToList();

    /// <inheritdoc />
    public override RuleSources Sources => RuleSources.Newsletter | RuleSources.Profile;

    /// <inheritdoc />
    protected override Expression<Func<Customer, bool>> BuildYes(FieldCondition condition, EvaluationContext context)
    {
        // All filters hold for one and the same subscription.
        var active = condition.Where.Aggregate(
            subscriptions.Table.Where(s => s.Active && s.Email != null),
            (rows, filter) => rows.Where(((SubscriptionFilter)filter.Field).Build(filter.Operator, filter.Value, context)));
        return c => active.Any(s => s.Email == c.Email);
    }
}
