using System.Collections.Immutable;
using System.Text;
using TransFlow.Core.Segments;

namespace TransFlow.Core.Publishing;

/// <summary>
/// The words of one unit as one text, so that a style sees past inline codes and the ends of sentences; what it makes of each character
/// goes back to where that stood. Codes cannot be touched.
/// </summary>
internal sealed class UnitWords
{
    /// <summary>Stands for an inline code that stands alone.</summary>
    private const char Object = '\uFFFC';

    private readonly ImmutableArray<Content?> _targets;

    public UnitWords(ImmutableArray<Content?> targets)
    {
        _targets = targets;
        var text = new StringBuilder();
        foreach (var target in targets.OfType<Content>())
        {
            if (text.Length > 0)
                text.Append(' ');
            foreach (var (kind, value) in target.Parts)
                text.Append(kind == InlineKind.Text ? value : kind == InlineKind.Standalone ? Object.ToString() : "");
        }

        Text = text.ToString();
        Now = [.. Text.Select(c => c.ToString())];
    }

    /// <summary>
    /// Words as they stand on a page, whatever house style set them there: in another case, with other quotation marks, or as they are.
    /// </summary>
    /// <param name="targets">The words.</param>
    /// <param name="shown">A text of the page.</param>
    /// <param name="at">Where they begin in it; afterwards, where they end.</param>
    /// <returns>The words with what stands for each character; null when they do not stand there.</returns>
    public static UnitWords? OnPage(ImmutableArray<Content?> targets, string shown, ref int at)
    {
        var words = new UnitWords(targets);
        for (var i = 0; i < words.Text.Length; i++)
        {
            var own = words.Text[i];
            if (own == Object)
                continue;
            var from = at;
            if (at < shown.Length && (own == shown[at] || Folded(own) == Folded(shown[at])))
                at++;
            else if (own == 'ß' && string.CompareOrdinal(shown, at, "SS", 0, 2) == 0)
                at += 2;
            else if (QuoteStyle.IsMark(own))
                at = AfterMark(shown, at, i + 1 == words.Text.Length || !char.IsWhiteSpace(words.Text[i + 1]));
            else if (!char.IsWhiteSpace(own))
                return null;
            else if (at < shown.Length && QuoteStyle.Spaces.Contains(shown[at], StringComparison.Ordinal))
                at++;
            if (at < 0)
                return null;
            words.Now[i] = shown[from..at];
        }

        return words;
    }

    /// <summary>Where a quotation mark ends, with the spaces that belong to it; -1 when none stands there.</summary>
    private static int AfterMark(string shown, int at, bool hasSpaceInside)
    {
        while (at < shown.Length && QuoteStyle.Spaces.Contains(shown[at], StringComparison.Ordinal))
            at++;
        if (at == shown.Length || !QuoteStyle.IsMark(shown[at++]))
            return -1;
        while (hasSpaceInside && at < shown.Length && QuoteStyle.Spaces.Contains(shown[at], StringComparison.Ordinal))
            at++;
        return at;
    }

    private static char Folded(char c) => char.ToUpperInvariant(c) is var upper && upper is 'İ' or 'ı' ? 'I' : upper;

    /// <summary>The words; sentences are set apart by a space.</summary>
    public string Text { get; }

    /// <summary>What stands for each character of them.</summary>
    public string[] Now { get; }

    /// <summary>The targets with what now stands for each character.</summary>
    public ImmutableArray<Content?> Targets()
    {
        var targets = ImmutableArray.CreateBuilder<Content?>(_targets.Length);
        var at = 0;
        foreach (var target in _targets)
        {
            if (target is null)
            {
                targets.Add(null);
                continue;
            }

            at += at == 0 ? 0 : 1;
            var parts = new List<Inline>();
            foreach (var part in target.Parts)
            {
                parts.Add(part.Kind == InlineKind.Text ? part with { Value = string.Concat(Now[at..(at + part.Value.Length)]) } : part);
                at += part.Kind == InlineKind.Text ? part.Value.Length : part.Kind == InlineKind.Standalone ? 1 : 0;
            }

            targets.Add(new Content(parts));
        }

        return targets.DrainToImmutable();
    }
}
