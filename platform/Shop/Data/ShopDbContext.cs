using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Shop.Data;

/// <summary>One short conversation with the database.</summary>
internal sealed class ShopDbContext(DbContextOptions<ShopDbContext> options, ShopModel model, SchemaSql schema) : DbContext(options)
{
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        foreach (var map in model.Entities)
        {
            var entity = modelBuilder.Entity(map.Type);
            entity.ToTable(map.Table.Table);
            var stored = map.Columns.ToDictionary(c => c.Property.Name);
            foreach (var property in map.Type.GetProperties())
                if (!stored.ContainsKey(property.Name))
                    entity.Ignore(property.Name);

            foreach (var (property, column) in map.Columns)
            {
                var mapped = entity.Property(property.PropertyType, property.Name);
                mapped.HasColumnName(column.Name).HasColumnType(schema.TypeOf(column));
                if (!property.PropertyType.IsValueType)
                    mapped.IsRequired(!SchemaSql.IsNullable(column));
                if (column.IsIdentity)
                    mapped.ValueGeneratedOnAdd();
                else
                    mapped.ValueGeneratedNever();
            }

            entity.HasKey([.. map.Key.Select(c => c.Property.Name)]);
        }
    }

    /// <summary>One translated model for each set of entities and kind of database.</summary>
    internal sealed class ModelKeys : IModelCacheKeyFactory
    {
        public object Create(DbContext context, bool designTime)
        {
            var shop = (ShopDbContext)context;
            return (shop.Definition, shop.Schema.GetType(), designTime);
        }
    }

    private ShopModel Definition => model;
    private SchemaSql Schema => schema;
}
