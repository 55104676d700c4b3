using System.Data;
using FluentMigrator.Builders.Create.Table;
using Nop.Core.Domain.Common;
using Nop.Core.Domain.Customers;
using Nop.Core.Domain.Directory;
using Nop.Core.Domain.Localization;
using Nop.Core.Domain.Security;
using Nop.Data.Extensions;
using Nop.Data.Mapping.Builders;

namespace Shop.Data.Mapping;

internal sealed class CustomerBuilder : NopEntityBuilder<Customer>
{
    public override void MapEntity(CreateTableExpressionBuilder table)
    {
        table
            .WithColumn(nameof(Customer.Username)).AsString(1000).Nullable()
            .WithColumn(nameof(Customer.Email)).AsString(1000).Nullable()
            .WithColumn(nameof(Customer.SystemName)).AsString(400).Nullable()
            .WithColumn(nameof(Customer.LastIpAddress)).AsString(100).Nullable()
            .WithColumn(nameof(Customer.CurrencyId)).AsInt32().Nullable().ForeignKey<Currency>(onDelete: Rule.SetNull)
            .WithColumn(nameof(Customer.LanguageId)).AsInt32().Nullable().ForeignKey<Language>(onDelete: Rule.SetNull)
            .WithColumn("BillingAddress_Id").AsInt32().Nullable().ForeignKey<Address>(onDelete: Rule.None)
            .WithColumn("ShippingAddress_Id").AsInt32().Nullable().ForeignKey<Address>(onDelete: Rule.None);
    }
}

internal sealed class CustomerRoleBuilder : NopEntityBuilder<CustomerRole>
{
    public override void MapEntity(CreateTableExpressionBuilder table)
    {
        table
            .WithColumn(nameof(CustomerRole.Name)).AsString(255).NotNullable()
            .WithColumn(nameof(CustomerRole.SystemName)).AsString(255).Nullable();
    }
}

internal sealed class CustomerCustomerRoleMappingBuilder : NopEntityBuilder<CustomerCustomerRoleMapping>
{
    public override void MapEntity(CreateTableExpressionBuilder table)
    {
        table
            .WithColumn("Customer_Id").AsInt32().PrimaryKey().ForeignKey<Customer>()
            .WithColumn("CustomerRole_Id").AsInt32().PrimaryKey().ForeignKey<CustomerRole>();
    }
}

internal sealed class CustomerAddressMappingBuilder : NopEntityBuilder<CustomerAddressMapping>
{
    public override void MapEntity(CreateTableExpressionBuilder table)
    {
        table
            .WithColumn("Customer_Id").AsInt32().PrimaryKey().ForeignKey<Customer>()
            .WithColumn("Address_Id").AsInt32().PrimaryKey().ForeignKey<Address>();
    }
}

internal sealed class CustomerAttributeValueBuilder : NopEntityBuilder<CustomerAttributeValue>
{
    public override void MapEntity(CreateTableExpressionBuilder table)
    {
        table
            .WithColumn(nameof(CustomerAttributeValue.Name)).AsString(400).NotNullable()
            .WithColumn(nameof(CustomerAttributeValue.AttributeId)).AsInt32().ForeignKey<CustomerAttribute>();
    }
}

internal sealed class CustomerPasswordBuilder : NopEntityBuilder<CustomerPassword>
{
    public override void MapEntity(CreateTableExpressionBuilder table)
    {
        table.WithColumn(nameof(CustomerPassword.CustomerId)).AsInt32().ForeignKey<Customer>();
    }
}

internal sealed class RewardPointsHistoryBuilder : NopEntityBuilder<RewardPointsHistory>
{
    public override void MapEntity(CreateTableExpressionBuilder table)
    {
        table.WithColumn(nameof(RewardPointsHistory.CustomerId)).AsInt32().ForeignKey<Customer>();
    }
}

internal sealed class GenericAttributeBuilder : NopEntityBuilder<GenericAttribute>
{
    public override void MapEntity(CreateTableExpressionBuilder table)
    {
        table
            .WithColumn(nameof(GenericAttribute.KeyGroup)).AsString(400).NotNullable()
            .WithColumn(nameof(GenericAttribute.Key)).AsString(400).NotNullable()
            .WithColumn(nameof(GenericAttribute.Value)).AsString().NotNullable();
    }
}

internal sealed class AddressBuilder : NopEntityBuilder<Address>
{
    public override void MapEntity(CreateTableExpressionBuilder table)
    {
        table
            .WithColumn(nameof(Address.CountryId)).AsInt32().Nullable().ForeignKey<Country>(onDelete: Rule.None)
            .WithColumn(nameof(Address.StateProvinceId)).AsInt32().Nullable().ForeignKey<StateProvince>(onDelete: Rule.None);
    }
}

internal sealed class StateProvinceBuilder : NopEntityBuilder<StateProvince>
{
    public override void MapEntity(CreateTableExpressionBuilder table)
    {
        table
            .WithColumn(nameof(StateProvince.Name)).AsString(100).NotNullable()
            .WithColumn(nameof(StateProvince.CountryId)).AsInt32().ForeignKey<Country>();
    }
}

internal sealed class PermissionRecordCustomerRoleMappingBuilder : NopEntityBuilder<PermissionRecordCustomerRoleMapping>
{
    public override void MapEntity(CreateTableExpressionBuilder table)
    {
        table
            .WithColumn("PermissionRecord_Id").AsInt32().PrimaryKey().ForeignKey<PermissionRecord>()
            .WithColumn("CustomerRole_Id").AsInt32().PrimaryKey().ForeignKey<CustomerRole>();
    }
}
