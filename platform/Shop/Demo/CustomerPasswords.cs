using System.Security.Cryptography;
using System.Text;
using Nop.Core.Domain.Customers;

namespace Shop.Demo;

/// <summary>Makes, stores and checks passwords.</summary>
public static class CustomerPasswords
{
    private const int ITERATIONS = 100_000;

    // Without letters and digits that look alike: the password is read off a console.
    private const string ALPHABET = "abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    /// <summary>A password of 16 characters that nobody can guess.</summary>
    public static string Generate()
    {
        return RandomNumberGenerator.GetString(ALPHABET, 16);
    }

    /// <summary>The row that keeps a password for a customer.</summary>
    public static CustomerPassword Create(int customerId, string password, DateTime nowUtc)
    {
        var salt = Convert.ToHexString(RandomNumberGenerator.GetBytes(16));
        return new CustomerPassword
        {
            CustomerId = customerId,
            Password = Hash(password, salt),
            PasswordFormat = PasswordFormat.Hashed,
            PasswordSalt = salt,
            CreatedOnUtc = nowUtc
        };
    }

    /// <summary>Whether it is the password that was kept.</summary>
    public static bool Matches(CustomerPassword kept, string password)
    {
        if (kept.PasswordFormat != PasswordFormat.Hashed || string.IsNullOrEmpty(kept.PasswordSalt) || string.IsNullOrEmpty(kept.Password))
            return false;
        return CryptographicOperations.FixedTimeEquals(
            Encoding.ASCII.GetBytes(Hash(password, kept.PasswordSalt)),
            Encoding.ASCII.GetBytes(kept.Password));
    }

    private static string Hash(string password, string salt)
    {
        var hash = Rfc2898DeriveBytes.Pbkdf2(password, Convert.FromHexString(salt), ITERATIONS, HashAlgorithmName.SHA512, 32);
        return Convert.ToHexString(hash);
    }
}
