using System.Transactions;
using Nop.Data;
using Nop.Plugin.Misc.Segments.Domain;
using Nop.Plugin.Misc.Segments.Rules;

namespace Nop.Plugin.Misc.Segments.Audiences.Lists;

/// <summary>The imported lists and the addresses on them. What is written is written as a whole or not at all.</summary>
public class ListStore(IRepository<CustomerList> lists, IRepository<CustomerListEntry> entries, Population population, TimeProvider timeProvider)
{
    private const int RowsAtOnce = 10_000;
    private const int AddressesAtOnce = 1_000;

    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(10);

    /// <summary>One list, or null.</summary>
    public async Task<CustomerList?> GetByIdAsync(int id) => await lists.Table.FirstOrDefaultAsync(list => list.Id == id);

    /// <summary>Whether another list has the name, which rules and files know lists by.</summary>
    public Task<bool> IsTakenAsync(string name, int exceptId = 0) => lists.Table.AnyAsync(list => list.Name == name && list.Id != exceptId);

    /// <summary>All lists by name, or those with the given ids.</summary>
    public async Task<IReadOnlyList<ListSize>> MeasureAsync(IReadOnlyCollection<int>? ids = null)
    {
        var chosen = await lists.Table.Where(list => ids == null || ids.Contains(list.Id)).OrderBy(list => list.Name).ThenBy(list => list.Id).ToListAsync();
        var people = await population.QueryAsync(includeGuests: false);
        var sizes = new List<ListSize>();
        foreach (var list in chosen)
        {
            var listId = list.Id;
            var onList = entries.Table.Where(entry => entry.ListId == listId);
            sizes.Add(new ListSize(list, await onList.CountAsync(), await people.Where(c => onList.Any(entry => entry.Email == c.Email)).CountAsync()));
        }

        return sizes;
    }

    /// <summary>How many customers with an account have one of the addresses.</summary>
    /// <param name="emails">Addresses in small letters, each once.</param>
    public async Task<int> CountCustomersAsync(IReadOnlyList<string> emails)
    {
        var people = await population.QueryAsync(includeGuests: false);
        var count = 0;
        if (emails.Count <= RowsAtOnce)
        {
            foreach (var some in emails.Chunk(AddressesAtOnce))
                count += await people.Where(c => c.Email != null && some.Contains(c.Email)).CountAsync();
            return count;
        }

        // With so many it is cheaper to walk through the customers.
        var known = emails.ToHashSet(StringComparer.OrdinalIgnoreCase);
        for (var (last, more) = (0, true); more;)
        {
            var after = last;
            var page = await people.Where(c => c.Id > after).OrderBy(c => c.Id).Select(c => new { c.Id, c.Email }).Take(RowsAtOnce).ToListAsync();
            count += page.Count(row => row.Email is not null && known.Contains(row.Email));
            more = page.Count == RowsAtOnce;
            last = more ? page[^1].Id : last;
        }

        return count;
    }

    /// <summary>Adds a list.</summary>
    public async Task<CustomerList> AddAsync(string name, IReadOnlyList<string> emails)
    {
        var list = new CustomerList { Name = name, CreatedOnUtc = timeProvider.GetUtcNow().UtcDateTime };
        using var scope = Open();
        await lists.InsertAsync(list, false);
        await FillAsync(list.Id, emails);
        scope.Complete();
        return list;
    }

    /// <summary>Puts other addresses in the place of those on a list.</summary>
    public async Task ReplaceAsync(int listId, IReadOnlyList<string> emails)
    {
        using var scope = Open();
        await entries.DeleteAsync(entry => entry.ListId == listId);
        await FillAsync(listId, emails);
        scope.Complete();
    }

    /// <summary>Gives a list another name.</summary>
    public async Task RenameAsync(CustomerList list, string name)
    {
        list.Name = name;
        await lists.UpdateAsync(list, false);
    }

    /// <summary>Deletes a list with its addresses.</summary>
    public Task DeleteAsync(CustomerList list) => lists.DeleteAsync(list, false);

    private async Task FillAsync(int listId, IReadOnlyList<string> emails)
    {
        foreach (var some in emails.Chunk(RowsAtOnce))
            await entries.InsertAsync([.. some.Select(email => new CustomerListEntry { ListId = listId, Email = email })], false);
    }

    private static TransactionScope Open() => new(TransactionScopeOption.RequiresNew,
        new TransactionOptions { IsolationLevel = IsolationLevel.ReadCommitted, Timeout = Limit }, TransactionScopeAsyncFlowOption.Enabled);
}
