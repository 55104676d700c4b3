using Nop.Core.Infrastructure;
using Nop.Services.Messages;
using Nop.Web.Framework.Menu;

namespace Shop.Web;

/// <summary>The services that the shop's own pages bring.</summary>
public sealed class WebStartup : INopStartup
{
    private const string SCHEME = "Shop.Authentication";

    public void ConfigureServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddHttpContextAccessor();
        services.AddAuthentication(SCHEME).AddCookie(SCHEME, options =>
        {
            options.Cookie.Name = ".Shop.Authentication";
            options.Cookie.HttpOnly = true;
            options.Cookie.SameSite = SameSiteMode.Lax;
            options.LoginPath = "/login";
            options.AccessDeniedPath = "/login";
            options.ReturnUrlParameter = "returnUrl";
            options.ExpireTimeSpan = TimeSpan.FromDays(1);
        });
        services.AddScoped<INotificationService, Notifications>();
        services.AddScoped<IAdminMenu, AdminMenu>();
        services.AddScoped<CouponCodes>();
        services.AddScoped<DiscountRequirementTree>();
        services.AddScoped<OrderRows>();
    }

    public void Configure(IApplicationBuilder application)
    {
    }

    public int Order => 2002;
}
