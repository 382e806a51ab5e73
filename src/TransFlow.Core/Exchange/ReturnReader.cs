using System.Collections.Immutable;
using TransFlow.Core.Segments;
using TransFlow.Xliff;

namespace TransFlow.Core.Exchange;

/// <summary>Reads a file that came back, whatever version it is in and whatever a tool did to it.</summary>
public static class ReturnReader
{
    /// <summary>Reads a file.</summary>
    /// <param name="bytes">The file.</param>
    /// <param name="file">Its name as people know it, for refusals.</param>
    /// <returns>What it says; refused when it is no XLIFF.</returns>
    public static Outcome<ReturnedFile> Read(byte[] bytes, string file)
    {
        try
        {
            var document = XliffReader.Read(new MemoryStream(bytes));
            return new ReturnedFile(
                [.. document.Files.SelectMany(f => new[] { f.Id, f.Original }).OfType<string>().Where(t => t.Length > 0).Distinct(StringComparer.Ordinal)],
                document.SourceLanguage,
                document.TargetLanguage,
                [.. document.Files.SelectMany(f => f.Units.Where(IsForPeople).Select(Unit).Concat(f.TransUnits.Where(IsForPeople).Select(Unit)))]);
        }
        catch (XliffException e)
        {
            return new Refusal("not-xliff", e.Message, "Nothing of it was taken; export it from your tool again (“Export” or “Save target as”), as XLIFF in UTF-8.")
            {
                File = file,
                Line = e.Line > 0 ? e.Line : null,
            };
        }
    }

    private static bool IsForPeople(XliffContainer unit) => unit.Translate != false;

    private static ReturnedUnit Unit(Xliff.Unit unit) => new(unit.Id, unit.Name, [.. unit.Parts.Select(Piece)], unit.Line) { Notes = Notes(unit) };

    /// <summary>A unit of XLIFF 1 is one segment, however its source is marked.</summary>
    private static ReturnedUnit Unit(TransUnit unit)
    {
        var state = ReturnedStates.Of(unit.IsApproved == true ? "final" : unit.Target?.State, unit.Target?.StateQualifier, isVersion1: true);
        return new(unit.Id, unit.Name, [new ReturnedPiece(true, Content(unit.Source), Target(unit.Target), state, null)], unit.Line) { Notes = Notes(unit) };
    }

    private static ImmutableArray<string> Notes(XliffContainer unit) => [.. unit.Notes.Select(n => n.InnerText)];

    private static ReturnedPiece Piece(UnitPart part)
    {
        var segment = part as Xliff.Segment;
        var state = segment is null ? ReturnedState.Unsaid : ReturnedStates.Of(segment.State, segment.SubState, isVersion1: false);
        return new ReturnedPiece(segment is not null, Content(part.Source), Target(part.Target), state, part.Target?.Order);
    }

    private static Content? Target(Target? target) => target is not null && Content(target) is { IsEmpty: false } content ? content : null;

    /// <summary>The words and codes; annotations are taken off, an end without an id closes what was opened last.</summary>
    private static Content Content(InlineContent? inline)
    {
        var parts = ImmutableArray.CreateBuilder<Inline>();
        var open = new Stack<string>();
        foreach (var step in inline?.Steps ?? [])
        {
            switch (step.Kind)
            {
                case InlineStepKind.Text:
                    parts.Add(new Inline(InlineKind.Text, step.Text));
                    break;
                case InlineStepKind.Code:
                    parts.Add(new Inline(InlineKind.Standalone, step.Id));
                    break;
                case InlineStepKind.SpanStart:
                    open.Push(step.Id);
                    parts.Add(new Inline(InlineKind.Open, step.Id));
                    break;
                case InlineStepKind.SpanEnd:
                    var last = open.TryPop(out var opened) ? opened : step.Id;
                    parts.Add(new Inline(InlineKind.Close, step.Id.Length > 0 ? step.Id : last));
                    break;
                default:
                    break;
            }
        }

        return new Content(parts);
    }
}
