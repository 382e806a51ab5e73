using System.Globalization;
using CsCheck;

namespace TransFlow.Xliff.Tests;

/// <summary>Makes up valid documents that use all of the core and something of every module.</summary>
internal static class Documents
{
    private static readonly Gen<string> Words = Gen.OneOfConst("가", "서울시가", "a", "bus", " ", "<", "&", "\"", "'", "\n", "\t", "\r", "🚌", "]]>", "é", "\u200B").Array[1, 5].Select(string.Concat);

    private static readonly Gen<string> Value = Gen.OneOfConst("x", "[b]", "", "two words", "<&\">", "가\n나", "a\tb");

    private static readonly Gen<string?> State = Gen.OneOfConst<string?>(null, "initial", "translated", "reviewed", "final");

    /// <summary>A document of version 2.0 without layout.</summary>
    public static Gen<XliffDocument> Valid =>
        Gen.Select(Unit.Array[1, 4], Gen.Bool, Gen.Bool).Select((units, isGrouped, hasMore) => Document(units, isGrouped, hasMore));

    /// <summary>A unit by itself, its codes balanced in each segment.</summary>
    public static Gen<Unit> AnyUnit => Unit.Select(u => Numbered(u, 1));

    private static Gen<Unit> Unit =>
        Gen.Select(Part.Array[1, 4], Value, Gen.Int[0, 3], Gen.Bool, Gen.Bool).Select((parts, value, kind, hasNotes, hasModules) => new Unit("u")
        {
            Name = value.Length == 0 ? null : value,
            Translate = kind == 1 ? false : null,
            Space = kind == 2 ? "preserve" : null,
            SourceDirection = kind == 3 ? "rtl" : null,
            Matches = hasModules ? new Matches { Items = [new Match("#s1") { Similarity = 80.5m, Type = "tm", Source = new Source(value), Target = new Target(value) }] } : null,
            Glossary = hasModules ? new Glossary { Items = [new GlossaryEntry { Term = new GlossaryTerm(value), Definition = new GlossaryDefinition(value) }] } : null,
            Metadata = hasModules ? new Metadata { Groups = [new MetaGroup { Items = [new Meta("k", value)] }] } : null,
            Notes = hasNotes ? [new Note(value) { Id = "n1", Category = "context", Priority = 2 }] : [],
            Data = [new Data("d1", value), new Data("d2", "\u0001" + value)],
            Parts = parts,
        });

    private static Gen<UnitPart> Part => Gen.Select(Inline(2), Inline(2), State, Gen.Int[0, 5]).Select((source, target, state, kind) => kind switch
    {
        0 => new Ignorable { Source = new Source(" ") },
        1 => (UnitPart)new Ignorable { Id = "i", Source = new Source(" "), Target = new Target(" ") },
        2 => new Segment { Id = "s", Source = new Source { Content = source } },
        3 => new Segment { Source = new Source { Content = source }, CanResegment = false },
        _ => new Segment { Id = "s", State = state, SubState = state is null ? null : "my:sub", Source = new Source { Content = source }, Target = new Target { Content = target } },
    });

    private static Gen<NodeList> Inline(int depth) => Node(depth).Array[0, 4].Select(nodes => NodeList.Create(nodes));

    private static Gen<XliffNode> Node(int depth) => Gen.Select(Words, Value, Gen.Int[0, depth > 0 ? 7 : 4], depth > 0 ? Inline(depth - 1) : Gen.Const(NodeList.Create([]))).Select((words, value, kind, inside) => (XliffNode)(kind switch
    {
        2 => new StandaloneCode("c") { Type = "image", DataRef = "d1", Display = value, Equivalent = value, CanCopy = false },
        3 => new Comment("kept"),
        4 => new CodePoint(1),
        5 => new SpanningCode("c") { Type = "fmt", SubType = "xlf:b", StartDataRef = "d1", EndDataRef = "d2", StartDisplay = value, EndEquivalent = value, Format = "b", Content = inside },
        6 => new MarkedSpan("m") { Translate = false, Content = inside },
        7 => new ProcessingInstruction("my", "keep"),
        _ => new PlainText(words),
    }));

    private static XliffDocument Document(Unit[] units, bool isGrouped, bool hasMore)
    {
        var items = units.Select((u, i) => (XliffContainer)Numbered(u, i + 1)).ToList();
        if (isGrouped)
            items = [new Group("g1") { Name = "part", Items = items.Take(1) }, .. items.Skip(1)];
        var file = new XliffFile("f1") { Original = "a.md", Items = items };
        if (hasMore)
            file = file with { Content = [new Skeleton { Content = [new PlainText(" keep ")] }, new XliffElement(new XliffName("my", "x", "urn:example:my")) { Attributes = [new(new XliffName("my", "a", "urn:example:my"), "1")] }, .. file.Content] };
        return new XliffDocument("2.0") { SourceLanguage = "ko", TargetLanguage = "en", Files = [file], Before = hasMore ? [new Comment(" before ")] : [], After = hasMore ? [new ProcessingInstruction("end", "")] : [] };
    }

    /// <summary>Gives ids that are unique where they have to be, the same to codes of source and target that are alike.</summary>
    private static Unit Numbered(Unit unit, int number)
    {
        var parts = unit.Parts.ToList();
        if (!parts.OfType<Segment>().Any())
            parts.Add(new Segment { Source = new Source("only") });
        var first = parts.FindIndex(p => p is Segment);
        for (var i = 0; i < parts.Count; i++)
        {
            var prefix = i.ToString(CultureInfo.InvariantCulture);
            var part = parts[i];
            part = part with { Id = i == first ? "s1" : part.Id is null ? null : $"{part.Id}{prefix}x" };
            part = part with { Source = (Source)Ids(part.Source!, prefix), Target = part.Target is null ? null : (Target)Ids(part.Target, $"{prefix}t") };
            parts[i] = part;
        }

        return unit with { Id = "u" + number.ToString(CultureInfo.InvariantCulture), Parts = parts };
    }

    private static XliffElement Ids(XliffElement holder, string prefix)
    {
        var next = 0;
        XliffElement Change(XliffElement element) => element with
        {
            Attributes = element is StandaloneCode or SpanningCode or MarkedSpan ? element.Attributes.With(new XliffName("", "id", ""), $"{(element is MarkedSpan ? "m" : "c")}{prefix}-{(++next).ToString(CultureInfo.InvariantCulture)}") : element.Attributes,
            Content = [.. element.Content.Select(n => n is XliffElement child ? Change(child) : n)],
        };
        return Change(holder);
    }
}
