using System.Text;
using CsCheck;

namespace TransFlow.Xliff.Tests;

[TestClass]
public sealed class XliffModelTests
{
    [TestMethod]
    [DataRow(" xmlns='urn:oasis:names:tc:xliff:document:1.2'", "")]
    [DataRow("", "")]
    [DataRow(" xmlns:x='urn:oasis:names:tc:xliff:document:1.2'", "x:")]
    public void A_translation_unit_of_1_2_gets_its_texts_as_any_other_element_does(string declaration, string prefix)
    {
        var document = XliffReader.Read(new MemoryStream(System.Text.Encoding.UTF8.GetBytes($"<{prefix}xliff{declaration} version='1.2'><{prefix}file original='a' source-language='en' target-language='ko' datatype='x'><{prefix}body><{prefix}trans-unit id='u'><{prefix}source>a</{prefix}source><{prefix}note>n</{prefix}note></{prefix}trans-unit></{prefix}body></{prefix}file></{prefix}xliff>")));
        var unit = document.Files.Single().TransUnits.Single();
        var changed = unit with { Target = new Target("b") { State = "translated" } };
        Assert.AreEqual($"<{prefix}source> <{prefix}target state=\"translated\"> <{prefix}note>", string.Join(' ', changed.Elements.Select(e => e.ToString())));
        Assert.AreEqual(unit.Tag.Namespace, changed.Target!.Tag.Namespace);
        Assert.AreEqual(unit, changed with { Target = null });
        Assert.AreEqual("source seg-source target", string.Join(' ', new TransUnit("v") { Target = new Target("b"), SegmentedSource = new SegmentedSource(), Source = new Source("a") }.Elements.Select(e => e.Tag.LocalName)));
        Assert.AreEqual("source target", string.Join(' ', new AlternativeTranslation { Target = new Target("b"), Source = new Source("a") }.Elements.Select(e => e.Tag.LocalName)));
    }

    private const string Of22 = "<xliff xmlns='urn:oasis:names:tc:xliff:document:2.2' xmlns:mtc='urn:oasis:names:tc:xliff:matches:2.0' version='2.2' srcLang='ko' trgLang='en'><file id='f'><unit id='u'><mtc:matches><mtc:match ref='#s'><source>가</source><target>a</target></mtc:match></mtc:matches><segment id='s'><source>가나다</source></segment></unit></file></xliff>";

    private const string Of12 = "<xliff xmlns='urn:oasis:names:tc:xliff:document:1.2' version='1.2'><file original='a' source-language='ko' target-language='en' datatype='plaintext'><body><trans-unit id='1'><source>가</source><x:y xmlns:x='urn:x'/></trans-unit></body></file></xliff>";

    private static Unit Changed(Unit unit) => unit with
    {
        Notes = [new Note("n")],
        Data = [new Data("d", "*")],
        Matches = unit.Matches! with { Items = [.. unit.Matches.Items.Select(m => m with { Target = new Target("b") }), new Match("#s") { Source = new Source("가"), Target = new Target("c") }] },
        Parts = [.. unit.Parts.Select(p => p is Segment s ? s with { State = "translated", Source = s.Source! with { Content = [new StandaloneCode("1") { DataRef = "d" }, .. s.Source.Content] }, Target = new Target { Content = [new StandaloneCode("1") { DataRef = "d" }, new PlainText("t")] } } : p), new Ignorable { Source = new Source(" ") }],
    };

    [TestMethod]
    public void What_is_set_into_a_document_of_2_2_is_of_2_2()
    {
        var read = Read(Encoding.UTF8.GetBytes(Of22));
        var whole = read with { Notes = [new Note("d")], Files = [.. read.Files.Select(f => f with { Notes = [new Note("f")], Units = [.. f.Units.Select(Changed), New()] }), new XliffFile("g") { Units = [New()] }] };
        Assert.AreEqual("", string.Join('\n', Errors(whole)));
        Assert.AreEqual(whole, Read(XliffWriter.Write(whole)));
        Assert.AreEqual("d", whole.Notes.Single().InnerText);
        var made = new XliffDocument("2.2") { SourceLanguage = "ko", TargetLanguage = "en", Notes = [new Note("d")], Files = [new XliffFile("g") { Units = [New()] }] };
        Assert.AreEqual("", string.Join('\n', Errors(made)));

        static Unit New() => new("v") { Parts = [new Segment { Source = new Source("x"), Target = new Target("y") }] };
    }

