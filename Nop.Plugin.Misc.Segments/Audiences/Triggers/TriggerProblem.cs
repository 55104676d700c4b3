namespace Nop.Plugin.Misc.Segments.Audiences.Triggers;

/// <summary>What keeps a trigger from doing what it says and a merchant can mend. Their names are stored and name texts.</summary>
public enum TriggerFault
{
    /// <summary>The message template does not exist any more.</summary>
    MailGone,

    /// <summary>The message template, which is named, is switched off.</summary>
    MailOff,

    /// <summary>The shop has no e-mail account.</summary>
    NoMailAccount,

    /// <summary>The discount does not exist any more.</summary>
    DiscountGone,

    /// <summary>The discount, which is named, is for chosen products.</summary>
    DiscountForProducts,

    /// <summary>The discount, which is named, has requirements.</summary>
    DiscountHasRequirements,

    /// <summary>The customer role does not exist any more.</summary>
    RoleGone,

    /// <summary>The customer role, which is named, is the shop's own.</summary>
    RoleOfShop,

    /// <summary>The address of the webhook is none that may be called.</summary>
    AddressRefused,

    /// <summary>The host, which is named, is in the shop's own network.</summary>
    AddressPrivate,

    /// <summary>There is no connection with the host, which is named, for the reason after it.</summary>
    Unreachable,

    /// <summary>The host, which is named, took too long.</summary>
    NoAnswer,

    /// <summary>The host, which is named, answered with the status after it.</summary>
    Refused
}

/// <summary>What is wrong with a trigger, kept so that everybody reads it in their own language.</summary>
/// <param name="Fault">What is wrong.</param>
/// <param name="Values">What its text names, in order.</param>
public sealed record TriggerProblem(TriggerFault Fault, IReadOnlyList<string> Values)
{
    // What else stands in the log is a code, which has no such character, or the words of an exception.
    private const char Mark = '#';
    private const char Between = '\t';

    /// <summary>What is stored.</summary>
    public override string ToString() => Mark + string.Join(Between, Values.Prepend(Fault.ToString()));

    /// <summary>Reads what is stored; null when it is something else.</summary>
    public static TriggerProblem? Read(string? stored)
    {
        if (stored is not [Mark, .. var text])
            return null;
        var parts = text.Split(Between);
        return Enum.TryParse<TriggerFault>(parts[0], out var fault) && fault.ToString() == parts[0] ? new TriggerProblem(fault, parts[1..]) : null;
    }
}

/// <summary>A trigger cannot do what it says.</summary>
/// <param name="fault">What is wrong.</param>
/// <param name="values">What its text names, in order.</param>
public sealed class TriggerException(TriggerFault fault, params string[] values) : Exception(new TriggerProblem(fault, values).ToString());
