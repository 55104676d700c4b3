namespace Shop.Infrastructure;

/// <summary>The services of the current request, or outside of one the shop's own, where a scoped service lives as long as the shop.</summary>
internal sealed class RequestServices(IServiceProvider root, IHttpContextAccessor accessor)
{
    public IServiceProvider Current => accessor.HttpContext?.RequestServices ?? root;
}
