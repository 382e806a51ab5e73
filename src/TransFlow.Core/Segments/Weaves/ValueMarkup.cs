using System.Text.RegularExpressions;

namespace TransFlow.Core.Segments.Weaves;

/// <summary>
/// Addresses of links in Markdown, and tags of HTML, that a front matter value has, or one of a shortcode, as themes show captions and credits: they stand among the
/// value's words, so that only this tells of one that was lost or mistyped.
/// </summary>
internal static partial class ValueMarkup
{
    /// <summary>What is to be told of them in a value's target, when the value has any: what looks like markup in other values is words.</summary>
    /// <param name="unit">The unit; in text a link is a code.</param>
    /// <param name="target">The target's words.</param>
    public static IEnumerable<Finding> Told(Unit unit, string target)
    {
        if (unit.Kind is not (UnitKind.FrontMatter or UnitKind.Caption or UnitKind.Title or UnitKind.Attribute or UnitKind.ImageAlt))
            yield break;
        var (lost, added) = Differing(Addresses(unit.Text), () => Addresses(target));
        foreach (var address in lost)
            yield return new Finding("address-missing", Severity.Warn, unit.Id, $"{unit.Name}: it lacks the address “{address}” of a link in Markdown; write it as in the source, between “](” and “)”.");
        foreach (var address in added)
            yield return new Finding("address-unknown", Severity.Warn, unit.Id, $"{unit.Name}: it has the address “{address}” of a link in Markdown, which the source does not have; take it out, or leave it if it is meant.");
        (lost, added) = Differing(Tags(unit.Text), () => Tags(target));
        foreach (var tag in lost)
            yield return new Finding("tag-missing", Severity.Warn, unit.Id, $"{unit.Name}: it lacks the tag “{tag}”; write it as in the source, with its address.");
        foreach (var tag in added)
            yield return new Finding("tag-unknown", Severity.Warn, unit.Id, $"{unit.Name}: it has the tag “{tag}”, which the source does not have; take it out, or leave it if it is meant.");
    }

    /// <summary>What is lost of those that the source has, and what there is besides: one that the source does not have goes when the one is put back for which it stands.</summary>
    private static (List<string> Lost, IEnumerable<string> Added) Differing(List<string> wanted, Func<List<string>> said)
    {
        if (wanted.Count == 0)
            return ([], []);
        var others = said();
        var lost = wanted.Where(w => !others.Remove(w)).ToList();
        return (lost, others.Skip(lost.Count));
    }

    private static List<string> Addresses(string words) => [.. Address().Matches(words).Select(m => m.Groups[1].Value)];

    /// <summary>
    /// The tags in a text, each by its name and where it leads: those with attributes, pairs, and line breaks; a title between angle brackets is none. What other attributes say may be words, and how one is written is of
    /// no matter.
    /// </summary>
    private static List<string> Tags(string words)
    {
        if (!words.Contains('<', StringComparison.Ordinal))
            return [];
        var tags = Tag().Matches(words);
        var pairs = tags.GroupBy(Name, StringComparer.OrdinalIgnoreCase).Where(g => g.Select(t => t.Value[1] == '/').Distinct().Count() == 2).Select(g => g.Key).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return [.. tags.Where(t => t.Value.Contains('=', StringComparison.Ordinal) || pairs.Contains(Name(t)) || Name(t).Equals("br", StringComparison.OrdinalIgnoreCase)).Select(Plain)];

        static string Plain(Match tag) => $"<{(tag.Value[1] == '/' ? "/" : "")}{Name(tag).ToLowerInvariant()}{string.Concat(Target().Matches(tag.Value).Select(t => $" {t.Groups[1].Value.ToLowerInvariant()}={t.Groups[3].Value}"))}>";

        static string Name(Match tag) => tag.Groups[1].Value;
    }

    /// <summary>What stands between the brackets behind a link's words; brackets in it pair, and a title may follow.</summary>
    [GeneratedRegex(@"\]\([ ]*<?((?:[^\s()<>]|\([^\s()<>]*\))+)>?(?:[ ][^()]*)?\)", RegexOptions.CultureInvariant)]
    private static partial Regex Address();

    [GeneratedRegex(@"\s(href|src)\s*=\s*([""']?)([^""'\s<>]*)\2(?=[\s/>])", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Target();

    [GeneratedRegex(@"</?([A-Za-z][A-Za-z0-9-]*)(?:\s[^<>]*)?/?>", RegexOptions.CultureInvariant)]
    private static partial Regex Tag();
}
