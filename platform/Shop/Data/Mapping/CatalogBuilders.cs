using FluentMigrator.Builders.Create.Table;
using Nop.Core.Domain.Catalog;
using Nop.Core.Domain.Customers;
using Nop.Core.Domain.Stores;
using Nop.Data.Extensions;
using Nop.Data.Mapping.Builders;

namespace Shop.Data.Mapping;

internal sealed class ProductBuilder : NopEntityBuilder<Product>
{
    public override void MapEntity(CreateTableExpressionBuilder table)
    {
        table
            .WithColumn(nameof(Product.Name)).AsString(400).NotNullable()
            .WithColumn(nameof(Product.Sku)).AsString(400).Nullable()
            .WithColumn(nameof(Product.ManufacturerPartNumber)).AsString(400).Nullable()
            .WithColumn(nameof(Product.Gtin)).AsString(400).Nullable();
    }
}

internal sealed class CategoryBuilder : NopEntityBuilder<Category>
{
    public override void MapEntity(CreateTableExpressionBuilder table)
    {
        table.WithColumn(nameof(Category.Name)).AsString(400).NotNullable();
    }
}

internal sealed class ProductCategoryBuilder : NopEntityBuilder<ProductCategory>
{
    public override void MapEntity(CreateTableExpressionBuilder table)
    {
        table
            .WithColumn(nameof(ProductCategory.CategoryId)).AsInt32().ForeignKey<Category>()
            .WithColumn(nameof(ProductCategory.ProductId)).AsInt32().ForeignKey<Product>();
    }
}

internal sealed class ManufacturerBuilder : NopEntityBuilder<Manufacturer>
{
    public override void MapEntity(CreateTableExpressionBuilder table)
    {
        table.WithColumn(nameof(Manufacturer.Name)).AsString(400).NotNullable();
    }
}

internal sealed class ProductManufacturerBuilder : NopEntityBuilder<ProductManufacturer>
{
    public override void MapEntity(CreateTableExpressionBuilder table)
    {
        table
            .WithColumn(nameof(ProductManufacturer.ManufacturerId)).AsInt32().ForeignKey<Manufacturer>()
            .WithColumn(nameof(ProductManufacturer.ProductId)).AsInt32().ForeignKey<Product>();
    }
}

internal sealed class ProductTagBuilder : NopEntityBuilder<ProductTag>
{
    public override void MapEntity(CreateTableExpressionBuilder table)
    {
        table.WithColumn(nameof(ProductTag.Name)).AsString(400).NotNullable();
    }
}

internal sealed class ProductProductTagMappingBuilder : NopEntityBuilder<ProductProductTagMapping>
{
    public override void MapEntity(CreateTableExpressionBuilder table)
    {
        table
            .WithColumn("Product_Id").AsInt32().PrimaryKey().ForeignKey<Product>()
            .WithColumn("ProductTag_Id").AsInt32().PrimaryKey().ForeignKey<ProductTag>();
    }
}

internal sealed class ProductReviewBuilder : NopEntityBuilder<ProductReview>
{
    public override void MapEntity(CreateTableExpressionBuilder table)
    {
        table
            .WithColumn(nameof(ProductReview.CustomerId)).AsInt32().ForeignKey<Customer>()
            .WithColumn(nameof(ProductReview.ProductId)).AsInt32().ForeignKey<Product>()
            .WithColumn(nameof(ProductReview.StoreId)).AsInt32().ForeignKey<Store>();
    }
}

internal sealed class BackInStockSubscriptionBuilder : NopEntityBuilder<BackInStockSubscription>
{
    public override void MapEntity(CreateTableExpressionBuilder table)
    {
        table
            .WithColumn(nameof(BackInStockSubscription.CustomerId)).AsInt32().ForeignKey<Customer>()
            .WithColumn(nameof(BackInStockSubscription.ProductId)).AsInt32().ForeignKey<Product>();
    }
}
