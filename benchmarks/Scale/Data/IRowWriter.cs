using Nop.Core;

namespace Segments.Benchmarks.Scale.Data;

/// <summary>
/// Writes many rows fast. Between opening and finishing the tables lack their indexes and nobody checks references, so that only whole and correct data
/// may be written, with ids.
/// </summary>
internal interface IRowWriter : IAsyncDisposable
{
    /// <summary>Puts the indexes and the checks aside.</summary>
    Task OpenAsync(IReadOnlyList<Type> entities);

    /// <summary>Adds rows to a table.</summary>
    Task WriteAsync<T>(IEnumerable<T> rows) where T : BaseEntity;

    /// <summary>Brings the indexes back, lets the database number new rows after these, and gathers what its planner wants to know.</summary>
    Task FinishAsync();
}
