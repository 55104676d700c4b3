using Microsoft.Extensions.DependencyInjection;
using Nop.Core.Domain.Catalog;
using Nop.Core.Domain.Customers;
using Nop.Core.Domain.Orders;
using Nop.Plugin.Misc.Segments.Rules.Choices;
using Nop.Plugin.Misc.Segments.Rules.Criteria;
using Nop.Plugin.Misc.Segments.Rules.Criteria.Carts;
using Nop.Plugin.Misc.Segments.Rules.Criteria.Customers;
using Nop.Plugin.Misc.Segments.Rules.Criteria.Orders;
using Nop.Plugin.Misc.Segments.Rules.Criteria.Others;
using Nop.Plugin.Misc.Segments.Rules.Criteria.Reviews;
using Nop.Plugin.Misc.Segments.Rules.Explanation;
using Nop.Plugin.Misc.Segments.Rules.Words;

namespace Nop.Plugin.Misc.Segments.Rules;

/// <summary>Registers the rule language.</summary>
public static class RulesServices
{
    /// <summary>All criteria, and what reads, compiles, evaluates and describes rules.</summary>
    public static IServiceCollection AddSegmentRules(this IServiceCollection services)
    {
        services.AddActivities();
        services.AddOrderFilters();
        services.AddCustomerFields();
        services.AddChoices();

        services.AddScoped<ChoiceLookup>();
        services.AddScoped<ChoiceResolver>();
        services.AddScoped<CountingOrders>();
        services.AddScoped<CriteriaCatalogue>();
        services.AddScoped<DefinitionReader>();
        services.AddScoped<IDefinitionDescriber, DefinitionDescriber>();
        services.AddScoped<EvaluationContextFactory>();
        services.AddScoped<ISegmentEvaluator, SegmentEvaluator>();
        services.AddScoped<CustomerInquiries>();
        services.AddScoped<ISegmentExplainer, SegmentExplainer>();
        services.AddScoped<NearMissFinder>();
        services.AddScoped<RuleWordsFactory>();
        services.AddScoped<IExplanationDescriber, ExplanationDescriber>();
        services.AddScoped<OrderQuery>();
        services.AddScoped<Population>();
        services.AddScoped<RankThresholds>();
        services.AddScoped<SegmentCompiler>();
        return services;
    }

    /// <summary>Adds a field of customers or an activity.</summary>
    public static IServiceCollection AddCriterion<T>(this IServiceCollection services) where T : Criterion => services.AddScoped<Criterion, T>();

    /// <summary>Adds a family of fields.</summary>
    public static IServiceCollection AddFieldFamily<T>(this IServiceCollection services) where T : FieldFamily => services.AddScoped<FieldFamily, T>();

    /// <summary>Adds a measure of rows of one kind, to the activity that it names.</summary>
    public static IServiceCollection AddMeasure<TRow, T>(this IServiceCollection services) where T : Measure<TRow> => services.AddScoped<Measure<TRow>, T>();

    /// <summary>Adds a measure of orders.</summary>
    public static IServiceCollection AddOrderMeasure<T>(this IServiceCollection services) where T : OrderMeasure => services.AddMeasure<Order, T>();

    /// <summary>Adds a filter of orders.</summary>
    public static IServiceCollection AddOrderFilter<T>(this IServiceCollection services) where T : OrderFilter =>
        services.AddScoped<OrderFilter, T>();

    /// <summary>Adds a filter of order lines.</summary>
    public static IServiceCollection AddItemFilter<T>(this IServiceCollection services) where T : ItemFilter =>
        services.AddScoped<ItemFilter, T>();

    /// <summary>Adds a filter of product reviews.</summary>
    public static IServiceCollection AddReviewFilter<T>(this IServiceCollection services) where T : ReviewFilter =>
        services.AddScoped<ReviewFilter, T>();

    /// <summary>Adds a filter of newsletter subscriptions.</summary>
    public static IServiceCollection AddSubscriptionFilter<T>(this IServiceCollection services) where T : SubscriptionFilter =>
        services.AddScoped<SubscriptionFilter, T>();

