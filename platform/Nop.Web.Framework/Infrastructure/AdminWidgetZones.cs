namespace Nop.Web.Framework.Infrastructure;

/// <summary>The places of the admin pages where widgets may stand.</summary>
public static partial class AdminWidgetZones
{
    public static string CampaignDetailsBottom => "admin_campaign_details_bottom";
    public static string CampaignDetailsButtons => "admin_campaign_details_buttons";
    public static string CampaignDetailsTop => "admin_campaign_details_top";
    public static string CampaignListButtons => "admin_campaign_list_buttons";
    public static string CardAfter => "admin_card_after";
    public static string CardBefore => "admin_card_before";
    public static string CustomerDetailsBlock => "admin_customer_details_block";
    public static string CustomerDetailsButtons => "admin_customer_details_buttons";
    public static string CustomerListButtons => "admin_customer_list_buttons";
    public static string CustomerRoleDetailsBottom => "admin_customer_role_details_bottom";
    public static string CustomerRoleDetailsButtons => "admin_customer_role_details_buttons";
    public static string CustomerRoleDetailsTop => "admin_customer_role_details_top";
    public static string CustomerRoleListButtons => "admin_customer_role_list_buttons";
    public static string DashboardBottom => "admin_dashboard_bottom";
    public static string DashboardCommonstatisticsAfter => "admin_dashboard_commonstatistics_after";
    public static string DashboardCustomerorderchartsAfter => "admin_dashboard_customerordercharts_after";
    public static string DashboardLatestordersSearchtermsAfter => "admin_dashboard_latestorders_searchterms_after";
    public static string DashboardNewsAfter => "admin_dashboard_news_after";
    public static string DashboardOrderreportsAfter => "admin_dashboard_orderreports_after";
    public static string DashboardTop => "admin_dashboard_top";
    public static string DiscountDetailsBlock => "admin_discount_details_block";
    public static string DiscountDetailsButtons => "admin_discount_details_buttons";
    public static string DiscountListButtons => "admin_discount_list_buttons";
    public static string HeaderAfter => "admin_header_after";
    public static string HeaderBefore => "admin_header_before";
    public static string HeaderMiddle => "admin_header_middle";
    public static string MenuBefore => "admin_menu_before";
    public static string NewsLetterSubscriptionBottom => "admin_newsletter_subscription_bottom";
    public static string NewsLetterSubscriptionButtons => "admin_newsletter_subscription_buttons";
    public static string NewsLetterSubscriptionListButtons => "admin_newsletter_subscription_list_buttons";
    public static string NewsLetterSubscriptionTop => "admin_newsletter_subscription_top";
    public static string OrderDetailsBlock => "admin_order_details_block";
    public static string OrderDetailsButtons => "admin_order_details_buttons";
    public static string OrderListButtons => "admin_order_list_buttons";
    public static string SearchBoxBefore => "admin_search_box_before";
}
