namespace Shop.Demo;

/// <summary>An account of the shop's staff that was just made, with its password in the clear: to be shown once.</summary>
public sealed record NewAccount(string Email, string Password)
{
    /// <summary>Shows new accounts the only time that their passwords can be shown.</summary>
    public static void Announce(IReadOnlyList<NewAccount> accounts, TextWriter writer)
    {
        if (accounts.Count == 0)
            return;
        writer.WriteLine("Accounts made at this first start. Write the passwords down, they are not shown again:");
        foreach (var account in accounts)
            writer.WriteLine($"  {account.Email}   {account.Password}");
    }
}