    [TestMethod]
    public void What_is_set_into_a_streamed_document_of_2_2_is_of_2_2()
    {
        using var written = new MemoryStream();
        XliffWriter.Write(XliffReader.ReadParts(new MemoryStream(Encoding.UTF8.GetBytes(Of22))).SelectMany(p => p switch
        {
            XliffPart.Item { Node: Unit unit } => [new XliffPart.Start(new Group("g")), new XliffPart.Item(Changed(unit)), new XliffPart.Item(new Unit("v") { Parts = [new Segment { Source = new Source("x") }] }), new XliffPart.End()],
            XliffPart.Start { Element: XliffFile } => [new XliffPart.Item(new Notes { Items = [new Note("d")] }), p],
            _ => new[] { p },
        }), written);
        Assert.AreEqual("", string.Join('\n', XliffValidator.Validate(new MemoryStream(written.ToArray())).Where(d => d.Severity == DiagnosticSeverity.Error)));
        Assert.DoesNotContain("document:2.0", Encoding.UTF8.GetString(written.ToArray()));
    }

    [TestMethod]
    public void What_stands_foreign_in_a_document_or_was_read_in_another_namespace_stays_there_as_it_was()
    {
        var bytes = Encoding.UTF8.GetBytes(Of22.Replace("<segment", "<e:e xmlns:e='urn:e'><source xmlns='urn:oasis:names:tc:xliff:document:2.0'>q</source></e:e><segment", StringComparison.Ordinal).Replace("<file id", "<file xmlns='urn:oasis:names:tc:xliff:document:2.0' id", StringComparison.Ordinal));
        var read = Read(bytes);
        Assert.AreEqual(Infoset.Of(bytes), Infoset.Of(XliffWriter.Write(read)));
        Assert.AreEqual(Infoset.Of(bytes), Infoset.Of(XliffWriter.Write(XliffLayout.Strip(Read(bytes)))));
    }

    [TestMethod]
    public void What_is_set_into_a_document_of_1_2_is_said_in_its_words()
    {
        var read = Read(Encoding.UTF8.GetBytes(Of12));
        var changed = read with { Files = [.. read.Files.Select(f => f with { Notes = [new Note("f")], Items = [.. f.Items.Select(i => i is TransUnit t ? Put(t) : i), new Group("g") { Name = "G", Items = [new TransUnit("2") { Source = new Source("나") }] }] })] };
        Assert.AreEqual(
            """<file original="a" source-language="ko" target-language="en" datatype="plaintext"><header><note>f</note></header><body><trans-unit id="1"><source>가</source><target state="translated"><mrk mid="0" mtype="seg"><g xmlns:x2="urn:oasis:names:tc:xliff:document:2.0" id="1" ctype="x-fmt" x2:id="1" x2:type="fmt">T</g></mrk></target><note from="me" annotates="target">n</note><x:y xmlns:x="urn:x"/></trans-unit><group id="g" resname="G"><trans-unit id="2"><source>나</source></trans-unit></group></body></file></xliff>""",
            Text(changed)[Text(changed).IndexOf("<file", StringComparison.Ordinal)..].TrimEnd());
        Assert.AreEqual("n", changed.Files.Single().TransUnits.First().Notes.Single().InnerText);
        Assert.AreEqual("f", changed.Files.Single().Notes.Single().InnerText);
        Assert.AreEqual("ja", (changed with { TargetLanguage = "ja" }).Files.Single().TargetLanguage);

        using var written = new MemoryStream();
        XliffWriter.Write(XliffReader.ReadParts(new MemoryStream(Encoding.UTF8.GetBytes(Of12))).Select(p => p is XliffPart.Item { Node: TransUnit t } ? new XliffPart.Item(Put(t)) : p), written);
        Assert.AreEqual(changed.Files.Single().TransUnits.First(), Read(written.ToArray()).Files.Single().TransUnits.Single());

        static TransUnit Put(TransUnit unit) => unit with
        {
            Notes = [new Note("n") { From = "me", AppliesTo = "target" }],
            Target = new Target { State = "translated", Content = [new MarkedSpan("0") { Type = "seg", Content = [new SpanningCode("1") { Type = "fmt", Content = [new PlainText("T")] }] }] },
        };
    }

