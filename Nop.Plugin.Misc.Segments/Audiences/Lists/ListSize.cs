using Nop.Plugin.Misc.Segments.Domain;

namespace Nop.Plugin.Misc.Segments.Audiences.Lists;

/// <summary>A list and how much is on it.</summary>
/// <param name="List">The list.</param>
/// <param name="Addresses">How many addresses.</param>
/// <param name="Customers">How many customers with an account have one of them.</param>
public sealed record ListSize(CustomerList List, int Addresses, int Customers);