    private static void AddActivities(this IServiceCollection services)
    {
        services.AddCriterion<OrdersActivity>();
        services.AddOrderMeasure<OrderCountMeasure>();
        services.AddOrderMeasure<OrderTotalMeasure>();
        services.AddOrderMeasure<OrderAverageMeasure>();
        services.AddOrderMeasure<LargestOrderMeasure>();
        services.AddOrderMeasure<SmallestOrderMeasure>();
        services.AddOrderMeasure<DaysSinceLastOrderMeasure>();
        services.AddOrderMeasure<DaysSinceFirstOrderMeasure>();
        services.AddOrderMeasure<OrderUnitsMeasure>();
        services.AddOrderMeasure<OrderDistinctProductsMeasure>();
        services.AddOrderMeasure<AverageDaysBetweenMeasure>();
        services.AddOrderMeasure<DiscountedShareMeasure>();
        services.AddCriterion<ItemsActivity>();
        services.AddMeasure<OrderLine, ItemQuantityMeasure>();
        services.AddMeasure<OrderLine, ItemTotalMeasure>();
        services.AddMeasure<OrderLine, ItemDistinctProductsMeasure>();
        services.AddCriterion<DiscountsActivity>();
        services.AddMeasure<DiscountUse, TimesUsedMeasure>();
        services.AddCriterion<CartActivity>();
        services.AddMeasure<CartLine, CartItemsMeasure>();
        services.AddMeasure<CartLine, CartUnitsMeasure>();
        services.AddMeasure<CartLine, CartTotalMeasure>();
        services.AddMeasure<CartLine, CartHoursSinceChangeMeasure>();
        services.AddCriterion<WishlistActivity>();
        services.AddMeasure<CartLine, WishlistItemsMeasure>();
        services.AddMeasure<CartLine, WishlistUnitsMeasure>();
        services.AddMeasure<CartLine, WishlistTotalMeasure>();
        services.AddMeasure<CartLine, WishlistHoursSinceChangeMeasure>();
        services.AddCriterion<ReviewsActivity>();
        services.AddMeasure<ProductReview, ReviewCountMeasure>();
        services.AddMeasure<ProductReview, AverageRatingMeasure>();
        services.AddMeasure<ProductReview, DaysSinceLastReviewMeasure>();
        services.AddCriterion<ReturnsActivity>();
        services.AddMeasure<ReturnRequest, ReturnCountMeasure>();
        services.AddCriterion<RewardPointsActivity>();
        services.AddMeasure<RewardPointsHistory, RewardPointsBalanceMeasure>();
        services.AddCriterion<BackInStockActivity>();
        services.AddMeasure<BackInStockSubscription, BackInStockCountMeasure>();
        services.AddReviewFilter<ReviewProductFilter>();
        services.AddReviewFilter<ReviewCategoryFilter>();
        services.AddReviewFilter<ReviewRatingFilter>();
    }

    private static void AddOrderFilters(this IServiceCollection services)
    {
        services.AddOrderFilter<OrderStatusFilter>();
        services.AddOrderFilter<PaymentStatusFilter>();
        services.AddOrderFilter<ShippingStatusFilter>();
        services.AddOrderFilter<OrderTotalFilter>();
        services.AddOrderFilter<OrderStoreFilter>();
        services.AddOrderFilter<OrderCountryFilter>();
        services.AddOrderFilter<OrderShippingCountryFilter>();
        services.AddOrderFilter<PaymentMethodFilter>();
        services.AddOrderFilter<ShippingMethodFilter>();
        services.AddOrderFilter<OrderDiscountFilter>();
        services.AddOrderFilter<OrderUsedCouponFilter>();
        services.AddOrderFilter<OrderAffiliateFilter>();
        services.AddOrderFilter<OrderCurrencyFilter>();
        services.AddOrderFilter<OrderLanguageFilter>();
        services.AddItemFilter<ItemProductFilter>();
        services.AddItemFilter<ItemCategoryFilter>();
        services.AddItemFilter<ItemManufacturerFilter>();
        services.AddItemFilter<ItemVendorFilter>();
        services.AddItemFilter<ItemTagFilter>();
        services.AddItemFilter<ItemSkuFilter>();
        services.AddItemFilter<ItemQuantityFilter>();
        services.AddItemFilter<ItemUnitPriceFilter>();
        services.AddItemFilter<ItemTotalFilter>();
    }

