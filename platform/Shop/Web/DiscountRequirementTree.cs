using Nop.Core.Domain.Discounts;
using Nop.Services.Discounts;
using Nop.Services.Localization;
using Shop.Web.Models;

namespace Shop.Web;

/// <summary>The requirements of a discount: one default group on top, rules and further groups in it.</summary>
public sealed class DiscountRequirementTree(
    IDiscountPluginManager discountPluginManager,
    IDiscountService discountService,
    ILocalizationService localizationService)
{
    /// <summary>The tree below the default group; nothing where the discount has no requirements.</summary>
    public async Task<IList<DiscountRequirementRuleModel>> ReadAsync(Discount discount)
    {
        var all = await discountService.GetAllDiscountRequirementsAsync(discount.Id);
        var top = all.Where(r => r.ParentId is null).ToList();
        return await ModelsAsync(discount, all, top, true, default);
    }

    /// <summary>Puts a requirement into a group, sets a group's connector, or removes a requirement with what is below it.</summary>
    public async Task ChangeAsync(DiscountRequirement requirement, int? parentId, int? interactionTypeId, bool delete)
    {
        if (delete)
        {
            await discountService.DeleteDiscountRequirementAsync(requirement, true);
            var rest = await discountService.GetAllDiscountRequirementsAsync(requirement.DiscountId);
            // A group with nothing in it would never hold: the last rule takes the default group with it.
            if (rest is [{ IsGroup: true, ParentId: null } only])
                await discountService.DeleteDiscountRequirementAsync(only, true);
            return;
        }

        var group = await DefaultGroupAsync(requirement.DiscountId, requirement.Id);
        if (interactionTypeId is { } interaction)
            requirement.InteractionTypeId = interaction;
        if (requirement.Id != group.Id)
            requirement.ParentId = parentId ?? requirement.ParentId ?? group.Id;
        await discountService.UpdateDiscountRequirementAsync(requirement);
    }

    /// <summary>Adds a group below the default one.</summary>
    public async Task AddGroupAsync(Discount discount, string? name)
    {
        var parent = await DefaultGroupAsync(discount.Id, 0);
        var fallback = await localizationService.GetResourceAsync("Admin.Promotions.Discounts.Requirements.GroupName.Default");
        await discountService.InsertDiscountRequirementAsync(new DiscountRequirement
        {
            DiscountId = discount.Id,
            IsGroup = true,
            ParentId = parent.Id,
            InteractionType = RequirementGroupInteractionType.And,
            DiscountRequirementRuleSystemName = string.IsNullOrWhiteSpace(name) ? fallback : name.Trim()
        });
    }

    private async Task<DiscountRequirement> DefaultGroupAsync(int discountId, int exceptId)
    {
        var top = await discountService.GetAllDiscountRequirementsAsync(discountId, true);
        if (top.FirstOrDefault(r => r.IsGroup) is { } present)
            return present;

        var group = new DiscountRequirement
        {
            DiscountId = discountId,
            IsGroup = true,
            InteractionType = RequirementGroupInteractionType.And,
            DiscountRequirementRuleSystemName = await localizationService.GetResourceAsync("Admin.Promotions.Discounts.Requirements.DefaultRequirementGroup")
        };
        await discountService.InsertDiscountRequirementAsync(group);

        // Rules that a plugin made before there was a group belong to it.
        foreach (var rule in top.Where(r => r.Id != exceptId))
        {
            rule.ParentId = group.Id;
            await discountService.UpdateDiscountRequirementAsync(rule);
        }

        return group;
    }

    private async Task<IList<DiscountRequirementRuleModel>> ModelsAsync(Discount discount, IList<DiscountRequirement> all,
        List<DiscountRequirement> level, bool isRoot, RequirementGroupInteractionType interaction)
    {
        var models = new List<DiscountRequirementRuleModel>();
        foreach (var requirement in level.OrderBy(r => r.Id))
        {
            var model = new DiscountRequirementRuleModel
            {
                DiscountRequirementId = requirement.Id,
                IsGroup = requirement.IsGroup,
                IsRootGroup = isRoot && requirement.IsGroup,
                RuleName = requirement.DiscountRequirementRuleSystemName,
                InteractionTypeId = (int)interaction,
                IsLastInGroup = requirement.Id == level.Max(r => r.Id)
            };
            if (requirement.IsGroup)
            {
                var inner = requirement.InteractionType ?? RequirementGroupInteractionType.And;
                model.InteractionTypeId = (int)inner;
                model.ChildRequirements = await ModelsAsync(discount, all, all.Where(r => r.ParentId == requirement.Id).ToList(), false, inner);
            }
            else if (await discountPluginManager.LoadPluginBySystemNameAsync(requirement.DiscountRequirementRuleSystemName) is { } rule)
            {
                model.RuleName = rule.PluginDescriptor.FriendlyName;
                model.ConfigurationUrl = rule.GetConfigurationUrl(discount.Id, requirement.Id);
            }

            models.Add(model);
        }

        return models;
    }
}
