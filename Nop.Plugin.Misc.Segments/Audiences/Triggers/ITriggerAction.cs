using Nop.Plugin.Misc.Segments.Domain;

namespace Nop.Plugin.Misc.Segments.Audiences.Triggers;

/// <summary>Something that triggers can do for one customer.</summary>
public interface ITriggerAction
{
    /// <summary>Which of the actions it is.</summary>
    TriggerAction Action { get; }

    /// <summary>
    /// Does it, within the transaction that also stores that it was done: it may only change the shop's database, and what it throws undoes all of it.
    /// </summary>
    /// <exception cref="TriggerException">It cannot be done as the trigger says.</exception>
    Task<TriggerResult> DoAsync(TriggerContext context);
}
