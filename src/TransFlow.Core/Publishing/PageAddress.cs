using System.Collections.Immutable;

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
