namespace Nop.Core.Domain.Affiliates;

public partial class Affiliate : BaseEntity, ISoftDeletedEntity
{
    public bool Active { get; set; }
    public int AddressId { get; set; }
    public string AdminComment { get; set; }
    public bool Deleted { get; set; }
    public string FriendlyUrlName { get; set; }
}
