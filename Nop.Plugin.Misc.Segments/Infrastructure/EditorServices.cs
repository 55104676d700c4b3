using Microsoft.Extensions.DependencyInjection;
using Nop.Plugin.Misc.Segments.Factories.Editor;
using Nop.Plugin.Misc.Segments.Factories.Templates;

namespace Nop.Plugin.Misc.Segments.Infrastructure;

/// <summary>Registers what the page needs on which segments are made and changed.</summary>
public static class EditorServices
{
    /// <summary>Adds the services.</summary>
    public static IServiceCollection AddSegmentEditor(this IServiceCollection services)
    {
        services.AddScoped<BuilderTexts>();
        services.AddScoped<CatalogueModelFactory>();
        services.AddScoped<ChosenTexts>();
        services.AddScoped<CountingText>();
        services.AddScoped<EditorCheck>();
        services.AddScoped<EditorChoices>();
        services.AddScoped<PreviewModelFactory>();
        services.AddScoped<SegmentEditorModelFactory>();
        services.AddScoped<CurrencySign>();
        services.AddScoped<GalleryModelFactory>();
        return services;
    }
}
