namespace Segments.Benchmarks.Scale.Data;

/// <summary>Who the made-up customers are: those with higher ids registered later.</summary>
internal sealed class ScalePopulation(int count, int firstId, int firstAddressId)
{
    private readonly Traits[] _traits = Enumerable.Range(0, count).Select(Traits.Of).ToArray();

    /// <summary>How many there are.</summary>
    public int Count => count;

    /// <summary>The id of a customer.</summary>
    public int IdOf(int index) => firstId + index;

    /// <summary>The id of a customer's address.</summary>
    public int AddressIdOf(int index) => firstAddressId + index;

    /// <summary>What decides about a customer's orders.</summary>
    public Traits TraitsOf(int index) => _traits[index];

    /// <summary>When a customer registered.</summary>
    public DateTime RegisteredOf(int index) => ScaleShop.Whole(ScaleShop.Opened.AddDays(ScaleShop.OpenDays * (double)index / count));

    /// <summary>How many had registered by a moment; at least one.</summary>
    public int RegisteredBy(DateTime moment) => Math.Clamp((int)(count * (moment - ScaleShop.Opened).TotalDays / ScaleShop.OpenDays), 1, count);
}
