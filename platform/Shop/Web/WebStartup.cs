using Microsoft.AspNetCore.Authentication.Cookies;
using Nop.Core.Infrastructure;
using Nop.Services.Messages;
using Nop.Web.Framework.Menu;

namespace Shop.Web;

/// <summary>The services that the shop's own pages bring.</summary>
public sealed class WebStartup : INopStartup
{
    public void ConfigureServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddAuthentication(CustomerSignIn.Scheme).AddCookie(CustomerSignIn.Scheme, options =>
        {
            options.Cookie.Name = ".Shop.Authentication";
            options.Cookie.HttpOnly = true;
            options.Cookie.SameSite = SameSiteMode.Lax;
            options.LoginPath = "/login";
            options.AccessDeniedPath = "/login";
            options.ExpireTimeSpan = TimeSpan.FromDays(1);
        });
        services.AddHttpContextAccessor();
        services.AddScoped<CustomerSignIn>();
        services.AddScoped<INotificationService, Notifications>();
        services.AddScoped<IAdminMenu, AdminMenu>();
        services.AddScoped<OrderRows>();
        services.AddScoped<DiscountRequirementTree>();
    }

    public void Configure(IApplicationBuilder application)
    {
    }

    public int Order => 2002;
}
