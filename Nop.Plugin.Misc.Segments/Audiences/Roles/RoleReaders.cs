using Nop.Data;
using Nop.Plugin.Misc.Segments.Domain;
using Nop.Plugin.Misc.Segments.Membership;
using Nop.Plugin.Misc.Segments.Rules;
using Nop.Plugin.Misc.Segments.Rules.Choices;

namespace Nop.Plugin.Misc.Segments.Audiences.Roles;

/// <summary>Knows which segments' rules ask for which roles, so that no segment feeds itself.</summary>
public class RoleReaders(SegmentGraph graph, IRepository<SegmentRole> roles)
{
    /// <summary>Whether an active segment's rules ask for a role.</summary>
    public async Task<bool> AnyActiveAsync(int roleId) =>
        (await graph.LoadAsync()).Any(node => node.Segment.Active && node.Definition is { } definition && RolesOf(definition).Contains(roleId));

    /// <summary>Whether a segment would depend on a role that it is to give: by its own rules, by those of segments that they name, or by way of other roles
    /// that segments give.</summary>
    /// <param name="segmentId">The segment.</param>
    /// <param name="definition">The rules that it is to have; null for those that it has.</param>
    /// <param name="roleId">The role that it is to give; null for the one that it gives.</param>
    public async Task<bool> FeedsItselfAsync(int segmentId, SegmentDefinition? definition = null, int? roleId = null)
    {
        var owners = (await roles.Table.Where(role => !role.Ended).ToListAsync()).ToDictionary(role => role.CustomerRoleId, role => role.SegmentId);
        if (roleId is { } linked)
            owners[linked] = segmentId;
        if (!owners.ContainsValue(segmentId))
            return false;

        var definitions = (await graph.LoadAsync()).ToDictionary(node => node.Segment.Id, node => node.Definition);
        if (definition is not null)
            definitions[segmentId] = definition;
        return Reaches(segmentId, []);

        bool Reaches(int id, HashSet<int> seen) => definitions.GetValueOrDefault(id) is { } rules
            && DefinitionFacts.SegmentsOf(rules).Concat(RolesOf(rules).Where(owners.ContainsKey).Select(role => owners[role]))
                .Any(next => next == segmentId || (seen.Add(next) && Reaches(next, seen)));
    }

    private static IEnumerable<int> RolesOf(SegmentDefinition definition) => DefinitionFacts.ChoicesOf(definition)
        .Where(use => use.ListName == RoleChoices.ListName).SelectMany(use => use.Choices).Select(choice => choice.Id).OfType<int>();
}
