using Nop.Plugin.Misc.Segments.Audiences.Campaigns;
using Nop.Plugin.Misc.Segments.Domain;
using Nop.Plugin.Misc.Segments.Models;

namespace Nop.Plugin.Misc.Segments.Factories;

/// <summary>Says in words who gets a campaign and how far a sending is.</summary>
public sealed class CampaignModelFactory(CampaignRecipients recipients, CampaignSender sender, DisplayFormats formats)
{
    private const string Prefix = "Plugins.Misc.Segments.Campaign.";

    /// <summary>The names of chosen segments that cannot be relied on, as one sentence; null when all can.</summary>
    public async Task<string?> FindUnreliableAsync(CampaignAudience audience)
    {
        var unreliable = await recipients.FindUnreliableAsync(audience);
        if (unreliable.Count == 0)
            return null;

        var deleted = await formats.TextAsync(Prefix + "DeletedSegment");
        return await formats.FormatAsync(Prefix + "WouldGoToNobody", string.Join(", ", unreliable.Select(segment => segment?.Name ?? deleted)));
    }

    /// <summary>Who gets it, and why others do not.</summary>
    public async Task<RecipientReportModel> PrepareReportAsync(RecipientFilter filter)
    {
        if (await FindUnreliableAsync(filter.Audience) is { } text)
            return new RecipientReportModel { Text = text, Warning = true };

        var report = await recipients.ReportAsync(filter);
        var recipientCount = formats.Number(report.Recipients);
        var model = new RecipientReportModel
        {
            Recipients = report.Recipients,
            Warning = report.Recipients == 0,
            Text = report.Recipients == report.Subscribers
                ? await formats.FormatAsync(Prefix + "CountAll", formats.Number(report.Subscribers))
                : await FormatAsync("Count", report.Recipients, recipientCount, formats.Number(report.Subscribers)),
            Question = await FormatAsync("Send.Question", report.Recipients, recipientCount)
        };

        // Where all members get it, the number of recipients has said so.
        if (report.Unreached.Count == 0)
            return model;

        model.Members = await FormatAsync("Members", report.Recipients, formats.Number(report.Members), recipientCount);
        foreach (var (reason, count) in report.Unreached.OrderBy(reason => reason.Key))
            model.Reasons.Add(await formats.FormatAsync($"{Prefix}Reason.{reason}", formats.Number(count)));
        return model;
    }

    /// <summary>How far a sending is; nothing for none.</summary>
    public async Task<SendingModel> PrepareSendingAsync(CampaignSending? sending) => sending is null
        ? new SendingModel()
        : await PrepareSendingAsync(sending, await sender.ProgressAsync(sending));

    /// <summary>How far a sending is.</summary>
    public async Task<SendingModel> PrepareSendingAsync(CampaignSending sending, SendingProgress progress)
    {
        var sent = formats.Number(progress.Sent);
        var model = new SendingModel
        {
            Number = progress.Number,
            Sent = progress.Sent,
            Total = progress.Total,
            Finished = progress.Finished,
            After = progress.After,
            Text = progress.Finished
                ? await FormatAsync("Send.Done", progress.Sent, sent, await formats.MomentAsync(sending.FinishedOnUtc))
                : await formats.FormatAsync(Prefix + "Send.Progress", sent, formats.Number(progress.Total), await formats.MomentAsync(sending.StartedOnUtc))
        };
        return model;
    }

    /// <summary>A text with its places filled, which is another one for one recipient.</summary>
    private Task<string> FormatAsync(string name, int recipients, params object[] values) =>
        formats.FormatAsync($"{Prefix}{name}{(recipients == 1 ? ".One" : string.Empty)}", values);
}
