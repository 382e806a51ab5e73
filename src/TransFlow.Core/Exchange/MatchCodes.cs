using TransFlow.Core.Formats.Tmx;
using TransFlow.Xliff;

namespace TransFlow.Core.Exchange;

/// <summary>Gives the codes of an earlier segment the ids that the codes in their places have now, so that a tool which inserts the match inserts them, too.</summary>
internal sealed class MatchCodes
{
    private readonly Dictionary<string, string> _ids = new(StringComparer.Ordinal);

    /// <summary>Holds the codes of both sources against each other.</summary>
    /// <param name="now">The segment's source.</param>
    /// <param name="earlier">The match's source.</param>
    public MatchCodes(InlineContent now, MemoryVariant earlier)
    {
        var ours = now.Steps.Where(s => s.Kind is InlineStepKind.Code or InlineStepKind.SpanStart or InlineStepKind.SpanEnd).Select(s => (Kind: Kind(s.Kind), s.Id)).ToList();
        var theirs = earlier.Content.OfType<MemoryCode>().Select(c => (Kind: c.Element, Number: Number(c))).ToList();
        AreSame = ours.Count == theirs.Count;
        foreach (var (one, other) in ours.Zip(theirs))
            AreSame &= one.Kind == other.Kind && (_ids.TryAdd(other.Number, one.Id) || _ids[other.Number] == one.Id);
    }

    /// <summary>True when both have the same codes in the same places.</summary>
    public bool AreSame { get; }

    /// <summary>A text of the match as content of the file; without its codes where they are others.</summary>
    /// <param name="variant">The text.</param>
    public NodeList In(MemoryVariant variant)
    {
        var levels = new Stack<(string Id, List<XliffNode> Nodes)>([("", [])]);
        foreach (var inline in AreSame ? variant.Content : [])
        {
            if (inline is MemoryText text)
            {
                levels.Peek().Nodes.Add(new PlainText(text.Text));
                continue;
            }

            var code = (MemoryCode)inline;
            if (!_ids.TryGetValue(Number(code), out var id) || (code.Element == "ept" && levels.Peek().Id != id))
                return [new PlainText(variant.Text)];
            if (code.Element == "bpt")
                levels.Push((id, []));
            else if (code.Element == "ept")
            {
                var nodes = levels.Pop().Nodes;
                levels.Peek().Nodes.Add(new SpanningCode(id) { Content = [.. nodes] });
            }
            else
                levels.Peek().Nodes.Add(new StandaloneCode(id));
        }

        return AreSame && levels.Count == 1 ? [.. levels.Peek().Nodes] : [new PlainText(variant.Text)];
    }

    private static string Number(MemoryCode code) => code.Attributes.FirstOrDefault(a => a.Key == (code.Element == "ph" ? "x" : "i")).Value ?? "";

    private static string Kind(InlineStepKind kind) => kind switch { InlineStepKind.SpanStart => "bpt", InlineStepKind.SpanEnd => "ept", _ => "ph" };
}
