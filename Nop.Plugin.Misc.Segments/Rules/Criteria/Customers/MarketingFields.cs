using Nop.Plugin.Misc.Segments.Rules.Choices;

namespace Nop.Plugin.Misc.Segments.Rules.Criteria.Customers;

/// <summary>The affiliate who brought the customer.</summary>
public sealed class AffiliateField() : CustomerChoiceField("customer.affiliate", FieldGroup.Marketing, AffiliateChoices.ListName, c => c.AffiliateId);
