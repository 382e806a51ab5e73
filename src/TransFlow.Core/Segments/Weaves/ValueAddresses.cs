using System.Text.RegularExpressions;

namespace TransFlow.Core.Segments.Weaves;

/// <summary>
/// Addresses of links that a front matter value, or one of a shortcode, has in Markdown, as themes show captions and credits: they stand among the
/// value's words, so that only this tells of one that was lost or mistyped.
/// </summary>
internal static partial class ValueAddresses
{
    /// <summary>What is to be told of the addresses in a value's target, when the value has any: what looks like a link in other values is words.</summary>
    /// <param name="unit">The unit; in text a link is a code.</param>
    /// <param name="target">The target's words.</param>
    public static IEnumerable<Finding> Told(Unit unit, string target)
    {
        if (unit.Kind is not (UnitKind.FrontMatter or UnitKind.Caption or UnitKind.Title or UnitKind.Attribute or UnitKind.ImageAlt) || Of(unit.Text) is not { Count: > 0 } wanted)
            yield break;
        var others = Of(target);
        var lost = wanted.Where(a => !others.Remove(a)).ToList();
        // One that the source does not have is told where it stands in for none that is lost: it goes when that one is put back.
        foreach (var address in lost)
            yield return new Finding("address-missing", Severity.Warn, unit.Id, $"{unit.Name}: it lacks the address “{address}” of a link in Markdown; write it as in the source, between “](” and “)”.");
        foreach (var address in others.Skip(lost.Count))
            yield return new Finding("address-unknown", Severity.Warn, unit.Id, $"{unit.Name}: it has the address “{address}” of a link in Markdown, which the source does not have; take it out, or leave it if it is meant.");
    }

    private static List<string> Of(string words) => [.. Address().Matches(words).Select(m => m.Groups[1].Value)];

    /// <summary>What stands between the brackets behind a link's words; brackets in it pair, and a title may follow.</summary>
    [GeneratedRegex(@"\]\([ ]*<?((?:[^\s()<>]|\([^\s()<>]*\))+)>?(?:[ ][^()]*)?\)", RegexOptions.CultureInvariant)]
    private static partial Regex Address();
}
