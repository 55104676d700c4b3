using Shop.Demo;

namespace Segments.Benchmarks.Scale.Data;

/// <summary>What kind of account a made-up customer has.</summary>
internal enum Account : byte
{
    /// <summary>Registered, active.</summary>
    Registered,

    /// <summary>Registered, switched off.</summary>
    Inactive,

    /// <summary>Deleted.</summary>
    Deleted,

    /// <summary>A visitor without a name who may have ordered.</summary>
    Guest
}

/// <summary>What decides about a made-up customer's orders; small, as all customers' are held at once.</summary>
/// <param name="Account">The kind of account.</param>
/// <param name="Appetite">How often the customer buys, beside <see cref="MostAppetite"/>; 0 for never.</param>
/// <param name="ActiveDays">For how many days after registering.</param>
/// <param name="Brand">The manufacturer that most lines are of, from 0.</param>
/// <param name="Country">The country, from 0.</param>
/// <param name="HuntsDiscounts">Whether most orders use a coupon.</param>
internal readonly record struct Traits(Account Account, byte Appetite, ushort ActiveDays, byte Brand, byte Country, bool HuntsDiscounts)
{
    /// <summary>The largest appetite there is.</summary>
    public const int MostAppetite = 40;

    /// <summary>The traits of one customer, the same in every run.</summary>
    /// <param name="index">Which customer, from 0.</param>
    public static Traits Of(int index)
    {
        var random = new SeededRandom(ScaleShop.Seed, "traits", index);
        var account = random.NextDouble() switch { < 0.94 => Account.Registered, < 0.96 => Account.Inactive, < 0.97 => Account.Deleted, _ => Account.Guest };
        // A fifth never buys, half buys about once, a few buy all the time.
        var appetite = account == Account.Guest ? 1 : random.NextDouble() switch { < 0.2 => 0, < 0.7 => 1, < 0.93 => 4, < 0.99 => 14, _ => MostAppetite };
        var activeDays = appetite <= 1 ? random.Between(1, 400) : random.Between(30, 2_000);
        return new Traits(
            account, (byte)appetite, (ushort)activeDays, (byte)random.Next(ScaleShop.Manufacturers), (byte)random.Next(3), random.Chance(0.08));
    }
}
