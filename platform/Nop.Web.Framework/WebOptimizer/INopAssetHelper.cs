namespace Nop.Web.Framework.WebOptimizer;

/// <summary>Bundles scripts and styles. The stand-in's pages are served unbundled.</summary>
public partial interface INopAssetHelper;

internal sealed class NoBundles : INopAssetHelper;
