using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using TransFlow.Core.Segments.Parsing;
using TransFlow.Core.Segments.Units;

namespace TransFlow.Core.Segments;

/// <summary>
/// Links to headings of the same article by their words: site generators make a heading's name of its words, so that the name, and with it the
/// link, is another in each language.
/// </summary>
internal static partial class HeadingLinks
{
    /// <summary>Tells of the headings to which such links lead.</summary>
    /// <param name="text">The article.</param>
    /// <param name="body">Its body.</param>
    /// <param name="units">Its units.</param>
    /// <param name="places">Where they stand.</param>
    public static ImmutableArray<Finding> Of(string text, Article body, ImmutableArray<Unit> units, UnitPlace[] places)
    {
        var addresses = body.Addresses;
        if (!addresses.Exists(a => a.Text is ['#', _, ..]))
            return [];
        var given = Given().Matches(text).Select(m => m.Groups[1].Value).ToHashSet(StringComparer.Ordinal);
        var unnamed = units.Zip(places).Where(u => u.First.Kind == UnitKind.Heading && u.Second.Leaf is not null)
            .Select(u => (Unit: u.First, Leaf: body.Leaves[u.Second.Leaf!.Value])).Where(h => !IsNamed(text, h.Leaf)).ToList();
        var headings = unnamed.ToLookup(h => Name(Words(text, h.Leaf)), h => h.Unit, StringComparer.Ordinal);
        var plain = PlainNames(unnamed.Select(h => (h.Unit, Words(text, h.Leaf))));
        return
        [
            .. addresses.Where(a => a.Text is ['#', _, ..]).Select(a => Uri.UnescapeDataString(a.Text[1..])).Distinct(StringComparer.Ordinal)
                .Where(name => !given.Contains(name))
                .SelectMany(name => headings[Name(name)].Concat(plain[name]).Take(1), (name, heading) => new Finding("heading-link", Severity.Warn, heading.Id,
                    $"{heading.Name}: the link '#{name}' leads to this heading by its words, and leads nowhere where they are translated. Give the heading a name of its own in the article, as in {{#why}}, and link to that.")),
        ];
    }

    /// <summary>The headings by the names that Python-Markdown gives them: of ASCII's letters alone, and numbered where it has none of them, or a name is taken.</summary>
    private static ILookup<string, Unit> PlainNames(IEnumerable<(Unit Unit, string Words)> headings)
    {
        var given = new Dictionary<string, int>(StringComparer.Ordinal);
        return headings.Select(h => (h.Unit, Name: Once(Blanks().Replace(NoSigns().Replace(h.Words.Normalize(NormalizationForm.FormKD), "").Trim().ToLowerInvariant(), "-")))).ToLookup(h => h.Name, h => h.Unit, StringComparer.Ordinal);

        string Once(string name)
        {
            var times = given[name] = given.GetValueOrDefault(name) + 1;
            return name.Length == 0 ? FormattableString.Invariant($"_{times}") : times == 1 ? name : FormattableString.Invariant($"{name}_{times - 1}");
        }
    }

    /// <summary>What a heading's name is made of: its words, and code.</summary>
    private static string Words(string text, Leaf heading)
    {
        var words = new StringBuilder();
        foreach (ref readonly var atom in heading.Atoms)
        {
            var written = text[atom.Start..atom.End];
            words.Append(atom.Kind == InlineKind.Text ? atom.Text ?? written : atom.Code!.Kind switch
            {
                CodeKind.CodeSpan => written,
                CodeKind.Html => Tag().Replace(written, ""),
                _ => "",
            });
        }

        return words.ToString();
    }

    /// <summary>Whether a heading has a name of its own, so that its words are none: in its tag of HTML, or in a list of attributes behind it or in the line below.</summary>
    private static bool IsNamed(string text, Leaf heading)
    {
        var (start, end) = (heading.Atoms[0].Start, heading.Atoms[^1].End);
        if (heading.IsHtml)
            return start > 0 && text.LastIndexOf('<', start - 1, Math.Min(start, SiteTag.LongestTag)) is >= 0 and var tag && OwnId().IsMatch(text.AsSpan(tag, start - tag));
        foreach (ref readonly var atom in heading.Atoms)
        {
            if (atom.Code is { Kind: CodeKind.Shortcode or CodeKind.Other } && OwnName().IsMatch(text.AsSpan(atom.Start, atom.End - atom.Start)))
                return true;
        }

        var below = Below(text.AsSpan(end));
        // What underlines it.
        if (below[..LineEnd(below)].TrimEnd() is ['-' or '=', ..] line && line.Trim("-=").IsEmpty)
            below = Below(below);
        return below.TrimStart(' ').StartsWith("{:") && OwnName().IsMatch(below[..LineEnd(below)].Trim());
    }

    private static int LineEnd(ReadOnlySpan<char> text) => text.IndexOf('\n') is >= 0 and var end ? end : text.Length;

    /// <summary>What stands below the first line.</summary>
    private static ReadOnlySpan<char> Below(ReadOnlySpan<char> text) => text[Math.Min(LineEnd(text) + 1, text.Length)..];

    [GeneratedRegex(@"[^A-Za-z0-9_\s-]", RegexOptions.CultureInvariant)]
    private static partial Regex NoSigns();

    [GeneratedRegex(@"[-\s]+", RegexOptions.CultureInvariant)]
    private static partial Regex Blanks();

    /// <summary>A list of attributes, or a comment of MDX, that gives a name.</summary>
    [GeneratedRegex("""^\\?\{[^{}%<]*(?:[#]|\bid=["']?)[^\s{}"']""", RegexOptions.CultureInvariant)]
    private static partial Regex OwnName();

    [GeneratedRegex(@"^<h[1-6]\b[^<>]*\sid\s*=", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex OwnId();

    [GeneratedRegex("<[^<>]*>", RegexOptions.CultureInvariant)]
    private static partial Regex Tag();

    /// <summary>A name of its own that something in the article has.</summary>
    [GeneratedRegex(@"(?:\{:?[ ]*#|\b(?:id|name)="")([^\s}""]+)", RegexOptions.CultureInvariant)]
    private static partial Regex Given();

    /// <summary>What the ways of making names of words have in common: letters and digits.</summary>
    private static string Name(string words) => string.Concat(words.Normalize().Where(char.IsLetterOrDigit)).ToLowerInvariant();
}
