using System.Collections.Concurrent;
using System.Reflection;
using Nop.Data.Extensions;
using Nop.Data.Mapping;
using Nop.Data.Mapping.Builders;

namespace Shop.Data.Mapping;

/// <summary>The builders and names of all loaded assemblies, found by type.</summary>
internal static class EntityBuilders
{
    private static readonly ConcurrentDictionary<Type, IEntityBuilder> Builders = new();

    public static void Register(IEnumerable<Assembly> assemblies)
    {
        FluentMigratorExtensions.FindBuilder = type => Builders.GetValueOrDefault(type)!;
        foreach (var type in assemblies.SelectMany(a => a.GetTypes()).Where(t =>
            t is { IsAbstract: false, IsInterface: false, ContainsGenericParameters: false }))
        {
            if (typeof(INameCompatibility).IsAssignableFrom(type))
                NameCompatibilityManager.Register((INameCompatibility)Activator.CreateInstance(type, nonPublic: true)!);
            if (typeof(IEntityBuilder).IsAssignableFrom(type) && EntityOf(type) is { } entity)
                Builders[entity] = (IEntityBuilder)Activator.CreateInstance(type, nonPublic: true)!;
        }
    }

    private static Type? EntityOf(Type builder)
    {
        for (var type = builder.BaseType; type is not null; type = type.BaseType)
            if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(NopEntityBuilder<>))
                return type.GetGenericArguments()[0];
        return null;
    }
}
