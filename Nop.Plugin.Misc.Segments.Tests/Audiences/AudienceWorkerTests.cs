using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Moq;
using Nop.Core.Domain.Customers;
using Nop.Plugin.Misc.Segments.Audiences;
using Nop.Services.Logging;

namespace Nop.Plugin.Misc.Segments.Tests.Audiences;

/// <summary>What the worker of audiences does when it is woken.</summary>
[Category("Audiences")]
public class AudienceWorkerTests
{
    private readonly ConcurrentQueue<string> _log = new();
    private readonly ConcurrentQueue<string> _done = new();
    private AudienceShop _shop = null!;
    private AudienceWorker _worker = null!;
    private AudienceSignal _signal = null!;

    [SetUp]
    public async Task Open()
    {
        _log.Clear();
        _done.Clear();
        var log = new Mock<ILogger>();
        log.Setup(logger => logger.ErrorAsync(It.IsAny<string>(), It.IsAny<Exception>(), It.IsAny<Customer>()))
            .Callback((string _, Exception exception, Customer _) => _log.Enqueue(exception.Message)).Returns(Task.CompletedTask);
        _shop = await AudienceShop.CreateAsync(configure: services =>
        {
            services.AddLogging();
            services.AddSingleton(log.Object);
            services.AddScoped<IAudienceWork>(_ => new Work(() => throw new InvalidOperationException("The first one fails.")));
            services.AddScoped<IAudienceWork>(_ => new Work(() => _done.Enqueue("the second one")));
        });
        await _shop.InRequestAsync<IServiceProvider>(services =>
        {
            _worker = services.GetServices<IHostedService>().OfType<AudienceWorker>().Single();
            _signal = services.GetRequiredService<AudienceSignal>();
            return Task.CompletedTask;
        });
    }

    [TearDown]
    public async Task Close()
    {
        if (_shop is not null)
            await _shop.DisposeAsync();
    }

    [Test]
    public async Task Work_that_fails_is_logged_and_keeps_no_other_from_being_done()
    {
        await _worker.StartAsync(CancellationToken.None);
        await UntilAsync(() => _done.Count == 1);
        _signal.Send();
        await UntilAsync(() => _done.Count == 2);
        await _worker.StopAsync(CancellationToken.None);

        Assert.That(_log, Is.EqualTo(new[] { "The first one fails.", "The first one fails." }));
    }

    [Test]
    public async Task The_worker_is_quiet_where_the_plugin_is_not_installed()
    {
        _shop.Installed = false;
        await _worker.StartAsync(CancellationToken.None);
        await Task.Delay(300);
        await _worker.StopAsync(CancellationToken.None);

        Assert.Multiple(() =>
        {
            Assert.That(_done, Is.Empty);
            Assert.That(_log, Is.Empty);
            Assert.That(_worker.ExecuteTask!.IsCompletedSuccessfully, Is.True);
        });
    }

    private static async Task UntilAsync(Func<bool> holds)
    {
        for (var i = 0; i < 200 && !holds(); i++)
            await Task.Delay(50);
        Assert.That(holds(), Is.True);
    }

    private sealed class Work(Action work) : IAudienceWork
    {
        public Task RunAsync(CancellationToken cancellationToken)
        {
            work();
            return Task.CompletedTask;
        }
    }
}
