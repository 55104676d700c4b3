using Nop.Core.Domain.Orders;
using Nop.Core.Domain.Payments;
using Nop.Services.Localization;

namespace Nop.Plugin.Misc.Segments.Factories.Editor;

/// <summary>Says which orders count, as the settings have it.</summary>
public class CountingText(SegmentsSettings settings, ILocalizationService localizationService)
{
    /// <summary>One or two sentences in the working language.</summary>
    public async Task<string> DescribeAsync() => string.Format(
        await localizationService.GetResourceAsync($"{BuilderTexts.Prefix}Counting"),
        await ListAsync<OrderStatus>(settings.OrderStatusIds),
        await ListAsync<PaymentStatus>(settings.PaymentStatusIds));

    private async Task<string> ListAsync<T>(IEnumerable<int> ids) where T : struct, Enum
    {
        var names = new List<string>();
        foreach (var id in ids)
            names.Add(await localizationService.GetLocalizedEnumAsync((T)Enum.ToObject(typeof(T), id)));
        if (names.Count == 0)
            return await localizationService.GetResourceAsync($"{BuilderTexts.Prefix}Counting.Nothing");
        if (names.Count == 1)
            return names[0];

        var or = await localizationService.GetResourceAsync($"{BuilderTexts.Prefix}Counting.Or");
        return $"{string.Join(", ", names.SkipLast(1))} {or} {names[^1]}";
    }
}
