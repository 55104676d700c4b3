using Microsoft.AspNetCore.Mvc;

namespace Nop.Web.Framework.Mvc;

/// <summary>"Done, nothing to say", as a grid expects it after a row was removed.</summary>
public partial class NullJsonResult : JsonResult
{
    public NullJsonResult() : base(null)
    {
    }
}
