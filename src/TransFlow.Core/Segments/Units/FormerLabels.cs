using System.Text.RegularExpressions;
using TransFlow.Core.Segments.Parsing;

namespace TransFlow.Core.Segments.Units;

/// <summary>
/// Which labels the notes and addresses of a former article have now. Notes are numbered anew when one comes or goes, so that by its number a mark is another's:
/// by its note it is the same.
/// </summary>
internal sealed partial class FormerLabels
{
    /// <summary>Stands behind a label that has become another's, or nobody's.</summary>
    private const string Gone = "\0";

    private readonly Dictionary<string, string> _labels = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Holds the definitions of two articles against each other.</summary>
    /// <param name="former">The article before.</param>
    /// <param name="now">The article now.</param>
    public FormerLabels(Article former, Article now)
    {
        var (before, after) = (Known(former), Known(now));
        // Most articles have the notes and addresses that they had.
        if (before.Count == 0 || after.Count == 0 || before.SequenceEqual(after))
            return;
        Pair(isNote: true);
        Pair(isNote: false);

        void Pair(bool isNote)
        {
            List<(string Label, string Meaning)> was = before.FindAll(d => IsNote(d) == isNote), its = after.FindAll(d => IsNote(d) == isNote);
            var heirs = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
            By(d => (d.Label, d.Meaning));
            By(d => ("", d.Meaning));
            By(d => (d.Label, ""));
            foreach (var (label, _) in before.Where(d => IsNote(d) == isNote))
            {
                var heir = heirs.GetValueOrDefault(label, label + Gone);
                if (heir != label)
                    _labels.Add(label, heir);
            }

            void By(Func<(string Label, string Meaning), (string, string)> sign)
            {
                var left = was.GroupBy(sign).ToDictionary(g => g.Key, g => new Queue<string>(g.Select(d => d.Label)));
                its.RemoveAll(d => left.TryGetValue(sign(d), out var same) && same.TryDequeue(out var label) && heirs.TryAdd(label, d.Label));
                was.RemoveAll(d => heirs.ContainsKey(d.Label));
            }
        }
    }

    /// <summary>Markup of the former article with the labels that its notes and addresses have now.</summary>
    /// <param name="markup">Markup, or words with markup.</param>
    public string Now(string markup) => _labels.Count == 0 ? markup : Labels().Replace(markup, m => _labels.TryGetValue(Plain(m.Value[(m.Value.IndexOf('[', StringComparison.Ordinal) + 1)..^1]), out var label) ? $"{m.ValueSpan[..(m.ValueSpan.IndexOf('[') + 1)]}{label}]" : m.Value);

    /// <summary>A code of the former article with such labels.</summary>
    /// <param name="code">The code.</param>
    public InlineCode Now(InlineCode code) => _labels.Count == 0 ? code : code with { Opening = Now(code.Opening), Closing = code.Closing is { } closing ? Now(closing) : null };

    /// <summary>The definitions by their labels, of each the first, which counts.</summary>
    private static List<(string Label, string Meaning)> Known(Article article) => [.. article.Definitions.Select(d => (Label: Plain(d.Label), d.Meaning)).DistinctBy(d => d.Label, StringComparer.OrdinalIgnoreCase)];

    private static bool IsNote((string Label, string Meaning) definition) => definition.Label is ['^', ..];

    private static string Plain(string label) => string.Join(' ', label.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>The mark of a note, and the label of a link behind its words.</summary>
    [GeneratedRegex(@"\[\^[^\[\]]+\]|\]\[[^\[\]]+\]", RegexOptions.CultureInvariant)]
    private static partial Regex Labels();
}
