using System.Linq.Expressions;
using Nop.Core.Domain.Catalog;
using Nop.Core.Domain.Orders;
using Nop.Data;
using Nop.Plugin.Misc.Segments.Rules.Choices;

namespace Nop.Plugin.Misc.Segments.Rules.Criteria.Orders;

/// <summary>The manufacturers of the product of an order line, as the product is filed now.</summary>
public sealed class ItemManufacturerFilter(IRepository<ProductManufacturer> productManufacturers) : ItemFilter
{
    /// <inheritdoc />
    public override string Name => "item.manufacturer";

    /// <inheritdoc />
    public override ValueKind Kind => ValueKind.Choice;

    /// <inheritdoc />
    public override IReadOnlyList<RuleOperator> Operators => Operator.ManyChoices;

    /// <inheritdoc />
    public override RuleSources Sources => RuleSources.Orders | RuleSources.Catalog;

    /// <inheritdoc />
    public override string ChoiceList => ManufacturerChoices.ListName;

    /// <inheritdoc />
    public override Expression<Func<OrderItem, bool>> Build(RuleOperator ruleOperator, RuleValue? value, EvaluationContext context)
    {
        var table = productManufacturers.Table;
        return ChoicesTest.Build<OrderItem>(ruleOperator, value, ids => i => table.Any(pm => pm.ProductId == i.ProductId && ids.Contains(pm.ManufacturerId)));
    }
}

/// <summary>The tags of the product of an order line, as the product is tagged now.</summary>
public sealed class ItemTagFilter(IRepository<ProductProductTagMapping> productTags) : ItemFilter
{
    /// <inheritdoc />
    public override string Name => "item.tag";

    /// <inheritdoc />
    public override ValueKind Kind => ValueKind.Choice;

    /// <inheritdoc />
    public override IReadOnlyList<RuleOperator> Operators => Operator.ManyChoices;

    /// <inheritdoc />
    public override RuleSources Sources => RuleSources.Orders | RuleSources.Catalog;

    /// <inheritdoc />
    public override string ChoiceList => ProductTagChoices.ListName;

    /// <inheritdoc />
    public override Expression<Func<OrderItem, bool>> Build(RuleOperator ruleOperator, RuleValue? value, EvaluationContext context)
    {
        var table = productTags.Table;
        return ChoicesTest.Build<OrderItem>(ruleOperator, value, ids => i => table.Any(pt => pt.ProductId == i.ProductId && ids.Contains(pt.ProductTagId)));
    }
}

/// <summary>The vendor of the product of an order line.</summary>
public sealed class ItemVendorFilter(IRepository<Product> products) : ItemFilter
{
    /// <inheritdoc />
    public override string Name => "item.vendor";

    /// <inheritdoc />
    public override ValueKind Kind => ValueKind.Choice;

    /// <inheritdoc />
    public override RuleSources Sources => RuleSources.Orders | RuleSources.Catalog;

    /// <inheritdoc />
    public override string ChoiceList => VendorChoices.ListName;

    // Products change with each sale, so that no event is made of it; a product's vendor is looked up anew each day.
    /// <inheritdoc />
    public override TimeSensitivity TimeSensitivityOf(RuleOperator ruleOperator) => TimeSensitivity.Daily;

    /// <inheritdoc />
    public override Expression<Func<OrderItem, bool>> Build(RuleOperator ruleOperator, RuleValue? value, EvaluationContext context)
    {
        var table = products.Table;
        return ChoicesTest.Build<OrderItem>(ruleOperator, value, ids => i => table.Any(p => p.Id == i.ProductId && ids.Contains(p.VendorId)));
    }
}

/// <summary>The SKU of the product of an order line.</summary>
public sealed class ItemSkuFilter(IRepository<Product> products) : ItemFilter
{
    /// <inheritdoc />
    public override string Name => "item.sku";

    /// <inheritdoc />
    public override ValueKind Kind => ValueKind.Text;

    /// <inheritdoc />
    public override RuleSources Sources => RuleSources.Orders | RuleSources.Catalog;

    // As with the vendor.
    /// <inheritdoc />
    public override TimeSensitivity TimeSensitivityOf(RuleOperator ruleOperator) => TimeSensitivity.Daily;

    /// <inheritdoc />
    public override Expression<Func<OrderItem, bool>> Build(RuleOperator ruleOperator, RuleValue? value, EvaluationContext context)
    {
        var passing = products.Table.Where(TextTest.Build<Product>(p => p.Sku, TextTest.PositiveOf(ruleOperator), value));
        Expression<Func<OrderItem, bool>> passes = i => passing.Any(p => p.Id == i.ProductId);
        return TextTest.IsNegative(ruleOperator) ? passes.Not() : passes;
    }
}
