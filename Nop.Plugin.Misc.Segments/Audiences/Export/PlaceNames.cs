using Nop.Core.Domain.Directory;
using Nop.Data;

namespace Nop.Plugin.Misc.Segments.Audiences.Export;

/// <summary>The countries and states of the shop by their ids: a few thousand at most, read once for a file.</summary>
public sealed class PlaceNames(IRepository<Country> countries, IRepository<StateProvince> states)
{
    private Dictionary<int, Place> _countries = [];
    private Dictionary<int, Place> _states = [];

    /// <summary>Reads them.</summary>
    public async Task LoadAsync()
    {
        _countries = (await countries.Table.Select(c => new { c.Id, c.Name, Code = c.TwoLetterIsoCode }).ToListAsync())
            .ToDictionary(c => c.Id, c => new Place(c.Name, c.Code));
        _states = (await states.Table.Select(s => new { s.Id, s.Name, Code = s.Abbreviation }).ToListAsync())
            .ToDictionary(s => s.Id, s => new Place(s.Name, s.Code));
    }

    /// <summary>A country; null for none.</summary>
    public Place? Country(int? id) => _countries.GetValueOrDefault(id ?? 0);

    /// <summary>A state; null for none.</summary>
    public Place? State(int? id) => _states.GetValueOrDefault(id ?? 0);
}
