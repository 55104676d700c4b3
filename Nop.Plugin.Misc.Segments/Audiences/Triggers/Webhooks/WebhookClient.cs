using System.Net;
using System.Net.Http;
using System.Net.Sockets;

namespace Nop.Plugin.Misc.Segments.Audiences.Triggers.Webhooks;

/// <summary>
/// Makes the connections of webhooks. It looks at the address that it connects to, not at the name: a name can lead into the shop's own network, and to
/// another place a moment later. It follows no redirects and uses no proxy.
/// </summary>
public sealed class WebhookClient : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan KeptOpen = TimeSpan.FromMinutes(1);
    private static readonly HttpRequestOptionsKey<bool> AllowPrivateKey = new("Segments.AllowPrivate");

    private readonly HttpClient _client = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseProxy = false,
        UseCookies = false,
        ConnectTimeout = Limit,
        PooledConnectionLifetime = KeptOpen,
        ConnectCallback = ConnectAsync
    })
    { Timeout = Limit };

    /// <summary>Sends a request and reads the beginning of the answer: its status is all that matters.</summary>
    /// <exception cref="HttpRequestException">There was no connection; around a <see cref="TriggerException" /> when it would have led into the shop's own network.</exception>
    /// <exception cref="TimeoutException">There was no answer within ten seconds.</exception>
    public async Task<HttpStatusCode> SendAsync(HttpRequestMessage request, bool allowPrivate, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        request.Options.Set(AllowPrivateKey, allowPrivate);
        try
        {
            using var response = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            return response.StatusCode;
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException($"There was no answer within {Limit.TotalSeconds:0} seconds.", exception);
        }
    }

    /// <inheritdoc />
    public void Dispose() => _client.Dispose();

    private static async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var host = context.DnsEndPoint.Host;
        var addresses = IPAddress.TryParse(host, out var literal) ? [literal] : await Dns.GetHostAddressesAsync(host, cancellationToken);
        if (!context.InitialRequestMessage.Options.TryGetValue(AllowPrivateKey, out var allowPrivate) || !allowPrivate)
            if (Array.Exists(addresses, PrivateAddresses.Contains))
                throw new TriggerException(TriggerFault.AddressPrivate, host);

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, context.DnsEndPoint.Port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
