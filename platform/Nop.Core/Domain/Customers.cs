using Nop.Core.Domain.Tax;

namespace Nop.Core.Domain.Customers;

public partial class CustomerSettings : ISettings
{
    public int DeleteGuestTaskOlderThanMinutes { get; set; }
    public bool UsernamesEnabled { get; set; }
}

public partial class Customer : BaseEntity, ISoftDeletedEntity
{
    public bool Active { get; set; }
    public string AdminComment { get; set; }
    public int AffiliateId { get; set; }
    public int? BillingAddressId { get; set; }
    public DateTime? CannotLoginUntilDateUtc { get; set; }
    public string City { get; set; }
    public string Company { get; set; }
    public int CountryId { get; set; }
    public string County { get; set; }
    public DateTime CreatedOnUtc { get; set; }
    public int? CurrencyId { get; set; }
    public string CustomCustomerAttributesXML { get; set; }
    public Guid CustomerGuid { get; set; }
    public DateTime? DateOfBirth { get; set; }
    public bool Deleted { get; set; }
    public string Email { get; set; }
    public string EmailToRevalidate { get; set; }
    public int FailedLoginAttempts { get; set; }
    public string Fax { get; set; }
    public string FirstName { get; set; }
    public string Gender { get; set; }
    public bool HasShoppingCartItems { get; set; }
    public bool IsSystemAccount { get; set; }
    public bool IsTaxExempt { get; set; }
    public int? LanguageId { get; set; }
    public DateTime LastActivityDateUtc { get; set; }
    public string LastIpAddress { get; set; }
    public DateTime? LastLoginDateUtc { get; set; }
    public string LastName { get; set; }
    public bool MustChangePassword { get; set; }
    public string Phone { get; set; }
    public int RegisteredInStoreId { get; set; }
    public bool RequireReLogin { get; set; }
    public int? ShippingAddressId { get; set; }
    public int StateProvinceId { get; set; }
    public string StreetAddress { get; set; }
    public string StreetAddress2 { get; set; }
    public string SystemName { get; set; }

    public TaxDisplayType? TaxDisplayType
    {
        get => (TaxDisplayType?)TaxDisplayTypeId;
        set => TaxDisplayTypeId = (int?)value;
    }

    public int? TaxDisplayTypeId { get; set; }
    public string TimeZoneId { get; set; }
    public string Username { get; set; }
    public string VatNumber { get; set; }

    public VatNumberStatus VatNumberStatus
    {
        get => (VatNumberStatus)VatNumberStatusId;
        set => VatNumberStatusId = (int)value;
    }

    public int VatNumberStatusId { get; set; }
    public int VendorId { get; set; }
    public string ZipPostalCode { get; set; }
}

public partial class CustomerRole : BaseEntity
{
    public bool Active { get; set; }
    public int DefaultTaxDisplayTypeId { get; set; }
    public bool EnablePasswordLifetime { get; set; }
    public bool FreeShipping { get; set; }
    public bool IsSystemRole { get; set; }
    public string Name { get; set; }
    public bool OverrideTaxDisplayType { get; set; }
    public int PurchasedWithProductId { get; set; }
    public string SystemName { get; set; }
    public bool TaxExempt { get; set; }
}

public partial class CustomerCustomerRoleMapping : BaseEntity
{
    public int CustomerId { get; set; }
    public int CustomerRoleId { get; set; }
}

public partial class CustomerAddressMapping : BaseEntity
{
    public int AddressId { get; set; }
    public int CustomerId { get; set; }
}

public partial class CustomerAttribute : BaseAttribute;

public partial class CustomerAttributeValue : BaseAttributeValue;

public partial class CustomerPassword : BaseEntity
{
    public DateTime CreatedOnUtc { get; set; }
    public int CustomerId { get; set; }
    public string Password { get; set; }

    public PasswordFormat PasswordFormat
    {
        get => (PasswordFormat)PasswordFormatId;
        set => PasswordFormatId = (int)value;
    }

    public int PasswordFormatId { get; set; }
    public string PasswordSalt { get; set; }
}

public partial class RewardPointsHistory : BaseEntity
{
    public DateTime CreatedOnUtc { get; set; }
    public int CustomerId { get; set; }
    public DateTime? EndDateUtc { get; set; }
    public string Message { get; set; }
    public int Points { get; set; }
    public int? PointsBalance { get; set; }
    public int StoreId { get; set; }
    public decimal UsedAmount { get; set; }
    public Guid? UsedWithOrder { get; set; }
    public int? ValidPoints { get; set; }
}

public partial class RewardPointsSettings : ISettings
{
    public bool PointsAccumulatedForAllStores { get; set; } = true;
}

public partial class CustomerRegisteredEvent
{
    public CustomerRegisteredEvent(Customer customer)
    {
        Customer = customer;
    }

    public Customer Customer { get; }
}

public partial class CustomerActivatedEvent
{
    public CustomerActivatedEvent(Customer customer)
    {
        Customer = customer;
    }

    public Customer Customer { get; }
}

public partial class CustomerLoggedinEvent
{
    public CustomerLoggedinEvent(Customer customer, Customer guestCustomer = null)
    {
        Customer = customer;
        GuestCustomer = guestCustomer;
    }

    public Customer Customer { get; }
    public Customer GuestCustomer { get; }
}

public partial class CustomerLoggedOutEvent
{
    public CustomerLoggedOutEvent(Customer customer)
    {
        Customer = customer;
    }

    public Customer Customer { get; }
}

public partial class CustomerPasswordChangedEvent
{
    public CustomerPasswordChangedEvent(CustomerPassword password)
    {
        Password = password;
    }

    public CustomerPassword Password { get; }
}

public partial class CustomerChangeWorkingLanguageEvent
{
    public CustomerChangeWorkingLanguageEvent(Customer customer)
    {
        Customer = customer;
    }

    public Customer Customer { get; }
}

public enum PasswordFormat
{
    Clear = 0,
    Hashed = 1,
    Encrypted = 2
}
