namespace Nop.Plugin.Misc.Segments.Membership;

/// <summary>Erases a part of what segments keep about a customer whom the shop forgets for good.</summary>
public interface ICustomerEraser
{
    /// <summary>Erases it; once more it does nothing.</summary>
    /// <param name="customerId">The customer, who may be gone already.</param>
    /// <param name="email">The address of the account; null or empty where it had none.</param>
    Task EraseAsync(int customerId, string? email);
}
