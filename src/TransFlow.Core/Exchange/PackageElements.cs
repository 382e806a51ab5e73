using System.Globalization;
using System.Runtime.InteropServices;
using TransFlow.Core.Segments;
using TransFlow.Core.Stages;
using TransFlow.Xliff;
using Unit = TransFlow.Xliff.Unit;

namespace TransFlow.Core.Exchange;

/// <summary>
/// The units of a package as elements. Each gets its attributes and its children at once, with the layout between them, as
/// <see cref="XliffLayout.Indent"/> would make it: setting them one by one and laying out afterwards makes everything twice.
/// </summary>
/// <param name="stage">The package's stage.</param>
internal sealed class PackageElements(Stage stage)
{
    /// <summary>The line ends before what stands where.</summary>
    public static readonly PlainText AtEnd = Line(0), BeforeFile = Line(1), BeforeUnit = Line(2);

    private static readonly PlainText OfPart = Line(3);
    private static readonly PlainText OfText = Line(4);

    private static readonly XliffName Id = Name("id");
    private static readonly XliffName UnitName = Name("name");
    private static readonly XliffName CanResegment = Name("canResegment");
    private static readonly XliffName State = Name("state");
    private static readonly XliffName Category = Name("category");
    private static readonly XliffName Space = new("xml", "space", XliffNamespaces.Xml);

    private readonly Dictionary<string, Notes> _kinds = new(StringComparer.Ordinal);
    private readonly List<XliffNode> _nodes = [];

    /// <summary>A unit.</summary>
    public Unit Of(PackageUnit unit)
    {
        var codes = CodeMarkup.Of(unit.Unit);
        var id = unit.Unit.Id;
        var segments = unit.Unit.Segments;
        var start = _nodes.Count;
        Put(OfPart, NotesOf(unit));
        if (codes.Data.Count > 0)
            Put(OfPart, new OriginalData { Content = Among([.. codes.Data], OfText, OfPart) });
        for (var i = 0; i < segments.Length; i++)
        {
            var number = (i + 1).ToString(CultureInfo.InvariantCulture);
            Put(OfPart, SegmentOf($"{id}-s{number}", unit.Segments[i], codes));
            if (segments[i].SpaceAfter is { Length: > 0 } space)
                Put(OfPart, new Ignorable { Attributes = [new(Id, $"{id}-i{number}")], Content = [OfText, new Source(space), OfPart] });
        }

        _nodes.Add(BeforeUnit);
        var content = NodeList.Create(CollectionsMarshal.AsSpan(_nodes)[start..]);
        _nodes.RemoveRange(start, _nodes.Count - start);
        return new Unit(id)
        {
            Attributes = segments.Length > 1
                ? [new(Id, id), new(UnitName, unit.Unit.Name), new(Space, "preserve")]
                : [new(Id, id), new(UnitName, unit.Unit.Name), new(CanResegment, "no"), new(Space, "preserve")],
            Content = content,
        };
    }

    private Xliff.Segment SegmentOf(string id, SegmentWork work, CodeMarkup codes)
    {
        var source = new Source { Content = codes.Inline(work.Source) };
        if (work.Shown is not { } words)
            return new Xliff.Segment { Attributes = [new(Id, id)], Content = [OfText, source, OfPart] };
        return new Xliff.Segment
        {
            Attributes = [new(Id, id), new(State, work.IsOpen(stage) || words.IsEmpty ? "initial" : "translated")],
            Content = [OfText, source, OfText, new Target { Content = codes.Inline(words) }, OfPart],
        };
    }

    /// <summary>Most units have but the note that says what they are; units of a kind share it. A second one says why the unit is here again.</summary>
    private Notes NotesOf(PackageUnit unit)
    {
        var kind = KindNote(unit.Unit);
        var reasons = new List<string>();
        foreach (var segment in unit.Segments)
        {
            if (segment.SentBack?.Reason is { } reason && !reasons.Contains(reason))
                reasons.Add(reason);
        }

        var changes = Changes(unit);
        if (reasons.Count == 0 && changes.Length == 0)
        {
            ref var shared = ref CollectionsMarshal.GetValueRefOrAddDefault(_kinds, kind, out _);
            return shared ??= new Notes { Content = [OfText, NoteOf("n1", "context", kind), OfPart] };
        }

        var back = reasons.Count == 0 ? "" : "Sent back: " + string.Join(" / ", reasons);
        var second = NoteOf("n2", reasons.Count == 0 ? "change" : "review", back + (reasons.Count > 0 && changes.Length > 0 ? ". " : "") + changes);
        return new Notes { Content = Among([NoteOf("n1", "context", kind), second], OfText, OfPart) };
    }

    /// <summary>What was changed in sentences whose target is the translation of the former ones.</summary>
    private static string Changes(PackageUnit unit)
    {
        List<string>? changes = null;
        for (var i = 0; i < unit.Segments.Length; i++)
        {
            if (unit.Segments[i].Target is null && unit.Segments[i].Difference() is { } difference)
                (changes ??= []).Add(unit.Segments.Length == 1 ? difference : string.Create(CultureInfo.InvariantCulture, $"sentence {i + 1}: {difference}"));
        }

        return changes is null ? "" : "The source has changed since the target was written: " + string.Join(". ", changes);
    }

    private static Note NoteOf(string id, string category, string text) => new(text) { Attributes = [new(Id, id), new(Category, category)] };

    private static NodeList Among(ReadOnlySpan<XliffNode> children, PlainText before, PlainText after)
    {
        var nodes = new XliffNode[(children.Length * 2) + 1];
        for (var i = 0; i < children.Length; i++)
            (nodes[i * 2], nodes[(i * 2) + 1]) = (before, children[i]);
        nodes[^1] = after;
        return NodeList.Create(nodes);
    }

    private void Put(PlainText line, XliffNode node)
    {
        _nodes.Add(line);
        _nodes.Add(node);
    }

    private static XliffName Name(string name) => new("", name, "");

    private static PlainText Line(int depth) => new("\n" + new string(' ', depth * 2));

    private static string KindNote(Segments.Unit unit) => unit.Kind switch
    {
        UnitKind.FrontMatter => $"Front matter: {unit.Key}",
        UnitKind.Heading => "Heading. Capitals are set on publication.",
        UnitKind.ListItem => "List item",
        UnitKind.Quotation => "Quotation",
        UnitKind.TableCell => "Table cell",
        UnitKind.Footnote => "Footnote",
        UnitKind.ImageAlt => "Alternative text of an image, for those who cannot see it",
        UnitKind.Title => "Title of a link or image",
        UnitKind.Caption => "Caption, with the credit as it stands",
        UnitKind.Definition => "Term or definition",
        UnitKind.Attribute => $"Attribute: {unit.Key}",
        _ => "Paragraph",
    };
}
