using Nop.Plugin.Misc.Segments.Audiences.Lists;
using Nop.Plugin.Misc.Segments.Domain;
using Nop.Plugin.Misc.Segments.Models.Lists;
using Nop.Plugin.Misc.Segments.Rules;
using Nop.Services.Security;

namespace Nop.Plugin.Misc.Segments.Factories.Lists;

/// <summary>Prepares what the pages show of lists of e-mail addresses.</summary>
public sealed class ListModelFactory(
    ListStore store, ListUsers users, ISegmentEvaluator evaluator, IPermissionService permissionService, DisplayFormats formats)
{
    /// <summary>The lists that a segment's rules name.</summary>
    public async Task<SegmentListsModel> PrepareCardAsync(Segment segment)
    {
        var uses = (await FindUsesAsync(segment)).ToDictionary(pair => pair.ListId, pair => pair.Use);
        var sizes = uses.Count == 0 ? [] : await store.MeasureAsync([.. uses.Keys]);
        var models = new List<EmailListModel>();
        foreach (var size in sizes)
            models.Add(new EmailListModel
            {
                Id = size.List.Id,
                Name = size.List.Name,
                Size = await DescribeAsync(size),
                Use = uses[size.List.Id]
            });
        return new SegmentListsModel { SegmentId = segment.Id, CanManage = await CanManageAsync(), Lists = models };
    }

    /// <summary>All lists of the shop.</summary>
    public async Task<SegmentListsModel> PreparePageAsync()
    {
        var segments = await users.FindAsync();
        var models = new List<EmailListModel>();
        foreach (var size in await store.MeasureAsync())
            models.Add(new EmailListModel
            {
                Id = size.List.Id,
                Name = size.List.Name,
                Size = await DescribeAsync(size),
                Imported = await formats.FormatAsync(ListCommands.Prefix + "Imported", await formats.MomentAsync(size.List.CreatedOnUtc)),
                Segments = [.. segments[size.List.Id]]
            });
        return new SegmentListsModel { CanManage = await CanManageAsync(), Lists = models };
    }

    /// <summary>What a file holds.</summary>
    public async Task<ListCheckModel> PrepareCheckAsync(AddressFile file)
    {
        if (file.Problem is { } problem)
            return new ListCheckModel(await DescribeAsync(problem), [], []);

        var customers = await store.CountCustomersAsync(file.Emails);
        var facts = new List<string>
        {
            await SayAsync("Check.Addresses", formats.Number(file.Emails.Count)),
            await SayAsync("Check.Customers", formats.Number(customers))
        };
        if (customers < file.Emails.Count)
            facts.Add(await SayAsync("Check.Unknown", formats.Number(file.Emails.Count - customers)));
        if (file.UnreadableCount > 0)
            facts.Add(await SayAsync("Check.Unreadable", formats.Number(file.UnreadableCount)));
        var lines = new List<string>();
        foreach (var line in file.Unreadable)
            lines.Add(await SayAsync("Check.Line", formats.Number(line.Number), line.Text));
        return new ListCheckModel(null, facts, lines);
    }

    /// <summary>Why a file cannot be used, in words.</summary>
    public Task<string> DescribeAsync(AddressFileProblem problem) => problem switch
    {
        AddressFileProblem.TooLarge => SayAsync("Problem.TooLarge", AddressFile.MaximumSize / (1024 * 1024)),
        AddressFileProblem.TooManyLines => SayAsync("Problem.TooManyLines", formats.Number(AddressFile.MaximumLines)),
        _ => SayAsync("Problem.NoAddresses")
    };

    private async Task<IReadOnlyList<(int ListId, ListUse Use)>> FindUsesAsync(Segment segment)
    {
        try
        {
            return ListRules.Find(await evaluator.ResolveNamesAsync(await evaluator.ReadAsync(segment.Definition)));
        }
        catch (DefinitionException)
        {
            return [];
        }
    }

    private Task<string> DescribeAsync(ListSize size) => SayAsync("Size", formats.Number(size.Addresses), formats.Number(size.Customers));

    private Task<bool> CanManageAsync() => permissionService.AuthorizeAsync(SegmentsDefaults.ManagePermission);

    private Task<string> SayAsync(string text, params object[] values) => formats.FormatAsync(ListCommands.Prefix + text, values);
}
