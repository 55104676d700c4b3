using Nop.Core.Domain.Customers;
using Nop.Data;
using Nop.Plugin.Misc.Segments.Domain;
using Nop.Plugin.Misc.Segments.Rules.Criteria;
using Nop.Plugin.Misc.Segments.Rules.Criteria.Orders;

namespace Nop.Plugin.Misc.Segments.Rules.Explanation;

/// <summary>Begins inquiries into one customer at a time.</summary>
public sealed class CustomerInquiries(
    SegmentCompiler compiler,
    EvaluationContextFactory contexts,
    OrderQuery orderQuery,
    Population population,
    IRepository<Customer> customers,
    IRepository<SegmentMember> members)
{
    /// <summary>Begins one: the moment stands still from here on.</summary>
    /// <param name="definition">The definition; names have been resolved.</param>
    /// <param name="includeGuests">Whether guests who ordered may match.</param>
    /// <param name="customerId">The customer, who need not exist.</param>
    public async Task<CustomerInquiry> BeginAsync(SegmentDefinition definition, bool includeGuests, int customerId)
    {
        var context = (await contexts.CreateAsync(definition, includeGuests)).With(CustomerScope.Of([customerId]));
        return new CustomerInquiry(compiler, orderQuery, population, members, customers.Table.Where(c => c.Id == customerId), customerId, includeGuests, context);
    }
}

/// <summary>
/// Asks about one customer what a definition asks about all: each condition by the predicate that membership is found with, so that the two cannot differ.
/// </summary>
public sealed class CustomerInquiry
{
    private readonly SegmentCompiler _compiler;
    private readonly OrderQuery _orderQuery;
    private readonly Population _population;
    private readonly IRepository<SegmentMember> _members;
    private readonly IQueryable<Customer> _customer;
    private readonly int _customerId;
    private readonly bool _includeGuests;
    private readonly EvaluationContext _context;

    internal CustomerInquiry(SegmentCompiler compiler, OrderQuery orderQuery, Population population, IRepository<SegmentMember> members,
        IQueryable<Customer> customer, int customerId, bool includeGuests, EvaluationContext context)
    {
        _compiler = compiler;
        _orderQuery = orderQuery;
        _population = population;
        _members = members;
        _customer = customer;
        _customerId = customerId;
        _includeGuests = includeGuests;
        _context = context;
    }

    /// <summary>Whether the segment could mean the customer.</summary>
    public async Task<CustomerStanding> FindStandingAsync()
    {
        if (await _customer.Select(c => new { c.Deleted, c.Active, c.IsSystemAccount }).ToListAsync() is not [var customer])
            return CustomerStanding.NotFound;
        if (customer.Deleted)
            return CustomerStanding.Deleted;
        if (!customer.Active)
            return CustomerStanding.Inactive;
        if (customer.IsSystemAccount)
            return CustomerStanding.SystemAccount;
        if (await (await _population.QueryAsync(false, _context.Scope)).AnyAsync())
            return CustomerStanding.Registered;
        if (!_includeGuests)
            return CustomerStanding.Guest;
        return await (await _population.QueryAsync(true, _context.Scope)).AnyAsync() ? CustomerStanding.GuestWithOrders : CustomerStanding.GuestWithoutOrders;
    }

    /// <summary>The outcome of a group and of all that is in it; what the customer really has only where it is asked for.</summary>
    public async Task<GroupExplanation> AskAsync(RuleGroup group, bool withActual)
    {
        var parts = new List<NodeExplanation>();
        foreach (var rule in group.Rules)
            parts.Add(rule is RuleGroup inner ? await AskAsync(inner, withActual) : await AskConditionAsync(rule, withActual));
        return new GroupExplanation(group, Holds(group.Match, parts), parts);
    }

    /// <summary>What the customer really has of that which a condition asks for.</summary>
    public async Task<ActualValue> FindActualAsync(RuleNode condition) => condition switch
    {
        FieldCondition c => new ActualField(await c.Field.FindAsync(_customer, c, _context)),
        ActivityCondition c when Operator.Ranks.Contains(c.Operator) => new ActualRank(await c.Activity.MeasureAsync(c, _context), _context.Thresholds[c]),
        ActivityCondition c => new ActualNumber(await c.Activity.MeasureAsync(c, _context)),
        OrderCondition c => new ActualOrders(await _orderQuery.LookAtAsync(c, _context)),
        SegmentCondition c => new ActualMembership(await FindMembershipAsync(c.SegmentId)),
        _ => throw new ArgumentOutOfRangeException(nameof(condition), condition, null)
    };

    private async Task<ConditionExplanation> AskConditionAsync(RuleNode condition, bool withActual) => new(
        condition, await _customer.Where(_compiler.Compile(condition, _context)).AnyAsync(), withActual ? await FindActualAsync(condition) : null);

    private async Task<DateOnly?> FindMembershipAsync(int segmentId) =>
        await _members.Table.Where(m => m.SegmentId == segmentId && m.CustomerId == _customerId).Select(m => m.EnteredOnUtc).ToListAsync() is [var since]
            ? _context.Calendar.DayOf(since)
            : null;

    private static bool Holds(GroupMatch match, IReadOnlyList<NodeExplanation> parts) => match switch
    {
        GroupMatch.All => parts.All(part => part.IsMet),
        GroupMatch.Any => parts.Any(part => part.IsMet),
        GroupMatch.None => !parts.Any(part => part.IsMet),
        _ => throw new ArgumentOutOfRangeException(nameof(match), match, null)
    };
}
