using Nop.Plugin.Misc.Segments.Factories;
using Nop.Plugin.Misc.Segments.Health;

namespace Nop.Plugin.Misc.Segments.Audiences.Discounts;

/// <summary>Tells the health page of cached product prices.</summary>
public sealed class ProductPriceCacheCheck(ProductPriceCacheWarning warning, DisplayFormats formats) : IHealthCheck
{
    /// <inheritdoc />
    public async Task<IReadOnlyList<HealthFinding>> CheckAsync() => await warning.GetTextAsync() is not { } text
        ? []
        :
        [
            // The text says what to do, too: the page of the discount shows it alone.
            new HealthFinding(HealthSeverity.Problem, text, string.Empty)
            {
                Links = [new HealthLink(await formats.TextAsync("Plugins.Misc.Segments.Health.Link.CatalogSettings"), "Setting", "Catalog")]
            }
        ];
}
