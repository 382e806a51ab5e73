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
    public static byte[] Write(Package package) => XliffWriter.Write(XliffLayout.Indent(Document(package)));

    private static XliffDocument Document(Package package) => new("2.0")
    {
        SourceLanguage = package.SourceLanguage,
        TargetLanguage = package.Language,
        Files = [new XliffFile(package.Token) { Original = package.Token, Units = [.. package.Units.Select(u => UnitOf(u, package.Stage))] }],
    };

    private static Unit UnitOf(PackageUnit unit, Stage stage)
    {
        var codes = new CodeMarkup(unit.Unit);
        var parts = ImmutableArray.CreateBuilder<UnitPart>();
        for (var i = 0; i < unit.Unit.Segments.Length; i++)
        {
            var number = (i + 1).ToString(CultureInfo.InvariantCulture);
            parts.Add(SegmentOf($"{unit.Unit.Id}-s{number}", unit.Segments[i], stage, codes));
            if (unit.Unit.Segments[i].SpaceAfter is { Length: > 0 } space)
                parts.Add(new Ignorable { Id = $"{unit.Unit.Id}-i{number}", Source = new Source(space) });
        }

        return new Unit(unit.Unit.Id)
        {
            Name = unit.Unit.Name,
            CanResegment = unit.Unit.Segments.Length > 1 ? null : false,
            Space = "preserve",
            Notes = Notes(unit),
            Data = codes.Data,
            Parts = parts,
        };
    }

    private static Xliff.Segment SegmentOf(string id, SegmentWork work, Stage stage, CodeMarkup codes)
    {
        var target = work.Target ?? work.Candidate;
        var needsWork = stage.Role == StageRole.Write && (work.Target is null || work.SentBack is not null);
        return new Xliff.Segment
        {
            Id = id,
            State = target is null ? null : needsWork || target.IsEmpty ? "initial" : "translated",
            Source = new Source { Content = codes.Inline(work.Source) },
            Target = target is null ? null : new Target { Content = codes.Inline(target) },
        };
    }

    private static IEnumerable<Note> Notes(PackageUnit unit)
    {
        yield return new Note(KindNote(unit.Unit)) { Id = "n1", Category = "context" };
        var reasons = unit.Segments.Select(s => s.SentBack?.Reason).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        if (reasons.Count > 0)
            yield return new Note("Sent back: " + string.Join(" / ", reasons)) { Id = "n2", Category = "review" };
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
