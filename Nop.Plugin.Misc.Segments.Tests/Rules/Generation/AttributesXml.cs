using System.Xml;
using Nop.Core.Domain.Catalog;
using Nop.Core.Domain.Customers;
using Nop.Plugin.Misc.Segments.Tests.Rules.Naive;

namespace Nop.Plugin.Misc.Segments.Tests.Rules.Generation;

/// <summary>Writes customers' attributes the way the shop stores them.</summary>
internal sealed class AttributesXml(Random random)
{
    /// <summary>Much of it changes when it is written as XML, or looks like XML that is there.</summary>
    public static readonly string[] Texts =
    [
        "Ann", "ann", "100%", "a_b", @"a\b", "O'Neil", "a & b <c>", "R&D", "a<b", "&amp;", "two\nlines", "12", "<Value>12</Value>",
        "<CustomerAttribute ID=\"1\">"
    ];

    /// <summary>An attribute that is gone; what customers had chosen is still there.</summary>
    private const int LostAttributeId = 111;

    public string? Write(ShopBasics basics)
    {
        if (random.Next(5) == 0)
            return random.Next(2) == 0 ? null : "";

        var document = new XmlDocument();
        var root = document.CreateElement("Attributes");
        document.AppendChild(root);

        var attributes = basics.Attributes.ToArray();
        random.Shuffle(attributes);
        foreach (var attribute in attributes.Take(random.Next(attributes.Length + 1)))
        {
            if (attribute.AttributeControlType is AttributeControlType.TextBox or AttributeControlType.MultilineTextbox)
                Add(root, attribute.Id, [Texts[random.Next(Texts.Length)]]);
            else
                Add(root, attribute.Id, Chosen(basics.AttributeValues, attribute));
        }

        if (random.Next(6) == 0)
            Add(root, LostAttributeId, [basics.AttributeValues[random.Next(basics.AttributeValues.Count)].Id.ToString()]);

        return document.OuterXml;
    }

    private IEnumerable<string> Chosen(List<CustomerAttributeValue> all, CustomerAttribute attribute)
    {
        var values = all.Where(value => value.AttributeId == attribute.Id).ToArray();
        random.Shuffle(values);
        var several = attribute.AttributeControlType is AttributeControlType.Checkboxes or AttributeControlType.ReadonlyCheckboxes;
        return values.Take(several ? random.Next(1, values.Length + 1) : 1).Select(value => value.Id.ToString());
    }

    private static void Add(XmlElement root, int attributeId, IEnumerable<string> values)
    {
        var attribute = root.OwnerDocument.CreateElement("CustomerAttribute");
        attribute.SetAttribute("ID", attributeId.ToString());
        root.AppendChild(attribute);
        foreach (var text in values)
        {
            var outer = root.OwnerDocument.CreateElement("CustomerAttributeValue");
            var inner = root.OwnerDocument.CreateElement("Value");
            inner.InnerText = text;
            outer.AppendChild(inner);
            attribute.AppendChild(outer);
        }
    }
}
