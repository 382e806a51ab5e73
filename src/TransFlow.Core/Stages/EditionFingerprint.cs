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
        if (Besides(edition) is { Length: > 0 } besides)
            hash.AppendData(Encoding.UTF8.GetBytes(besides));
        return Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 16));
    }

    /// <summary>What stands on the page beside the article's words, or will stand there.</summary>
    private static string Besides(Edition edition)
    {
        if (edition.Retraction is { } retraction)
            return string.Create(CultureInfo.InvariantCulture, $"\nretracted {retraction.Date:yyyy-MM-dd}");
        var notices = edition.Notices.Select(n => string.Create(CultureInfo.InvariantCulture, $"\n{n.Kind} {n.Date:yyyy-MM-dd} {n.Text}"));
        return string.Concat([.. notices, edition.Correction is { } begun ? string.Create(CultureInfo.InvariantCulture, $"\nunder way {begun.At:O} {begun.Line}") : ""]);
    }
}
