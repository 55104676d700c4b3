using Nop.Core.Domain.Customers;
using Nop.Data;
using Nop.Plugin.Misc.Segments.Models.Editor;
using Nop.Plugin.Misc.Segments.Rules;

namespace Nop.Plugin.Misc.Segments.Factories.Editor;

/// <summary>Says who matches rules that are being edited.</summary>
public class PreviewModelFactory(ISegmentEvaluator evaluator, IDefinitionDescriber describer, IRepository<Customer> customers)
{
    /// <summary>How many customers the sample has.</summary>
    internal const int SampleSize = 10;

    /// <summary>The count, the sample and the rules in words.</summary>
    /// <param name="definition">The rules; all that they name is there.</param>
    /// <param name="includeGuests">Whether guests who ordered may match.</param>
    /// <param name="urlOf">The page of a customer.</param>
    /// <param name="cancellationToken">Stops when nobody waits for the answer any more.</param>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public async Task<PreviewModel> PrepareAsync(
        SegmentDefinition definition, bool includeGuests, Func<int, string?> urlOf, CancellationToken cancellationToken)
    {
        var count = await evaluator.CountAsync(definition, includeGuests, cancellationToken);
        var population = await evaluator.CountPopulationAsync(includeGuests, cancellationToken);
        var ids = count == 0 ? [] : await evaluator.SampleAsync(definition, includeGuests, SampleSize, cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();

        var sample = (await customers.GetByIdsAsync(ids)).ToDictionary(customer => customer.Id);
        return new PreviewModel(
            count,
            population,
            ids.Where(sample.ContainsKey).Select(id => Prepare(sample[id], urlOf)).ToList(),
            await describer.DescribeAsync(definition));
    }

    private static SampleCustomerModel Prepare(Customer customer, Func<int, string?> urlOf) => new(
        string.Join(' ', new[] { customer.FirstName, customer.LastName }.Where(name => !string.IsNullOrWhiteSpace(name))),
        string.IsNullOrWhiteSpace(customer.Email) ? null : customer.Email,
        urlOf(customer.Id));
}
