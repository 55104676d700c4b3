using Nop.Core;
using Nop.Core.Domain.Customers;
using Nop.Core.Domain.Orders;

namespace Nop.Services.Orders;

public partial interface IOrderService
{
    Task DeleteOrderAsync(Order order);
    Task<Order> GetOrderByIdAsync(int orderId);
    Task<IList<OrderItem>> GetOrderItemsAsync(int orderId, bool? isNotReturnable = null, bool? isShipEnabled = null, int vendorId = 0);
    Task<IList<Order>> GetOrdersByIdsAsync(int[] orderIds);
    Task InsertOrderAsync(Order order);
    Task InsertOrderItemAsync(OrderItem orderItem);
    Task UpdateOrderAsync(Order order);
}

public partial interface IRewardPointService
{
    Task<int> AddRewardPointsHistoryEntryAsync(Customer customer, int points, int storeId, string message = "", Order usedWithOrder = null, decimal usedAmount = 0M, DateTime? activatingDate = null, DateTime? endDate = null);
    Task<int> GetRewardPointsBalanceAsync(int customerId, int storeId);
    Task<IPagedList<RewardPointsHistory>> GetRewardPointsHistoryAsync(int customerId = 0, int? storeId = null, bool showNotActivated = false, Guid? orderGuid = null, int pageIndex = 0, int pageSize = int.MaxValue);
}

public partial interface IGiftCardService
{
    string GenerateGiftCardCode();
    Task<IPagedList<GiftCard>> GetAllGiftCardsAsync(int? purchasedWithOrderId = null, int? usedWithOrderId = null, DateTime? createdFromUtc = null, DateTime? createdToUtc = null, bool? isGiftCardActivated = null, string giftCardCouponCode = null, string recipientName = null, int pageIndex = 0, int pageSize = int.MaxValue);
    Task<GiftCard> GetGiftCardByIdAsync(int giftCardId);
    Task InsertGiftCardAsync(GiftCard giftCard);
}