    [TestMethod]
    public void A_document_of_1_2_is_made_of_the_types_that_it_has_and_of_no_others()
    {
        var made = new XliffDocument("1.2") { Files = [new XliffFile("a.md") { SourceLanguage = "ko", TargetLanguage = "en", Notes = [new Note("f")], Items = [new TransUnit("1") { Source = new Source("a"), Target = new Target("b"), IsApproved = true, Notes = [new Note("n") { Id = "1", Category = "me" }] }] }] };
        Assert.AreEqual(
            """<file original="a.md" source-language="ko" target-language="en" datatype="plaintext"><header><note>f</note></header><body><trans-unit id="1" approved="yes"><source>a</source><target>b</target><note from="me">n</note></trans-unit></body></file></xliff>""",
            Text(made)[Text(made).IndexOf("<file", StringComparison.Ordinal)..].TrimEnd());
        Assert.AreEqual("", string.Join('\n', Errors(made)));
        Assert.AreEqual(made, Read(XliffWriter.Write(made)));
        Assert.AreEqual("ko", made.SourceLanguage);
        Assert.AreEqual("1", made.Files.Single().Items.Single().Id);
        Assert.AreEqual("2", (made.Files.Single() with { TransUnits = [new TransUnit("2")] }).TransUnits.Single().Id);
        Assert.ThrowsExactly<ArgumentException>(() => made with { Files = [new XliffFile("f") { Units = [new Unit("u")] }] });
        Assert.ThrowsExactly<ArgumentException>(() => made.Files.Single() with { Items = [new Unit("u")] });
        Assert.ThrowsExactly<InvalidOperationException>(() => new XliffDocument("1.2") { SourceLanguage = "ko" });
    }

    [TestMethod]
    public void Issues_and_records_are_made_with_the_id_that_they_need()
    {
        var unit = new Unit("u")
        {
            Issues = [new QualityIssues { Id = "q", Items = [new QualityIssue { Type = "other", Severity = 3 }] }],
            Provenance = [new ProvenanceRecords { Id = "p", Items = [new ProvenanceRecord { Person = "홍" }] }],
            Parts = [new Segment { Source = new Source("x") }],
        };
        var document = new XliffDocument("2.1") { SourceLanguage = "ko", Files = [new XliffFile("f") { Units = [unit] }] };
        document = document with { Attributes = document.Attributes.With(new XliffName("its", "version", XliffNamespaces.Its), "2.0") };
        Assert.AreEqual("", string.Join('\n', Errors(document)));
        Assert.AreEqual("q p", $"{unit.Issues.Single().Id} {unit.Provenance.Single().Id}");
    }

    private static string Text(XliffDocument document) => Encoding.UTF8.GetString(XliffWriter.Write(document));

    private static readonly string[] Everything = ["everything-1.2.xlf", "everything-2.1.xlf", "everything-2.2.xlf", "profile-1.2.xlf", "profile-2.0.xlf"];

    private static IEnumerable<object[]> Files => Everything.Select(f => new object[] { f });

    [TestMethod]
    [DynamicData(nameof(Files))]
    public void What_is_read_is_written_as_the_same_information_set_and_from_then_on_as_the_same_bytes(string name)
    {
        var bytes = Data(name);
        var once = XliffWriter.Write(Read(bytes));
        Assert.AreEqual(Infoset.Of(bytes), Infoset.Of(once));
        CollectionAssert.AreEqual(once, XliffWriter.Write(Read(once)));
    }

    [TestMethod]
    public void Whatever_the_model_holds_is_written_and_read_back_equal() => Documents.Valid.Sample(document =>
    {
        var bytes = XliffWriter.Write(document);
        var back = Read(bytes);
        Assert.AreEqual(document, back);
        CollectionAssert.AreEqual(bytes, XliffWriter.Write(back));
    });

    [TestMethod]
    public void Layout_is_added_and_taken_away_without_a_trace() => Documents.Valid.Sample(document =>
    {
        var laidOut = XliffLayout.Indent(document);
        Assert.AreEqual(document, XliffLayout.Strip(Read(XliffWriter.Write(laidOut))));
        Assert.AreEqual(laidOut, XliffLayout.Indent(laidOut));
    });

