using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Nop.Core;
using Nop.Core.Domain.Customers;
using Nop.Services.Customers;

namespace Nop.Web.Framework.Mvc.Filters;

/// <summary>Keeps out those in the role of vendors who manage no active vendor.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method, Inherited = true, AllowMultiple = true)]
public sealed class ValidateVendorAttribute : TypeFilterAttribute
{
    public ValidateVendorAttribute(bool ignore = false) : base(typeof(ValidateVendorFilter))
    {
        IgnoreFilter = ignore;
        Arguments = [ignore];
    }

    public bool IgnoreFilter { get; }

    private sealed class ValidateVendorFilter : IAsyncAuthorizationFilter
    {
        private readonly bool _ignore;
        private readonly ICustomerService _customers;
        private readonly IWorkContext _workContext;

        public ValidateVendorFilter(bool ignore, ICustomerService customers, IWorkContext workContext)
        {
            _ignore = ignore;
            _customers = customers;
            _workContext = workContext;
        }

        public async Task OnAuthorizationAsync(AuthorizationFilterContext context)
        {
            if (_ignore || FilterScopes.IsIgnored<ValidateVendorAttribute>(context, attribute => attribute.IgnoreFilter))
                return;

            var customer = await _workContext.GetCurrentCustomerAsync();
            if (!await _customers.IsInCustomerRoleAsync(customer, NopCustomerDefaults.VendorsRoleName))
                return;

            if (await _workContext.GetCurrentVendorAsync() is null)
                context.Result = new ChallengeResult();
        }
    }
}
