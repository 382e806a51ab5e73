using System.Collections.Immutable;
using System.Globalization;
using TransFlow.Core.Formats.Tbx;
using TransFlow.Core.Formats.Tmx;
using TransFlow.Core.Segments;
using TransFlow.Xliff;
using Unit = TransFlow.Xliff.Unit;

namespace TransFlow.Core.Exchange;

/// <summary>Writes a package in the form that a person's tool reads.</summary>
public static class PackageForm
{
    /// <summary>A match that misses codes is less than whole, since they have to be put in.</summary>
    private const decimal WithoutCodes = 95;

    /// <summary>The file in a form.</summary>
    /// <param name="xliff">A file that <see cref="PackageXliff.Write(Package)"/> made.</param>
    /// <param name="form">The form.</param>
    /// <param name="companions">What stands in a file with modules.</param>
    /// <returns>The bytes; the same arguments give the same bytes.</returns>
    public static byte[] Of(byte[] xliff, FileForm form, Companions companions)
    {
        if (form == FileForm.Default)
            return xliff;
        if (form.Version == "1.2")
            return PackageXliff12.Of(xliff, form.IsFilled);
        var document = XliffReader.Read(new MemoryStream(xliff));
        if (form.HasModules)
            document = document with { Files = [.. document.Files.Select(f => f with { Units = [.. f.Units.Select(u => WithModules(u, document, companions))] })] };
        return XliffWriter.Write(XliffLayout.Indent(XliffConversion.To(XliffLayout.Strip(document), form.Version).Document));
    }

    private static Unit WithModules(Unit unit, XliffDocument document, Companions companions)
    {
        var entries = Entries(unit, document, companions.Terms).ToImmutableArray();
        var matches = Matches(unit, document, companions.Memory).ToImmutableArray();
        return unit with
        {
            Glossary = entries.IsEmpty ? null : new Glossary { Items = entries },
            Matches = matches.IsEmpty ? null : new Matches { Items = matches },
        };
    }

    private static IEnumerable<GlossaryEntry> Entries(Unit unit, XliffDocument document, ImmutableArray<TermEntry> terms)
    {
        var text = string.Concat(unit.Parts.Select(p => p.Source?.InnerText));
        foreach (var entry in terms)
        {
            var ours = entry.Languages.Where(l => Languages.AreSame(l.Language, document.SourceLanguage!)).SelectMany(l => l.Terms);
            var theirs = entry.Languages.Where(l => Languages.AreSame(l.Language, document.TargetLanguage!)).SelectMany(l => l.Terms).Where(t => t.Status != TermStatus.Forbidden).ToList();
            if (ours.FirstOrDefault(t => text.Contains(t.Text, StringComparison.OrdinalIgnoreCase)) is { } term && theirs.Count > 0)
                yield return new GlossaryEntry { Term = new GlossaryTerm(term.Text), Translations = theirs.Select(t => new GlossaryTranslation(t.Text)) };
        }
    }

    private static IEnumerable<Match> Matches(Unit unit, XliffDocument document, ImmutableArray<MemoryUnit> memory)
    {
        var number = 0;
        foreach (var segment in unit.Segments.Where(s => s.Id is not null))
        {
            var words = segment.Source!.InnerText;
            var like = memory.Select(m => (Source: m.In(document.SourceLanguage!)!, Target: m.In(document.TargetLanguage!)!))
                .Select(m => (m.Source, m.Target, Likeness: Similarity.Of(m.Source.Text, words))).Where(m => m.Likeness >= 0.6).OrderByDescending(m => m.Likeness);
            foreach (var match in like)
            {
                var codes = new MatchCodes(segment.Source!, match.Source);
                yield return new Match($"#{segment.Id}")
                {
                    Id = $"m{(++number).ToString(CultureInfo.InvariantCulture)}",
                    Type = "tm",
                    Similarity = Math.Min(Math.Floor((decimal)match.Likeness * 100), codes.AreSame ? 100 : WithoutCodes),
                    Source = new Source("") { Content = codes.In(match.Source) },
                    Target = new Target { Content = codes.In(match.Target) },
                };
            }
        }
    }
}
