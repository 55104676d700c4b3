using System.Globalization;
using Nop.Core.Domain.Catalog;
using Nop.Core.Domain.Customers;
using Nop.Data;

namespace Nop.Plugin.Misc.Segments.Rules.Criteria.Customers;

/// <summary>The shop's own customer attributes, by their ids; in exports by their names.</summary>
public sealed class CustomerAttributeFields(IRepository<CustomerAttribute> attributes, IRepository<CustomerAttributeValue> values) : FieldFamily
{
    private static readonly List<int> Choices =
        [(int)AttributeControlType.DropdownList, (int)AttributeControlType.RadioList, (int)AttributeControlType.Checkboxes, (int)AttributeControlType.ReadonlyCheckboxes];

    private static readonly List<int> Texts = [(int)AttributeControlType.TextBox, (int)AttributeControlType.MultilineTextbox];

    /// <inheritdoc />
    public override string Prefix => CustomerAttributeField.Prefix;

    /// <inheritdoc />
    public override async Task<CustomerField?> FindAsync(string key)
    {
        var id = int.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
        var found = await Offered.Where(a => a.Id == id || a.Name == key).OrderBy(a => a.Id).ToListAsync();
        return (found.Find(a => a.Id == id) ?? found.FirstOrDefault()) is { } attribute ? FieldOf(attribute) : null;
    }

    /// <inheritdoc />
    public override async Task<IReadOnlyList<CustomerField>> ListAsync() =>
        (await Offered.OrderBy(a => a.DisplayOrder).ThenBy(a => a.Id).ToListAsync()).Select(FieldOf).ToList();

    private IQueryable<CustomerAttribute> Offered
    {
        get
        {
            List<int> kinds = [.. Choices, .. Texts];
            return attributes.Table.Where(a => kinds.Contains(a.AttributeControlTypeId));
        }
    }

    private CustomerField FieldOf(CustomerAttribute attribute) => Texts.Contains(attribute.AttributeControlTypeId)
        ? new CustomerAttributeTextField(attribute)
        : new CustomerAttributeChoiceField(attribute, values);
}
