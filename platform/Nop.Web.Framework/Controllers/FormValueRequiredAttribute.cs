using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.ActionConstraints;
using Microsoft.AspNetCore.Routing;

namespace Nop.Web.Framework.Controllers;

public enum FormValueRequirement
{
    Equal = 0,
    StartsWith = 1
}

/// <summary>Chooses an action by the button with which the form was posted.</summary>
public sealed partial class FormValueRequiredAttribute : ActionMethodSelectorAttribute
{
    private readonly string[] _submitButtonNames;
    private readonly FormValueRequirement _requirement;
    private readonly bool _validateNameOnly;

    public FormValueRequiredAttribute(params string[] submitButtonNames)
        : this(FormValueRequirement.Equal, submitButtonNames)
    {
    }

    public FormValueRequiredAttribute(FormValueRequirement requirement, params string[] submitButtonNames)
        : this(requirement, true, submitButtonNames)
    {
    }

    public FormValueRequiredAttribute(FormValueRequirement requirement, bool validateNameOnly, params string[] submitButtonNames)
    {
        _requirement = requirement;
        _validateNameOnly = validateNameOnly;
        _submitButtonNames = submitButtonNames;
    }

    public override bool IsValidForRequest(RouteContext routeContext, ActionDescriptor action)
    {
        var request = routeContext.HttpContext.Request;
        if (!HttpMethods.IsPost(request.Method) || !request.HasFormContentType)
            return false;

        return request.Form.Any(field => _submitButtonNames.Any(name => Matches(field.Key, name))
            && (_validateNameOnly || !string.IsNullOrEmpty(field.Value)));
    }

    private bool Matches(string fieldName, string buttonName)
    {
        return _requirement == FormValueRequirement.StartsWith
            ? fieldName.StartsWith(buttonName, StringComparison.InvariantCultureIgnoreCase)
            : fieldName.Equals(buttonName, StringComparison.InvariantCultureIgnoreCase);
    }
}
