using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using TransFlow.Core.Segments;
using TransFlow.Core.Stages;

namespace TransFlow.Core.Exchange;

/// <summary>
/// Notices targets that can hardly be meant so, however they came in: in a script that is not their language's, placeholders, one and
/// the same for many sources, and signs that readers would see as they are. A person looks; nothing is kept from them.
/// </summary>
public static partial class OddTargets
{
    /// <summary>The check that words of the source are left.</summary>
    internal const string SourceLeft = "source-left";

    /// <summary>Fewer letters of the source's script may be a name.</summary>
    private const int FewestOfSource = 6;

    /// <summary>A single letter of a strange script may be the very thing that is written about.</summary>
    private const int FewestStrange = 2;

    /// <summary>Fewer letters and words in Latin script are a name in any language.</summary>
    private const int FewestLatin = 20;

    private const int FewestLatinWords = 4;

    /// <summary>A title, or a list of names, may well be in Chinese characters alone; hardly a sentence of so many letters.</summary>
    private const int FewestHan = 8;

    /// <summary>So many of them, in a text without any kana, are no Japanese.</summary>
    private const int FewestWithoutKana = 4;

    /// <summary>Shorter sources, as of the cells of a table, may well have one translation.</summary>
    private const int ShortestSource = 10;

    /// <summary>So many different sources with one translation are odd; of a long one two are.</summary>
    private const int Many = 3;

    private const int LongTarget = 40;

    /// <summary>With so many of them each is held, so that thousands cost no more than their number.</summary>
    private const int MostCompared = 50;

    /// <summary>Sources that are more alike may have one translation.</summary>
    private const double Alike = 0.5;

    /// <summary>What is odd about the targets of an edition.</summary>
    /// <param name="source">The source article.</param>
    /// <param name="edition">The edition.</param>
    /// <returns>Warnings, each with its segment.</returns>
    public static ImmutableArray<Finding> Check(Extraction source, Edition edition)
    {
        var names = source.Units.ToDictionary(u => u.Id, u => u.Name, StringComparer.Ordinal);
        return [.. Of(source.Language, edition.Language, [.. edition.Segments.Where(s => s.Target is not null && names.ContainsKey(s.UnitId)).Select(s => new Place(s.UnitId, s.Index, names[s.UnitId], s.Source, s.Target!, true))])];
    }

    /// <summary>What is odd about targets that are new; each that is the same for several is told with all of them.</summary>
    /// <param name="sourceLanguage">The source language.</param>
    /// <param name="language">The target language.</param>
    /// <param name="places">All targets.</param>
    internal static IEnumerable<Finding> Of(string sourceLanguage, string language, IReadOnlyCollection<Place> places)
    {
        var (source, own) = (Scripts.Of(sourceLanguage), Scripts.Of(language));
        foreach (var place in places.Where(p => p.IsNew))
        {
            var name = UnitWords.Of(place.Name, place.Source.Text);
            var (words, from) = (place.Target.Text, place.Source.Text);
            if (IsPlaceholder(from, words))
                yield return place.Told("placeholder", $"{name}: “{words.Trim()}” looks like a placeholder, not like a translation.");
            else if (IsMostly(words, source & ~own, "", FewestOfSource))
                yield return place.Told(SourceLeft, $"{name}: most of it is in the source's script.");
            else if (IsMostly(words, ~(own | source | Script.Latin), from, FewestStrange) || IsLatinAlone(words, own, from))
                yield return place.Told("strange-script", $"{name}: it is in a script in which '{language}' is not written; look whether it is another language's translation.");
            if (MarkdownTyped().Match(words) is { Success: true } typed && !MarkdownTyped().IsMatch(from))
                yield return place.Told("markdown-typed", $"{name}: it holds signs of Markdown, “{typed.Value}”; they are published as they are, not as formatting.");
            if (EntityTyped().Match(words) is { Success: true } entity && !EntityTyped().IsMatch(from))
                yield return place.Told("entity-typed", $"{name}: it holds “{entity.Value}” as words, as a tool writes that escapes signs twice; readers see it so.");
        }

        if (WithoutKana(own, places) is { } first)
            yield return first.Told("strange-script", $"{UnitWords.Of(first.Name, first.Source.Text)}: neither it nor any other sentence has kana, as '{language}' is written; look whether it is another language's translation.");
        foreach (var finding in places.Where(p => p.Source.Text.Count(char.IsLetter) >= ShortestSource).GroupBy(p => ContentTidy.Bare(p.Target.Text), StringComparer.Ordinal).SelectMany(Same))
            yield return finding;
    }

