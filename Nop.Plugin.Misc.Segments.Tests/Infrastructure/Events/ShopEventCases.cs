using Nop.Core;
using Nop.Core.Domain.Affiliates;
using Nop.Core.Domain.Catalog;
using Nop.Core.Domain.Common;
using Nop.Core.Domain.Customers;
using Nop.Core.Domain.Directory;
using Nop.Core.Domain.Localization;
using Nop.Core.Domain.Orders;
using Nop.Core.Domain.Stores;
using Nop.Core.Domain.Vendors;
using Nop.Services.Configuration;
using Shop.Services.Catalog;
using Shop.Services.Orders;
using static Nop.Plugin.Misc.Segments.Tests.Infrastructure.Events.EventRules;

namespace Nop.Plugin.Misc.Segments.Tests.Infrastructure.Events;

/// <summary>What happens to the shop itself, and what the shop tells nobody of.</summary>
internal static class ShopEventCases
{
    private const string TimeZoneSetting = "datetimesettings.defaultstoretimezoneid";

    public static IEnumerable<EventCase> All =>
    [
        new("A product is put into a category", scene => Orders("count", 1, Filter("item.category", scene.IdOf("bikes"))), scene => scene.FileAsync("bikes"))
        {
            Before = PlaceBikeAsync
        },
        new("Products are taken out of a category, several at once", scene => Orders("count", 1, Filter("item.category", scene.IdOf("bikes"))),
            scene => scene.Shop.AskAsync<ProductFiling>(filing => filing.RemoveAsync([scene.Get<ProductCategory>("filing")])))
        {
            Before = PlaceFiledBikeAsync
        },
        new("A category moves below another", scene => Orders("count", 1, Below("item.category", scene.IdOf("sports"))), scene =>
        {
            scene.Get<Category>("bikes").ParentCategoryId = scene.IdOf("sports");
            return scene.Shop.UpdateAsync(scene.Get<Category>("bikes"));
        })
        {
            Before = async scene =>
            {
                await PlaceFiledBikeAsync(scene);
                await scene.AddCategoryAsync("sports");
            }
        },
        new("A category is deleted", scene => Orders("count", 1, Filter("item.category", scene.IdOf("bikes"))),
            scene => scene.Shop.AskAsync<ProductFiling>(filing => filing.DeleteCategoryAsync(scene.Get<Category>("bikes"))))
        {
            Healing = Healing.NeedsAttention,
            Before = PlaceFiledBikeAsync
        },
        new("A product gets another manufacturer", scene => Orders("count", 1, Filter("item.manufacturer", scene.IdOf("acme"))), scene => scene.Shop.InsertAsync(
            new ProductManufacturer { ProductId = scene.Product.Id, ManufacturerId = scene.IdOf("acme") }))
        {
            Before = async scene =>
            {
                await scene.PlaceAsync();
                await AddManufacturerAsync(scene);
            }
        },
        new("A product gets another tag", scene => Orders("count", 1, Filter("item.tag", scene.IdOf("fast"))), scene => scene.Shop.InsertAsync(
            new ProductProductTagMapping { ProductId = scene.Product.Id, ProductTagId = scene.IdOf("fast") }))
        {
            Before = async scene =>
            {
                await scene.PlaceAsync();
                await scene.KeepAsync("fast", new ProductTag { Name = "fast" });
            }
        },
        Deletion<Product>("A product is deleted", "gone", scene => scene.KeepAsync("gone", new Product { Name = "Cart", CreatedOnUtc = scene.Now, UpdatedOnUtc = scene.Now }),
            scene => Orders("count", 1, Filter("item.product", scene.IdOf("gone")))),
        Deletion<Manufacturer>("A manufacturer is deleted", "acme", AddManufacturerAsync, scene => Orders("count", 1, Filter("item.manufacturer", scene.IdOf("acme")))),
        Deletion<ProductTag>("A tag is deleted", "fast", scene => scene.KeepAsync("fast", new ProductTag { Name = "fast" }),
            scene => Orders("count", 1, Filter("item.tag", scene.IdOf("fast")))),
        Deletion<Vendor>("A vendor is deleted", "vendor", scene => scene.KeepAsync("vendor", new Vendor { Name = "Smith", Active = true }),
            scene => Field("customer.vendor", "isNoneOf", new[] { scene.IdOf("vendor") })),
        Deletion<Affiliate>("An affiliate is deleted", "affiliate", async scene =>
        {
            await scene.KeepAsync("address", new Address { FirstName = "Ann", LastName = "Lee", CreatedOnUtc = scene.Now });
            await scene.KeepAsync("affiliate", new Affiliate { AddressId = scene.IdOf("address"), Active = true });
        }, scene => Field("customer.affiliate", "isNoneOf", new[] { scene.IdOf("affiliate") })),
        Deletion<Store>("A store is deleted", "store", scene => scene.KeepAsync("store", new Store { Name = "Branch", Url = "http://branch.example.com/" }),
            scene => Field("customer.store", "isNoneOf", new[] { scene.IdOf("store") })),
        Deletion<Country>("A country is deleted", "country", AddCountryAsync, scene => Field("customer.country", "isNoneOf", new[] { scene.IdOf("country") })),
        Deletion<StateProvince>("A state or province is deleted", "state", async scene =>
        {
            await AddCountryAsync(scene);
            await scene.KeepAsync("state", new StateProvince { CountryId = scene.IdOf("country"), Name = "North" });
        }, scene => Field("customer.state", "isNoneOf", new[] { scene.IdOf("state") })),
        Deletion<Language>("A language is deleted, and the database takes it from the customers who chose it", "language",
            scene => scene.KeepAsync("language", new Language { Name = "Latin", LanguageCulture = "la", UniqueSeoCode = "la" }),
            scene => Field("customer.language", "isNoneOf", new[] { scene.IdOf("language") })),
        Deletion<Currency>("A currency is deleted, and the database takes it from the customers who chose it", "currency", scene => scene.KeepAsync("currency",
                new Currency { Name = "Denarius", CurrencyCode = "DEN", Rate = 1, CreatedOnUtc = scene.Now, UpdatedOnUtc = scene.Now }),
            scene => Field("customer.currency", "isNoneOf", new[] { scene.IdOf("currency") })),
        Deletion<CustomerAttributeValue>("A value of a customer attribute is deleted", "value", AddAttributeAsync, AttributeRule),
        Deletion<CustomerAttribute>("A customer attribute is deleted", "attribute", AddAttributeAsync, AttributeRule),
        new("A customer attribute is answered in another way from now on", AttributeRule, scene =>
        {
            scene.Get<CustomerAttribute>("attribute").AttributeControlType = AttributeControlType.TextBox;
            return scene.Shop.UpdateAsync(scene.Get<CustomerAttribute>("attribute"));
        })
        {
            Healing = Healing.NeedsAttention,
            Before = AddAttributeAsync
        },
        new("A merchant changes which orders count", _ => Orders("count", 1), scene => scene.Shop.AskAsync<ISettingService>(settings =>
        {
            var changed = EventShop.Settings;
            changed.PaymentStatusIds = [];
            changed.OrderStatusIds = [(int)OrderStatus.Pending];
            return settings.SaveSettingAsync(changed);
        }))
        {
            Before = scene => scene.PlaceAsync(paid: false),
            After = scene => scene.Shop.AskAsync<ISettingService>(settings => settings.SaveSettingAsync(EventShop.Settings))
        },
        new("A merchant changes the shop's time zone", scene => Field("customer.registeredOn", "on", scene.Now.AddHours(-13).ToString("yyyy-MM-dd")),
            scene => scene.Shop.AskAsync<ISettingService>(settings => settings.SetSettingAsync(TimeZoneSetting, "Pacific/Pago_Pago")))
        {
            Before = async scene =>
            {
                // In the small hours it is still the day before on Samoa.
                scene.Shop.Clock.Now = scene.Shop.Clock.Now.Date.AddDays(1).AddHours(2);
                await scene.AddCustomerAsync("c");
            },
            After = scene => scene.Shop.AskAsync<ISettingService>(settings => settings.SetSettingAsync(TimeZoneSetting, "UTC"))
        },

        new("A customer looks at pages", _ => Field("customer.lastActivity", "after", "2020-06-01"), scene =>
        {
            scene.Customer.LastActivityDateUtc = scene.Now;
            return scene.Shop.UpdateAsync(scene.Customer, publishEvent: false);
        })
        {
            Healing = Healing.Hour,
            Before = scene =>
            {
                scene.Customer.LastActivityDateUtc = new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc);
                return scene.Shop.UpdateAsync(scene.Customer, publishEvent: false);
            }
        },
        new("Hours pass, and a cart is left alone", _ => Compared("cart", "hoursSinceChange", "atLeast", 1), _ => Task.CompletedTask)
        {
            Healing = Healing.Hour,
            Before = scene => scene.AddToCartAsync()
        },
        new("Reward points expire, or begin to count", _ => Activity("rewardPoints", "balance", 50), _ => Task.CompletedTask)
        {
            Healing = Healing.Hour,
            Before = scene =>
            {
                var points = CustomerEventCases.PointsOf(scene);
                points.CreatedOnUtc = scene.Now.AddMinutes(30);
                return scene.Shop.InsertAsync(points);
            }
        },
        new("Others overtake a customer in a ranking", _ => Compared("orders", "total", "inTop", 1), scene => scene.ProcessAsync(
            processing => processing.PlaceAsync(scene.Other, EventScene.StoreId, [new OrderLine(scene.Product.Id, 2_000, 10)], true)))
        {
            Healing = Healing.Hour,
            Before = scene => scene.PlaceAsync(quantity: 1_000)
        },
        new("Midnight passes: days become one more, birthdays come round", _ => Recent("orders", "count", 1, "day", 1), _ => Task.CompletedTask)
        {
            Healing = Healing.Midnight,
            Before = scene => scene.PlaceAsync()
        },
        new("A product gets another vendor", scene => Orders("count", 1, Filter("item.vendor", scene.IdOf("vendor"))), scene =>
        {
            scene.Product.VendorId = scene.IdOf("vendor");
            return scene.Shop.UpdateAsync(scene.Product);
        })
        {
            Healing = Healing.Midnight,
            Before = async scene =>
            {
                await scene.PlaceAsync();
                await scene.KeepAsync("vendor", new Vendor { Name = "Smith", Active = true });
            }
        },
        new("A product gets another SKU", _ => Orders("count", 1, Text("item.sku", "BIKE-2")), scene =>
        {
            scene.Product.Sku = "BIKE-2";
            return scene.Shop.UpdateAsync(scene.Product);
        })
        {
            Healing = Healing.Midnight,
            Before = scene => scene.PlaceAsync()
        },
        new("A product in carts gets another price", _ => Activity("cart", "total", 777), scene =>
        {
            scene.Product.Price = 777;
            return scene.Shop.UpdateAsync(scene.Product);
        })
        {
            Healing = Healing.Midnight,
            Before = scene => scene.AddToCartAsync()
        },
        new("An order is given to another customer: the former one", _ => Orders("count", 1), scene =>
        {
            scene.Order.CustomerId = scene.Other.Id;
            return scene.Shop.UpdateAsync(scene.Order);
        })
        {
            Healing = Healing.FullRefresh,
            Before = scene => scene.PlaceAsync()
        },
        new("A subscription gets another e-mail address, and the shop is told to say nothing: the former owner", _ => Field("customer.newsletter", "is", true),
            scene => scene.ChangeSubscriptionAsync(subscription => subscription.Email = scene.Other.Email, publishSubscriptionEvents: false))
        {
            Healing = Healing.FullRefresh,
            Before = scene => scene.SubscribeAsync(scene.Customer.Email)
        },
        new("Another program changes the database, or a plugin writes without events", _ => Orders("count", 1), scene =>
        {
            scene.Order.Deleted = true;
            return scene.Shop.UpdateAsync(scene.Order, publishEvent: false);
        })
        {
            Healing = Healing.FullRefresh,
            Before = scene => scene.PlaceAsync()
        }
    ];

    private static string AttributeRule(EventScene scene) => Field($"customer.attribute:{scene.IdOf("attribute")}", "isNoneOf", new[] { scene.IdOf("value") });

    private static EventCase Deletion<T>(string what, string name, Func<EventScene, Task> add, Func<EventScene, string> rule) where T : BaseEntity =>
        new(what, rule, scene => scene.Shop.DeleteAsync(scene.Get<T>(name))) { Healing = Healing.NeedsAttention, Before = add };

    private static async Task PlaceBikeAsync(EventScene scene)
    {
        await scene.PlaceAsync();
        await scene.AddCategoryAsync("bikes");
    }

    private static async Task PlaceFiledBikeAsync(EventScene scene)
    {
        await PlaceBikeAsync(scene);
        await scene.FileAsync("bikes");
    }

    private static Task AddManufacturerAsync(EventScene scene) =>
        scene.KeepAsync("acme", new Manufacturer { Name = "Acme", CreatedOnUtc = scene.Now, UpdatedOnUtc = scene.Now });

    private static Task AddCountryAsync(EventScene scene) =>
        scene.KeepAsync("country", new Country { Name = "Utopia", TwoLetterIsoCode = "UT", ThreeLetterIsoCode = "UTO" });

    private static async Task AddAttributeAsync(EventScene scene)
    {
        await scene.KeepAsync("attribute", new CustomerAttribute { Name = "Size", AttributeControlType = AttributeControlType.DropdownList });
        await scene.KeepAsync("value", new CustomerAttributeValue { AttributeId = scene.IdOf("attribute"), Name = "XL" });
    }
}
