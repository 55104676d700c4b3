using Nop.Core.Domain.Catalog;
using Nop.Core.Domain.Customers;
using Nop.Core.Domain.Security;
using Nop.Data.Mapping;

namespace Shop.Data.Mapping;

/// <summary>The shop's tables and columns that are not named like their classes and properties.</summary>
internal sealed class CoreNames : INameCompatibility
{
    public Dictionary<Type, string> TableNames { get; } = new()
    {
        [typeof(CustomerAddressMapping)] = "CustomerAddresses",
        [typeof(CustomerCustomerRoleMapping)] = "Customer_CustomerRole_Mapping",
        [typeof(PermissionRecordCustomerRoleMapping)] = "PermissionRecord_Role_Mapping",
        [typeof(ProductCategory)] = "Product_Category_Mapping",
        [typeof(ProductManufacturer)] = "Product_Manufacturer_Mapping",
        [typeof(ProductProductTagMapping)] = "Product_ProductTag_Mapping"
    };

    public Dictionary<(Type, string), string> ColumnName { get; } = new()
    {
        [(typeof(Customer), nameof(Customer.BillingAddressId))] = "BillingAddress_Id",
        [(typeof(Customer), nameof(Customer.ShippingAddressId))] = "ShippingAddress_Id",
        [(typeof(CustomerAddressMapping), nameof(CustomerAddressMapping.CustomerId))] = "Customer_Id",
        [(typeof(CustomerAddressMapping), nameof(CustomerAddressMapping.AddressId))] = "Address_Id",
        [(typeof(CustomerCustomerRoleMapping), nameof(CustomerCustomerRoleMapping.CustomerId))] = "Customer_Id",
        [(typeof(CustomerCustomerRoleMapping), nameof(CustomerCustomerRoleMapping.CustomerRoleId))] = "CustomerRole_Id",
        [(typeof(PermissionRecordCustomerRoleMapping), nameof(PermissionRecordCustomerRoleMapping.CustomerRoleId))] = "CustomerRole_Id",
        [(typeof(PermissionRecordCustomerRoleMapping), nameof(PermissionRecordCustomerRoleMapping.PermissionRecordId))] = "PermissionRecord_Id",
        [(typeof(ProductProductTagMapping), nameof(ProductProductTagMapping.ProductId))] = "Product_Id",
        [(typeof(ProductProductTagMapping), nameof(ProductProductTagMapping.ProductTagId))] = "ProductTag_Id"
    };
}
