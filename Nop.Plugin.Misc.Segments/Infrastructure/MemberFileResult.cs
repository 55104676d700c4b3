using System.IO.Pipelines;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace Nop.Plugin.Misc.Segments.Infrastructure;

/// <summary>
/// A file that is sent while it is made. Should making it fail, the connection is cut: the browser then says that the download failed, and nobody takes
/// half of it for all.
/// </summary>
/// <param name="contentType">What it is.</param>
/// <param name="fileName">What to call it.</param>
/// <param name="writeAsync">Makes it.</param>
internal sealed class MemberFileResult(string contentType, string fileName, Func<PipeWriter, CancellationToken, Task> writeAsync) : ActionResult
{
    /// <inheritdoc />
    public override async Task ExecuteResultAsync(ActionContext context)
    {
        var http = context.HttpContext;
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName(fileName);
        http.Response.ContentType = contentType;
        http.Response.Headers.ContentDisposition = disposition.ToString();
        http.Response.Headers.CacheControl = "no-store";
        try
        {
            await writeAsync(http.Response.BodyWriter, http.RequestAborted);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            // Whoever asked for it has gone.
        }
        catch when (http.Response.HasStarted)
        {
            http.Abort();
            throw;
        }
    }
}
