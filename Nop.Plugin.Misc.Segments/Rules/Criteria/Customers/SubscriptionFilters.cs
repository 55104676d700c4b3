using System.Linq.Expressions;
using Nop.Core.Domain.Messages;
using Nop.Plugin.Misc.Segments.Rules.Choices;

namespace Nop.Plugin.Misc.Segments.Rules.Criteria.Customers;

/// <summary>A single choice by an id that stands in a column of the newsletter subscription.</summary>
public abstract class SubscriptionChoiceFilter(string name, string list, Expression<Func<NewsLetterSubscription, int>> id) : SubscriptionFilter
{
    /// <inheritdoc />
    public override string Name => name;

    /// <inheritdoc />
    public override ValueKind Kind => ValueKind.Choice;

    /// <inheritdoc />
    public override string ChoiceList => list;

    /// <inheritdoc />
    public override Expression<Func<NewsLetterSubscription, bool>> Build(RuleOperator ruleOperator, RuleValue? value, EvaluationContext context) =>
        ChoiceTest.Build(id, ruleOperator, value);
}

/// <summary>The kind of newsletter.</summary>
public sealed class NewsletterTypeFilter() : SubscriptionChoiceFilter("newsletter.type", NewsletterTypeChoices.ListName, s => s.TypeId);

/// <summary>The store whose newsletter it is.</summary>
public sealed class NewsletterStoreFilter() : SubscriptionChoiceFilter("newsletter.store", StoreChoices.ListName, s => s.StoreId);
