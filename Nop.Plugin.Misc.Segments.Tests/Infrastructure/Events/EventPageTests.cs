using Nop.Services.Events;

namespace Nop.Plugin.Misc.Segments.Tests.Infrastructure.Events;

/// <summary>The page of events cannot go stale.</summary>
public sealed class EventPageTests
{
    [Test]
    public void Each_row_has_a_test_and_each_test_a_row() =>
        Assert.That(EventPage.Rows.Keys, Is.EquivalentTo(EventTests.Cases.Select(one => one.What).Append(EventTests.CleanUp)));

    [Test]
    public void Each_event_that_is_heard_is_named()
    {
        var heard = typeof(SegmentsPlugin).Assembly.GetTypes().Where(type => !type.IsAbstract).SelectMany(type => type.GetInterfaces())
            .Where(type => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IConsumer<>))
            .Select(type => EventPage.NameOf(type.GetGenericArguments()[0])).Distinct().ToList();
        Assert.That(heard, Has.Count.GreaterThan(80));
        Assert.That(heard.Except(EventPage.Names), Is.Empty);
    }
}
