using Microsoft.Extensions.DependencyInjection;
using Nop.Core;
using Nop.Core.Domain.Catalog;
using Nop.Core.Domain.Common;
using Nop.Core.Domain.Customers;
using Nop.Core.Domain.Directory;
using Nop.Core.Domain.Localization;
using Nop.Core.Domain.Messages;
using Nop.Core.Domain.Orders;
using Nop.Core.Events;
using Nop.Data;
using Nop.Services.Common;
using Nop.Services.Customers;
using Nop.Services.Messages;
using Shop.Services.Catalog;
using Shop.Services.Customers;
using static Nop.Plugin.Misc.Segments.Tests.Infrastructure.Events.EventRules;

namespace Nop.Plugin.Misc.Segments.Tests.Infrastructure.Events;

/// <summary>What happens to accounts, and what else customers do.</summary>
internal static class CustomerEventCases
{
    private const string Everybody = "customer.registeredOn";

    public static IEnumerable<EventCase> All =>
    [
        new("A guest registers", scene => Field("customer.email", "is", scene.EmailOf("new")), async scene =>
            await scene.VisitAsync(await scene.AddGuestAsync(),
                services => services.GetRequiredService<Visitors>().RegisterAsync(scene.EmailOf("new"), "secret", "Ann", "Lee"))),
        new("An account is activated, by its owner or by a merchant", _ => Field(Everybody, "isNotEmpty"), async scene =>
        {
            await scene.ChangeCustomerAsync(customer => customer.Active = true);
            await scene.Shop.AskAsync<IEventPublisher>(events => events.PublishAsync(new CustomerActivatedEvent(scene.Customer)));
        })
        {
            Before = scene => scene.ChangeCustomerAsync(customer => customer.Active = false)
        },
        new("A merchant switches an account off", _ => Field(Everybody, "isNotEmpty"), scene => scene.ChangeCustomerAsync(customer => customer.Active = false)),
        new("A merchant makes an account, or imports customers", _ => Field(Everybody, "isNotEmpty"), scene => scene.AddCustomerAsync("c")),
        new("An account is changed, by its owner or by a merchant", _ => Field("customer.firstName", "is", "Berta"),
            scene => scene.ChangeCustomerAsync(customer => customer.FirstName = "Berta")),
        new("A customer signs in", _ => Field("customer.lastLogin", "isNotEmpty"), async scene =>
            await scene.VisitAsync(await scene.AddGuestAsync(),
                services => services.GetRequiredService<Visitors>().SignInAsync(scene.Customer))),
        new("A customer signs in, and the cart of the guest goes along", _ => Activity("cart", "units", 2), async scene =>
        {
            var guest = await scene.AddGuestAsync();
            await scene.Shop.InsertAsync(new ShoppingCartItem
            {
                CustomerId = guest.Id,
                ProductId = scene.Product.Id,
                Quantity = 2,
                StoreId = EventScene.StoreId,
                ShoppingCartType = ShoppingCartType.ShoppingCart,
                CreatedOnUtc = scene.Now,
                UpdatedOnUtc = scene.Now
            });
            await scene.VisitAsync(guest, services => services.GetRequiredService<Visitors>().SignInAsync(scene.Customer));
        }),
        new("A customer chooses another language", scene => Field("customer.language", "isAnyOf", new[] { LanguageOf(scene).Id }),
            scene => scene.VisitAsync(scene.Customer, services => services.GetRequiredService<IWorkContext>().SetWorkingLanguageAsync(LanguageOf(scene)))),
        new("A customer chooses another currency", scene => Field("customer.currency", "isAnyOf", new[] { CurrencyOf(scene).Id }),
            scene => scene.VisitAsync(scene.Customer, services => services.GetRequiredService<IWorkContext>().SetWorkingCurrencyAsync(CurrencyOf(scene)))),
        new("A password is set or changed", _ => Field("customer.passwordChange", "isNotEmpty"), async scene =>
        {
            await scene.KeepAsync("password", PasswordOf(scene));
            await scene.Shop.AskAsync<IEventPublisher>(events => events.PublishAsync(new CustomerPasswordChangedEvent(scene.Get<CustomerPassword>("password"))));
        }),
        new("A stored password is changed or deleted", _ => Field("customer.passwordChange", "isNotEmpty"),
            scene => scene.Shop.DeleteAsync(scene.Get<CustomerPassword>("password")))
        {
            Before = scene => scene.KeepAsync("password", PasswordOf(scene))
        },
        new("An account is deleted", _ => Field(Everybody, "isNotEmpty"),
            scene => scene.Shop.AskAsync<ICustomerService>(customers => customers.DeleteCustomerAsync(scene.Customer))),
        new("A customer is deleted for good, as the law demands", _ => Orders("count", 1), async scene =>
        {
            await scene.Shop.AskAsync<CustomerErasure>(erasure => erasure.EraseAsync(scene.Customer));
        })
        {
            Before = async scene =>
            {
                await scene.PlaceAsync();
                await scene.ReviewAsync(approved: true);
            }
        },
        new("A customer is given a role", scene => Field("customer.role", "isAnyOf", new[] { scene.IdOf("role") }), GiveRoleAsync) { Before = AddRoleAsync },
        new("A customer loses a role", scene => Field("customer.role", "isAnyOf", new[] { scene.IdOf("role") }),
            scene => scene.Shop.AskAsync<ICustomerService>(customers => customers.RemoveCustomerRoleMappingAsync(scene.Customer, scene.Get<CustomerRole>("role"))))
        {
            Before = async scene =>
            {
                await AddRoleAsync(scene);
                await GiveRoleAsync(scene);
            }
        },
        new("A role is changed", _ => Field(Everybody, "isNotEmpty"), scene => ChangeSystemNameAsync(scene, NopCustomerDefaults.RegisteredRoleName))
        {
            Before = async scene =>
            {
                await AddRoleAsync(scene);
                await GiveRoleAsync(scene);
                await scene.Shop.AskAsync<ICustomerService>(async customers => await customers.RemoveCustomerRoleMappingAsync(scene.Customer,
                    await customers.GetCustomerRoleBySystemNameAsync(NopCustomerDefaults.RegisteredRoleName)));
            },
            After = scene => ChangeSystemNameAsync(scene, null)
        },
        new("A role is deleted, and the database takes it from its customers", scene => Field("customer.role", "isAnyOf", new[] { scene.IdOf("role") }),
            scene => scene.Shop.AskAsync<ICustomerService>(customers => customers.DeleteCustomerRoleAsync(scene.Get<CustomerRole>("role"))))
        {
            Healing = Healing.NeedsAttention,
            Before = async scene =>
            {
                await AddRoleAsync(scene);
                await GiveRoleAsync(scene);
            }
        },
        new("The shop or a plugin stores a value about a customer, or removes it", _ => Field("customer.genericAttribute:Club", "is", "gold"),
            scene => scene.Shop.AskAsync<IGenericAttributeService>(attributes => attributes.SaveAttributeAsync(scene.Customer, "Club", "gold"))),
        new("Several values about customers are removed at once", _ => Field("customer.genericAttribute:Club", "is", "silver"),
            scene => scene.Shop.AskAsync<IRepository<GenericAttribute>>(attributes => attributes.DeleteAsync(attributes.Table.Where(a => a.Value == "silver").ToList())))
        {
            Before = scene => scene.Shop.AskAsync<IGenericAttributeService>(attributes => attributes.SaveAttributeAsync(scene.Customer, "Club", "silver"))
        },

        new("A customer subscribes to a newsletter", _ => Field("customer.newsletter", "is", true), scene => scene.SubscribeAsync(scene.Customer.Email)),
        new("A customer unsubscribes", _ => Field("customer.newsletter", "is", true), scene => scene.ChangeSubscriptionAsync(subscription => subscription.Active = false))
        {
            Before = scene => scene.SubscribeAsync(scene.Customer.Email)
        },
        new("A subscription is deleted", _ => Field("customer.newsletter", "is", true), scene => scene.Shop.AskAsync<INewsLetterSubscriptionService>(
            service => service.DeleteNewsLetterSubscriptionAsync(scene.Get<NewsLetterSubscription>("subscription"))))
        {
            Before = scene => scene.SubscribeAsync(scene.Customer.Email)
        },
        new("A subscription gets another e-mail address", _ => Field("customer.newsletter", "is", true),
            scene => scene.ChangeSubscriptionAsync(subscription => subscription.Email = scene.Other.Email))
        {
            Before = scene => scene.SubscribeAsync(scene.Customer.Email)
        },
        new("A customer gets another e-mail address, which has a subscription", _ => Field("customer.newsletter", "is", true),
            scene => scene.ChangeCustomerAsync(customer => customer.Email = scene.EmailOf("news")))
        {
            Before = scene => scene.SubscribeAsync(scene.EmailOf("news"))
        },
        new("A kind of newsletter is deleted, and the database deletes its subscriptions", _ => Field("customer.newsletter", "is", true),
            scene => scene.Shop.DeleteAsync(scene.Get<NewsLetterSubscriptionType>("type")))
        {
            Before = async scene =>
            {
                await scene.KeepAsync("type", new NewsLetterSubscriptionType { Name = "Offers of the week" });
                await scene.SubscribeAsync(scene.Customer.Email, typeId: scene.IdOf("type"));
            }
        },

        new("A review is written that needs no approval", _ => Activity("reviews", "count", 1), scene => scene.ReviewAsync(approved: true)),
        new("A review is approved", _ => Activity("reviews", "count", 1),
            scene => scene.Shop.AskAsync<ProductReviews>(reviews => reviews.ApproveAsync(scene.Get<ProductReview>("review"))))
        {
            Before = scene => scene.ReviewAsync(approved: false)
        },
        new("Several reviews are deleted at once", _ => Activity("reviews", "count", 1), scene => scene.Shop.AskAsync<ProductReviews>(
            reviews => reviews.DeleteAsync([scene.Get<ProductReview>("review"), scene.Get<ProductReview>("another")])))
        {
            Before = async scene =>
            {
                await scene.ReviewAsync(approved: true);
                await scene.ReviewAsync(approved: true, "another");
            }
        },
        new("A customer asks to return something", _ => Activity("returns", "count", 1), ReturnAsync) { Before = scene => scene.PlaceAsync() },
        new("A merchant rejects or accepts a return", _ => Activity("returns", "count", 1), scene =>
        {
            scene.Get<ReturnRequest>("return").ReturnRequestStatus = ReturnRequestStatus.RequestRejected;
            return scene.Shop.UpdateAsync(scene.Get<ReturnRequest>("return"));
        })
        {
            Before = async scene =>
            {
                await scene.PlaceAsync();
                await ReturnAsync(scene);
            }
        },
        new("A customer is given reward points, or spends some", _ => Activity("rewardPoints", "balance", 50), scene => scene.Shop.InsertAsync(PointsOf(scene))),
        new("A customer begins to wait for a product", _ => Activity("backInStock", "count", 1), WaitAsync),
        new("A customer ceases to wait, or is told that the product is back", _ => Activity("backInStock", "count", 1),
            scene => scene.Shop.DeleteAsync(scene.Get<BackInStockSubscription>("waiting")))
        {
            Before = WaitAsync
        }
    ];

