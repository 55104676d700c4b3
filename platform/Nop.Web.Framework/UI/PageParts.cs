using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Nop.Core;

namespace Nop.Web.Framework.UI;

/// <summary>
/// The parts of one page. "Add" puts a part behind, "Append" before those that are there already: a layout runs last,
/// but what it appends comes first.
/// </summary>
internal sealed class PageParts : INopHtmlHelper
{
    private readonly List<string> _titles = [];
    private readonly List<string> _styles = [];
    private readonly List<string> _headParts = [];
    private readonly Dictionary<ResourceLocation, List<string>> _scripts = [];
    private readonly Dictionary<ResourceLocation, List<string>> _inlineScripts = [];
    private readonly IFileVersionProvider _versions;
    private readonly IHttpContextAccessor _accessor;
    private readonly IStoreContext _storeContext;
    private string _activeMenuItem;

    public PageParts(IFileVersionProvider versions, IHttpContextAccessor accessor, IStoreContext storeContext)
    {
        _versions = versions;
        _accessor = accessor;
        _storeContext = storeContext;
    }

    public void AddTitleParts(string part)
    {
        Put(_titles, part, first: false);
    }

    public void AppendTitleParts(string part)
    {
        Put(_titles, part, first: true);
    }

    public async Task<IHtmlContent> GenerateTitleAsync(bool addDefaultTitle = true, string part = "")
    {
        AppendTitleParts(part);
        var parts = _titles.AsEnumerable();
        if (addDefaultTitle)
            parts = parts.Append((await _storeContext.GetCurrentStoreAsync()).Name);

        return new HtmlString(HtmlEncoder.Default.Encode(string.Join(" / ", parts)));
    }

    public void AddScriptParts(ResourceLocation location, string src, string debugSrc = "", bool excludeFromBundle = false)
    {
        Put(At(_scripts, location), src, first: false);
    }

    public void AppendScriptParts(ResourceLocation location, string src, string debugSrc = "", bool excludeFromBundle = false)
    {
        Put(At(_scripts, location), src, first: true);
    }

    public IHtmlContent GenerateScripts(ResourceLocation location)
    {
        return Lines(At(_scripts, location).Select(src => $"<script src=\"{Address(src)}\"></script>"));
    }

    public void AddInlineScriptParts(ResourceLocation location, string script)
    {
        Put(At(_inlineScripts, location), script, first: false);
    }

    public void AppendInlineScriptParts(ResourceLocation location, string script)
    {
        Put(At(_inlineScripts, location), script, first: true);
    }

    public IHtmlContent GenerateInlineScripts(ResourceLocation location)
    {
        return Lines(At(_inlineScripts, location));
    }

    public void AddCssFileParts(string src, string debugSrc = "", bool excludeFromBundle = false)
    {
        Put(_styles, src, first: false);
    }

    public void AppendCssFileParts(string src, string debugSrc = "", bool excludeFromBundle = false)
    {
        Put(_styles, src, first: true);
    }

    public IHtmlContent GenerateCssFiles()
    {
        return Lines(_styles.Select(src => $"<link rel=\"stylesheet\" href=\"{Address(src)}\" />"));
    }

    public void AddHeadCustomParts(string part)
    {
        Put(_headParts, part, first: false);
    }

    public void AppendHeadCustomParts(string part)
    {
        Put(_headParts, part, first: true);
    }

    public IHtmlContent GenerateHeadCustom()
    {
        return Lines(_headParts);
    }

    public void SetActiveMenuItemSystemName(string systemName)
    {
        _activeMenuItem = systemName;
    }

    public string GetActiveMenuItemSystemName()
    {
        return _activeMenuItem;
    }

    private string Address(string src)
    {
        var root = _accessor.HttpContext?.Request.PathBase ?? PathString.Empty;
        var path = src.StartsWith("~/", StringComparison.Ordinal) ? root + src[1..] : src;
        var isLocal = path.StartsWith('/') && !path.StartsWith("//", StringComparison.Ordinal);
        return HtmlEncoder.Default.Encode(isLocal ? _versions.AddFileVersionToPath(root, path) : path);
    }

    private static List<string> At(Dictionary<ResourceLocation, List<string>> parts, ResourceLocation location)
    {
        if (!parts.TryGetValue(location, out var list))
            parts[location] = list = [];

        return list;
    }

    private static void Put(List<string> parts, string part, bool first)
    {
        if (string.IsNullOrEmpty(part) || parts.Contains(part))
            return;

        parts.Insert(first ? 0 : parts.Count, part);
    }

    private static HtmlString Lines(IEnumerable<string> lines)
    {
        return new HtmlString(string.Join(Environment.NewLine, lines));
    }
}
