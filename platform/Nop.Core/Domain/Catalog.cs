namespace Nop.Core.Domain.Catalog;

public partial class CatalogSettings : ISettings
{
    public bool CacheProductPrices { get; set; }
}

public partial class Product : BaseEntity, ISoftDeletedEntity
{
    public int ApprovedRatingSum { get; set; }
    public int ApprovedTotalReviews { get; set; }
    public bool CallForPrice { get; set; }
    public DateTime CreatedOnUtc { get; set; }
    public bool CustomerEntersPrice { get; set; }
    public bool Deleted { get; set; }
    public int DisplayOrder { get; set; }
    public string FullDescription { get; set; }
    public string Gtin { get; set; }
    public bool IsDownload { get; set; }
    public bool IsGiftCard { get; set; }
    public bool IsRecurring { get; set; }
    public bool IsRental { get; set; }
    public bool LimitedToStores { get; set; }
    public string ManufacturerPartNumber { get; set; }
    public bool MarkAsNew { get; set; }
    public string Name { get; set; }
    public decimal OldPrice { get; set; }
    public int ParentGroupedProductId { get; set; }
    public decimal Price { get; set; }
    public decimal ProductCost { get; set; }

    public ProductType ProductType
    {
        get => (ProductType)ProductTypeId;
        set => ProductTypeId = (int)value;
    }

    public int ProductTypeId { get; set; }
    public bool Published { get; set; }
    public string ShortDescription { get; set; }
    public string Sku { get; set; }
    public int StockQuantity { get; set; }
    public bool SubjectToAcl { get; set; }
    public DateTime UpdatedOnUtc { get; set; }
    public int VendorId { get; set; }
    public bool VisibleIndividually { get; set; }
}

public partial class Category : BaseEntity, ISoftDeletedEntity
{
    public DateTime CreatedOnUtc { get; set; }
    public bool Deleted { get; set; }
    public string Description { get; set; }
    public int DisplayOrder { get; set; }
    public bool LimitedToStores { get; set; }
    public string Name { get; set; }
    public int ParentCategoryId { get; set; }
    public bool Published { get; set; }
    public bool SubjectToAcl { get; set; }
    public DateTime UpdatedOnUtc { get; set; }
}

public partial class ProductCategory : BaseEntity
{
    public int CategoryId { get; set; }
    public int DisplayOrder { get; set; }
    public bool IsFeaturedProduct { get; set; }
    public int ProductId { get; set; }
}

public partial class Manufacturer : BaseEntity, ISoftDeletedEntity
{
    public DateTime CreatedOnUtc { get; set; }
    public bool Deleted { get; set; }
    public string Description { get; set; }
    public int DisplayOrder { get; set; }
    public bool LimitedToStores { get; set; }
    public string Name { get; set; }
    public bool Published { get; set; }
    public bool SubjectToAcl { get; set; }
    public DateTime UpdatedOnUtc { get; set; }
}

public partial class ProductManufacturer : BaseEntity
{
    public int DisplayOrder { get; set; }
    public bool IsFeaturedProduct { get; set; }
    public int ManufacturerId { get; set; }
    public int ProductId { get; set; }
}

public partial class ProductTag : BaseEntity
{
    public string MetaDescription { get; set; }
    public string MetaKeywords { get; set; }
    public string MetaTitle { get; set; }
    public string Name { get; set; }
}

public partial class ProductProductTagMapping : BaseEntity
{
    public int ProductId { get; set; }
    public int ProductTagId { get; set; }
}

public partial class ProductReview : BaseEntity
{
    public DateTime CreatedOnUtc { get; set; }
    public int CustomerId { get; set; }
    public bool CustomerNotifiedOfReply { get; set; }
    public int HelpfulNoTotal { get; set; }
    public int HelpfulYesTotal { get; set; }
    public bool IsApproved { get; set; }
    public int ProductId { get; set; }
    public int Rating { get; set; }
    public string ReplyText { get; set; }
    public string ReviewText { get; set; }
    public int StoreId { get; set; }
    public string Title { get; set; }
}

public partial class BackInStockSubscription : BaseEntity
{
    public DateTime CreatedOnUtc { get; set; }
    public int CustomerId { get; set; }
    public int ProductId { get; set; }
    public int StoreId { get; set; }
}

public enum ProductType
{
    SimpleProduct = 5,
    GroupedProduct = 10
}

public partial class ProductReviewApprovedEvent
{
    public ProductReviewApprovedEvent(ProductReview productReview)
    {
        ProductReview = productReview;
    }

    public ProductReview ProductReview { get; }
}

public enum AttributeControlType
{
    DropdownList = 1,
    RadioList = 2,
    Checkboxes = 3,
    TextBox = 4,
    MultilineTextbox = 10,
    Datepicker = 20,
    FileUpload = 30,
    ColorSquares = 40,
    ImageSquares = 45,
    ReadonlyCheckboxes = 50
}

public enum GiftCardType
{
    Virtual = 0,
    Physical = 1
}
