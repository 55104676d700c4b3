using System.ComponentModel;
using Nop.Core;
using Nop.Core.Infrastructure;
using Nop.Services.Localization;

namespace Nop.Web.Framework.Mvc.ModelBinding;

/// <summary>An attribute that the metadata of a model carries along by name.</summary>
public partial interface IModelAttribute
{
    string Name { get; }
}

/// <summary>The resource that holds a field's label; the same key with ".Hint" holds its explanation.</summary>
public sealed partial class NopResourceDisplayNameAttribute : DisplayNameAttribute, IModelAttribute
{
    public NopResourceDisplayNameAttribute(string resourceKey) : base(resourceKey)
    {
        ResourceKey = resourceKey;
    }

    public string ResourceKey { get; set; }

    public string Name => nameof(NopResourceDisplayNameAttribute);

    public override string DisplayName
    {
        get
        {
            if (EngineContext.Current is not { } engine)
                return ResourceKey;

            var languageId = engine.Resolve<IWorkContext>().GetWorkingLanguageAsync().GetAwaiter().GetResult().Id;
            return engine.Resolve<ILocalizationService>().GetResourceAsync(ResourceKey, languageId, true, ResourceKey).GetAwaiter().GetResult();
        }
    }
}