    [TestMethod]
    public void What_the_model_holds_of_a_valid_document_is_valid() => Documents.Valid.Sample(document =>
        Assert.AreEqual("", string.Join('\n', Errors(XliffLayout.Indent(document)))));

    [TestMethod]
    public void One_thing_wrong_in_a_valid_document_is_told_by_its_rule() => Gen.Select(Documents.Valid, Gen.Int[0, 6]).Sample((document, kind) =>
    {
        var unit = document.Files.First().Units.First();
        var at = unit.Parts.ToList().FindIndex(p => p is Segment);
        UnitPart Segment(Func<Segment, UnitPart> change) => change((Segment)unit.Parts.ElementAt(at));
        var (rule, changed) = kind switch
        {
            0 => ("T01", Put(Segment(s => s with { State = "done" }))),
            1 => ("T03", Put(Segment(s => s with { State = null, SubState = "my:x" }))),
            2 => ("C20", Put(Segment(s => s with { Source = new Source { Content = [new StandaloneCode("new") { DataRef = "none" }] } }))),
            3 => ("U06", Put(Segment(s => s with { Source = new Source { Content = [new StandaloneCode("s1")] } }))),
            4 => ("C06", Put(Segment(s => s with { Source = new Source { Content = [new SpanningCodeEnd { StartRef = "none" }] } }))),
            5 => ("S18", Put(Segment(s => s with { Content = [] }))),
            _ => ("S16", unit with { Parts = [new Ignorable { Source = new Source(" ") }] }),
        };
        var file = document.Files.First();
        var broken = document with { Files = [file with { Items = [changed] }] };
        Assert.Contains(rule, Errors(broken).Select(d => d.Rule));

        Unit Put(UnitPart part) => unit with { Parts = [.. unit.Parts.Take(at), part, .. unit.Parts.Skip(at + 1)] };
    });

    [TestMethod]
    [DynamicData(nameof(Files))]
    public void A_document_is_the_fold_over_its_parts(string name)
    {
        var bytes = Data(name);
        using var written = new MemoryStream();
        XliffWriter.Write(XliffReader.ReadParts(new MemoryStream(bytes)), written);
        CollectionAssert.AreEqual(XliffWriter.Write(Read(bytes)), written.ToArray());
        var document = Read(bytes);
        CollectionAssert.AreEqual(XliffPart.Of(document).ToList(), XliffReader.ReadParts(new MemoryStream(bytes)).ToList());
    }

    [TestMethod]
    public void Types_say_what_stands_in_the_document()
    {
        var document = Read(Data("everything-2.1.xlf"));
        var file = document.Files.First();
        var unit = file.Units.First();
        Assert.AreEqual(("2.1", "ko", "en"), (document.Version, document.SourceLanguage, document.TargetLanguage));
        Assert.AreEqual(("society", "translate"), (file.Metadata!.Groups.Single().Groups.Single().Items.Single().InnerText, file.Metadata.Groups.Single().Items.Single().InnerText));
        Assert.AreEqual(("r1", "text/plain", false), (file.Resources!.Items.Single().Id, file.Resources.Items.Single().MimeType, file.Resources.Items.Single().IsContext));
        Assert.AreEqual(("xliff:codepoints", "nfc"), (file.Profiles!.General, file.Profiles.Normalization!.General));
        Assert.AreEqual(("won", 1, false), (file.Rules!.Items.First().IsPresent, file.Rules.Items.First().Occurs, file.Rules.Items.First().IsCaseSensitive));
        Assert.AreEqual((85.5m, 90m, "tm", "night bus"), (unit.Matches!.Items.Single().Similarity, unit.Matches.Items.Single().Quality, unit.Matches.Items.Single().Type, unit.Matches.Items.Single().Target!.InnerText));
        Assert.AreEqual(("버스", "bus", "a car for many"), (unit.Glossary!.Items.Single().Term!.InnerText, unit.Glossary.Items.Single().Translations.Single().InnerText, unit.Glossary.Items.Single().Definition!.InnerText));
        Assert.AreEqual(("typographical", 20.5m, true), (unit.Issues.Single().Items.Single().Type, unit.Issues.Single().Items.Single().Severity, unit.Issues.Single().Items.Single().IsEnabled));
        Assert.AreEqual("1 < 2 & so", unit.Notes.Last().InnerText);
        Assert.AreEqual("<br/>\u0001", unit.Data.Last().InnerText);
        Assert.AreEqual(("s1", "translated", "my:checked", false), (unit.Segments.First().Id, unit.Segments.First().State, unit.Segments.First().SubState, unit.Segments.First().CanResegment));
        Assert.AreEqual("서울시가 심야버스 노선을 늘린다.\f", unit.Segments.First().Source!.InnerText);
        Assert.AreEqual("plural:count gender:who", Read(Data("everything-2.2.xlf")).Files.Single().Units.Single().Switch);
        Assert.AreEqual("of the whole", Read(Data("everything-2.2.xlf")).Notes.Single().InnerText);
    }

