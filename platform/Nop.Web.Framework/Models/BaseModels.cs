using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Nop.Web.Framework.Models;

/// <summary>What every view model is.</summary>
public partial record BaseNopModel
{
    public BaseNopModel()
    {
        CustomProperties = [];
        PostInitialize();
    }

    /// <summary>For a derived class that must act once its constructor's base part is done.</summary>
    protected virtual void PostInitialize()
    {
    }

    [BindNever]
    public Dictionary<string, string> CustomProperties { get; set; }
}

/// <summary>A view model of something stored.</summary>
public partial record BaseNopEntityModel : BaseNopModel
{
    public virtual int Id { get; set; }
}
