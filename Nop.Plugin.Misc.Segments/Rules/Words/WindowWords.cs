using Nop.Plugin.Misc.Segments.Rules.Criteria;

namespace Nop.Plugin.Misc.Segments.Rules.Words;

/// <summary>Says when something has to have happened.</summary>
internal sealed class WindowWords(LanguageTexts texts)
{
    /// <summary>A window; nothing for any time.</summary>
    public async Task<string> SayAsync(TimeWindow? window) => window switch
    {
        null => string.Empty,
        LastWindow w => await texts.SayCountAsync($"Window.last.{UnitOf(w.Unit)}", w.Count),
        OlderThanWindow w => await texts.SayCountAsync($"Window.olderThan.{UnitOf(w.Unit)}", w.Count),
        AgeWindow { Unit: TimeUnit.Day } w when w.From == w.To => await texts.SayCountAsync("Window.at.day", w.From),
        AgeWindow w => await texts.SayAsync($"Window.between.{UnitOf(w.Unit)}", texts.Number(w.From), texts.Number(w.To)),
        DatesWindow { From: { } from, To: { } to } => await texts.SayAsync("Window.fromTo", texts.Day(from), texts.Day(to)),
        DatesWindow { From: { } from } => await texts.SayAsync("Window.from", texts.Day(from)),
        DatesWindow { To: { } to } => await texts.SayAsync("Window.to", texts.Day(to)),
        _ => throw new ArgumentOutOfRangeException(nameof(window), window, null)
    };

    /// <summary>When a date has to lie, under an operator that says so.</summary>
    public async Task<string> SayAsync(RuleOperator ruleOperator, RuleValue? value) => value switch
    {
        NumberValue v => await texts.SayCountAsync(ruleOperator == RuleOperator.InNextAnniversary ? "Next.day" : "Window.last.day", v.Number),
        DateValue v => await texts.SayAsync($"Date.{Operator.NameOf(ruleOperator)}", texts.Day(v.Date)),
        DateRangeValue v => await texts.SayAsync("Date.between", texts.Day(v.From), texts.Day(v.To)),
        _ => string.Empty
    };

    private static string UnitOf(TimeUnit unit) => unit == TimeUnit.Day ? "day" : "hour";
}
