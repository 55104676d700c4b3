namespace Shop.Web.Models;

/// <summary>A page of the public list of products.</summary>
public sealed record CatalogModel
{
    public string? Search { get; init; }
    public int Page { get; init; }
    public int TotalPages { get; init; }
    public IReadOnlyList<CatalogProductModel> Products { get; init; } = [];
}

public sealed record CatalogProductModel(int Id, string Name, string Sku, string Price, string? Category);

/// <summary>The cart, what it costs, and which discounts did that.</summary>
public sealed record CartModel
{
    public IReadOnlyList<CartLineModel> Lines { get; init; } = [];
    public IReadOnlyList<CartDiscountModel> Discounts { get; init; } = [];
    public IReadOnlyList<string> CouponCodes { get; init; } = [];
    public string? Subtotal { get; init; }
    public string? DiscountTotal { get; init; }
    public string? Total { get; init; }
}

public sealed record CartLineModel(int Id, string Product, string Sku, int Quantity, string UnitPrice, string Total);

/// <summary>A discount of the shop, with the reasons why it does not apply where it does not.</summary>
public sealed record CartDiscountModel(string Name, string Gives, bool IsApplied, string? Saving, IReadOnlyList<string> Reasons);

/// <summary>The form of the sign-in page.</summary>
public sealed record LoginModel
{
    public string? Email { get; set; }
    public string? Password { get; set; }
    public bool RememberMe { get; set; }
    public string? ReturnUrl { get; set; }
}

/// <summary>The page on which a visitor becomes a customer.</summary>
public sealed record ActAsModel
{
    public string? Email { get; init; }
    public IReadOnlyList<ActAsCustomerModel> Customers { get; init; } = [];
}

public sealed record ActAsCustomerModel(int Id, string Email, string Name);
