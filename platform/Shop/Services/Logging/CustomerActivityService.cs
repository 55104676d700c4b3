using Nop.Core;
using Nop.Core.Domain.Customers;
using Nop.Core.Domain.Logging;
using Nop.Data;
using Nop.Services.Logging;

namespace Shop.Services.Logging;

/// <summary>Notes down what people did, for the kinds of activity that exist and are switched on.</summary>
internal sealed class CustomerActivityService(IRepository<ActivityLog> activities, IRepository<ActivityLogType> types, IWorkContext workContext,
    IWebHelper webHelper, TimeProvider clock) : ICustomerActivityService
{
    public async Task<ActivityLog> InsertActivityAsync(string systemKeyword, string comment, BaseEntity? entity = null)
    {
        return await InsertActivityAsync(await workContext.GetCurrentCustomerAsync(), systemKeyword, comment, entity);
    }

    public async Task<ActivityLog> InsertActivityAsync(Customer customer, string systemKeyword, string comment, BaseEntity? entity = null)
    {
        if (customer is null || await types.Table.FirstOrDefaultAsync(t => t.SystemKeyword == systemKeyword) is not { Enabled: true } type)
            return null!;
        var activity = new ActivityLog
        {
            ActivityLogTypeId = type.Id,
            EntityId = entity?.Id,
            EntityName = entity?.GetType().Name,
            CustomerId = customer.Id,
            Comment = (comment ?? "")[..Math.Min(comment?.Length ?? 0, 4000)],
            CreatedOnUtc = clock.GetUtcNow().UtcDateTime,
            IpAddress = webHelper.GetCurrentIpAddress()
        };
        await activities.InsertAsync(activity);
        return activity;
    }
}
