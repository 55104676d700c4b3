global using Nop.Core.Configuration;
global using Nop.Core.Domain.Attributes;
global using Nop.Core.Domain.Common;
global using Nop.Core.Domain.Localization;
global using Nop.Core.Domain.Stores;
