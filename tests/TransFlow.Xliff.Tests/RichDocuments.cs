using CsCheck;

namespace TransFlow.Xliff.Tests;

/// <summary>Makes up valid documents of 2.0, 2.1 and 2.2 with codes and annotations that go over segments, order, sequences, and all modules.</summary>
internal static class RichDocuments
{
    private const string Its = "http://www.w3.org/2005/11/its";
    private const string Sizes = "urn:oasis:names:tc:xliff:sizerestriction:2.0";

    /// <summary>What may be put into a document, each or not.</summary>
    [Flags]
    private enum More
    {
        PairOverSegments = 1,
        PairInSegment = 2,
        Isolated = 4,
        MarkOverSegments = 8,
        Order = 16,
        IgnorableWithCode = 32,
        Rules = 64,
        Sizes = 128,
        Resources = 256,
        Changes = 512,
        Quality = 1024,
        Provenance = 2048,
        Sequence = 4096,
        All = 8191,
    }

    /// <summary>A document without layout.</summary>
    public static Gen<XliffDocument> Valid =>
        Gen.Select(Documents.Valid, Gen.OneOfConst("2.0", "2.1", "2.2"), Gen.Int[0, (int)More.All]).Select((document, version, more) => Of(document, version, (More)more));

    private static XliffDocument Of(XliffDocument document, string version, More more)
    {
        if (version == "2.0")
            more &= ~(More.Quality | More.Provenance);
        else
            more &= ~More.Changes;
        var rich = new XliffDocument(version) { SourceLanguage = document.SourceLanguage, TargetLanguage = document.TargetLanguage, Before = document.Before, After = document.After };
        if (more.HasFlag(More.Quality) || more.HasFlag(More.Provenance))
            rich = rich with { Attributes = rich.Attributes.With(new XliffName("its", "version", Its), "2.0") };
        return rich with { Files = document.Files.Select(f => File(f, more)) };
    }

    private static XliffFile File(XliffFile file, More more)
    {
        file = file with { Items = file.Items.Select(i => (XliffContainer)(i is Group group ? group with { Items = group.Items.Select(u => Unit((Unit)u, more)) } : Unit((Unit)i, more))) };
        if (more.HasFlag(More.Rules))
            file = file with { Rules = new ValidationRules { Items = [new ValidationRule { IsNotPresent = "never", Normalization = "nfd" }, new ValidationRule { IsPresent = "never", IsDisabled = false, ExistsInSource = true }] } };
        if (more.HasFlag(More.Sizes))
            file = file with { Profiles = new SizeProfiles { General = "xliff:codepoints", Storage = "xliff:utf8", Normalization = new SizeNormalization { General = "nfc" } } };
        if (more.HasFlag(More.Resources))
            file = file with { Resources = new ResourceData { Items = [new ResourceItem { Id = "r1", MimeType = "image/png", Source = new ResourceSource { Address = "a.png" } }] } };
        return file;
    }

    private static Unit Unit(Unit unit, More more)
    {
        unit = unit with { Parts = Parts([.. unit.Parts], more) };
        if (more.HasFlag(More.Rules))
            unit = unit with { Rules = new ValidationRules { Items = [new ValidationRule { EndsWith = "never", IsDisabled = true }] } };
        if (more.HasFlag(More.Sizes))
            unit = unit with { Sizes = new SizeData("my:sizes") { Id = "z1" }, Attributes = unit.Attributes.With(new XliffName("slr", "sizeRestriction", Sizes), "0,99999") };
        if (more.HasFlag(More.Resources))
            unit = unit with { Resources = new ResourceData { References = [new ResourceItemRef("r1")] } };
        if (more.HasFlag(More.Changes))
            unit = unit with { Changes = new ChangeTrack { Items = [new Revisions { AppliesTo = "source", Current = "v1", Items = [new Revision { Author = "me", Time = "2026-01-31T10:30:00Z", Version = "v1", Items = [new RevisionItem { Property = "content" }] }] }] } };
        if (more.HasFlag(More.Quality))
            unit = unit with { Issues = [Named(new QualityIssues { Items = [new QualityIssue { Type = "grammar", Severity = 12.5m, IsEnabled = true }] }, "q1")] };
        if (more.HasFlag(More.Provenance))
            unit = unit with { Provenance = [Named(new ProvenanceRecords { Items = [new ProvenanceRecord { Person = "me", RevisionTool = "it" }] }, "p1")] };
        return unit;
    }

