using Nop.Core.Domain.Customers;
using Nop.Data;
using Nop.Plugin.Misc.Segments.Audiences;
using Nop.Plugin.Misc.Segments.Audiences.Roles;
using Nop.Plugin.Misc.Segments.Domain;
using Nop.Plugin.Misc.Segments.Membership;
using Nop.Plugin.Misc.Segments.Tests.Membership;
using Nop.Services.Customers;

namespace Nop.Plugin.Misc.Segments.Tests.Audiences;

/// <summary>A shop with one segment, of which a test says who is in it, and a role that it gives.</summary>
internal sealed class RoleShop : IAsyncDisposable
{
    public const string Rules = "orders";

    private RoleShop(MembershipShop shop) => Shop = shop;

    public MembershipShop Shop { get; }

    public Segment Segment { get; private set; } = null!;

    public CustomerRole Role { get; private set; } = null!;

    /// <summary>The ids of the customers.</summary>
    public List<int> Customers { get; private set; } = [];

    public static async Task<RoleShop> CreateAsync(string kind, int customers)
    {
        var shop = new RoleShop(await MembershipShop.CreateAsync(kind));
        shop.Customers = await shop.Shop.AddCustomersAsync(customers);
        shop.Shop.Evaluator.Matches[Rules] = [];
        shop.Segment = await shop.Shop.AddSegmentAsync(Rules);
        shop.Role = await shop.AddRoleAsync("VIP");
        return shop;
    }

    public async Task<CustomerRole> AddRoleAsync(string name, bool isSystemRole = false)
    {
        var role = new CustomerRole { Name = name, Active = true, IsSystemRole = isSystemRole };
        await Shop.InsertAsync(role);
        return role;
    }

    /// <summary>Has the segment give the role.</summary>
    public Task<bool> StartAsync() => Shop.InScopeAsync<SegmentRoles, bool>(roles => roles.StartAsync(Segment.Id, Role.Id));

    public Task EndAsync() => Shop.InScopeAsync<SegmentRoles>(roles => roles.EndAsync(Segment.Id));

    /// <summary>Lets customers in or out, as orders would.</summary>
    public async Task MoveAsync(bool isIn, params int[] customerIds)
    {
        foreach (var id in customerIds)
            if (isIn)
                Shop.Evaluator.Matches[Rules].Add(id);
            else
                Shop.Evaluator.Matches[Rules].Remove(id);
        await Shop.UpdateAsync(customerIds);
    }

    /// <summary>What the worker does, until nothing is left.</summary>
    public async Task WorkAsync(int times = 3)
    {
        for (var i = 0; i < times; i++)
            await Shop.InScopeAsync<IEnumerable<IAudienceWork>>(async all =>
            {
                foreach (var work in all.OfType<RoleWork>())
                    await work.RunAsync(CancellationToken.None);
            });
    }

    /// <summary>What the schedule task does.</summary>
    public Task SyncAllAsync() => Shop.InScopeAsync<RoleSync>(sync => sync.SyncAllAsync(CancellationToken.None));

    /// <summary>Gives the role by hand, as the page of a customer does: not to whom has it.</summary>
    /// <returns>Whether it was given.</returns>
    public Task<bool> GiveByHandAsync(int customerId) => Shop.InScopeAsync<ICustomerService, bool>(async service =>
    {
        if ((await service.GetCustomerRoleIdsAsync(new Customer { Id = customerId }, true)).Contains(Role.Id))
            return false;
        await service.AddCustomerRoleMappingAsync(new CustomerCustomerRoleMapping { CustomerId = customerId, CustomerRoleId = Role.Id });
        return true;
    });

    /// <summary>Takes the role by hand, as the page of a customer does.</summary>
    public Task TakeByHandAsync(int customerId) => Shop.InScopeAsync<ICustomerService>(service =>
        service.RemoveCustomerRoleMappingAsync(new Customer { Id = customerId }, Role));

    /// <summary>Who has the role, from whomever.</summary>
    public List<int> Having() =>
        [.. Shop.Rows<CustomerCustomerRoleMapping>().Where(mapping => mapping.CustomerRoleId == Role.Id).Select(mapping => mapping.CustomerId).Order()];

    /// <summary>Who got it from the segment.</summary>
    public List<int> Granted() => [.. Shop.Rows<RoleGrant>().Where(grant => grant.CustomerRoleId == Role.Id).Select(grant => grant.CustomerId).Order()];

    /// <summary>Changes the stored segment unseen.</summary>
    public Task ChangeSegmentAsync(Action<Segment> change) => Shop.InScopeAsync<SegmentRows>(rows => rows.ChangeAsync(Segment.Id, change));

    public ValueTask DisposeAsync() => Shop.DisposeAsync();
}
