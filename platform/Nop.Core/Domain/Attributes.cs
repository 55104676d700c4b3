using Nop.Core.Domain.Catalog;

namespace Nop.Core.Domain.Attributes;

public abstract partial class BaseAttribute : BaseEntity
{
    public AttributeControlType AttributeControlType
    {
        get => (AttributeControlType)AttributeControlTypeId;
        set => AttributeControlTypeId = (int)value;
    }

    public int AttributeControlTypeId { get; set; }
    public bool CanBeUsedAsCondition { get; }
    public int DisplayOrder { get; set; }
    public bool IsRequired { get; set; }
    public string Name { get; set; }
    public bool ShouldHaveValues { get; }
}

public abstract partial class BaseAttributeValue : BaseEntity
{
    public int AttributeId { get; set; }
    public int DisplayOrder { get; set; }
    public bool IsPreSelected { get; set; }
    public string Name { get; set; }
}
