using System.Globalization;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Nop.Plugin.Misc.Segments.Domain;

namespace Nop.Plugin.Misc.Segments.Audiences.Triggers.Webhooks;

/// <summary>Tells another system, in signed JSON, who entered or left.</summary>
public class WebhookSender(WebhookClient client, SegmentsSettings settings, TimeProvider timeProvider)
{
    /// <summary>The header with the moment of sending: the seconds since 1970, UTC.</summary>
    public const string TimestampHeader = "X-Segments-Timestamp";

    /// <summary>The header with the signature: "sha256=" and the HMAC-SHA256, in hexadecimal, of the timestamp, a full stop and the body.</summary>
    public const string SignatureHeader = "X-Segments-Signature";

    private const int FirstSuccess = 200;
    private const int AfterSuccess = 300;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>Sends what happened.</summary>
    /// <exception cref="TriggerException">The address may not be called, cannot be reached, or what answered refused.</exception>
    public async Task SendAsync(SegmentTrigger trigger, WebhookMessage message, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(trigger);
        if (WebhookAddress.Read(trigger.Url, settings) is not { } address)
            throw new TriggerException(TriggerFault.AddressRefused);

        var body = JsonSerializer.SerializeToUtf8Bytes(message, Json);
        var timestamp = timeProvider.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
        request.Headers.Add(TimestampHeader, timestamp);
        request.Headers.Add(SignatureHeader, Sign(trigger.Secret ?? string.Empty, timestamp, body));
        var status = await PostAsync(request, address.Host, cancellationToken);
        if (status is < FirstSuccess or >= AfterSuccess)
            throw new TriggerException(TriggerFault.Refused, address.Host, status.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>The signature of a body.</summary>
    public static string Sign(string secret, string timestamp, ReadOnlySpan<byte> body)
    {
        byte[] signed = [.. Encoding.UTF8.GetBytes($"{timestamp}."), .. body];
        return $"sha256={Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), signed))}";
    }

    private async Task<int> PostAsync(HttpRequestMessage request, string host, CancellationToken cancellationToken)
    {
        try
        {
            return (int)await client.SendAsync(request, settings.AllowPrivateWebhooks, cancellationToken);
        }
        catch (HttpRequestException exception)
        {
            // The outer ones say only that there was no connection.
            var cause = exception.GetBaseException();
            throw cause as TriggerException ?? new TriggerException(TriggerFault.Unreachable, host, cause.Message);
        }
        catch (TimeoutException)
        {
            throw new TriggerException(TriggerFault.NoAnswer, host);
        }
    }
}