    private static List<UnitPart> Parts(List<UnitPart> parts, More more)
    {
        if (more.HasFlag(More.IgnorableWithCode))
            parts.Add(new Ignorable { Source = new Source { Content = [new PlainText(" "), new StandaloneCode("ig") { CanDelete = false }] }, Target = new Target { Content = [new StandaloneCode("ig") { CanDelete = false }] } });
        if (more.HasFlag(More.Sequence))
            parts.Add(new Segment { Source = new Source { Content = Sequence }, Target = new Target { Content = [new PlainText("a"), .. Sequence] } });
        if (more.HasFlag(More.Quality))
            parts.Add(Marked("mq", "locQualityIssuesRef", "#its=q1"));
        if (more.HasFlag(More.Provenance))
            parts.Add(Marked("mp", "provenanceRecordsRef", "#its=p1"));
        if (more.HasFlag(More.Order))
        {
            for (var i = 0; i < parts.Count; i++)
                parts[i] = parts[i] with { Target = (parts[i].Target ?? new Target("x")) with { Order = parts.Count - i } };
        }

        if (more.HasFlag(More.MarkOverSegments))
            Around(parts, new MarkedSpanStart("km") { Translate = false }, new MarkedSpanEnd("km"));
        if (more.HasFlag(More.PairOverSegments))
            Around(parts, new SpanningCodeStart("k1") { Type = "fmt", SubType = "xlf:i", DataRef = "d1", CanCopy = false }, new SpanningCodeEnd { StartRef = "k1", DataRef = "d2", CanCopy = false });
        if (more.HasFlag(More.PairInSegment))
            Around(parts, new SpanningCodeStart("k2"), new SpanningCodeEnd { StartRef = "k2" }, last: 0);
        if (more.HasFlag(More.Isolated))
            Around(parts, new SpanningCodeEnd { IsIsolated = true, Attributes = new SpanningCodeEnd { IsIsolated = true }.Attributes.With(new XliffName("", "id", ""), "k3") }, new SpanningCodeStart("k4") { IsIsolated = true });
        return parts;
    }

    private static NodeList Sequence =>
    [
        new StandaloneCode("q1") { CanReorder = "firstNo", CanCopy = false, CanDelete = false },
        new StandaloneCode("q2") { CanReorder = "no", CanCopy = false, CanDelete = false },
    ];

    /// <summary>Puts two elements around the parts up to one, in the targets where both ends have one.</summary>
    private static void Around(List<UnitPart> parts, XliffElement start, XliffElement end, int? last = null)
    {
        var to = last ?? parts.Count - 1;
        var hasTargets = parts[0].Target is not null && parts[to].Target is not null;
        parts[0] = parts[0] with { Source = parts[0].Source! with { Content = [start, .. parts[0].Source!.Content] } };
        parts[to] = parts[to] with { Source = parts[to].Source! with { Content = [.. parts[to].Source!.Content, end] } };
        if (!hasTargets)
            return;
        // Where targets say their places, the one that is read first has the start.
        var (first, second) = parts[0].Target!.Order > parts[to].Target!.Order ? (to, 0) : (0, to);
        parts[first] = parts[first] with { Target = parts[first].Target! with { Content = [start, .. parts[first].Target!.Content] } };
        parts[second] = parts[second] with { Target = parts[second].Target! with { Content = [.. parts[second].Target!.Content, end] } };
    }

    private static Segment Marked(string id, string attribute, string reference)
    {
        var mark = new MarkedSpan(id) { Type = "its:generic", Content = [new PlainText("a")] };
        return new Segment { Source = new Source { Content = [mark with { Attributes = mark.Attributes.With(new XliffName("its", attribute, Its), reference) }] } };
    }

    private static T Named<T>(T standoff, string id)
        where T : XliffElement => standoff with { Attributes = standoff.Attributes.With(new XliffName("xml", "id", "http://www.w3.org/XML/1998/namespace"), id) };
}