    [TestMethod]
    public void Version_1_2_has_types_of_its_own()
    {
        var file = Read(Data("everything-1.2.xlf")).Files.Single();
        var units = file.TransUnits.ToList();
        Assert.AreEqual("1 two words 1 n", string.Join(' ', units.Select(u => u.Id)));
        Assert.AreEqual((true, "signed-off", "leveraged-tm", "85%"), (units[0].IsApproved, units[0].Target!.State, units[0].Target!.StateQualifier, units[0].Alternatives.Single().Quality));
        Assert.AreEqual("SpanStart 1, SpanEnd 1, Code 3, SpanStart 4, SpanStart 5, SpanEnd 5, MarkStart , MarkEnd ", string.Join(", ", units[1].Source!.Steps.Where(s => s.Kind != InlineStepKind.Text).Select(s => $"{s.Kind} {s.Id}")));
        Assert.AreEqual("b1", file.Elements.OfType<FileBody>().Single().Elements.OfType<BinaryUnit>().Single().Id);
    }

    [TestMethod]
    public void A_property_is_set_in_its_place_and_taken_out_again()
    {
        var unit = new Unit("u1") { Parts = [new Segment { Source = new Source("a") }], Data = [new Data("d1", "x")], Notes = [new Note("n")], Metadata = new Metadata(), Matches = new Matches() };
        Assert.AreEqual("Metadata Matches Notes OriginalData Segment", string.Join(' ', unit.Elements.Select(e => e.GetType().Name)));
        unit = unit with { Name = "x", Notes = [], Data = [], Metadata = null };
        Assert.AreEqual("<unit id=\"u1\" name=\"x\">", unit.ToString());
        Assert.AreEqual("Matches Segment", string.Join(' ', unit.Elements.Select(e => e.GetType().Name)));
        Assert.AreEqual("<unit id=\"u1\">", (unit with { Name = null }).ToString());
    }

    [TestMethod]
    public void Undeclared_namespaces_are_declared_where_they_are_needed()
    {
        var document = new XliffDocument("2.0") { SourceLanguage = "ko", Files = [new XliffFile("f") { Units = [new Unit("u") { Metadata = new Metadata { Groups = [new MetaGroup { Items = [new Meta("k", "v")] }] }, Parts = [new Segment { Source = new Source { Content = [new SpanningCode("1") { Format = "b" }] } }] }] }] };
        var text = Encoding.UTF8.GetString(XliffWriter.Write(document));
        StringAssert.Contains(text, "<mda:metadata xmlns:mda=\"urn:oasis:names:tc:xliff:metadata:2.0\"><mda:metaGroup>", StringComparison.Ordinal);
        StringAssert.Contains(text, "<pc xmlns:fs=\"urn:oasis:names:tc:xliff:fs:2.0\" id=\"1\" fs:fs=\"b\"/>", StringComparison.Ordinal);
    }

    [TestMethod]
    [DataRow(0x0001)]
    [DataRow(0xD800)]
    [DataRow(0xDFFF)]
    [DataRow(0xFFFE)]
    public void What_XML_cannot_hold_is_refused_as_text_and_kept_as_code_points(int character)
    {
        var text = $"a{(char)character}b";
        var document = new XliffDocument("2.0") { SourceLanguage = "ko", Files = [new XliffFile("f") { Units = [new Unit("u") { Parts = [new Segment { Source = new Source(text) }] }] }] };
        Assert.AreEqual(text, Read(XliffWriter.Write(document)).Files.Single().Units.Single().Segments.Single().Source!.InnerText);
        var raw = document with { Files = [new XliffFile("f") { Units = [new Unit("u") { Parts = [new Segment { Source = new Source { Content = [new PlainText(text)] } }] }] }] };
        StringAssert.Contains(Assert.ThrowsExactly<XliffException>(() => XliffWriter.Write(raw)).Message, "cannot stand in XML", StringComparison.Ordinal);
    }

