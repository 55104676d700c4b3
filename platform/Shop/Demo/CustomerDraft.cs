using Nop.Core.Domain.Common;
using Nop.Core.Domain.Customers;
using Nop.Core.Domain.Messages;
using Nop.Core.Domain.Orders;

namespace Shop.Demo;

/// <summary>The rows of one customer, before they are stored.</summary>
internal sealed record CustomerDraft(
    CustomerPlan Plan,
    Customer Customer,
    Address Address,
    IReadOnlyList<ShoppingCartItem> Cart,
    IReadOnlyList<NewsLetterSubscription> Subscriptions);
