using Nop.Data;
using Nop.Plugin.Misc.Segments.Domain;

namespace Nop.Plugin.Misc.Segments.Health;

/// <summary>Reads what waits in the queue and what was set aside.</summary>
public sealed class QueueReader(IRepository<DirtyCustomer> queue, IRepository<SetAsideCustomer> setAside, TimeProvider timeProvider)
{
    /// <summary>The figures of now.</summary>
    public async Task<QueueFigures> GetAsync()
    {
        var now = timeProvider.GetUtcNow().UtcDateTime;
        DateTime? oldest = await queue.Table.Where(row => row.DueOnUtc <= now).OrderBy(row => row.DueOnUtc).Select(row => (DateTime?)row.DueOnUtc).FirstOrDefaultAsync();
        return new QueueFigures(await queue.Table.CountAsync(), now - oldest, await setAside.Table.CountAsync());
    }
}
