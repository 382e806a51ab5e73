using System.Globalization;
using System.Numerics;
using System.Text;

namespace TransFlow.Xliff.Validation;

/// <summary>How great a text is under one of the standard profiles of Size and Length Restriction (XLIFF 2.1, 5.7.6).</summary>
internal sealed class TextSize
{
    private readonly Func<string, BigInteger> _measure;
    private readonly string _codeSize;
    private readonly NormalizationForm? _form;

    private TextSize(string unit, string codeSize, string? form, Func<string, BigInteger> measure)
    {
        (Unit, _codeSize, _measure) = (unit, codeSize, measure);
        _form = form switch { "nfc" => NormalizationForm.FormC, "nfd" => NormalizationForm.FormD, _ => null };
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
    public BigInteger Of(Node node)
    {
        var sum = new Sum(_codeSize);
        if (node.IsOneOf("sc", "sm"))
            Between(node, sum);
        else if (node.IsOneOf("pc", "mrk"))
            sum.Inline(node.Element);
        else
            Structure(node.Element, sum);
        var text = sum.Text.ToString();
        return sum.Codes + _measure(_form is { } form ? text.Normalize(form) : text);
    }

    private static string? Form(Node profiles, string name) => profiles.Of("slr:normalization").FirstOrDefault()?[name];

    private static void Structure(XliffElement holder, Sum sum)
    {
        foreach (var child in holder.Elements)
        {
            if (child is UnitPart part)
                sum.Inline((XliffElement?)part.Target ?? part.Source ?? new Source());
            else if (child is Group or Xliff.Unit)
                Structure(child, sum);
        }
    }

    /// <summary>What stands between a start and its end on its side of the unit.</summary>
    private static void Between(Node start, Sum sum)
    {
        var content = start.Outwards().First(n => n.IsOneOf("source", "target"));
        var isInside = false;
        foreach (var part in content.Parent!.Parent!.Children.Where(c => c.Is(Kinds.Parts)))
        {
            foreach (var side in part.Children.Where(c => c.Name == content.Name))
            {
                if (sum.Between(side.Element, start.Element, ref isInside))
                    return;
            }
        }
    }

    /// <summary>Text and the sizes of codes, as they are met.</summary>
    private sealed class Sum(string codeSize)
    {
        public StringBuilder Text { get; } = new();

        public BigInteger Codes { get; private set; }

        public void Inline(XliffElement content)
        {
            foreach (var node in content.Content.Items)
            {
                One(node);
                if (node is XliffElement element)
                    Inline(element);
            }
        }

        /// <summary>Takes what stands after a start and before its end.</summary>
        /// <returns>True when the end was met.</returns>
        public bool Between(XliffElement content, XliffElement start, ref bool isInside)
        {
            foreach (var node in content.Content.Items)
            {
                if (isInside && node is XliffElement { Tag.LocalName: "ec" or "em" } end && end.Attributes.ValueOf("startRef") == start.Attributes.ValueOf("id"))
                    return true;
                if (isInside)
                    One(node);
                isInside |= ReferenceEquals(node, start);
                if (node is XliffElement element && Between(element, start, ref isInside))
                    return true;
            }

            return false;
        }

        private void One(XliffNode node)
        {
            if (node is PlainText plain)
                Text.Append(plain.Text);
            else if (node is CodePoint point)
                Text.Append(point.Text);
            else if (node is Code code && BigInteger.TryParse(code.Attributes.ValueOf(Vocabulary.Sizes, codeSize), NumberStyles.None, CultureInfo.InvariantCulture, out var size))
                Codes += size;
        }
    }
}
