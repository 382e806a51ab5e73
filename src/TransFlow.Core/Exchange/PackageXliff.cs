using System.Collections.Immutable;
using System.Globalization;
using TransFlow.Core.Segments;
using TransFlow.Core.Stages;
using TransFlow.Xliff;
using Unit = TransFlow.Xliff.Unit;

namespace TransFlow.Core.Exchange;

/// <summary>Writes a package as XLIFF: core elements only, the profile that translators' tools were seen to keep.</summary>
public static class PackageXliff
{
    /// <summary>The file as XLIFF 2.0.</summary>
    /// <param name="package">The package.</param>
    /// <returns>The bytes; the same package gives the same bytes.</returns>
    public static byte[] Write(Package package) => XliffWriter.Write(Document(package));

    /// <summary>The same file as XLIFF 1.2, for tools that show nothing of the other; a unit has a target there only when all its segments have one.</summary>
    /// <param name="xliff">A file that <see cref="Write"/> made.</param>
    /// <returns>The bytes.</returns>
    /// <exception cref="XliffException">The file is none that <see cref="Write"/> made.</exception>
    public static byte[] AsVersion12(byte[] xliff)
    {
        var document = XliffReader.Read(new MemoryStream(xliff));
        return XliffWriter.Write(document with { Version = "1.2", Files = [.. document.Files.Select(f => f with { Units = [.. f.Units.Select(Filled)] })] });
    }

    private static Unit Filled(Unit unit) => unit.Parts.OfType<Xliff.Segment>().All(s => s.Target is not null)
        ? unit
        : unit with { Parts = [.. unit.Parts.Select(p => p with { Target = null })] };

    private static XliffDocument Document(Package package) => new("2.0")
    {
        SourceLanguage = package.SourceLanguage,
        TargetLanguage = package.Language,
        Files = [new XliffFile { Id = package.Token, Original = package.Token, Units = [.. package.Units.Select(u => UnitOf(u, package.Stage))] }],
    };

    private static Unit UnitOf(PackageUnit unit, Stage stage)
    {
        var codes = new CodeMarkup(unit.Unit);
        var parts = ImmutableArray.CreateBuilder<UnitPart>();
        for (var i = 0; i < unit.Unit.Segments.Length; i++)
        {
            var number = (i + 1).ToString(CultureInfo.InvariantCulture);
            parts.Add(SegmentOf(unit.Segments[i], stage, codes) with { Id = $"{unit.Unit.Id}-s{number}" });
            if (unit.Unit.Segments[i].SpaceAfter is { Length: > 0 } space)
                parts.Add(new Ignorable { Id = $"{unit.Unit.Id}-i{number}", Source = new InlineText([new PlainText(space)]) });
        }

        return new Unit(unit.Unit.Id)
        {
            Name = unit.Unit.Name,
            CanResegment = unit.Unit.Segments.Length > 1,
            Notes = [.. Notes(unit)],
            Data = codes.Data,
            Parts = parts.ToImmutable(),
        };
    }

    private static Xliff.Segment SegmentOf(SegmentWork work, Stage stage, CodeMarkup codes)
    {
        var target = work.Target ?? work.Candidate;
        var needsWork = stage.Role == StageRole.Write && (work.Target is null || work.SentBack is not null);
        return new Xliff.Segment
        {
            Source = codes.Inline(work.Source),
            Target = target is null ? null : codes.Inline(target),
            State = target is null ? null : needsWork || target.IsEmpty ? "initial" : "translated",
        };
    }

    private static IEnumerable<Note> Notes(PackageUnit unit)
    {
        yield return new Note(KindNote(unit.Unit), "context") { Id = "n1" };
        var reasons = unit.Segments.Select(s => s.SentBack?.Reason).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        if (reasons.Count > 0)
            yield return new Note("Sent back: " + string.Join(" / ", reasons), "review") { Id = "n2" };
    }

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
