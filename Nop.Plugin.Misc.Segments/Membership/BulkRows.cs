using Nop.Core;
using Nop.Data;

namespace Nop.Plugin.Misc.Segments.Membership;

/// <summary>
/// Inserts rows as the shop's database takes them best. Many at once get their keys from the program: only one may do that at a time, which a lock of
/// ours sees to.
/// </summary>
internal static class BulkRows
{
    /// <summary>Rows of one bulk call at most.</summary>
    private const int BulkSize = 10_000;

    /// <summary>Below so many rows single inserts are as fast, and the database gives the keys.</summary>
    private const int BulkFrom = 20;

    /// <summary>Inserts rows without telling anybody.</summary>
    public static async Task InsertAsync<T>(IRepository<T> repository, IEnumerable<T> rows) where T : BaseEntity
    {
        foreach (var chunk in rows.Chunk(BulkSize))
            if (chunk.Length >= BulkFrom)
                await repository.InsertAsync(chunk.ToList(), publishEvent: false);
            else
                foreach (var row in chunk)
                    await repository.InsertAsync(row, publishEvent: false);
    }
}
