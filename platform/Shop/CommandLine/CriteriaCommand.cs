using Nop.Plugin.Misc.Segments;
using Nop.Plugin.Misc.Segments.Rules;
using Nop.Plugin.Misc.Segments.Rules.Criteria;
using Nop.Services.Localization;

namespace Shop.CommandLine;

/// <summary>Writes down, as a page of the documentation, everything that rules can ask: as it is registered, in English.</summary>
internal static class CriteriaCommand
{
    private const string Culture = "en-US";

    /// <summary>Prints the page.</summary>
    public static async Task RunAsync(IServiceProvider services, TextWriter output)
    {
        var catalogue = services.GetRequiredService<CriteriaCatalogue>();
        var texts = services.GetRequiredService<ILocalizationService>();
        var languageId = (await services.GetRequiredService<ILanguageService>().GetAllLanguagesAsync(true)).Single(language => language.LanguageCulture == Culture).Id;
        await new Page(output, key => texts.GetResourceAsync(key, languageId, false, string.Empty, true)).WriteAsync(catalogue);
    }

    private sealed class Page(TextWriter output, Func<string, Task<string>> textOf)
    {
        private const string Head = "| what | in definitions | value | operators | reads | time alone |\n|---|---|---|---|---|---|";

        public async Task WriteAsync(CriteriaCatalogue catalogue)
        {
            await LineAsync("# What rules can ask");
            await LineAsync();
            await LineAsync("Made from the catalogue of criteria by `dotnet run --project platform/Shop -- criteria > docs/criteria.md`. \"Reads\" is the data of the shop");
            await LineAsync("whose changes are looked at; \"time alone\" says when a customer can enter or leave although nothing happened.");
            await LineAsync();
            await LineAsync("## What a customer is");
            foreach (var group in catalogue.Fields.GroupBy(field => field.Group))
                await TableAsync($"### {await textOf($"{SegmentsDefaults.ResourcePrefix}.Editor.MenuGroup.{group.Key}")}", group);
            await LineAsync();
            await LineAsync("### Defined by the shop");
            await LineAsync();
            foreach (var family in catalogue.Families)
                await LineAsync($"- `{family.Prefix}...`: {await textOf($"{SegmentsDefaults.ResourcePrefix}.Criteria.{family.Prefix.TrimEnd(':')}.Hint")}");
            foreach (var field in catalogue.Fields.Where(field => field.Filters.Count > 0))
                await TableAsync($"### Narrows {field.Name} down", field.Filters);

            await LineAsync();
            await LineAsync("## What a customer did");
            foreach (var activity in catalogue.Activities)
            {
                await TableAsync($"### {await textOf(activity.ResourceKey)} (`{activity.Name}`)", activity.Measures);
                await LineAsync();
                await LineAsync(await textOf($"{activity.ResourceKey}.Hint"));
                if (activity.Filters.Count > 0)
                    await LineAsync($"Narrowed down by {string.Join(", ", activity.Filters.Select(filter => $"`{filter.Name}`"))}.");
                if (!activity.TakesWindow)
                    await LineAsync("It takes no window.");
            }

            await LineAsync();
            await LineAsync("## What narrows activities down");
            await LineAsync();
            await LineAsync("The filters of orders and their lines also stand in the conditions about every order, the first and the latest one.");
            var filters = catalogue.Activities.SelectMany(activity => activity.Filters).DistinctBy(filter => filter.Name).ToList();
            foreach (var group in filters.GroupBy(filter => filter.Name.Split('.')[0]))
                await TableAsync($"### `{group.Key}.`", group);
        }

        private async Task TableAsync(string title, IEnumerable<Criterion> criteria)
        {
            await LineAsync();
            await LineAsync(title);
            await LineAsync();
            await LineAsync(Head);
            foreach (var criterion in criteria)
                await LineAsync($"| {await CellAsync(criterion)} | `{criterion.Name}` | {ValueOf(criterion)} | {string.Join(", ", criterion.Operators.Select(Operator.NameOf))} "
                    + $"| {SourcesOf(criterion.Sources)} | {TimeOf(criterion)} |");
        }

        /// <summary>The name, and what it means.</summary>
        private async Task<string> CellAsync(Criterion criterion) =>
            $"**{await textOf(criterion.ResourceKey)}**: {await textOf($"{criterion.ResourceKey}.Hint")}".Replace("|", "\\|", StringComparison.Ordinal);

        private static string ValueOf(Criterion criterion)
        {
            var kind = criterion.Kind switch
            {
                ValueKind.YesNo => "yes or no",
                ValueKind.Choice => $"choices: {criterion.ChoiceList}",
                ValueKind.Code => $"codes: {criterion.ChoiceList}",
                var other => other.ToString().ToLowerInvariant()
            };
            return criterion.TakesSubcategories ? $"{kind}, subcategories" : kind;
        }

        private static string SourcesOf(RuleSources sources) => string.Join(", ", Enum.GetValues<RuleSources>()
            .Where(source => source != RuleSources.None && sources.HasFlag(source)).Select(source => Words(source.ToString())));

        private static string TimeOf(Criterion criterion)
        {
            var operators = criterion.Operators.GroupBy(criterion.TimeSensitivityOf).Where(group => group.Key != TimeSensitivity.None).ToList();
            return string.Join("; ", operators.Select(group =>
                $"{(group.Key == TimeSensitivity.Daily ? "at midnight" : "every hour")}{(group.Count() == criterion.Operators.Count ? "" : $" ({string.Join(", ", group.Select(Operator.NameOf))})")}"));
        }

        /// <summary>RewardPoints as "reward points".</summary>
        private static string Words(string name) => string.Concat(name.Select((letter, i) => i > 0 && char.IsUpper(letter) ? $" {letter}" : $"{letter}")).ToLowerInvariant();

        // One kind of line ends everywhere: the page is compared.
        private Task LineAsync(string text = "") => output.WriteAsync(text + "\n");
    }
}
