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
                [.. document.Files.SelectMany(f => new[] { f.Id, f.Original }).OfType<string>().Distinct(StringComparer.Ordinal)],
                document.SourceLanguage,
                document.TargetLanguage,
                [.. document.Files.SelectMany(f => f.Units).Where(u => u.Translate).Select(u => Unit(u, document.IsVersion1))]);
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

    private static ReturnedUnit Unit(Xliff.Unit unit, bool isVersion1) =>
        new(unit.Id, unit.Name, [.. unit.Parts.Select(p => Piece(p, isVersion1))], unit.Line) { Notes = [.. unit.Notes.Select(n => n.Text)] };

    private static ReturnedPiece Piece(UnitPart part, bool isVersion1)
    {
        var segment = part as Xliff.Segment;
        var state = segment is null ? ReturnedState.Unsaid : ReturnedStates.Of(segment.State, segment.SubState, isVersion1);
        var target = part.Target is null ? null : Content(part.Target);
        return new ReturnedPiece(segment is not null, Content(part.Source), target is { IsEmpty: true } ? null : target, state, part.Order);
    }

    /// <summary>The words and codes; annotations are taken off, an end without an id closes what was opened last.</summary>
    private static Content Content(InlineText text)
    {
        var parts = ImmutableArray.CreateBuilder<Inline>();
        var open = new Stack<string>();
        foreach (var piece in text.Pieces)
        {
            switch (piece)
            {
                case PlainText plain:
                    parts.Add(new Inline(InlineKind.Text, plain.Text));
                    break;
                case StandaloneCode code:
                    parts.Add(new Inline(InlineKind.Standalone, code.Id));
                    break;
                case SpanningCode code:
                    open.Push(code.Id);
                    parts.Add(new Inline(InlineKind.Open, code.Id));
                    break;
                case SpanningCodeEnd end:
                    var last = open.TryPop(out var opened) ? opened : end.Id;
                    parts.Add(new Inline(InlineKind.Close, end.Id.Length > 0 ? end.Id : last));
                    break;
                default:
                    break;
            }
        }

        return new Content(parts);
    }
}
