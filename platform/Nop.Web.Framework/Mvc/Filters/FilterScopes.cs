using Microsoft.AspNetCore.Mvc.Filters;

namespace Nop.Web.Framework.Mvc.Filters;

/// <summary>An attribute on the action overrules the same attribute on its controller.</summary>
internal static class FilterScopes
{
    public static bool IsIgnored<TAttribute>(FilterContext context, Func<TAttribute, bool> ignore)
    {
        var onAction = context.ActionDescriptor.FilterDescriptors
            .Where(descriptor => descriptor.Scope == FilterScope.Action)
            .Select(descriptor => descriptor.Filter)
            .OfType<TAttribute>()
            .FirstOrDefault();

        return onAction is not null && ignore(onAction);
    }
}
