using System.Collections.Immutable;
using System.Text;
using TransFlow.Core.Segments;
using TransFlow.Core.Stages;

namespace TransFlow.Core.Publishing;

/// <summary>
/// Applies the house style to the words of an edition: the case of headings, quotation marks. What it makes has the same letters,
/// figures and codes in the same order, or it is not taken.
/// </summary>
internal sealed class StyledTargets
{
    private readonly HouseStyle _style;
    private readonly HeadingStyle? _headings;
    private readonly List<Finding> _findings = [];

    public StyledTargets(HouseStyle style, Edition edition, Extraction source)
    {
        _style = style;
        _headings = style.HeadingCase == HeadingCase.AsTyped || !PageLanguage.HasCase(edition.Language) ? null : new HeadingStyle(style, edition, source);
    }

    /// <summary>What could not be set as the style says.</summary>
    public IEnumerable<Finding> Findings => _findings;

    /// <summary>Whether a style touches words at all.</summary>
    public bool IsIdle => _headings is null && _style.Quotes is null;

    /// <summary>The words of a unit as the style sets them.</summary>
    public UnitWords Of(Unit unit, bool isHtmlAttribute, ImmutableArray<Content?> targets)
    {
        var words = new UnitWords(targets);
        if (words.Text.Length == 0)
            return words;
        if (_headings is not null && unit.Kind == UnitKind.Heading && !_headings.Set(words))
            Note("heading-case-unclear", unit, $"{unit.Name}: its heading was typed in capitals, and nothing tells which of its words are names; it is left as it is. Type it with the capitals of a sentence.");
        // A mark inside an attribute of markup may end it.
        if (_style.Quotes is { } quotes && unit.Kind is not (UnitKind.Attribute or UnitKind.Title) && !isHtmlAttribute && !quotes.Set(words))
            Note("quotes-unclear", unit, $"{unit.Name}: its quotation marks do not pair up, so that they are left as they are.");
        if (targets.Zip(words.Targets()).All(p => p.First is null || Essence(p.First) == Essence(p.Second!)))
            return words;
        Note("style-left-out", unit, $"{unit.Name}: the house style would have changed more than capitals and quotation marks, so that it is left out.");
        return new UnitWords(targets);
    }

    private void Note(string check, Unit unit, Sentence said) => _findings.Add(new Finding(check, Severity.Warn, unit.Id, said));

    /// <summary>What a style must not change: codes, letters whatever their case, figures and signs other than quotation marks.</summary>
    private static string Essence(Content content)
    {
        var essence = new StringBuilder();
        foreach (var (kind, value) in content.Parts)
        {
            if (kind == InlineKind.Text)
                essence.Append(value.Replace("ß", "SS", StringComparison.Ordinal).Where(c => !char.IsWhiteSpace(c) && c is not ('"' or '\'') && !QuoteStyle.Signs.Contains(c, StringComparison.Ordinal)).Select(char.ToUpperInvariant).ToArray());
            else
                essence.Append('\u0001').Append((char)(kind + 2)).Append(value).Append('\u0001');
        }

        return essence.Replace('İ', 'I').Replace('ı', 'I').ToString();
    }
}
