using System.Linq.Expressions;
using Nop.Core.Domain.Customers;

namespace Nop.Plugin.Misc.Segments.Rules.Criteria;

/// <summary>Something that a customer is or has.</summary>
public abstract class CustomerField : Criterion
{
    /// <summary>The group under which it is offered, one of <see cref="FieldGroup"/>.</summary>
    public virtual string Group => FieldGroup.Account;

    /// <summary>What can narrow it down; most fields take nothing.</summary>
    public virtual IReadOnlyList<Filter> Filters => [];

    /// <summary>The condition as a predicate that is never unknown.</summary>
    public abstract Expression<Func<Customer, bool>> Build(FieldCondition condition, EvaluationContext context);

    /// <summary>What one customer has, whatever the condition asks for; null for nothing.</summary>
    /// <param name="customer">The query of the customer: one row.</param>
    /// <param name="condition">The condition, whose filters narrow the field down.</param>
    /// <param name="context">The moment.</param>
    public abstract Task<RuleValue?> FindAsync(IQueryable<Customer> customer, FieldCondition condition, EvaluationContext context);
}

/// <summary>The groups under which fields are offered.</summary>
public static class FieldGroup
{
    /// <summary>The account: roles, store, dates.</summary>
    public const string Account = "account";

    /// <summary>Who the customer is and where.</summary>
    public const string Contact = "contact";

    /// <summary>Language, currency, time zone.</summary>
    public const string Preferences = "preferences";

    /// <summary>Activity on the site.</summary>
    public const string Visits = "visits";

    /// <summary>Newsletter, affiliate, lists of addresses.</summary>
    public const string Marketing = "marketing";

    /// <summary>What the shop itself defined.</summary>
    public const string Attributes = "attributes";
}

/// <summary>Fields of which there are as many as the shop defines, such as one for each customer attribute.</summary>
public abstract class FieldFamily
{
    /// <summary>How the names of its fields begin, the colon included, such as <c>customer.attribute:</c>.</summary>
    public abstract string Prefix { get; }

    /// <summary>The field that the rest of a name means: an id or a key, or what a merchant calls it; null when there is none.</summary>
    public abstract Task<CustomerField?> FindAsync(string key);

    /// <summary>All fields that there are now, in the order in which they are offered.</summary>
    public abstract Task<IReadOnlyList<CustomerField>> ListAsync();
}
