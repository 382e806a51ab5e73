using System.Collections.Immutable;
using System.Text.RegularExpressions;
using TransFlow.Core.Segments.Parsing;

namespace TransFlow.Core.Segments;

/// <summary>
/// Links to headings of the same article by their words: site generators make a heading's name of its words, so that the name, and with it the
/// link, is another in each language.
/// </summary>
internal static partial class HeadingLinks
{
    /// <summary>Tells of the headings to which such links lead.</summary>
    /// <param name="text">The article.</param>
    /// <param name="addresses">Its addresses.</param>
    /// <param name="units">Its units.</param>
    public static ImmutableArray<Finding> Of(string text, List<Address> addresses, ImmutableArray<Unit> units)
    {
        if (!addresses.Exists(a => a.Text is ['#', _, ..]))
            return [];
        var given = Given().Matches(text).Select(m => m.Groups[1].Value).ToHashSet(StringComparer.Ordinal);
        var headings = units.Where(u => u.Kind == UnitKind.Heading).ToLookup(u => Name(u.Text), StringComparer.Ordinal);
        return
        [
            .. addresses.Where(a => a.Text is ['#', _, ..]).Select(a => Uri.UnescapeDataString(a.Text[1..])).Distinct(StringComparer.Ordinal)
                .Where(name => !given.Contains(name))
                .SelectMany(name => headings[Name(name)].Take(1), (name, heading) => new Finding("heading-link", Severity.Warn, heading.Id,
                    $"{heading.Name}: the link '#{name}' leads to this heading by its words, and leads nowhere where they are translated. Give the heading a name of its own in the article, as in {{#why}}, and link to that.")),
        ];
    }

    /// <summary>A name of its own that something in the article has.</summary>
    [GeneratedRegex(@"(?:\{:?[ ]*#|\b(?:id|name)="")([^\s}""]+)", RegexOptions.CultureInvariant)]
    private static partial Regex Given();

    /// <summary>What the ways of making names of words have in common: letters and digits.</summary>
    private static string Name(string words) => string.Concat(words.Normalize().Where(char.IsLetterOrDigit)).ToLowerInvariant();
}
