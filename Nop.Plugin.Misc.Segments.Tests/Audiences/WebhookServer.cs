using System.Collections.Concurrent;
using System.Net;

namespace Nop.Plugin.Misc.Segments.Tests.Audiences;

/// <summary>Another system, on this machine.</summary>
internal sealed class WebhookServer : IDisposable
{
    private const int FirstPort = 20_000;
    private const int LastPort = 40_000;

    private readonly HttpListener _listener;

    public WebhookServer()
    {
        for (var attempt = 0; ; attempt++)
        {
            // One that could not start cannot be started again.
            var listener = new HttpListener();
            try
            {
                Address = $"http://127.0.0.1:{Random.Shared.Next(FirstPort, LastPort)}/hook/";
                listener.Prefixes.Add(Address);
                listener.Start();
                _listener = listener;
                break;
            }
            catch (HttpListenerException) when (attempt < 20)
            {
            }
        }

        _ = Task.Run(ServeAsync);
    }

    public string Address { get; } = string.Empty;

    /// <summary>The status that the next answers have; one after the other, then 200.</summary>
    public ConcurrentQueue<int> Answers { get; } = new();

    public ConcurrentQueue<(string Body, string? Timestamp, string? Signature, string? Type)> Received { get; } = new();

    public void Dispose() => _listener.Close();

    private async Task ServeAsync()
    {
        while (_listener.IsListening)
            try
            {
                var context = await _listener.GetContextAsync();
                using var reader = new StreamReader(context.Request.InputStream);
                Received.Enqueue((await reader.ReadToEndAsync(), context.Request.Headers["X-Segments-Timestamp"], context.Request.Headers["X-Segments-Signature"],
                    context.Request.ContentType));
                context.Response.StatusCode = Answers.TryDequeue(out var status) ? status : 200;
                if (context.Response.StatusCode == 302)
                    context.Response.RedirectLocation = $"{Address}elsewhere";
                context.Response.Close();
            }
            catch (Exception exception) when (exception is HttpListenerException or ObjectDisposedException)
            {
                return;
            }
    }
}
