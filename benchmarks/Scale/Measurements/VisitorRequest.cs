using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;

namespace Segments.Benchmarks.Scale.Measurements;

/// <summary>A request as a web server serves it: with services of its own, and with an end after which callbacks run.</summary>
internal static class VisitorRequest
{
    /// <summary>Serves one request.</summary>
    public static async Task ServeAsync(IServiceProvider services, Func<IServiceProvider, Task> work)
    {
        var response = new Response();
        await using (var scope = services.CreateAsyncScope())
        {
            var context = new DefaultHttpContext { RequestServices = scope.ServiceProvider };
            context.Features.Set<IHttpResponseFeature>(response);
            services.GetRequiredService<IHttpContextAccessor>().HttpContext = context;
            await work(scope.ServiceProvider);
            services.GetRequiredService<IHttpContextAccessor>().HttpContext = null;
        }

        await response.EndAsync();
    }

    private sealed class Response : HttpResponseFeature
    {
        private readonly Stack<Func<Task>> _ends = [];

        public override void OnCompleted(Func<object, Task> callback, object state) => _ends.Push(() => callback(state));

        public async Task EndAsync()
        {
            while (_ends.TryPop(out var end))
                await end();
        }
    }
}
