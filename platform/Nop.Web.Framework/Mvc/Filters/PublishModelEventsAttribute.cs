using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Nop.Core.Events;
using Nop.Web.Framework.Events;
using Nop.Web.Framework.Models;

namespace Nop.Web.Framework.Mvc.Filters;

/// <summary>Publishes the models that an action receives by post, and the one that it answers with.</summary>
public sealed class PublishModelEventsAttribute : TypeFilterAttribute
{
    public PublishModelEventsAttribute(bool ignore = false) : base(typeof(PublishModelEventsFilter))
    {
        IgnoreFilter = ignore;
        Arguments = [ignore];
    }

    public bool IgnoreFilter { get; }

    private sealed class PublishModelEventsFilter : IAsyncActionFilter
    {
        private readonly bool _ignore;
        private readonly IEventPublisher _events;

        public PublishModelEventsFilter(bool ignore, IEventPublisher events)
        {
            _ignore = ignore;
            _events = events;
        }

        public async Task OnActionExecutionAsync(ActionExecutingContext context, ActionExecutionDelegate next)
        {
            if (_ignore)
            {
                await next();
                return;
            }

            if (HttpMethods.IsPost(context.HttpContext.Request.Method))
                await PublishReceivedAsync(context);

            var executed = await next();
            var model = executed.Result switch
            {
                JsonResult json => json.Value,
                _ => (executed.Controller as Controller)?.ViewData.Model
            };
            await _events.ModelPreparedAsync(model);
        }

        private async Task PublishReceivedAsync(ActionExecutingContext context)
        {
            foreach (var model in context.ActionArguments.Values.OfType<BaseNopModel>())
                await _events.ModelReceivedAsync(model, context.ModelState);

            foreach (var models in context.ActionArguments.Values.OfType<IEnumerable<BaseNopModel>>())
                await _events.ModelReceivedAsync(models, context.ModelState);
        }
    }
}
