using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using TransFlow.Core.Segments.Units;

namespace TransFlow.Core.Segments;

/// <summary>A section of an article: its heading and what follows, up to the next heading of its level or above.</summary>
/// <param name="Heading">The heading's words.</param>
/// <param name="Slug">Its anchor: the one that the article gives it (<c>{#sources}</c>), else its words in lower case with hyphens between.</param>
/// <param name="Level">1 for the highest.</param>
public sealed partial record Section(string Heading, string Slug, int Level)
{
    /// <summary>Whether a section is the one that somebody names.</summary>
    /// <param name="name">The heading's words or its slug; <c>*</c> stands for any letters; capitals do not count.</param>
    /// <returns>True when it is.</returns>
    public bool Is(string name) => Like(Plain(Heading), Plain(name)) || Like(Slug, Plain(name));

    /// <summary>The sections in which each unit of an article stands, the outermost first.</summary>
    /// <param name="article">The article.</param>
    /// <returns>One list a unit, in the order of units; a heading stands in its own section.</returns>
    public static ImmutableArray<ImmutableArray<Section>> Of(Extraction article)
    {
        var open = ImmutableArray<Section>.Empty;
        var found = ImmutableArray.CreateBuilder<ImmutableArray<Section>>(article.Units.Length);
        for (var i = 0; i < article.Units.Length; i++)
        {
            var unit = article.Units[i];
            if (unit.Kind == UnitKind.Heading && LevelOf(article.Text, article.Places[i]) is var level)
                open = [.. open.Where(s => s.Level < level), new Section(unit.Text, SlugOf(article.Text, article.Places[i], unit.Text), level)];
            found.Add(unit.Kind == UnitKind.FrontMatter ? [] : open);
        }

        return found.ToImmutable();
    }

    /// <summary>The level of a heading: 1 for the highest.</summary>
    internal static int LevelOf(string text, UnitPlace place)
    {
        if (place.IsHtml)
            return HtmlHeading().Matches(text[..place.Start]) is [.., var last] ? last.Groups[1].Value[0] - '0' : 6;
        var line = LineOf(text, place);
        var marks = Hashes().Match(line).Groups[1].Length;
        if (marks > 0)
            return marks;
        var end = text.IndexOf('\n', place.End);
        return end >= 0 && text.AsSpan(end + 1).TrimStart(" \t>") is ['=', ..] ? 1 : 2;
    }

    private static string SlugOf(string text, UnitPlace place, string words)
    {
        if (Anchor().Match(LineOf(text, place)) is { Success: true } given)
            return given.Groups[1].Value.ToLowerInvariant();
        var slug = new StringBuilder(words.Length);
        foreach (var c in words.Normalize().ToLower(CultureInfo.InvariantCulture))
        {
            if (char.IsLetterOrDigit(c) || c == '_')
                slug.Append(c);
            else if (slug.Length > 0 && slug[^1] != '-')
                slug.Append('-');
        }

        return slug.ToString().Trim('-');
    }

    private static string LineOf(string text, UnitPlace place)
    {
        var start = place.Start == 0 ? 0 : text.LastIndexOf('\n', place.Start - 1) + 1;
        var end = text.IndexOf('\n', place.End);
        return text[start..(end < 0 ? text.Length : end)];
    }

    private static string Plain(string words) => string.Join(' ', words.Normalize().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Whether a text is like a pattern in which <c>*</c> stands for anything.</summary>
    private static bool Like(string text, string pattern)
    {
        var parts = pattern.Split('*');
        if (parts.Length == 1)
            return string.Equals(text, pattern, StringComparison.OrdinalIgnoreCase);
        if (!text.StartsWith(parts[0], StringComparison.OrdinalIgnoreCase))
            return false;
        var at = parts[0].Length;
        foreach (var part in parts[1..^1])
        {
            var next = text.IndexOf(part, at, StringComparison.OrdinalIgnoreCase);
            if (next < 0)
                return false;
            at = next + part.Length;
        }

        return text.Length - at >= parts[^1].Length && text.EndsWith(parts[^1], StringComparison.OrdinalIgnoreCase);
    }

    [GeneratedRegex("<h([1-6])[^a-z0-9]", RegexOptions.IgnoreCase)]
    private static partial Regex HtmlHeading();

    [GeneratedRegex(@"^[\s>]*(?:[-*+]\s+|\d+[.)]\s+)*(#{1,6})(?:\s|$)")]
    private static partial Regex Hashes();

    [GeneratedRegex(@"\{[^}]*#([\p{L}\p{N}_:.-]+)[^}]*\}\s*#*\s*$")]
    private static partial Regex Anchor();
}
