using System.Text.RegularExpressions;
using TransFlow.Core.Segments.Parsing;

namespace TransFlow.Core.Segments.Units;

/// <summary>
/// Which labels of notes and addresses are the same before and after a change. Notes are numbered anew when one comes or goes, so that by its number a mark is another's: by what its note
/// says it is the same, and one whose note says what another says is as good as that.
/// </summary>
internal sealed partial class FormerLabels
{
    /// <summary>Stands behind a label whose note or address is there no more.</summary>
    private const string Gone = "\0";

    private readonly Dictionary<string, string> _before = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> _now = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Holds the definitions of two articles against each other.</summary>
    /// <param name="former">The article before.</param>
    /// <param name="present">The article now.</param>
    public FormerLabels(Article former, Article present)
    {
        var (was, its) = (Known(former), Known(present));
        if (was.Count == 0 || its.Count == 0)
            return;
        // Of labels that mean the same the first stands for all.
        var signs = its.GroupBy(d => d.Key).ToDictionary(g => g.Key, g => g.First().Label);
        foreach (var (label, key) in its.Where(d => signs[d.Key] != d.Label))
            _now.Add(label, signs[key]);
        foreach (var (label, key) in was)
        {
            var sign = signs.GetValueOrDefault(key) ?? label + Gone;
            if (sign != label)
                _before.Add(label, sign);
        }
    }

    /// <summary>Markup of the former article with labels that compare with those of the present one.</summary>
    /// <param name="markup">Markup, or words with markup.</param>
    public string Before(string markup) => Under(markup, _before);

    /// <summary>Markup of the present article with labels that compare with those of the former one.</summary>
    /// <param name="markup">Markup, or words with markup.</param>
    public string Now(string markup) => Under(markup, _now);

    /// <summary>A code of the former article with such labels.</summary>
    /// <param name="code">The code.</param>
    public InlineCode Before(InlineCode code) => Under(code, _before);

    /// <summary>A code of the present article with such labels.</summary>
    /// <param name="code">The code.</param>
    public InlineCode Now(InlineCode code) => Under(code, _now);

    private static InlineCode Under(InlineCode code, Dictionary<string, string> labels) => labels.Count == 0 ? code : code with { Opening = Under(code.Opening, labels), Closing = code.Closing is { } closing ? Under(closing, labels) : null };

    private static string Under(string markup, Dictionary<string, string> labels) => labels.Count == 0 ? markup : Labels().Replace(markup, m =>
        m.Value.IndexOf('[', StringComparison.Ordinal) + 1 is var start && labels.TryGetValue(Plain(m.Value[start..^1]), out var label) ? $"{m.ValueSpan[..start]}{label}]" : m.Value);

    /// <summary>The definitions by their labels, of each the first, which counts; and what they are compared by.</summary>
    private static List<(string Label, (bool IsNote, string Meaning) Key)> Known(Article article) =>
        [.. article.Definitions.Select(d => (Label: Plain(d.Label), Key: (d.Label is ['^', ..], d.Meaning))).DistinctBy(d => d.Label, StringComparer.OrdinalIgnoreCase)];

    private static string Plain(string label) => string.Join(' ', label.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>The mark of a note, and the label of a link behind its words.</summary>
    [GeneratedRegex(@"\[\^[^\[\]]+\]|\]\[[^\[\]]+\]", RegexOptions.CultureInvariant)]
    private static partial Regex Labels();
}
