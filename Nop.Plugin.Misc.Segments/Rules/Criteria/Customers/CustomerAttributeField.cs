using System.Globalization;
using System.Linq.Expressions;
using System.Xml;
using System.Xml.Linq;
using Nop.Core.Domain.Customers;
using Nop.Data;
using Nop.Plugin.Misc.Segments.Rules.Choices;

namespace Nop.Plugin.Misc.Segments.Rules.Criteria.Customers;

/// <summary>
/// One of the shop's own customer attributes. The shop writes them all into one column as XML, without blanks between the tags; there, a value's own
/// angle brackets are escaped, so that a tag is never mistaken for a value.
/// </summary>
public abstract class CustomerAttributeField(CustomerAttribute attribute) : CustomerField
{
    internal const string Prefix = "customer.attribute:";

    /// <inheritdoc />
    public override string Name => Prefix + attribute.Id.ToString(CultureInfo.InvariantCulture);

    /// <inheritdoc />
    public override string Group => FieldGroup.Attributes;

    /// <inheritdoc />
    public override RuleSources Sources => RuleSources.Profile;

    /// <inheritdoc />
    public override string Subject => attribute.Name;

    /// <inheritdoc />
    public override string ResourceKey => $"{SegmentsDefaults.ResourcePrefix}.Criteria.customer.attribute";

    /// <summary>How the attribute begins in the XML, in small letters.</summary>
    protected string OpeningTag { get; } = $"<customerattribute id=\"{attribute.Id.ToString(CultureInfo.InvariantCulture)}\">";

    /// <summary>The values that the customer has.</summary>
    protected async Task<IReadOnlyList<string>> ValuesAsync(IQueryable<Customer> customer)
    {
        if (await customer.Select(c => c.CustomCustomerAttributesXML).FirstOrDefaultAsync() is not { Length: > 0 } xml)
            return [];
        try
        {
            return XDocument.Parse(xml).Descendants(nameof(CustomerAttribute))
                .Where(element => element.Attribute("ID")?.Value == attribute.Id.ToString(CultureInfo.InvariantCulture))
                .Descendants("Value").Select(element => element.Value).ToList();
        }
        catch (XmlException)
        {
            // The shop itself finds no values either in what is no XML.
            return [];
        }
    }
}

/// <summary>A customer attribute whose values are chosen from a list.</summary>
public sealed class CustomerAttributeChoiceField(CustomerAttribute attribute, IRepository<CustomerAttributeValue> values) : CustomerAttributeField(attribute)
{
    private const string ClosingTag = "</customerattribute>";
    private readonly int _attributeId = attribute.Id;

    /// <inheritdoc />
    public override ValueKind Kind => ValueKind.Choice;

    /// <inheritdoc />
    public override IReadOnlyList<RuleOperator> Operators => Operator.ManyChoices;

    /// <inheritdoc />
    public override string ChoiceList => AttributeValueChoiceFamily.NameOf(_attributeId);

    /// <inheritdoc />
    public override Expression<Func<Customer, bool>> Build(FieldCondition condition, EvaluationContext context)
    {
        var table = values.Table;
        var attributeId = _attributeId;
        var opening = OpeningTag;
        var length = opening.Length;
        var nothing = opening + ClosingTag;

        // What stands between the attribute's tags; an empty attribute at the end sees to it that there always is one.
        Expression<Func<Customer, string>> fromAttributeOn = c => ((c.CustomCustomerAttributesXML ?? string.Empty).ToLower() + nothing)
            .Substring(((c.CustomCustomerAttributesXML ?? string.Empty).ToLower() + nothing).IndexOf(opening) + length);
        return ChoicesTest.Build(condition.Operator, condition.Value, ids => Has(ids));

        Expression<Func<Customer, bool>> Has(List<int> ids)
        {
            Expression<Func<string, bool>> has = xml => table.Any(v => v.AttributeId == attributeId && ids.Contains(v.Id)
                && xml.Substring(0, xml.IndexOf(ClosingTag)).Contains("<value>" + v.Id.ToString() + "</value>"));
            return Expression.Lambda<Func<Customer, bool>>(Predicates.Inline(has, fromAttributeOn.Body), fromAttributeOn.Parameters);
        }
    }

    /// <inheritdoc />
    public override async Task<RuleValue?> FindAsync(IQueryable<Customer> customer, FieldCondition condition, EvaluationContext context)
    {
        var ids = (await ValuesAsync(customer)).Select(value => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0)
            .Where(id => id > 0).Distinct().ToList();
        return ids.Count == 0 ? null : new ChoiceValue(ids.Select(id => new Choice(id, null)).ToList());
    }
}

/// <summary>A customer attribute whose value is typed.</summary>
public sealed class CustomerAttributeTextField(CustomerAttribute attribute) : CustomerAttributeField(attribute)
{
    private const string ClosingTag = "</value>";

    /// <inheritdoc />
    public override ValueKind Kind => ValueKind.Text;

    /// <inheritdoc />
    public override Expression<Func<Customer, bool>> Build(FieldCondition condition, EvaluationContext context)
    {
        var opening = OpeningTag + "<customerattributevalue><value>";
        var length = opening.Length;
        var nothing = opening + ClosingTag;
        Expression<Func<Customer, string>> fromValueOn = c => ((c.CustomCustomerAttributesXML ?? string.Empty).ToLower() + nothing)
            .Substring(((c.CustomCustomerAttributesXML ?? string.Empty).ToLower() + nothing).IndexOf(opening) + length);
        Expression<Func<string, string?>> value = xml => xml.Substring(0, xml.IndexOf(ClosingTag))
            .Replace("&lt;", "<").Replace("&gt;", ">").Replace("&amp;", "&");
        var text = Expression.Lambda<Func<Customer, string?>>(Predicates.Inline(value, fromValueOn.Body), fromValueOn.Parameters);
        return TextTest.BuildLower(text, condition.Operator, condition.Value);
    }

    /// <inheritdoc />
    public override async Task<RuleValue?> FindAsync(IQueryable<Customer> customer, FieldCondition condition, EvaluationContext context) =>
        await ValuesAsync(customer) is [{ Length: > 0 } first, ..] ? new TextValue(first) : null;
}
