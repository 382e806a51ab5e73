using System.Numerics;
using System.Text;

namespace TransFlow.Xliff.Validation;

/// <summary>What stands between the starts and ends of spans on one side of a unit, all of them found in one walk, since they may overlap.</summary>
internal sealed class SpanSizes
{
    private readonly StringBuilder _text = new();
    private readonly Dictionary<XliffElement, (Place From, Place To)> _spans = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<string, List<XliffElement>> _open = new(StringComparer.Ordinal);
    private readonly Func<string, BigInteger>? _sum;
    private readonly string _codeSize;
    private Place _here;

    /// <summary>Walks through a side.</summary>
    /// <param name="contents">The sources or targets, in order.</param>
    /// <param name="codeSize">The attribute in which codes say their size.</param>
    /// <param name="sum">The size of a piece of text, when that of the whole is the sum of those of the pieces; null when the whole has to be measured.</param>
    public SpanSizes(IEnumerable<XliffElement> contents, string codeSize, Func<string, BigInteger>? sum)
    {
        (_codeSize, _sum) = (codeSize, sum);
        foreach (var content in contents)
            Walk(content);
        foreach (var start in _open.Values.SelectMany(s => s))
            Close(start);
    }

    /// <summary>The length of the text after a start and before its end.</summary>
    public int LengthOf(XliffElement start) => _spans[start].To.Length - _spans[start].From.Length;

    /// <summary>The size of what stands after a start and before its end.</summary>
    /// <param name="start">The start.</param>
    /// <param name="measure">The size of a text.</param>
    public BigInteger Of(XliffElement start, Func<string, BigInteger> measure)
    {
        var (from, to) = _spans[start];
        return to.Codes - from.Codes + (_sum is null ? measure(_text.ToString(from.Length, to.Length - from.Length)) : to.Text - from.Text);
    }

    private void Walk(XliffElement content)
    {
        foreach (var node in content.Content.Items)
        {
            if (node is XliffElement { Tag.LocalName: "ec" or "em" } end && end.Attributes.ValueOf("startRef") is { } closed && _open.Remove(closed, out var starts))
                starts.ForEach(Close);
            if (TextSize.TextOf(node) is { } text)
                Add(text);
            else if (TextSize.SizeOf(node, _codeSize) is { } size)
                _here = _here with { Codes = _here.Codes + size };
            if (node is XliffElement { Tag.LocalName: "sc" or "sm" } start)
                Open(start);
            if (node is XliffElement element)
                Walk(element);
        }
    }

    private void Add(string text)
    {
        if (_sum is null)
            _text.Append(text);
        _here = _here with { Length = _here.Length + text.Length, Text = _here.Text + (_sum?.Invoke(text) ?? 0) };
    }

    private void Open(XliffElement start)
    {
        _spans[start] = (_here, _here);
        var id = start.Attributes.ValueOf("id") ?? "";
        (_open.TryGetValue(id, out var same) ? same : _open[id] = []).Add(start);
    }

    private void Close(XliffElement start) => _spans[start] = (_spans[start].From, _here);

    /// <summary>What stands before a place.</summary>
    /// <param name="Length">The text's length.</param>
    /// <param name="Text">The sum of the sizes of its pieces.</param>
    /// <param name="Codes">The sum of the sizes of codes.</param>
    private readonly record struct Place(int Length, BigInteger Text, BigInteger Codes);
}
