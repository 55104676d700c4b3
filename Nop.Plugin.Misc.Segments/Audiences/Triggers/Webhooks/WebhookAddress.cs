namespace Nop.Plugin.Misc.Segments.Audiences.Triggers.Webhooks;

/// <summary>Says which addresses webhooks may be sent to.</summary>
public static class WebhookAddress
{
    /// <summary>
    /// Reads an address: https always; http only where a setting lets webhooks into the shop's own network, for systems there have no certificates. Null
    /// when it is none. Where the name leads is looked at when it is called.
    /// </summary>
    public static Uri? Read(string? text, SegmentsSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        if (!Uri.TryCreate(text?.Trim(), UriKind.Absolute, out var address) || address.UserInfo.Length > 0)
            return null;
        return address.Scheme == Uri.UriSchemeHttps || (settings.AllowPrivateWebhooks && address.Scheme == Uri.UriSchemeHttp) ? address : null;
    }
}
