using System.Collections.Immutable;
using System.Globalization;
using System.Xml;

namespace TransFlow.Xliff;

/// <summary>Reads one unit; it begins on the unit's start and ends on its end.</summary>
/// <param name="xml">The document.</param>
/// <param name="children">Visits child elements.</param>
internal sealed class UnitReader(XmlReader xml, Action<Func<string, bool>> children)
{
    private readonly ImmutableArray<UnitPart>.Builder _parts = ImmutableArray.CreateBuilder<UnitPart>();
    private readonly ImmutableArray<Note>.Builder _notes = ImmutableArray.CreateBuilder<Note>();
    private readonly ImmutableArray<OriginalData>.Builder _data = ImmutableArray.CreateBuilder<OriginalData>();

    /// <summary>A <c>unit</c> of XLIFF 2.</summary>
    public Unit Unit2()
    {
        var unit = Begin(xml.GetAttribute("name")) with { CanResegment = xml.GetAttribute("canResegment") != "no" };
        children(name =>
        {
            switch (name)
            {
                case "notes":
                    children(n => n == "note" && Note("category"));
                    return true;
                case "originalData":
                    children(n => n == "data" && Data());
                    return true;
                case "segment":
                    Part(new Segment { Id = xml.GetAttribute("id"), State = xml.GetAttribute("state"), SubState = xml.GetAttribute("subState") });
                    return true;
                case "ignorable":
                    Part(new Ignorable { Id = xml.GetAttribute("id") });
                    return true;
                default:
                    return false;
            }
        });
        return unit with { Notes = _notes.ToImmutable(), Data = _data.ToImmutable(), Parts = _parts.ToImmutable() };
    }

    /// <summary>A <c>trans-unit</c> of XLIFF 1; its segmentation marks are annotations of its one segment.</summary>
    public Unit Unit1()
    {
        var unit = Begin(xml.GetAttribute("resname"));
        var segment = new Segment { State = xml.GetAttribute("approved") == "yes" ? "final" : null };
        children(name =>
        {
            switch (name)
            {
                case "source":
                    segment = segment with { Source = Inline() };
                    return true;
                case "target":
                    segment = segment with { State = segment.State ?? xml.GetAttribute("state"), SubState = xml.GetAttribute("state-qualifier") };
                    segment = segment with { Target = Inline() };
                    return true;
                case "note":
                    return Note("from");
                default:
                    return false;
            }
        });
        return unit with { Notes = _notes.ToImmutable(), Parts = [segment] };
    }

    private Unit Begin(string? name) => new(xml.GetAttribute("id") ?? "")
    {
        Name = name,
        Translate = xml.GetAttribute("translate") != "no",
        Line = ((IXmlLineInfo)xml).LineNumber,
    };

    private bool Note(string category)
    {
        var note = new Note("", xml.GetAttribute(category)) { Id = xml.GetAttribute("id") };
        _notes.Add(note with { Text = Inline().Plain });
        return true;
    }

    private bool Data()
    {
        var id = xml.GetAttribute("id") ?? "";
        _data.Add(new OriginalData(id, Inline().Plain));
        return true;
    }

    private void Part(UnitPart part)
    {
        children(name =>
        {
            switch (name)
            {
                case "source":
                    part = part with { Source = Inline() };
                    return true;
                case "target":
                    part = part with { Order = int.TryParse(xml.GetAttribute("order"), NumberStyles.None, CultureInfo.InvariantCulture, out var order) ? order : null };
                    part = part with { Target = Inline() };
                    return true;
                default:
                    return false;
            }
        });
        _parts.Add(part);
    }

    private InlineText Inline() => new InlineReader(xml).Read();
}
