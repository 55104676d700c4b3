using Nop.Plugin.Misc.Segments.Rules.Choices;

namespace Nop.Plugin.Misc.Segments.Rules.Criteria.Customers;

/// <summary>The language in which the customer uses the shop.</summary>
public sealed class LanguageField() : CustomerChoiceField("customer.language", FieldGroup.Preferences, LanguageChoices.ListName, c => c.LanguageId ?? 0);

/// <summary>The currency in which the customer sees prices.</summary>
public sealed class CurrencyField() : CustomerChoiceField("customer.currency", FieldGroup.Preferences, CurrencyChoices.ListName, c => c.CurrencyId ?? 0);

/// <summary>The time zone that the customer has chosen.</summary>
public sealed class TimeZoneField() : CustomerCodeField("customer.timeZone", FieldGroup.Preferences, TimeZoneCodes.ListName, c => c.TimeZoneId);
