using System.Text.RegularExpressions;
using TransFlow.Core.Segments;

namespace TransFlow.Core.Exchange;

/// <summary>
/// What of a text is still seen in its translation: how long it is, how it ends, its numbers, codes, quotations, names in Latin script, and
/// terms. Each sign alone is weak; what they say together is a sum, as of the logarithms of likelihoods.
/// </summary>
internal sealed partial class TextSigns
{
    private const string Closing = "\"'”’»)]}」』）* ";
    private const string Quotes = "“”\"„「」『』«»‹›";

    private readonly HashSet<string> _numbers;
    private readonly HashSet<string> _codes;
    private readonly HashSet<string> _latin;
    private readonly HashSet<string> _names;
    private readonly HashSet<int> _terms;
    private readonly char _end;
    private readonly bool _isQuoting;
    private readonly bool _hasBrackets;

    private TextSigns(string text, IEnumerable<string> codes, IEnumerable<string> terms)
    {
        text = text.Trim();
        Length = text.Count(c => !char.IsWhiteSpace(c));
        _numbers = [.. Number().Matches(Thousands().Replace(text, "")).Select(m => m.Value)];
        _codes = [.. codes];
        _latin = [.. LatinWord().Matches(text).Select(m => m.Value.ToLowerInvariant())];
        // Of a text in Latin script only names are carried over; they begin with a capital within the sentence.
        _names = LatinWord().Matches(text).Sum(m => m.Length) * 2 > text.Count(char.IsLetter) ? [.. Name().Matches(text).Select(m => m.Value.ToLowerInvariant())] : _latin;
        _terms = [.. terms.Index().Where(t => text.Contains(t.Item, StringComparison.OrdinalIgnoreCase)).Select(t => t.Index)];
        _end = EndOf(text);
        _isQuoting = text.Count(Quotes.Contains) > 1;
        _hasBrackets = text.AsSpan().ContainsAny('(', '（');
    }

    /// <summary>How many characters it has that are no white space.</summary>
    public int Length { get; }

    /// <summary>The signs of contents that stand one after another.</summary>
    /// <param name="contents">The contents.</param>
    /// <param name="terms">Terms in their language; those of the other language stand in the same order.</param>
    public static TextSigns Of(IEnumerable<Content?> contents, IEnumerable<string> terms)
    {
        var all = contents.OfType<Content>().ToList();
        return new(string.Join(' ', all.Select(c => c.Text)), all.SelectMany(c => c.Parts).Where(p => p.Kind is InlineKind.Open or InlineKind.Standalone).Select(p => $"{p.Kind} {p.Value}"), terms);
    }

    /// <summary>How well a text would do as the translation of another; only differences between two such figures say anything.</summary>
    /// <param name="source">The other.</param>
    /// <param name="ratio">The logarithm of how many characters of translation the file has for one of source.</param>
    public double Fits(TextSigns source, double ratio) =>
        Lengths(source, ratio) + Ends(source._end, _end) + Both(source._isQuoting, _isQuoting, 0.7) + Both(source._hasBrackets, _hasBrackets, 0.45)
        + Math.Clamp(_numbers.Sum(n => !source._numbers.Contains(n) ? -0.4 : n.Length > 1 ? 1.5 : 0.8) - (0.3 * source._numbers.Count(n => !_numbers.Contains(n))), -3, 5)
        + Math.Clamp(_codes.Sum(c => source._codes.Contains(c) ? 0.7 : -2) - source._codes.Count(c => !_codes.Contains(c)), -4, 4)
        + Math.Clamp(source._names.Sum(n => _latin.Contains(n) ? 2 : -0.5), -2, 4)
        + Math.Clamp(source._terms.Sum(t => _terms.Contains(t) ? 1.5 : -0.4) - (0.3 * _terms.Count(t => !source._terms.Contains(t))), -2, 5);

    /// <summary>Lengths of translations scatter about the file's ratio, some far: a distribution with heavy tails.</summary>
    private double Lengths(TextSigns source, double ratio)
    {
        var off = Math.Log((Length + 4.0) / (source.Length + 4.0)) - ratio;
        return -1.5 * Math.Log(1 + (off * off / 0.245));
    }

    private static double Ends(char source, char target) => (source == target, source) switch
    {
        (true, '?' or '!') => 2,
        (true, ':') => 1.5,
        (true, _) => 0.2,
        (false, _) => source == '?' || target == '?' ? -1.5 : -0.8,
    };

    private static double Both(bool one, bool other, double weight) => one != other ? -weight : one ? weight : 0;

    private static char EndOf(string text) => text.TrimEnd(Closing.ToCharArray()) is not [.., var last] ? ' ' : last switch
    {
        '?' or '？' or '؟' => '?',
        '!' or '！' => '!',
        ':' or '：' => ':',
        '.' or '。' or '…' or '।' or '۔' => '.',
        _ => ' ',
    };

    [GeneratedRegex(@"\d+", RegexOptions.CultureInvariant)]
    private static partial Regex Number();

    /// <summary>What stands between the thousands of a number.</summary>
    [GeneratedRegex(@"(?<=\d)[,.\u00A0\u202F](?=\d{3}(?!\d))", RegexOptions.CultureInvariant)]
    private static partial Regex Thousands();

    [GeneratedRegex(@"[A-Za-z\u00C0-\u024F]{2,}", RegexOptions.CultureInvariant)]
    private static partial Regex LatinWord();

    [GeneratedRegex(@"(?<=[\p{L}\p{Nd},;’'] )\p{Lu}[A-Za-z\u00C0-\u024F]+", RegexOptions.CultureInvariant)]
    private static partial Regex Name();
}
