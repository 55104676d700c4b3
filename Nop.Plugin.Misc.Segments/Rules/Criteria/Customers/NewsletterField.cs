using System.Linq.Expressions;
using Nop.Core.Domain.Customers;
using Nop.Core.Domain.Messages;
using Nop.Data;

namespace Nop.Plugin.Misc.Segments.Rules.Criteria.Customers;

/// <summary>Whether the customer's e-mail address has an active newsletter subscription, in whichever store and of whichever type.</summary>
public sealed class NewsletterField(IRepository<NewsLetterSubscription> subscriptions) : CustomerField
{
    /// <inheritdoc />
    public override string Name => "customer.newsletter";

    /// <inheritdoc />
    public override ValueKind Kind => ValueKind.YesNo;

    /// <inheritdoc />
    public override RuleSources Sources => RuleSources.Newsletter | RuleSources.Profile;

    /// <inheritdoc />
    public override Expression<Func<Customer, bool>> Build(RuleOperator ruleOperator, RuleValue? value, EvaluationContext context)
    {
        var table = subscriptions.Table;
        Expression<Func<Customer, bool>> subscribed = c => table.Any(s => s.Active && s.Email != null && s.Email == c.Email);
        return ((YesNoValue)value!).Yes ? subscribed : subscribed.Not();
    }
}
