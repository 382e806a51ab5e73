using System.Text.RegularExpressions;
using TransFlow.Core.Exchange;
using TransFlow.Core.Segments;
using TransFlow.Core.Segments.Sentences;
using TransFlow.Core.Stages;

namespace TransFlow.Core.Publishing;

/// <summary>
/// Sets headings in capitals, in sentence case or in title case. What is a name is seen from the edition's own sentences: a word that
/// always has its capital there keeps it.
/// </summary>
internal sealed partial class HeadingStyle
{
    private static readonly Abbreviations Abbreviated = Abbreviations.For("english");

    private readonly HouseStyle _style;
    private readonly string _language;
    private readonly Dictionary<string, string> _protected;
    private readonly HashSet<string> _small;
    private readonly Lazy<Dictionary<string, HashSet<string>>> _seen;

    public HeadingStyle(HouseStyle style, Edition edition, Extraction source)
    {
        (_style, _language) = (style, Languages.First(edition.Language));
        _protected = style.Protected.DistinctBy(Folded).ToDictionary(Folded, w => w, StringComparer.Ordinal);
        _small = (style.SmallWords.IsEmpty ? PageLanguage.Of(edition.Language).SmallWords : style.SmallWords).ToHashSet(StringComparer.Ordinal);
        _seen = new(() => Seen(edition, source));
    }

    /// <summary>Sets one heading.</summary>
    /// <returns>False when it was typed in capitals, and nothing tells which of its words are names: it is left as it is.</returns>
    public bool Set(UnitWords heading)
    {
        // Figures are words, too, at the beginning and the end.
        var words = Word().Matches(heading.Text).Select(m => (At: m.Index, Text: m.Value)).ToList();
        var isShouted = words.Count(w => w.Text.Any(char.IsLetter)) > 1 && !words.Exists(w => w.Text.Any(char.IsLower)) && words.Exists(w => w.Text.Any(char.IsUpper));
        var changes = new List<(int At, string Word, string Now)>();
        for (var i = 0; i < words.Count; i++)
        {
            var (at, word) = words[i];
            var before = i == 0 ? "" : heading.Text[(words[i - 1].At + words[i - 1].Text.Length)..at];
            if (before.StartsWith('.') && Abbreviated.Is(heading.Text.AsSpan(0, at - before.Length), heading.Text.AsSpan(at)))
                before = before[1..];
            // The first part of a compound is no small word.
            var isCompound = before != "-" && i + 1 < words.Count && words[i + 1].At == at + word.Length + 1 && heading.Text[at + word.Length] == '-';
            if (Formed(word, isShouted, i == 0 ? null : before, i == words.Count - 1 || (isCompound && _style.HeadingCase == HeadingCase.Title)) is not { } now)
                return false;
            changes.Add((at, word, now));
        }

        foreach (var (at, word, now) in changes)
            Put(heading, at, word, now);
        return true;
    }

    /// <summary>A word as it stands in the heading; null when nothing tells.</summary>
    /// <param name="word">The word.</param>
    /// <param name="isShouted">True in a heading in capitals.</param>
    /// <param name="before">What stands between it and the word before; null for the first.</param>
    /// <param name="isLast">True for the last word, and what counts as one.</param>
    private string? Formed(string word, bool isShouted, string? before, bool isLast)
    {
        if (_protected.TryGetValue(Folded(word), out var kept))
            return kept;
        if (_style.HeadingCase == HeadingCase.Upper)
            return Upper(word);
        if (!IsOrdinary(word, isShouted))
            return word;
        return _style.HeadingCase == HeadingCase.Title
            ? Titled(word, isShouted, before is null || Begin().IsMatch(before), isLast)
            : Sentenced(word, isShouted, before is null || End().IsMatch(before));
    }

    /// <summary>Whether case may be changed: not in names like iPhone, in NGO, U.S., 2nd or node.js.</summary>
    private static bool IsOrdinary(string word, bool isShouted) =>
        !word.Any(char.IsDigit) && !word.Contains('.', StringComparison.Ordinal) && (isShouted || !word.Skip(1).Any(char.IsUpper));

