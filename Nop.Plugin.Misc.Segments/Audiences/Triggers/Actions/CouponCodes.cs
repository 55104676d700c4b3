using System.Security.Cryptography;

namespace Nop.Plugin.Misc.Segments.Audiences.Triggers.Actions;

/// <summary>Codes that nobody guesses and everybody can type.</summary>
internal static class CouponCodes
{
    // Without what is easily taken for something else: 0 O, 1 I L.
    private const string Letters = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
    private const int Length = 12;

    /// <summary>A new code: 31 to the power of 12 are possible, some 59 bits.</summary>
    public static string New() => RandomNumberGenerator.GetString(Letters, Length);
}
