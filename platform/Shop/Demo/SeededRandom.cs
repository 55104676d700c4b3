namespace Shop.Demo;

/// <summary>
/// A stream of random numbers that is the same on every machine and every runtime for one seed and one name.
/// Each part of the generator has a stream of its own, so that a change in one part leaves the others as they were.
/// </summary>
public sealed class SeededRandom
{
    private ulong _state;

    public SeededRandom(long seed, string stream, long number = 0)
    {
        _state = unchecked((ulong)seed * 0x9E3779B97F4A7C15UL);
        foreach (var character in stream)
            _state = unchecked((_state ^ character) * 0x100000001B3UL);
        _state = Mix(unchecked(_state + (ulong)number * 0xD1B54A32D192ED03UL));
    }

    /// <summary>A whole number from 0 to below <paramref name="below"/>.</summary>
    public int Next(int below)
    {
        return (int)(NextBits() % (ulong)below);
    }

    /// <summary>A whole number between both ends, both included.</summary>
    public int Between(int least, int most)
    {
        return least + Next(most - least + 1);
    }

    /// <summary>A number from 0 to below 1.</summary>
    public double NextDouble()
    {
        return (NextBits() >> 11) * (1.0 / (1UL << 53));
    }

    /// <summary>True in that share of all calls.</summary>
    public bool Chance(double share)
    {
        return NextDouble() < share;
    }

    public T Pick<T>(IReadOnlyList<T> list)
    {
        return list[Next(list.Count)];
    }

    /// <summary>An index, each as probable as its share of the last of the running totals.</summary>
    public int PickWeighted(double[] runningTotals)
    {
        var found = Array.BinarySearch(runningTotals, NextDouble() * runningTotals[^1]);
        return Math.Min(found < 0 ? ~found : found + 1, runningTotals.Length - 1);
    }

    /// <summary>1, or one more for each time that luck goes on.</summary>
    public int Streak(double goesOn, int most)
    {
        var count = 1;
        while (count < most && Chance(goesOn))
            count++;
        return count;
    }

    public Guid NextGuid()
    {
        Span<byte> bytes = stackalloc byte[16];
        BitConverter.TryWriteBytes(bytes, NextBits());
        BitConverter.TryWriteBytes(bytes[8..], NextBits());
        // The marks of a random GUID (version 4), as a real shop's have them.
        bytes[7] = (byte)((bytes[7] & 0x0F) | 0x40);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes);
    }

    private ulong NextBits()
    {
        _state = unchecked(_state + 0x9E3779B97F4A7C15UL);
        return Mix(_state);
    }

    private static ulong Mix(ulong value)
    {
        unchecked
        {
            value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9UL;
            value = (value ^ (value >> 27)) * 0x94D049BB133111EBUL;
            return value ^ (value >> 31);
        }
    }
}
