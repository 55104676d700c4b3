using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Nop.Plugin.Misc.Segments.Audiences.Campaigns;

/// <summary>Reads our part of the campaign page's form, and which of its buttons was pressed, from the request.</summary>
public sealed class CampaignForm(IHttpContextAccessor httpContextAccessor)
{
    /// <summary>A hidden field that is posted also when no segment is chosen: without it the form is not the campaign page's.</summary>
    public const string PresentField = "SegmentsPresent";

    /// <summary>The field of the chosen segments.</summary>
    public const string SegmentsField = "SegmentIds";

    private const string MassSendButton = "send-mass-email";
    private const string SubscriptionTypeField = "NewsLetterSubscriptionTypeId";

    /// <summary>The chosen segments; null when the request does not carry the choice.</summary>
    public async Task<IReadOnlyList<int>?> GetSegmentIdsAsync()
    {
        if (await ReadAsync() is not { } form || !form.ContainsKey(PresentField))
            return null;

        return [.. form[SegmentsField].Select(value => ParseId(value)).Where(id => id > 0).Distinct()];
    }

    /// <summary>Whether the request is the stock "send mass e-mail" button.</summary>
    public async Task<bool> IsMassSendAsync() => await ReadAsync() is { } form && form.ContainsKey(MassSendButton);

    /// <summary>The chosen kind of newsletter; 0 for all.</summary>
    public async Task<int> GetSubscriptionTypeIdAsync() => await ReadAsync() is { } form ? ParseId(form[SubscriptionTypeField]) : 0;

    private static int ParseId(string? value) => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0;

    private async Task<IFormCollection?> ReadAsync() =>
        httpContextAccessor.HttpContext?.Request is { HasFormContentType: true } request ? await request.ReadFormAsync() : null;
}
