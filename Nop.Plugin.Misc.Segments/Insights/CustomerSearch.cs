using Nop.Core.Domain.Customers;
using Nop.Data;

namespace Nop.Plugin.Misc.Segments.Insights;

/// <summary>Finds customers by what a merchant remembers of them.</summary>
public sealed class CustomerSearch(IRepository<Customer> customers)
{
    /// <summary>How many letters a search needs.</summary>
    public const int ShortestTerm = 2;

    /// <summary>The newest customers whose e-mail address or name has each word of the term somewhere.</summary>
    /// <param name="term">The words; nobody is found by less than two letters.</param>
    /// <param name="count">How many at most.</param>
    public async Task<IReadOnlyList<FoundCustomer>> FindAsync(string? term, int count)
    {
        var words = (term ?? string.Empty).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Sum(word => word.Length) < ShortestTerm)
            return [];

        var found = customers.Table.Where(c => !c.Deleted && !c.IsSystemAccount);
        foreach (var word in words)
            found = found.Where(c =>
                (c.Email != null && c.Email.Contains(word)) ||
                (c.FirstName != null && c.FirstName.Contains(word)) ||
                (c.LastName != null && c.LastName.Contains(word)));
        return await found.OrderByDescending(c => c.Id).Take(count)
            .Select(c => new FoundCustomer { Id = c.Id, FirstName = c.FirstName, LastName = c.LastName, Email = c.Email }).ToListAsync();
    }
}

/// <summary>A customer that was found.</summary>
public sealed class FoundCustomer
{
    /// <summary>The customer's id.</summary>
    public int Id { get; init; }

    /// <summary>The first name, if there is one.</summary>
    public string? FirstName { get; init; }

    /// <summary>The last name, if there is one.</summary>
    public string? LastName { get; init; }

    /// <summary>The e-mail address; guests have none.</summary>
    public string? Email { get; init; }
}
