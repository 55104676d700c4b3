namespace Nop.Plugin.Misc.Segments.Rules;

/// <summary>
/// Chooses how many customers one query looks at. Small ranges are safe: no query plan falls off a cliff. But where the orders of a range lie all over
/// their table a range costs nearly as much as all, so that larger ones are tried and kept when they are worth it.
/// </summary>
public sealed class RangeSizer
{
    /// <summary>With more keys a sub-query in the negative is no longer held in memory by older PostgreSQL as it is set up at first.</summary>
    private const int Cliff = 125_000;

    private const int Medium = 62_500;
    private const int Large = 250_000;
    private const int Most = 1_000_000;

    /// <summary>A larger range has to be cheaper for each customer by so much to be kept.</summary>
    private const double Worth = 0.9;

    /// <summary>No range is begun that would take longer than this by what the ranges before took.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(20);

    private readonly int[] _sizes;
    private int _level;
    private int _before;
    private bool _settled;
    private double _seconds;

    /// <summary>Begins with small ranges.</summary>
    /// <param name="definition">What is looked for; null when just customers are counted.</param>
    public RangeSizer(SegmentDefinition? definition) =>
        _sizes = definition is not null && DefinitionFacts.AsksInTheNegative(definition)
            ? [ISegmentEvaluator.RangeSize, Medium, Cliff]
            : [ISegmentEvaluator.RangeSize, Medium, Large, Most];

    /// <summary>How many customer ids the next range spans.</summary>
    public int Size => _sizes[_level];

    /// <summary>Learns from a range of the whole size.</summary>
    public void Took(TimeSpan time)
    {
        if (_settled)
            return;

        var (seconds, earlier, smaller) = (time.TotalSeconds, _seconds, _sizes[_before]);
        var secondsEach = seconds / Size;
        if (_level > 0 && secondsEach > earlier / smaller * Worth && seconds > 1)
        {
            _level = _before;
            _settled = true;
            return;
        }

        // Part of the time is for the range, part for each customer: two sizes tell them apart. Somewhat for each there is always.
        var more = _level > 0 ? Math.Max((seconds - earlier) / (Size - smaller), secondsEach / 4) : secondsEach;
        _seconds = seconds;
        _before = _level;
        // A medium range is only for those of which a large one might take too long.
        while (_level < Math.Min(_before + 2, _sizes.Length - 1) && seconds + more * (_sizes[_level + 1] - _sizes[_before]) <= Longest.TotalSeconds)
            _level++;
        _settled = _level == _before;
    }

    /// <summary>A range took too long for the database: the ones to come are smaller, if they can be.</summary>
    public bool TryShrink()
    {
        if (_level == 0)
            return false;
        _level--;
        _settled = true;
        return true;
    }
}
