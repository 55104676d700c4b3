namespace Nop.Plugin.Misc.Segments.Tests.Endurance;

/// <summary>A process that a test starts, and kills.</summary>
internal static class Program
{
    private static async Task<int> Main(string[] args)
    {
        switch (args)
        {
            case ["keep", var database, var seed]:
                await KeepingProcess.RunAsync(database, int.Parse(seed, System.Globalization.CultureInfo.InvariantCulture));
                return 0;
            case ["sell", var database, var seed, var shoppers, var seconds]:
                await SellingProcess.RunAsync(database, int.Parse(seed, System.Globalization.CultureInfo.InvariantCulture),
                    int.Parse(shoppers, System.Globalization.CultureInfo.InvariantCulture), int.Parse(seconds, System.Globalization.CultureInfo.InvariantCulture));
                return 0;
            case ["fire", var database]:
                await FiringProcess.RunAsync(database);
                return 0;
            default:
                await Console.Error.WriteLineAsync("Run the tests with: dotnet test");
                return 1;
        }
    }
}
