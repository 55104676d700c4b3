namespace Shop.Demo;

/// <summary>The ids of the basic data that customers and orders point to.</summary>
internal sealed record ShopIds(
    int RegisteredRole,
    int GuestsRole,
    int[] Stores,
    int[] SubscriptionTypes,
    IReadOnlyDictionary<string, int> Countries,
    IReadOnlyDictionary<string, int> Languages,
    IReadOnlyDictionary<string, (int Id, decimal Rate)> Currencies);
