using System.Collections.Immutable;
using TransFlow.Core.Articles;

namespace TransFlow.Core.Publishing;

/// <summary>Public addresses of articles, made from templates with <c>{site}</c> and front matter keys.</summary>
public static class PageAddress
{
    /// <summary>The first template all of whose places can be filled.</summary>
    /// <param name="templates">The templates, best first.</param>
    /// <param name="site">The site's address.</param>
    /// <param name="value">Gives a front matter value by its dotted key; null when there is none.</param>
    /// <returns>The address; null when none can be made.</returns>
    public static string? Of(ImmutableArray<string> templates, string site, Func<string, string?> value)
    {
        foreach (var template in templates)
        {
            if (Filled(template, site, value) is { } address)
                return address;
        }

        return null;
    }

    /// <summary>The addresses at which a site generator puts a page, by what its front matter says: what no two pages may have.</summary>
    /// <param name="value">Gives a front matter value of the page by its dotted key; null when there is none.</param>
    /// <param name="language">The page's language.</param>
    /// <param name="path">Its path below the publication folder.</param>
    /// <param name="day">The day that a <c>slug</c> goes with; null where a folder has each only once.</param>
    /// <returns>The addresses; none where nothing but the file's name says it, or only the generator knows what a value stands for.</returns>
    internal static IEnumerable<string> OnSite(Func<string, string?> value, string language, string path, string? day)
    {
        var (permalink, url) = (value("permalink") ?? "", value("url") ?? "");
        if (permalink.Contains('/', StringComparison.Ordinal))
            return IsPattern(permalink) ? [] : [Plain("/" + permalink.TrimStart('/'))];
        // Hugo puts what begins without a slash below the language's own root.
        if (url.Length > 0)
            return IsPattern(url) ? [] : [Plain(url[0] == '/' ? url : $"{language}: {url}")];
        if ((value("slug") ?? value("post_name")) is not { Length: > 0 } slug || IsPattern(slug))
            return [];
        var folder = path[..(path.LastIndexOf('/') + 1)];
        // A bundle's folder is the page, and the slug stands in its place.
        if (folder.Length > 0 && ArticleIdentity.StemOf(path) is "index")
            folder = folder[..(folder.TrimEnd('/').LastIndexOf('/') + 1)];
        return [Plain($"{language}: {folder}{slug}{(day is null ? "" : $" {day}")}")];
    }

    /// <summary>An address in the one form in which it is compared: a page's folder, its index file and encoded letters are the same address.</summary>
    internal static string Plain(string address)
    {
        var plain = Uri.UnescapeDataString(address.Trim()).Normalize();
        plain = plain.EndsWith("/index.html", StringComparison.Ordinal) ? plain[..^"index.html".Length] : plain;
        return plain.Length > 1 && plain.EndsWith('/') ? plain[..^1] : plain;
    }

    /// <summary>Addresses elsewhere, and values that the site generator fills.</summary>
    private static bool IsPattern(string value) => value.Contains(':', StringComparison.Ordinal) || value.Contains('{', StringComparison.Ordinal);

    private static string? Filled(string template, string site, Func<string, string?> value)
    {
        var address = template.Replace("{site}", site, StringComparison.Ordinal);
        for (var open = address.IndexOf('{', StringComparison.Ordinal); open >= 0; open = address.IndexOf('{', open))
        {
            var close = address.IndexOf('}', open);
            if (close < 0 || value(address[(open + 1)..close]) is not { Length: > 0 } filled || filled.Contains('{', StringComparison.Ordinal))
                return null;
            address = string.Concat(address.AsSpan(0, open), filled, address.AsSpan(close + 1));
        }

        return address;
    }
}
