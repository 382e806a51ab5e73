using System.Numerics;
using System.Text;

namespace TransFlow.Xliff.Validation;

/// <summary>How great a text is under one of the standard profiles of Size and Length Restriction (XLIFF 2.1, 5.7.6).</summary>
internal sealed class TextSize
{
    private readonly Func<string, BigInteger> _measure;
    private readonly string _codeSize;
    private readonly NormalizationForm? _form;
    private readonly Dictionary<(Node Holder, string Side), SpanSizes> _spans = [];

    /// <summary>Whether the size of a text is the sum of those of its pieces; composition goes over the edges of pieces.</summary>
    private readonly bool _isSum;

    private TextSize(string unit, string codeSize, string? form, Func<string, BigInteger> measure)
    {
        (Unit, _codeSize, _measure) = (unit, codeSize, measure);
        _form = form switch { "nfc" => NormalizationForm.FormC, "nfd" => NormalizationForm.FormD, _ => null };
        _isSum = _form != NormalizationForm.FormC;
    }

    /// <summary>What is counted.</summary>
    public string Unit { get; }

    /// <summary>Code points.</summary>
    public static TextSize OfPoints(Node profiles) =>
        new("code points", "sizeInfo", Form(profiles, "general"), t => t.EnumerateRunes().Count());

    /// <summary>Bytes.</summary>
    /// <param name="profiles">The profiles that are in force.</param>
    /// <param name="storage">The one for storage: xliff:utf8, xliff:utf16 or xliff:utf32.</param>
    public static TextSize OfBytes(Node profiles, string storage) => new("bytes", "equivStorage", Form(profiles, "storage"), storage switch
    {
        "xliff:utf8" => t => Encoding.UTF8.GetByteCount(t),
        "xliff:utf16" => t => 2 * t.Length,
        _ => t => 4 * t.EnumerateRunes().Count(),
    });

    /// <summary>
    /// The size of the text of a file, group, unit or span: of its targets, and of sources where there is no target yet; codes count as much
    /// as they say of themselves.
    /// </summary>
    /// <param name="node">The element.</param>
    /// <param name="allows">Whether so many characters are measured once more.</param>
    /// <returns>The size; null when it is not measured.</returns>
    public BigInteger? Of(Node node, Func<long, bool> allows)
    {
        if (node.IsOneOf("sc", "sm"))
        {
            var spans = Spans(node.Outwards().First(n => n.IsOneOf("source", "target")));
            return _isSum || allows(spans.LengthOf(node.Element)) ? spans.Of(node.Element, Measured) : null;
        }

        var (text, codes) = (new StringBuilder(), BigInteger.Zero);
        if (node.IsOneOf("pc", "mrk"))
            Inline(node.Element, text, ref codes);
        else
            Structure(node.Element, text, ref codes);
        return codes + Measured(text.ToString());
    }

    /// <summary>The text that a node itself is; null for none.</summary>
    public static string? TextOf(XliffNode node) => node switch { PlainText plain => plain.Text, CodePoint point => point.Text, _ => null };

    /// <summary>The size that a code says that it has; null for none.</summary>
    public static BigInteger? SizeOf(XliffNode node, string codeSize) => node is Code code ? Quantity.Of(code.Attributes.ValueOf(Vocabulary.Sizes, codeSize)) : null;

    private static string? Form(Node profiles, string name) => profiles.Of("slr:normalization").FirstOrDefault()?[name];

    private BigInteger Measured(string text) => _measure(UnitText.Formed(text, _form));

    /// <summary>The spans on the side of a unit, or of a candidate, that a content is of.</summary>
    private SpanSizes Spans(Node content)
    {
        var part = content.Parent!;
        var holder = part.Is(Kinds.Parts) ? part.Parent! : part;
        if (!_spans.TryGetValue((holder, content.Name), out var spans))
        {
            var parts = part.Is(Kinds.Parts) ? holder.Children.Where(c => c.Is(Kinds.Parts)) : [part];
            _spans[(holder, content.Name)] = spans = new SpanSizes(parts.SelectMany(p => p.Core(content.Name)).Select(c => c.Element), _codeSize, _isSum ? Measured : null);
        }

        return spans;
    }

    private void Structure(XliffElement holder, StringBuilder text, ref BigInteger codes)
    {
        foreach (var child in holder.Elements)
        {
            if (child is UnitPart part)
                Inline((XliffElement?)part.Target ?? part.Source ?? new Source(), text, ref codes);
            else if (child is Group or Xliff.Unit)
                Structure(child, text, ref codes);
        }
    }

    private void Inline(XliffElement content, StringBuilder text, ref BigInteger codes)
    {
        foreach (var node in content.Content.Items)
        {
            text.Append(TextOf(node));
            codes += SizeOf(node, _codeSize) ?? 0;
            if (node is XliffElement element)
                Inline(element, text, ref codes);
        }
    }
}
