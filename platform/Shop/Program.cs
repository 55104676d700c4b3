using Shop.CommandLine;
using Shop.Infrastructure;

try
{
    await ShopHost.ServeAsync(CommandLineParser.Parse(args));
    return 0;
}
catch (InputException exception)
{
    Console.Error.WriteLine(exception.Message);
    return 2;
}
