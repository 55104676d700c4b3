using Nop.Data;
using Nop.Plugin.Misc.Segments.Domain;

namespace Nop.Plugin.Misc.Segments.Rules.Choices;

/// <summary>The imported lists of e-mail addresses.</summary>
public sealed class EmailListChoices(IRepository<CustomerList> lists)
    : NamedChoices(ListName, () => lists.Table.Select(l => new NamedRow { Id = l.Id, Name = l.Name, Detail = string.Empty, Order = 0 }), isOrdered: false)
{
    internal const string ListName = "emailLists";
}
