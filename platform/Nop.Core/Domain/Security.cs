namespace Nop.Core.Domain.Security;

public partial class PermissionRecord : BaseEntity
{
    public string Category { get; set; }
    public string Name { get; set; }
    public string SystemName { get; set; }
}

public partial class PermissionRecordCustomerRoleMapping : BaseEntity
{
    public int CustomerRoleId { get; set; }
    public int PermissionRecordId { get; set; }
}
