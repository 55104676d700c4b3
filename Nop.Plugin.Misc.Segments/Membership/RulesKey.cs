using System.Security.Cryptography;
using System.Text;
using Nop.Plugin.Misc.Segments.Domain;

namespace Nop.Plugin.Misc.Segments.Membership;

/// <summary>Tells whether two states of a segment mean the same customers.</summary>
internal static class RulesKey
{
    /// <summary>A hash of what a merchant can change about who is meant: 64 characters.</summary>
    public static string Of(Segment segment) =>
        Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{(segment.IncludeGuests ? 'G' : 'C')}{segment.Definition}")));
}
