using System.Reflection;
using Nop.Core.Infrastructure;

namespace Shop.Infrastructure;

/// <summary>Types of the platform, the shop and the loaded plugins, in this order.</summary>
internal sealed class AssemblyTypeFinder(IEnumerable<Assembly> plugins) : ITypeFinder
{
    private readonly List<Assembly> _assemblies =
    [
        typeof(Nop.Core.BaseEntity).Assembly,
        typeof(Nop.Data.IRepository<>).Assembly,
        typeof(Nop.Services.Plugins.IPlugin).Assembly,
        typeof(Nop.Web.Framework.AreaNames).Assembly,
        typeof(AssemblyTypeFinder).Assembly,
        .. plugins
    ];

    public IList<Assembly> GetAssemblies()
    {
        return _assemblies;
    }

    public IEnumerable<Type> FindClassesOfType<T>(bool onlyConcreteClasses = true)
    {
        return FindClassesOfType(typeof(T), onlyConcreteClasses);
    }

    public IEnumerable<Type> FindClassesOfType(Type assignTypeFrom, bool onlyConcreteClasses = true)
    {
        return _assemblies.SelectMany(a => a.GetTypes()).Where(t => !t.IsInterface && (!onlyConcreteClasses || t is { IsClass: true, IsAbstract: false })
            && (assignTypeFrom.IsAssignableFrom(t) || (assignTypeFrom.IsGenericTypeDefinition
                && t.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == assignTypeFrom))));
    }
}
