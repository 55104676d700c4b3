using Shop.CommandLine;
using Shop.Infrastructure;

return await new CommandLineRunner(options => ShopHost.ServeAsync(options), ShopHost.OpenAsync, Console.Out, Console.Error).RunAsync(args);
