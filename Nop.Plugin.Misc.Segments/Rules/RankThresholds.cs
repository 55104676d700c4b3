using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Nop.Data;
using Nop.Plugin.Misc.Segments.Domain;

namespace Nop.Plugin.Misc.Segments.Rules;

/// <summary>
/// Keeps the thresholds of ranks. Where "among the top 10 %" begins depends on all customers, so it is worked out over the whole shop with each full
/// refresh and kept for an hour in between, for all nodes: an order of one customer does not ask about all others.
/// </summary>
public sealed class RankThresholds(IRepository<RankThreshold> thresholds, Population population, SegmentsSettings settings, TimeProvider timeProvider)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);

    /// <summary>The thresholds of all ranks of a definition, by condition.</summary>
    /// <param name="rules">The rules.</param>
    /// <param name="includeGuests">Whether guests who ordered are ranked too.</param>
    /// <param name="context">A context without a scope.</param>
    /// <param name="renew">Whether to work them out anew.</param>
    public async Task<IReadOnlyDictionary<ActivityCondition, decimal?>> GetAsync(RuleGroup rules, bool includeGuests, EvaluationContext context, bool renew)
    {
        var found = new Dictionary<ActivityCondition, decimal?>(ReferenceEqualityComparer.Instance);
        foreach (var condition in DefinitionFacts.RanksOf(rules))
            found[condition] = await GetAsync(condition, includeGuests, context, renew);
        return found;
    }

    private async Task<decimal?> GetAsync(ActivityCondition condition, bool includeGuests, EvaluationContext context, bool renew)
    {
        var key = KeyOf(condition, includeGuests);
        var now = timeProvider.GetUtcNow().UtcDateTime;
        var oldest = now - Lifetime;
        if (!renew && await thresholds.Table.FirstOrDefaultAsync(row => row.Key == key && row.ComputedOnUtc >= oldest && row.ComputedOnUtc <= now) is { } known)
            return known.Number is null ? null : decimal.Parse(known.Number, CultureInfo.InvariantCulture);

        var number = await condition.Activity.FindThresholdAsync(condition, await population.QueryAsync(includeGuests), context);
        await StoreAsync(key, number?.ToString(CultureInfo.InvariantCulture), now);
        return number;
    }

    private async Task StoreAsync(string key, string? number, DateTime now)
    {
        if (await thresholds.Table.FirstOrDefaultAsync(row => row.Key == key) is { } row)
        {
            (row.Number, row.ComputedOnUtc) = (number, now);
            await thresholds.UpdateAsync(row, false);
        }
        else
        {
            // What nobody asked for in a day, such as a number that was tried while rules were edited, goes when something new comes.
            var abandoned = now.AddDays(-1);
            await thresholds.DeleteAsync(other => other.ComputedOnUtc < abandoned);
            await InsertAsync(new RankThreshold { Key = key, Number = number, ComputedOnUtc = now });
        }
    }

    /// <summary>Another request or node may have worked out the same at the same time: theirs is as good.</summary>
    private async Task InsertAsync(RankThreshold row)
    {
        try
        {
            await thresholds.InsertAsync(row, false);
        }
        catch (Exception)
        {
            if (!await thresholds.Table.AnyAsync(other => other.Key == row.Key))
                throw;
        }
    }

    private string KeyOf(ActivityCondition condition, bool includeGuests)
    {
        var text = string.Join('|', DefinitionWriter.Write(condition).ToJsonString(), includeGuests,
            string.Join(',', settings.OrderStatusIds), string.Join(',', settings.PaymentStatusIds));
        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }
}
