using System.Runtime.CompilerServices;
using Nop.Core.Domain.Common;
using Nop.Core.Domain.Customers;
using Nop.Data;
using Nop.Plugin.Misc.Segments.Domain;
using Nop.Plugin.Misc.Segments.Rules;

namespace Nop.Plugin.Misc.Segments.Audiences.Export;

/// <summary>
/// Reads the members of a segment in the order of their ids, page by page from where the last page ended: a million cost no more memory than one page,
/// and the last page is found as fast as the first.
/// </summary>
public sealed class MemberReader(
    IRepository<SegmentMember> members,
    IRepository<Customer> customers,
    IRepository<Address> addresses,
    CountingOrders countingOrders,
    PlaceNames places)
{
    /// <summary>Members of a page.</summary>
    public const int PageSize = 2_000;

    /// <summary>The pages.</summary>
    /// <param name="segmentId">The segment.</param>
    /// <param name="withOrders">Whether orders, sums and last orders are wanted; they cost a query a page.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async IAsyncEnumerable<IReadOnlyList<ExportedMember>> ReadAsync(
        int segmentId, bool withOrders, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await places.LoadAsync();
        var last = 0;
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var rows = await Rows(segmentId, last).Take(PageSize).ToListAsync();
            if (rows.Count == 0)
                yield break;

            var sums = withOrders ? await SumUpAsync(segmentId, last, rows[^1].Id) : [];
            yield return rows.ConvertAll(row => ToMember(row, sums.GetValueOrDefault(row.Id)));
            last = rows[^1].Id;
        }
    }

    private IQueryable<Row> Rows(int segmentId, int after) =>
        from member in members.Table
        join customer in customers.Table on member.CustomerId equals customer.Id
        join address in addresses.Table on customer.BillingAddressId equals (int?)address.Id into billing
        from address in billing.DefaultIfEmpty()
        where member.SegmentId == segmentId && member.CustomerId > after && !customer.Deleted
        orderby member.CustomerId
        select new Row
        {
            Id = member.CustomerId,
            EnteredOnUtc = member.EnteredOnUtc,
            CreatedOnUtc = customer.CreatedOnUtc,
            Email = customer.Email,
            FirstName = customer.FirstName,
            LastName = customer.LastName,
            Company = customer.Company,
            Phone = customer.Phone,
            Street = customer.StreetAddress,
            Zip = customer.ZipPostalCode,
            City = customer.City,
            StateId = customer.StateProvinceId,
            CountryId = customer.CountryId,
            BillingFirstName = address.FirstName,
            BillingLastName = address.LastName,
            BillingCompany = address.Company,
            BillingPhone = address.PhoneNumber,
            BillingStreet = address.Address1,
            BillingZip = address.ZipPostalCode,
            BillingCity = address.City,
            BillingStateId = address.StateProvinceId,
            BillingCountryId = address.CountryId
        };

    // By the range of ids rather than by a list of them: the statement stays the same for every page.
    private Task<Dictionary<int, Sum>> SumUpAsync(int segmentId, int after, int upTo) =>
        (from member in members.Table
         join order in countingOrders.Query() on member.CustomerId equals order.CustomerId
         where member.SegmentId == segmentId && member.CustomerId > after && member.CustomerId <= upTo
         group order by order.CustomerId into own
         select new Sum
         {
             CustomerId = own.Key,
             Orders = own.Count(),
             Spent = own.Sum(o => o.OrderTotal - o.RefundedAmount),
             LastOrderOnUtc = own.Max(o => o.CreatedOnUtc)
         }).ToDictionaryAsync(sum => sum.CustomerId);

    private ExportedMember ToMember(Row row, Sum? sum)
    {
        var fromProfile = IsThere(row.Street) || IsThere(row.Zip) || IsThere(row.City);
        return new ExportedMember
        {
            CustomerId = row.Id,
            Email = row.Email,
            FirstName = First(row.FirstName, row.BillingFirstName),
            LastName = First(row.LastName, row.BillingLastName),
            Company = First(row.Company, row.BillingCompany),
            Phone = First(row.Phone, row.BillingPhone),
            Street = fromProfile ? row.Street : row.BillingStreet,
            Zip = fromProfile ? row.Zip : row.BillingZip,
            City = fromProfile ? row.City : row.BillingCity,
            State = places.State(fromProfile ? row.StateId : row.BillingStateId ?? row.StateId),
            Country = places.Country(fromProfile ? row.CountryId : row.BillingCountryId ?? row.CountryId),
            CreatedOnUtc = row.CreatedOnUtc,
            EnteredOnUtc = row.EnteredOnUtc,
            Orders = sum?.Orders ?? 0,
            Spent = sum?.Spent ?? 0,
            LastOrderOnUtc = sum?.LastOrderOnUtc
        };
    }

    private static string? First(string? own, string? other) => IsThere(own) ? own : other;

    private static bool IsThere(string? text) => !string.IsNullOrWhiteSpace(text);

    private sealed class Row
    {
        public int Id { get; init; }
        public DateTime EnteredOnUtc { get; init; }
        public DateTime CreatedOnUtc { get; init; }
        public string? Email { get; init; }
        public string? FirstName { get; init; }
        public string? LastName { get; init; }
        public string? Company { get; init; }
        public string? Phone { get; init; }
        public string? Street { get; init; }
        public string? Zip { get; init; }
        public string? City { get; init; }
        public int StateId { get; init; }
        public int CountryId { get; init; }
        public string? BillingFirstName { get; init; }
        public string? BillingLastName { get; init; }
        public string? BillingCompany { get; init; }
        public string? BillingPhone { get; init; }
        public string? BillingStreet { get; init; }
        public string? BillingZip { get; init; }
        public string? BillingCity { get; init; }
        public int? BillingStateId { get; init; }
        public int? BillingCountryId { get; init; }
    }

    private sealed class Sum
    {
        public int CustomerId { get; init; }
        public int Orders { get; init; }
        public decimal Spent { get; init; }
        public DateTime LastOrderOnUtc { get; init; }
    }
}
