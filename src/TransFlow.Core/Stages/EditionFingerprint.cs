using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace TransFlow.Core.Stages;

/// <summary>The digest that says whether an edition's words changed.</summary>
internal static class EditionFingerprint
{
    public static string Of(Edition edition)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{edition.Article}\n{edition.Language}\n{edition.Revision}\n")));
        foreach (var segment in edition.Segments)
            hash.AppendData(Encoding.ASCII.GetBytes(segment.Fingerprint));
        return Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 16));
    }
}