    private static IEnumerable<object[]> Impossible =>
    [
        ["twice", With(new AttributeEntry(new XliffName("", "category", ""), "a"), new AttributeEntry(new XliffName("", "category", ""), "b"))],
        ["in one element", With(new AttributeEntry(new XliffName("x", "a", "urn:one"), ""), new AttributeEntry(new XliffName("x", "b", "urn:two"), ""))],
        ["in one element", With(Declared("x", "urn:one"), new AttributeEntry(new XliffName("x", "b", "urn:two"), ""))],
        ["twice", With(Declared("x", "urn:one"), Declared("x", "urn:two"))],
        ["cannot stand for", With(Declared("x", ""))],
        ["cannot stand for", With(Declared("xml", "urn:one"))],
        ["cannot stand for", With(Declared("x", "http://www.w3.org/XML/1998/namespace"))],
        ["cannot stand for", With(Declared("xmlns", "urn:one"))],
        ["stands for no namespace", With(new AttributeEntry(new XliffName("x", "b", ""), ""))],
        ["cannot stand between", new Note("a") { Content = [new Comment("a--b")] }],
        ["cannot stand in XML", new Note("a") { Content = [new Comment("a\rb")] }],
        ["cannot stand in XML", new Note("a") { Content = [new Comment("a\ud800b")] }],
        ["cannot stand between", new Note("a") { Content = [new ProcessingInstruction("1", "")] }],
        ["cannot stand between", new Note("a") { Content = [new ProcessingInstruction("a", " b")] }],
        ["cannot stand in XML", new Note("a") { Content = [new ProcessingInstruction("a", "b\udc00")] }],
    ];

    [TestMethod]
    [DynamicData(nameof(Impossible))]
    public void What_would_be_no_XML_is_not_written(string told, Note note)
    {
        var document = new XliffDocument("2.0") { SourceLanguage = "ko", Files = [new XliffFile("f") { Units = [new Unit("u") { Notes = [note], Parts = [new Segment { Source = new Source("a") }] }] }] };
        StringAssert.Contains(Assert.ThrowsExactly<XliffException>(() => XliffWriter.Write(document)).Message, told, StringComparison.Ordinal);
    }

    [TestMethod]
    public void An_attribute_keeps_its_namespace_without_a_prefix_of_its_own()
    {
        var note = With(new AttributeEntry(new XliffName("", "a", "urn:one"), "1"), Declared("ns1", "urn:other"), new AttributeEntry(new XliffName("", "b", "urn:two"), "2"), new AttributeEntry(new XliffName("", "fs", XliffNamespaces.FormatStyle), "b"));
        var document = new XliffDocument("2.0") { SourceLanguage = "ko", Files = [new XliffFile("f") { Units = [new Unit("u") { Notes = [note], Parts = [new Segment { Source = new Source("a") }] }] }] };
        var read = Read(XliffWriter.Write(document)).Files.Single().Units.Single().Notes.Single();
        Assert.AreEqual(("1", "2", "b"), (read.Of("urn:one", "a"), read.Of("urn:two", "b"), read.Of(XliffNamespaces.FormatStyle, "fs")));
    }

    [TestMethod]
    [DataRow("a b")]
    [DataRow("1")]
    [DataRow("a:b")]
    public void A_name_that_XML_cannot_have_is_none(string name)
    {
        Assert.ThrowsExactly<ArgumentException>(() => new XliffName("", name, ""));
        Assert.ThrowsExactly<ArgumentException>(() => new XliffName(name, "a", "urn:one"));
    }

    private static Note With(params AttributeEntry[] attributes) => new("a") { Attributes = [.. attributes] };

    private static AttributeEntry Declared(string prefix, string space) => new(new XliffName("xmlns", prefix, "http://www.w3.org/2000/xmlns/"), space);

    private static IEnumerable<Diagnostic> Errors(XliffDocument document) => XliffValidator.Validate(new MemoryStream(XliffWriter.Write(document))).Where(d => d.Severity == DiagnosticSeverity.Error);

    private static byte[] Data(string name) => File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Data", name));

    private static XliffDocument Read(byte[] bytes) => XliffReader.Read(new MemoryStream(bytes));
}