    private static void AddCustomerFields(this IServiceCollection services)
    {
        services.AddCriterion<RegisteredOnField>();
        services.AddCriterion<RoleField>();
        services.AddCriterion<RegisteredInStoreField>();
        services.AddCriterion<PasswordChangeField>();
        services.AddCriterion<AdminCommentField>();
        services.AddCriterion<VatNumberStatusField>();
        services.AddCriterion<TaxExemptField>();
        services.AddCriterion<VendorField>();
        services.AddCriterion<EmailField>();
        services.AddCriterion<EmailDomainField>();
        services.AddCriterion<FirstNameField>();
        services.AddCriterion<LastNameField>();
        services.AddCriterion<CompanyField>();
        services.AddCriterion<GenderField>();
        services.AddCriterion<AgeField>();
        services.AddCriterion<BirthdayField>();
        services.AddCriterion<CountryField>();
        services.AddCriterion<StateField>();
        services.AddCriterion<CountyField>();
        services.AddCriterion<CityField>();
        services.AddCriterion<ZipField>();
        services.AddCriterion<PhoneField>();
        services.AddCriterion<LanguageField>();
        services.AddCriterion<CurrencyField>();
        services.AddCriterion<TimeZoneField>();
        services.AddCriterion<LastActivityField>();
        services.AddCriterion<LastLoginField>();
        services.AddCriterion<HasCartField>();
        services.AddCriterion<NewsletterField>();
        services.AddSubscriptionFilter<NewsletterTypeFilter>();
        services.AddSubscriptionFilter<NewsletterStoreFilter>();
        services.AddCriterion<AffiliateField>();
        services.AddCriterion<ListField>();
        services.AddFieldFamily<CustomerAttributeFields>();
        services.AddFieldFamily<GenericAttributeFields>();
    }

    private static void AddChoices(this IServiceCollection services)
    {
        services.AddScoped<IChoiceList, AffiliateChoices>();
        services.AddScoped<IChoiceList, CategoryChoices>();
        services.AddScoped<IChoiceList, CountryChoices>();
        services.AddScoped<IChoiceList, CurrencyChoices>();
        services.AddScoped<IChoiceList, DiscountChoices>();
        services.AddScoped<IChoiceList, EmailListChoices>();
        services.AddScoped<IChoiceList, LanguageChoices>();
        services.AddScoped<IChoiceList, ManufacturerChoices>();
        services.AddScoped<IChoiceList, NewsletterTypeChoices>();
        services.AddScoped<IChoiceList, OrderStatusChoices>();
        services.AddScoped<IChoiceList, PaymentStatusChoices>();
        services.AddScoped<IChoiceList, ProductChoices>();
        services.AddScoped<IChoiceList, ProductTagChoices>();
        services.AddScoped<IChoiceList, RoleChoices>();
        services.AddScoped<IChoiceList, SegmentChoices>();
        services.AddScoped<IChoiceList, ShippingStatusChoices>();
        services.AddScoped<IChoiceList, StateChoices>();
        services.AddScoped<IChoiceList, StoreChoices>();
        services.AddScoped<IChoiceList, VatNumberStatusChoices>();
        services.AddScoped<IChoiceList, VendorChoices>();
        services.AddScoped<IChoiceListFamily, AttributeValueChoiceFamily>();
        services.AddScoped<ICodeList, CurrencyCodes>();
        services.AddScoped<ICodeList, GenderCodes>();
        services.AddScoped<ICodeList, PaymentMethodCodes>();
        services.AddScoped<ICodeList, ShippingMethodCodes>();
        services.AddScoped<ICodeList, TimeZoneCodes>();
    }
}
