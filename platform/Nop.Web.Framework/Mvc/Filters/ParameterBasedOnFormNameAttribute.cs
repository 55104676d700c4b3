using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Nop.Web.Framework.Mvc.Filters;

/// <summary>Sets a parameter of the action to whether a form field, mostly a button, was posted.</summary>
public sealed class ParameterBasedOnFormNameAttribute : TypeFilterAttribute
{
    public ParameterBasedOnFormNameAttribute(string formKeyName, string actionParameterName) : base(typeof(ParameterBasedOnFormNameFilter))
    {
        Arguments = [formKeyName, actionParameterName];
    }

    private sealed class ParameterBasedOnFormNameFilter : IAsyncActionFilter
    {
        private readonly string _formKeyName;
        private readonly string _actionParameterName;

        public ParameterBasedOnFormNameFilter(string formKeyName, string actionParameterName)
        {
            _formKeyName = formKeyName;
            _actionParameterName = actionParameterName;
        }

        public async Task OnActionExecutionAsync(ActionExecutingContext context, ActionExecutionDelegate next)
        {
            var request = context.HttpContext.Request;
            if (request.HasFormContentType)
            {
                var form = await request.ReadFormAsync();
                context.ActionArguments[_actionParameterName] = form.ContainsKey(_formKeyName);
            }

            await next();
        }
    }
}
