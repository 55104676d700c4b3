using Nop.Plugin.Misc.Segments.Domain;
using Nop.Plugin.Misc.Segments.Factories;
using Nop.Plugin.Misc.Segments.Membership;
using Nop.Plugin.Misc.Segments.Rules;
using Nop.Plugin.Misc.Segments.Rules.Criteria;
using Nop.Plugin.Misc.Segments.Rules.Criteria.Customers;
using Nop.Services.Logging;

namespace Nop.Plugin.Misc.Segments.Audiences.Lists;

/// <summary>What a merchant does with lists of e-mail addresses: imports them into a segment, replaces, takes off, renames and deletes them.</summary>
public class ListCommands(
    ListStore store,
    ListUsers users,
    ISegmentEvaluator evaluator,
    ISegmentService segmentService,
    CriteriaCatalogue catalogue,
    DirtyCustomerMarker marker,
    ICustomerActivityService activityService,
    DisplayFormats formats)
{
    /// <summary>What the keys of the texts about lists start with.</summary>
    public const string Prefix = "Plugins.Misc.Segments.Lists.";

    /// <summary>The longest name, in characters.</summary>
    public const int MaximumNameLength = 200;

    /// <summary>Makes a list of the addresses and puts it around the rules of a segment.</summary>
    /// <param name="segment">The segment.</param>
    /// <param name="isExcluded">Whether who is on the list is always left out; if not, always taken in.</param>
    /// <param name="name">The name of the list.</param>
    /// <param name="emails">The addresses.</param>
    public async Task<ListOutcome> ImportAsync(Segment segment, bool isExcluded, string? name, IReadOnlyList<string> emails)
    {
        var wanted = name?.Trim() ?? string.Empty;
        if (await FindNameProblemAsync(wanted, 0) is { } problem)
            return problem;
        if (await ReadAsync(segment) is not { } definition)
            return await RefuseAsync("Unreadable.Rules");

        // The rules are tried with a list that is not there yet, so that no list is left over of what does not work.
        var field = catalogue.Fields.First(known => known.Name == ListField.FieldName);
        if (!isExcluded && ReferenceEquals(ListRules.Include(definition.Rules, int.MaxValue, field), definition.Rules))
            return await RefuseAsync("Everybody");
        if (!await CanBeReadAsync(Wrap(int.MaxValue)))
            return await RefuseAsync("TooManyRules");

        var list = await store.AddAsync(wanted, emails);
        segment.Definition = Write(definition, Wrap(list.Id));
        await segmentService.UpdateAsync(segment);
        await LogAsync(isExcluded ? "Log.Excluded" : "Log.Included", segment, list.Name, emails.Count, segment.Name);
        return await DoneAsync(isExcluded ? "Done.Excluded" : "Done.Included", list.Name);

        RuleGroup Wrap(int listId) => isExcluded ? ListRules.Exclude(definition.Rules, listId, field) : ListRules.Include(definition.Rules, listId, field);

        async Task<bool> CanBeReadAsync(RuleGroup rules)
        {
            try
            {
                await evaluator.ReadAsync(Write(definition, rules));
                return true;
            }
            catch (DefinitionException)
            {
                return false;
            }
        }
    }

    /// <summary>Makes a list that no segment names yet.</summary>
    public async Task<ListOutcome> AddAsync(string? name, IReadOnlyList<string> emails)
    {
        var wanted = name?.Trim() ?? string.Empty;
        if (await FindNameProblemAsync(wanted, 0) is { } problem)
            return problem;
        await store.AddAsync(wanted, emails);
        await LogAsync("Log.Added", null, wanted, emails.Count);
        return await DoneAsync("Done.Added", wanted);
    }

    /// <summary>Puts other addresses in the place of those on a list, for all segments that name it.</summary>
    public async Task<ListOutcome> ReplaceAsync(CustomerList list, IReadOnlyList<string> emails)
    {
        await store.ReplaceAsync(list.Id, emails);
        await marker.MarkEveryoneAsync(RuleSources.Lists);
        await LogAsync("Log.Replaced", null, list.Name, emails.Count);
        return await DoneAsync("Done.Replaced", list.Name);
    }

    /// <summary>Takes a list off a segment's rules; it is deleted when no segment is left that names it.</summary>
    public async Task<ListOutcome> RemoveAsync(Segment segment, CustomerList list)
    {
        if (await ReadAsync(segment) is not { } definition)
            return await RefuseAsync("Unreadable.Rules");
        if (ListRules.Remove(definition.Rules, list.Id) is not { } rules)
            return await RefuseAsync("LastRule");

        segment.Definition = Write(definition, rules);
        await segmentService.UpdateAsync(segment);
        await LogAsync("Log.Removed", segment, list.Name, segment.Name);
        if ((await users.FindAsync())[list.Id].Any())
            return await DoneAsync("Done.Removed", list.Name);
        await store.DeleteAsync(list);
        return await DoneAsync("Done.RemovedAndDeleted", list.Name);
    }

    /// <summary>Gives a list another name.</summary>
    public async Task<ListOutcome> RenameAsync(CustomerList list, string? name)
    {
        var wanted = name?.Trim() ?? string.Empty;
        if (await FindNameProblemAsync(wanted, list.Id) is { } problem)
            return problem;
        var old = list.Name;
        await store.RenameAsync(list, wanted);
        await LogAsync("Log.Renamed", null, old, wanted);
        return await DoneAsync("Done.Renamed", wanted);
    }

    /// <summary>Deletes a list, unless the rules of a segment name it.</summary>
    public async Task<ListOutcome> DeleteAsync(CustomerList list)
    {
        var segments = (await users.FindAsync())[list.Id].Select(use => use.Name).ToList();
        if (segments.Count > 0)
            return await RefuseAsync("Used", list.Name, string.Join(", ", segments));
        await store.DeleteAsync(list);
        await LogAsync("Log.Deleted", null, list.Name);
        return await DoneAsync("Done.Deleted", list.Name);
    }

    private async Task<ListOutcome?> FindNameProblemAsync(string name, int listId)
    {
        if (name.Length == 0)
            return await RefuseAsync("Name.Required");
        if (name.Length > MaximumNameLength)
            return await RefuseAsync("Name.TooLong", MaximumNameLength);
        return await store.IsTakenAsync(name, listId) ? await RefuseAsync("Name.Taken", name) : null;
    }

    private async Task<SegmentDefinition?> ReadAsync(Segment segment)
    {
        try
        {
            return await evaluator.ResolveNamesAsync(await evaluator.ReadAsync(segment.Definition));
        }
        catch (DefinitionException)
        {
            return null;
        }
    }

    private static string Write(SegmentDefinition definition, RuleGroup rules) => DefinitionWriter.Write(definition with { Rules = rules }).ToJsonString();

    private async Task LogAsync(string text, Segment? segment, params object[] values) =>
        await activityService.InsertActivityAsync(SegmentsDefaults.EditActivity, await formats.FormatAsync(Prefix + text, values), segment);

    private async Task<ListOutcome> DoneAsync(string text, params object[] values) => new(true, await formats.FormatAsync(Prefix + text, values));

    private async Task<ListOutcome> RefuseAsync(string text, params object[] values) => new(false, await formats.FormatAsync(Prefix + text, values));
}
