using Microsoft.AspNetCore.Mvc.ModelBinding;
using Nop.Core.Events;
using Nop.Web.Framework.Models;

namespace Nop.Web.Framework.Events;

/// <summary>A model is ready to be shown. T is always BaseNopModel, or a sequence of it.</summary>
public partial class ModelPreparedEvent<T>
{
    public ModelPreparedEvent(T model)
    {
        Model = model;
    }

    public T Model { get; set; }
}

/// <summary>A model was posted, before its action runs. T is always BaseNopModel, or a sequence of it.</summary>
public partial class ModelReceivedEvent<T>
{
    public ModelReceivedEvent(T model, ModelStateDictionary modelState)
    {
        Model = model;
        ModelState = modelState;
    }

    public T Model { get; set; }
    public ModelStateDictionary ModelState { get; set; }
}

public static partial class EventPublisherExtensions
{
    public static async Task ModelPreparedAsync(this IEventPublisher eventPublisher, object model)
    {
        if (model is BaseNopModel one)
            await eventPublisher.PublishAsync(new ModelPreparedEvent<BaseNopModel>(one));
        else if (model is IEnumerable<BaseNopModel> many)
            await eventPublisher.PublishAsync(new ModelPreparedEvent<IEnumerable<BaseNopModel>>(many));
    }

    public static void ModelPrepared(this IEventPublisher eventPublisher, object model)
    {
        if (model is BaseNopModel one)
            eventPublisher.Publish(new ModelPreparedEvent<BaseNopModel>(one));
        else if (model is IEnumerable<BaseNopModel> many)
            eventPublisher.Publish(new ModelPreparedEvent<IEnumerable<BaseNopModel>>(many));
    }

    public static Task ModelReceivedAsync<T>(this IEventPublisher eventPublisher, T model, ModelStateDictionary modelState)
    {
        return eventPublisher.PublishAsync(new ModelReceivedEvent<T>(model, modelState));
    }
}
