using FluentMigrator.Expressions;
using Nop.Core.Domain.Catalog;
using Nop.Core.Domain.Common;
using Nop.Core.Domain.Customers;
using Nop.Core.Domain.Localization;
using Nop.Core.Domain.Logging;
using Nop.Core.Domain.Messages;
using Nop.Core.Domain.Orders;
using Nop.Data.Mapping;

namespace Shop.Data.Migrations;

/// <summary>The tables and indexes of the shop itself.</summary>
internal static class CoreSchema
{
    /// <summary>Tables in an order in which what one refers to is there already, then the indexes that no reference brings.</summary>
    public static IEnumerable<MigrationExpression> Expressions(ShopModel model)
    {
        var waiting = model.CoreEntities.Select(e => e.Table).ToList();
        var own = waiting.Select(t => t.Table).ToHashSet();
        var made = new HashSet<string>();
        while (waiting.Count > 0)
        {
            var ready = waiting.Where(t => t.Columns.Where(c => c.ForeignKey is not null).Select(c => c.ForeignKey.PrimaryTable)
                .All(p => p == t.Table || made.Contains(p) || !own.Contains(p))).ToList();
            if (ready.Count == 0)
                throw new InvalidOperationException($"These tables refer to each other in a circle: {string.Join(", ", waiting.Select(t => t.Table))}.");
            foreach (var table in ready)
            {
                made.Add(table.Table);
                waiting.Remove(table);
                yield return table;
            }
        }

        yield return Index<Customer>(nameof(Customer.Email));
        yield return Index<Customer>(nameof(Customer.Username));
        yield return Index<Customer>(nameof(Customer.SystemName));
        yield return Index<Customer>(nameof(Customer.CustomerGuid));
        yield return Index<Customer>(nameof(Customer.CreatedOnUtc), descending: true);
        yield return Index<Customer>(nameof(Customer.Deleted));
        yield return Index<Order>(nameof(Order.CreatedOnUtc), descending: true);
        yield return Index<ShoppingCartItem>(nameof(ShoppingCartItem.ShoppingCartTypeId), nameof(ShoppingCartItem.CustomerId));
        yield return Index<ProductCategory>(nameof(ProductCategory.CategoryId), nameof(ProductCategory.ProductId));
        yield return Index<ProductCategory>(nameof(ProductCategory.ProductId), nameof(ProductCategory.IsFeaturedProduct));
        yield return Index<ProductManufacturer>(nameof(ProductManufacturer.ManufacturerId), nameof(ProductManufacturer.ProductId));
        yield return Index<ProductManufacturer>(nameof(ProductManufacturer.ProductId), nameof(ProductManufacturer.IsFeaturedProduct));
        yield return Index<NewsLetterSubscription>(nameof(NewsLetterSubscription.Email), nameof(NewsLetterSubscription.StoreId));
        yield return Index<GenericAttribute>(nameof(GenericAttribute.EntityId), nameof(GenericAttribute.KeyGroup));
        yield return Index<QueuedEmail>(nameof(QueuedEmail.CreatedOnUtc), descending: true);
        yield return Index<QueuedEmail>(nameof(QueuedEmail.SentOnUtc), nameof(QueuedEmail.DontSendBeforeDateUtc));
        yield return Index<ActivityLog>(nameof(ActivityLog.CreatedOnUtc), descending: true);
        yield return Index<LocaleStringResource>(nameof(LocaleStringResource.ResourceName), nameof(LocaleStringResource.LanguageId));
        yield return Index<LocalizedProperty>(nameof(LocalizedProperty.EntityId), nameof(LocalizedProperty.LocaleKeyGroup));
        yield return Index<Product>(nameof(Product.Sku));
        yield return Index<Product>(nameof(Product.Published), nameof(Product.Deleted));
        yield return Index<Category>(nameof(Category.ParentCategoryId));
    }

    private static CreateIndexExpression Index<T>(string column, bool descending)
    {
        return Index(typeof(T), [column], descending);
    }

    private static CreateIndexExpression Index<T>(params string[] columns)
    {
        return Index(typeof(T), columns, false);
    }

    private static CreateIndexExpression Index(Type type, string[] properties, bool descending)
    {
        var table = NameCompatibilityManager.GetTableName(type);
        var columns = properties.Select(p => NameCompatibilityManager.GetColumnName(type, p)).ToList();
        var index = new CreateIndexExpression { Name = $"IX_{table}_{string.Join('_', columns)}", Table = table };
        index.Columns.AddRange(columns.Select(c => (c, descending)));
        return index;
    }
}
