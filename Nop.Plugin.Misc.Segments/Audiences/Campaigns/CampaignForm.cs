using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Nop.Plugin.Misc.Segments.Audiences.Campaigns;

/// <summary>Reads our part of the campaign page's form, and which of its buttons was pressed, from the request.</summary>
public sealed class CampaignForm(IHttpContextAccessor httpContextAccessor)
{
    /// <summary>A hidden field that is posted also when no segment is chosen: without it the form is not the campaign page's.</summary>
    public const string PresentField = "SegmentsPresent";

    /// <summary>The field of the segments it goes to.</summary>
    public const string SegmentsField = "SegmentIds";

    /// <summary>The field of the segments it does not go to.</summary>
    public const string ExcludedField = "ExcludedSegmentIds";

    private const string MassSendButton = "send-mass-email";
    private const string SubscriptionTypeField = "NewsLetterSubscriptionTypeId";

    /// <summary>The chosen segments; null when the request does not carry the choice.</summary>
    public async Task<CampaignAudience?> GetAudienceAsync() => await ReadAsync() is { } form && form.ContainsKey(PresentField)
        ? new CampaignAudience(ParseIds(form[SegmentsField]), ParseIds(form[ExcludedField]))
        : null;

    /// <summary>Whether the request is the stock "send mass e-mail" button.</summary>
    public async Task<bool> IsMassSendAsync() => await ReadAsync() is { } form && form.ContainsKey(MassSendButton);

    /// <summary>The chosen kind of newsletter; 0 for all.</summary>
    public async Task<int> GetSubscriptionTypeIdAsync() => await ReadAsync() is { } form ? ParseId(form[SubscriptionTypeField]) : 0;

    private static List<int> ParseIds(IEnumerable<string?> values) => [.. values.Select(ParseId).Where(id => id > 0).Distinct()];

    private static int ParseId(string? value) => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0;

    private async Task<IFormCollection?> ReadAsync() =>
        httpContextAccessor.HttpContext?.Request is { HasFormContentType: true } request ? await request.ReadFormAsync() : null;
}
