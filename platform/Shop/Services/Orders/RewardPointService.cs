using Nop.Core;
using Nop.Core.Domain.Customers;
using Nop.Core.Domain.Orders;
using Nop.Data;
using Nop.Services.Orders;

namespace Shop.Services.Orders;

/// <summary>
/// Reward points: a row for each that was given or spent. What is spent uses up the oldest that are still good, so that only the rest of a gift can expire.
/// </summary>
internal sealed class RewardPointService(IRepository<RewardPointsHistory> history, RewardPointsSettings settings, TimeProvider clock) : IRewardPointService
{
    public async Task<int> AddRewardPointsHistoryEntryAsync(Customer customer, int points, int storeId, string message = "", Order? usedWithOrder = null,
        decimal usedAmount = 0M, DateTime? activatingDate = null, DateTime? endDate = null)
    {
        ArgumentNullException.ThrowIfNull(customer);
        if (storeId == 0)
            throw new ArgumentException("Points belong to a store.", nameof(storeId));
        if (points < 0 && endDate is not null)
            throw new ArgumentException("What is spent does not expire.", nameof(endDate));

        var entry = new RewardPointsHistory
        {
            CustomerId = customer.Id,
            StoreId = storeId,
            Points = points,
            PointsBalance = activatingDate is null ? await GetRewardPointsBalanceAsync(customer.Id, storeId) + points : null,
            UsedAmount = usedAmount,
            Message = message,
            CreatedOnUtc = activatingDate ?? Now,
            EndDateUtc = endDate,
            ValidPoints = points > 0 ? points : null,
            UsedWithOrder = usedWithOrder?.OrderGuid
        };
        await history.InsertAsync(entry);
        if (points < 0)
            await SpendAsync(customer.Id, storeId, -points);
        return entry.Id;
    }

    public async Task<int> GetRewardPointsBalanceAsync(int customerId, int storeId)
    {
        var now = Now;
        var rows = await Rows(customerId, storeId).Where(h => h.CreatedOnUtc <= now)
            .Select(h => new { h.Points, h.EndDateUtc, h.ValidPoints }).ToListAsync();
        return rows.Sum(h => h.Points - (h.EndDateUtc <= now ? h.ValidPoints ?? 0 : 0));
    }

    public async Task<IPagedList<RewardPointsHistory>> GetRewardPointsHistoryAsync(int customerId = 0, int? storeId = null, bool showNotActivated = false,
        Guid? orderGuid = null, int pageIndex = 0, int pageSize = int.MaxValue)
    {
        var now = Now;
        return await history.Table
            .Where(h => (customerId == 0 || h.CustomerId == customerId) && (storeId == null || h.StoreId == storeId))
            .Where(h => (showNotActivated || h.CreatedOnUtc <= now) && (orderGuid == null || h.UsedWithOrder == orderGuid))
            .OrderByDescending(h => h.CreatedOnUtc).ThenByDescending(h => h.Id)
            .ToPagedListAsync(pageIndex, pageSize);
    }

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    private IQueryable<RewardPointsHistory> Rows(int customerId, int storeId)
    {
        var all = settings.PointsAccumulatedForAllStores;
        return history.Table.Where(h => h.CustomerId == customerId && (all || h.StoreId == storeId));
    }

    private async Task SpendAsync(int customerId, int storeId, int points)
    {
        var now = Now;
        var good = await Rows(customerId, storeId)
            .Where(h => h.ValidPoints > 0 && h.CreatedOnUtc <= now && (h.EndDateUtc == null || h.EndDateUtc > now))
            .OrderBy(h => h.CreatedOnUtc).ThenBy(h => h.Id).ToListAsync();
        foreach (var entry in good.TakeWhile(_ => points > 0))
        {
            var spent = Math.Min(points, entry.ValidPoints!.Value);
            entry.ValidPoints -= spent;
            points -= spent;
            await history.UpdateAsync(entry);
        }
    }
}
