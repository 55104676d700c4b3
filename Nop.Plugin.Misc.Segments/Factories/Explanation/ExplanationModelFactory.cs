using Nop.Core.Domain.Customers;
using Nop.Data;
using Nop.Plugin.Misc.Segments.Domain;
using Nop.Plugin.Misc.Segments.Models.Explanation;
using Nop.Plugin.Misc.Segments.Rules;
using Nop.Plugin.Misc.Segments.Rules.Explanation;

namespace Nop.Plugin.Misc.Segments.Factories.Explanation;

/// <summary>Prepares the answer to "is this customer in, and why?".</summary>
public sealed class ExplanationModelFactory(
    DisplayFormats formats,
    IExplanationDescriber describer,
    ISegmentEvaluator evaluator,
    ISegmentExplainer explainer,
    IRepository<Customer> customers,
    IRepository<SegmentMember> members)
{
    private const string Prefix = $"{SegmentsDefaults.ResourcePrefix}.Why.";

    /// <summary>The answer for one segment and one customer, who need not exist.</summary>
    public async Task<ExplanationModel> PrepareAsync(Segment segment, int customerId)
    {
        var since = await members.Table.Where(m => m.SegmentId == segment.Id && m.CustomerId == customerId).Select(m => m.EnteredOnUtc).ToListAsync();
        var model = new ExplanationModel
        {
            Membership = since is [var entered]
                ? await formats.FormatAsync($"{Prefix}Member.Since", await formats.MomentAsync(entered))
                : await formats.TextAsync($"{Prefix}Member.Not")
        };

        if (await FindDefinitionAsync(segment) is not { } definition)
            return model with { Note = await formats.TextAsync("Plugins.Misc.Segments.Words.Unreadable") };
        if ((await evaluator.FindMissingAsync(definition)).Count > 0)
            return model with { Note = await formats.TextAsync($"{Prefix}Gone") };

        var explanation = await explainer.ExplainAsync(definition, segment.IncludeGuests, customerId);
        var (asked, unwanted) = (await formats.TextAsync($"{Prefix}Asked"), await formats.TextAsync($"{Prefix}Unwanted"));
        return model with
        {
            Matches = explanation.IsMet,
            Answer = await formats.FormatAsync(Prefix + (explanation.IsMet ? "In" : "Out"), await NameAsync(customerId)),
            Standing = explanation.Standing.IsMeant() ? string.Empty : await formats.TextAsync($"{Prefix}Standing.{explanation.Standing}"),
            Note = explanation.IsMet == since.Count > 0
                ? string.Empty
                : await formats.TextAsync(Prefix + (segment.Active ? "Differs" : "Differs.Inactive")),
            Rules = Prepare(await describer.DescribeAsync(explanation.Rules), asked, unwanted)
        };
    }

    private async Task<SegmentDefinition?> FindDefinitionAsync(Segment segment)
    {
        try
        {
            return await evaluator.ReadAsync(segment.Definition);
        }
        catch (DefinitionException)
        {
            return null;
        }
    }

    private async Task<string> NameAsync(int customerId)
    {
        if (await customers.Table.Where(c => c.Id == customerId).Select(c => new { c.FirstName, c.LastName, c.Email }).ToListAsync() is not [var customer])
            return await formats.TextAsync("Plugins.Misc.Segments.Details.NoName");
        var name = $"{customer.FirstName} {customer.LastName}".Trim();
        if (name.Length > 0)
            return name;
        return string.IsNullOrEmpty(customer.Email) ? await formats.TextAsync("Plugins.Misc.Segments.Details.Guest") : customer.Email;
    }

    private static ExplainedRuleModel Prepare(RuleText rule, string asked, string unwanted) => new()
    {
        Text = rule.Rule,
        IsMet = rule.IsMet,
        IsAsItShouldBe = rule.IsMet == rule.IsWanted,
        Name = rule.Comparison?.Name ?? string.Empty,
        Actual = rule.Comparison?.Actual ?? string.Empty,
        Asked = rule.Comparison is { } comparison ? string.Format(rule.IsWanted ? asked : unwanted, comparison.Asked) : string.Empty,
        Rules = rule.Parts.Select(part => Prepare(part, asked, unwanted)).ToList()
    };
}