    private string Titled(string word, bool isShouted, bool isBeginning, bool isLast)
    {
        var lower = Lower(word);
        if (_small.Contains(lower) && !isBeginning && !isLast)
            return lower;
        return isShouted ? Proper(lower) ?? Capitalised(lower) : Capitalised(word);
    }

    /// <summary>Only what the edition itself writes without a capital, or what never is a name, loses it.</summary>
    private string? Sentenced(string word, bool isShouted, bool isBeginning)
    {
        var lower = Lower(word);
        if (isBeginning)
            return isShouted ? Proper(lower) ?? Capitalised(lower) : Capitalised(word);
        if (!char.IsUpper(word[0]))
            return word;
        if (_small.Contains(lower) && word.Length > 1 || _seen.Value.TryGetValue(lower, out var forms) && forms.Contains(lower))
            return lower;
        return isShouted ? Proper(lower) ?? (word.Length == 1 ? word : null) : word;
    }

    /// <summary>How the edition writes a word that it never writes without capitals; null when it does, or never writes it.</summary>
    private string? Proper(string lower) =>
        _seen.Value.TryGetValue(lower, out var forms) && !forms.Contains(lower) ? forms.Order(StringComparer.Ordinal).Last() : null;

    /// <summary>The forms in which words stand inside sentences, where a capital tells something.</summary>
    private Dictionary<string, HashSet<string>> Seen(Edition edition, Extraction source)
    {
        var bodies = source.Units.Where(u => u.Kind is UnitKind.Paragraph or UnitKind.ListItem or UnitKind.Quotation or UnitKind.Footnote).Select(u => u.Id).ToHashSet(StringComparer.Ordinal);
        var seen = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        foreach (var text in edition.Segments.Where(s => s.Target is not null && bodies.Contains(s.UnitId)).Select(s => s.Target!.Text))
        {
            foreach (Match word in Word().Matches(text))
            {
                var before = text.AsSpan(0, word.Index).TrimEnd();
                if (before.IsEmpty || before.Length == word.Index || !(char.IsLetterOrDigit(before[^1]) || before[^1] is ',' or ';' or ')'))
                    continue;
                var lower = Lower(word.Value);
                if (!seen.TryGetValue(lower, out var forms))
                    seen[lower] = forms = new(StringComparer.Ordinal);
                forms.Add(word.Value);
            }
        }

        return seen;
    }

    private string Capitalised(string word) => char.IsSurrogate(word[0]) ? word : Upper(word[..1]) is var first && first.Length > 1 ? word : first + word[1..];

    private string Upper(string text) => string.Concat(text.Select(c => c switch
    {
        'ß' => "SS",
        'ı' => "I",
        'i' when _language is "tr" or "az" => "İ",
        _ => char.ToUpperInvariant(c).ToString(),
    }));

    private string Lower(string text) => string.Concat(text.Select(c => c switch
    {
        'I' when _language is "tr" or "az" => 'ı',
        'İ' when _language is "tr" or "az" => 'i',
        _ => char.ToLowerInvariant(c),
    }));

    private static string Folded(string word) => word.ToUpperInvariant();

    private static void Put(UnitWords heading, int at, string word, string now)
    {
        if (now.Length == word.Length)
        {
            for (var i = 0; i < word.Length; i++)
                heading.Now[at + i] = now[i].ToString();
            return;
        }

        // A letter may become two; it stays where it was, since marks may begin or end inside the word.
        for (int i = 0, j = 0; i < word.Length; i++)
        {
            var length = i == word.Length - 1 ? now.Length - j : word[i] == 'ß' ? 2 : 1;
            heading.Now[at + i] = j < now.Length ? now.Substring(j, Math.Min(length, now.Length - j)) : "";
            j += length;
        }
    }

    [GeneratedRegex(@"[\p{L}\p{M}\p{N}]+(?:['’.][\p{L}\p{M}\p{N}]+)*(?:(?<=\.\p{L})\.)?")]
    private static partial Regex Word();

    /// <summary>After these a part of a heading begins.</summary>
    [GeneratedRegex(@"[:?!.…—–]|(?:^|\s)['“‘„""«‹(\[]+$")]
    private static partial Regex Begin();

    /// <summary>After these a sentence begins.</summary>
    [GeneratedRegex(@"[?!.]['’”"")\]]*\s")]
    private static partial Regex End();
}
