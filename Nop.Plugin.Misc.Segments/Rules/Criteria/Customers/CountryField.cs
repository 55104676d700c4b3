using Nop.Plugin.Misc.Segments.Rules.Choices;

namespace Nop.Plugin.Misc.Segments.Rules.Criteria.Customers;

/// <summary>The country of the customer's account.</summary>
public sealed class CountryField() : CustomerChoiceField("customer.country", FieldGroup.Contact, CountryChoices.ListName, c => c.CountryId);
