using Nop.Data;
using Nop.Plugin.Misc.Segments.Domain;
using Nop.Plugin.Misc.Segments.Membership;

namespace Nop.Plugin.Misc.Segments.Audiences.Lists;

/// <summary>Strikes a customer's address from all imported lists.</summary>
public sealed class ListEraser(IRepository<CustomerListEntry> entries) : ICustomerEraser
{
    /// <inheritdoc />
    public async Task EraseAsync(int customerId, string? email)
    {
        if (email?.ToLowerInvariant() is { Length: > 0 } address)
            await entries.DeleteAsync(entry => entry.Email == address);
    }
}
