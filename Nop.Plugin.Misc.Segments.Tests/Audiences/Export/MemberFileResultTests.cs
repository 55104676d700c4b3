using System.IO.Pipelines;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Nop.Plugin.Misc.Segments.Infrastructure;

namespace Nop.Plugin.Misc.Segments.Tests.Audiences.Export;

/// <summary>Half a file is never taken for a whole one.</summary>
[TestFixture]
[Category("Audiences")]
public class MemberFileResultTests
{
    private Answer _answer = null!;
    private DefaultHttpContext _http = null!;

    [SetUp]
    public void Begin()
    {
        _answer = new Answer();
        _http = new DefaultHttpContext();
        _http.Features.Set<IHttpResponseFeature>(_answer);
        _http.Features.Set<IHttpRequestLifetimeFeature>(_answer);
    }

    [Test]
    public void Where_a_part_has_been_sent_the_connection_is_cut()
    {
        _answer.Started = true;

        Assert.That(() => ExecuteAsync((_, _) => throw new InvalidOperationException("The database has gone.")), Throws.InvalidOperationException);
        Assert.That(_answer.Cut, Is.True);
    }

    [Test]
    public void Where_nothing_has_been_sent_the_shop_shows_its_own_page()
    {
        Assert.That(() => ExecuteAsync((_, _) => throw new InvalidOperationException("The database has gone.")), Throws.InvalidOperationException);
        Assert.That(_answer.Cut, Is.False);
    }

    [Test]
    public void Who_leaves_is_no_error()
    {
        _answer.Started = true;
        using var gone = new CancellationTokenSource();
        _answer.RequestAborted = gone.Token;

        Assert.That(() => ExecuteAsync((_, cancellationToken) =>
        {
            gone.Cancel();
            cancellationToken.ThrowIfCancellationRequested();
            return Task.CompletedTask;
        }), Throws.Nothing);
        Assert.That(_answer.Cut, Is.False);
    }

    private Task ExecuteAsync(Func<PipeWriter, CancellationToken, Task> write) =>
        new MemberFileResult("text/csv", "members.csv", write).ExecuteResultAsync(new ActionContext { HttpContext = _http });

    private sealed class Answer : HttpResponseFeature, IHttpRequestLifetimeFeature
    {
        public override bool HasStarted => Started;

        public bool Started { get; set; }

        public bool Cut { get; private set; }

        public CancellationToken RequestAborted { get; set; }

        public void Abort() => Cut = true;
    }
}