    /// <summary>The first of many sentences for Japanese that are all in Chinese characters alone; null when they are not.</summary>
    private static Place? WithoutKana(Script own, IReadOnlyCollection<Place> places)
    {
        static int Letters(Place place, Script script) => place.Target.Text.Count(c => Scripts.Of(c) == script);
        if (!own.HasFlag(Script.Kana) || places.Any(p => Letters(p, Script.Kana) > 0))
            return null;
        var sentences = places.Where(p => p.IsNew && Letters(p, Script.Han) >= FewestHan).ToList();
        return sentences.Count >= FewestWithoutKana ? sentences[0] : null;
    }

    private static IEnumerable<Finding> Same(IGrouping<string, Place> same)
    {
        var (different, known) = (new List<Place>(), new HashSet<string>(StringComparer.Ordinal));
        foreach (var place in same)
        {
            if (known.Add(place.Source.Text) && different.Take(MostCompared).All(d => Similarity.AtMost(d.Source.Text, place.Source.Text) < Alike || Similarity.Of(d.Source.Text, place.Source.Text) < Alike))
                different.Add(place);
        }

        var isOdd = same.Key.Length > 0 && different.Exists(d => d.IsNew) && different.Count >= (same.Key.Length >= LongTarget ? 2 : Many);
        var names = isOdd ? string.Join(", ", different.Take(5).Select(d => UnitWords.Of(d.Name, d.Source.Text))) : "";
        return isOdd ? different.Select(d => d.Told("same-target", $"{different.Count} different sentences have one and the same translation, “{d.Target.Text.Trim()}”: {names}. Look whether it is theirs.")) : [];
    }

    /// <summary>Whether most letters of a text are of some scripts, those not counted that the source has too.</summary>
    private static bool IsMostly(string words, Script scripts, string source, int fewest)
    {
        var (found, letters) = (0, 0);
        foreach (var c in words.Where(char.IsLetter))
            (found, letters) = (found + ((Scripts.Of(c) & scripts) != Script.Other && !source.Contains(c, StringComparison.Ordinal) ? 1 : 0), letters + 1);
        return letters >= fewest && found * 2 > letters;
    }

    private static bool IsLatinAlone(string words, Script own, string source)
    {
        static int Latin(string text) => text.Count(c => Scripts.Of(c) == Script.Latin);
        return (own & Script.Latin) == Script.Other && Latin(words) is >= FewestLatin and var latin && latin > 2 * Latin(source)
            && words.All(c => (Scripts.Of(c) & own) == Script.Other) && words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length >= FewestLatinWords;
    }

    private static bool IsPlaceholder(string source, string target)
    {
        if (Placeholder().Match(target) is { Success: true } typed)
            return !source.Contains(typed.Value.Trim(), StringComparison.OrdinalIgnoreCase);
        return target.EnumerateRunes().Any(r => !Rune.IsWhiteSpace(r)) && !target.EnumerateRunes().Any(Rune.IsLetterOrDigit) && source.EnumerateRunes().Any(Rune.IsLetter);
    }

    /// <summary>A segment and its target.</summary>
    /// <param name="UnitId">Its unit.</param>
    /// <param name="Index">Its place there.</param>
    /// <param name="Name">The unit's name.</param>
    /// <param name="Source">Its source.</param>
    /// <param name="Target">Its target.</param>
    /// <param name="IsNew">Whether the target was not looked at before.</param>
    internal sealed record Place(string UnitId, int Index, string Name, Content Source, Content Target, bool IsNew)
    {
        public Finding Told(string check, Sentence said) => new(check, Severity.Warn, UnitId, said) { Segment = Index };
    }

    /// <summary>Alone they are nothing else; in lower case, and within a sentence, some of them are words.</summary>
    [GeneratedRegex(@"^\W*(?:TODO|(?i:tbd|tbc|fixme|xxx+))\W*$|\b(?:TODO:|FIXME\b)|\?\?\?|(?i:\blorem ipsum\b)", RegexOptions.CultureInvariant)]
    private static partial Regex Placeholder();

    /// <summary>A single mark counts where it has a partner and stands as emphasis does: “5 * 3” and names in snake case are none.</summary>
    [GeneratedRegex(@"\*\*|__|`|\]\(|</?[A-Za-z][^<>]*>|~~|(?<!\w)\*[^\s*](?:[^*]*[^\s*])?\*(?!\w)|(?<!\w)_[^\s_](?:[^_]*[^\s_])?_(?!\w)", RegexOptions.CultureInvariant)]
    private static partial Regex MarkdownTyped();

    [GeneratedRegex(@"&(?:[A-Za-z]{2,8}|#[0-9]{1,7}|#x[0-9A-Fa-f]{1,6});", RegexOptions.CultureInvariant)]
    private static partial Regex EntityTyped();
}