    internal static RewardPointsHistory PointsOf(EventScene scene) =>
        new() { CustomerId = scene.Customer.Id, StoreId = EventScene.StoreId, Points = 60, CreatedOnUtc = scene.Now };

    private static Language LanguageOf(EventScene scene) => scene.Shop.Rows<Language>().Single(language => language.UniqueSeoCode == "nl");

    private static Currency CurrencyOf(EventScene scene) => scene.Shop.Rows<Currency>().Single(currency => currency.CurrencyCode == "GBP");

    private static CustomerPassword PasswordOf(EventScene scene) => new() { CustomerId = scene.Customer.Id, Password = "secret", CreatedOnUtc = scene.Now };

    private static Task AddRoleAsync(EventScene scene) => scene.KeepAsync("role", new CustomerRole { Name = "Wholesale", Active = true });

    private static Task GiveRoleAsync(EventScene scene) => scene.Shop.AskAsync<ICustomerService>(customers => customers.AddCustomerRoleMappingAsync(
        new CustomerCustomerRoleMapping { CustomerId = scene.Customer.Id, CustomerRoleId = scene.IdOf("role") }));

    private static Task ChangeSystemNameAsync(EventScene scene, string? systemName)
    {
        scene.Get<CustomerRole>("role").SystemName = systemName;
        return scene.Shop.AskAsync<ICustomerService>(customers => customers.UpdateCustomerRoleAsync(scene.Get<CustomerRole>("role")));
    }

    private static Task ReturnAsync(EventScene scene) => scene.KeepAsync("return", new ReturnRequest
    {
        CustomerId = scene.Customer.Id,
        OrderItemId = scene.Line.Id,
        StoreId = EventScene.StoreId,
        Quantity = 1,
        ReasonForReturn = "too small",
        RequestedAction = "repair",
        CreatedOnUtc = scene.Now,
        UpdatedOnUtc = scene.Now
    });

    private static Task WaitAsync(EventScene scene) => scene.KeepAsync("waiting", new BackInStockSubscription
    {
        CustomerId = scene.Customer.Id,
        ProductId = scene.Product.Id,
        StoreId = EventScene.StoreId,
        CreatedOnUtc = scene.Now
    });
}
