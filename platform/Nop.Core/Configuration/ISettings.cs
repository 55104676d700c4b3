namespace Nop.Core.Configuration;

/// <summary>Marks a class of settings: kept per shop, injectable as it is.</summary>
public partial interface ISettings;
