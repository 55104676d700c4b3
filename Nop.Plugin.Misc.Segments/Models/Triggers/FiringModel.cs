using Nop.Web.Framework.Models;

namespace Nop.Plugin.Misc.Segments.Models.Triggers;

/// <summary>What a trigger did, or is to do, for one customer. Nothing is encoded yet: whoever draws it has to.</summary>
public record FiringModel : BaseNopModel
{
    /// <summary>The customer's id; 0 when the customer is no longer there.</summary>
    public int CustomerId { get; set; }

    /// <summary>The name, or that there is none or no customer any more.</summary>
    public string Name { get; set; } = string.Empty;

    /// <summary>The e-mail address, or that there is none.</summary>
    public string Email { get; set; } = string.Empty;

    /// <summary>When the customer entered or left.</summary>
    public string Occurred { get; set; } = string.Empty;

    /// <summary>When it was done, or is to be done.</summary>
    public string Due { get; set; } = string.Empty;

    /// <summary>The classes of the state's icon.</summary>
    public string Icon { get; set; } = string.Empty;

    /// <summary>What became of it, in words.</summary>
    public string State { get; set; } = string.Empty;

    /// <summary>The code that was given, or what went wrong.</summary>
    public string Detail { get; set; } = string.Empty;
}

/// <summary>What the grid asks for.</summary>
public record FiringSearchModel : BaseSearchModel
{
    /// <summary>The value of <see cref="SearchState"/> that stands for all.</summary>
    public const int AllStates = -1;

    /// <summary>The trigger.</summary>
    public int TriggerId { get; set; }

    /// <summary>The number of a state, or <see cref="AllStates"/>.</summary>
    public int SearchState { get; set; } = AllStates;
}

/// <summary>A page of the grid.</summary>
public record FiringListModel : BasePagedListModel<FiringModel>;
