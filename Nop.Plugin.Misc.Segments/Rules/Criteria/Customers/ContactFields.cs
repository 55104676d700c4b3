using System.Linq.Expressions;
using Nop.Core.Domain.Customers;
using Nop.Plugin.Misc.Segments.Rules.Choices;

namespace Nop.Plugin.Misc.Segments.Rules.Criteria.Customers;

/// <summary>The e-mail address of the customer's account.</summary>
public sealed class EmailField() : CustomerTextField("customer.email", FieldGroup.Contact, c => c.Email);

/// <summary>What follows the first @ of the e-mail address; empty where there is no @.</summary>
public sealed class EmailDomainField() : CustomerTextField("customer.emailDomain", FieldGroup.Contact, Domain)
{
    private static Expression<Func<Customer, string?>> Domain =>
        c => c.Email != null && c.Email.Contains("@") ? c.Email.Substring(c.Email.IndexOf("@") + 1).ToLower() : string.Empty;

    /// <inheritdoc />
    public override Expression<Func<Customer, bool>> Build(FieldCondition condition, EvaluationContext context) =>
        TextTest.BuildLower(Domain, condition.Operator, condition.Value);
}

/// <summary>The first name.</summary>
public sealed class FirstNameField() : CustomerTextField("customer.firstName", FieldGroup.Contact, c => c.FirstName);

/// <summary>The last name.</summary>
public sealed class LastNameField() : CustomerTextField("customer.lastName", FieldGroup.Contact, c => c.LastName);

/// <summary>The company.</summary>
public sealed class CompanyField() : CustomerTextField("customer.company", FieldGroup.Contact, c => c.Company);

/// <summary>The gender that the customer states.</summary>
public sealed class GenderField() : CustomerCodeField("customer.gender", FieldGroup.Contact, GenderCodes.ListName, c => c.Gender);

/// <summary>The country of the customer's account.</summary>
public sealed class CountryField() : CustomerChoiceField("customer.country", FieldGroup.Contact, CountryChoices.ListName, c => c.CountryId);

/// <summary>The state or province of the customer's account.</summary>
public sealed class StateField() : CustomerChoiceField("customer.state", FieldGroup.Contact, StateChoices.ListName, c => c.StateProvinceId);

/// <summary>The county.</summary>
public sealed class CountyField() : CustomerTextField("customer.county", FieldGroup.Contact, c => c.County);

/// <summary>The city.</summary>
public sealed class CityField() : CustomerTextField("customer.city", FieldGroup.Contact, c => c.City);

/// <summary>The postal code.</summary>
public sealed class ZipField() : CustomerTextField("customer.zip", FieldGroup.Contact, c => c.ZipPostalCode);

/// <summary>The phone number, as it was typed.</summary>
public sealed class PhoneField() : CustomerTextField("customer.phone", FieldGroup.Contact, c => c.Phone);
