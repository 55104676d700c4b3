global using Nop.Core;
global using Nop.Services.Plugins;
