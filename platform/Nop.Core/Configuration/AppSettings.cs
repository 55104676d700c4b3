namespace Nop.Core.Configuration;

/// <summary>A part of the application's own settings.</summary>
public partial interface IConfig;

public partial class AppSettings
{
    public AppSettings(IList<IConfig> configurations = null)
    {
    }
}
