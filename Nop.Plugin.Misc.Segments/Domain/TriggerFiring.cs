using Nop.Core;

namespace Nop.Plugin.Misc.Segments.Domain;

/// <summary>
/// A trigger for one customer: what is still to be done, and what was done. It is stored in the transaction that lets the customer enter or leave, and
/// what it does in the transaction that ends it: nobody is missed, and nobody gets it twice.
/// </summary>
public class TriggerFiring : BaseEntity
{
    /// <summary>The trigger.</summary>
    public int TriggerId { get; set; }

    /// <summary>The customer.</summary>
    public int CustomerId { get; set; }

    /// <summary>When the customer entered or left.</summary>
    public DateTime OccurredOnUtc { get; set; }

    /// <summary>Not before then.</summary>
    public DateTime DueOnUtc { get; set; }

    /// <summary>The number behind <see cref="State"/>.</summary>
    public int StateId { get; set; }

    /// <summary>How often it has been tried in vain.</summary>
    public int Attempts { get; set; }

    /// <summary>The number behind <see cref="Outcome"/>.</summary>
    public int OutcomeId { get; set; }

    /// <summary>The code that was given, or what went wrong last; at most 1,000 characters.</summary>
    public string? Detail { get; set; }

    /// <summary>The number of what was made: the mail, the points' entry, the discount, the gift card; 0 for nothing.</summary>
    public int MadeId { get; set; }

    /// <summary>When it was over; null before.</summary>
    public DateTime? EndedOnUtc { get; set; }

    /// <summary>How far it is.</summary>
    public FiringState State
    {
        get => (FiringState)StateId;
        set => StateId = (int)value;
    }

    /// <summary>What became of it.</summary>
    public FiringOutcome Outcome
    {
        get => (FiringOutcome)OutcomeId;
        set => OutcomeId = (int)value;
    }
}
