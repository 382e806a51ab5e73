using System.Text;
using CsCheck;

namespace TransFlow.Xliff.Tests;

/// <summary>Files of XLIFF 1.2 as people and tools leave them, made into 2.0: no word is lost, no code changes its meaning, and what changed is told.</summary>
[TestClass]
public sealed class Version1ReadingTests
{
    private const string Cut = "<source>One. Two.</source><seg-source><mrk mtype=\"seg\" mid=\"1\">One.</mrk> <mrk mtype=\"seg\" mid=\"2\">Two.</mrk></seg-source>";

    [TestMethod]
    [DataRow("<mrk mtype=\"seg\" mid=\"1\">A.</mrk> <mrk mtype=\"seg\" mid=\"2\">B.</mrk>", "A.| -|B.", "", DisplayName = "as the source")]
    [DataRow("<mrk mtype=\"seg\" mid=\"1\">A.</mrk><mrk mtype=\"seg\" mid=\"2\">B.</mrk>", "A.||B.", "", DisplayName = "no space between, as in Japanese")]
    [DataRow("<mrk mtype=\"seg\" mid=\"1\">A.</mrk> – <mrk mtype=\"seg\" mid=\"2\">B.</mrk>", "A.| – |B.", "", DisplayName = "other words between")]
    [DataRow("<mrk mtype=\"seg\" mid=\"1\">A.</mrk>", "A.| -|-", "", DisplayName = "half done")]
    [DataRow("<mrk mtype=\"seg\" mid=\"2\">B.</mrk>, <mrk mtype=\"seg\" mid=\"1\">A.</mrk>!", "B., A.!", "became one", DisplayName = "another order")]
    [DataRow("Pre <mrk mtype=\"seg\" mid=\"1\">A.</mrk> <mrk mtype=\"seg\" mid=\"2\">B.</mrk>", "Pre A. B.", "became one", DisplayName = "words before")]
    [DataRow("<mrk mtype=\"seg\" mid=\"1\">A.</mrk> <mrk mtype=\"seg\" mid=\"7\">B.</mrk>", "A. B.", "became one", DisplayName = "a segment that the source has not")]
    [DataRow("<mrk mtype=\"seg\" mid=\"1\">A.</mrk> <mrk mtype=\"seg\" mid=\"1\">B.</mrk>", "A. B.", "became one", DisplayName = "a segment twice")]
    public void No_word_of_a_target_is_lost(string target, string parts, string told)
    {
        var made = Convert($"<trans-unit id=\"u\">{Cut}<target>{target}</target></trans-unit>");
        var unit = made.Document.Files.Single().Units.Single();
        Assert.AreEqual(parts, string.Join('|', unit.Parts.Select(p => p.Target?.InnerText ?? (p is Ignorable ? p.Source!.InnerText : "") + "-")));
        Assert.AreEqual(told.Length > 0, made.Losses.Any(l => l.Contains(told, StringComparison.Ordinal)), string.Join('\n', made.Losses));
        AssertValid(made.Document);
    }

    [TestMethod]
    [DataRow("<x id=\"%(a)s\"/> <x id=\"%(b)d\"/>", "<x id=\"%(b)d\"/> <x id=\"%(a)s\"/>", "c-1 c-2", "c-2 c-1", DisplayName = "ids that are no name tokens")]
    [DataRow("<x id=\"1\"/><g id=\"1\">a</g>", "<g id=\"1\">a</g><x id=\"1\"/>", "1 1-2", "1-2 1", DisplayName = "an id for two kinds of code")]
    [DataRow("<x id=\"1\"/> <x id=\"1\"/>", "<x id=\"1\"/>", "1 1-2", "1", DisplayName = "an id twice")]
    [DataRow("<x id=\"s1\"/>a", "<x id=\"s1\"/>b", "s1", "s1", DisplayName = "an id that segments like")]
    public void A_code_has_one_id_in_source_and_target(string source, string target, string sourceIds, string targetIds)
    {
        var made = Convert($"<trans-unit id=\"u\"><source>{source}</source><target>{target}</target></trans-unit>");
        var segment = made.Document.Files.Single().Units.Single().Segments.Single();
        Assert.AreEqual(sourceIds, string.Join(' ', segment.Source!.Elements.OfType<Code>().Select(c => c.Id)));
        Assert.AreEqual(targetIds, string.Join(' ', segment.Target!.Elements.OfType<Code>().Select(c => c.Id)));
        AssertValid(made.Document);
    }

    [TestMethod]
    [DataRow("<mrk mtype=\"seg\" mid=\"2\">B.</mrk> <mrk mtype=\"seg\" mid=\"1\">A.</mrk>", "", "A.3| -|B.1")]
    [DataRow("<mrk mtype=\"seg\" mid=\"2\">B.</mrk> – <mrk mtype=\"seg\" mid=\"1\">A.</mrk>", "", "A.3| – |B.1")]
    [DataRow("<mrk mtype=\"seg\" mid=\"2\">B.</mrk><mrk mtype=\"seg\" mid=\"3\">C.</mrk> <mrk mtype=\"seg\" mid=\"1\">A.</mrk>", "<mrk mtype=\"seg\" mid=\"3\">Three.</mrk>", "")]
    [DataRow("<mrk mtype=\"seg\" mid=\"2\">B.</mrk> <mrk mtype=\"seg\" mid=\"3\">C.</mrk><mrk mtype=\"seg\" mid=\"1\">A.</mrk>", "<mrk mtype=\"seg\" mid=\"3\">Three.</mrk>", "A.4| -|B.1|C.3")]
    [DataRow("<mrk mtype=\"seg\" mid=\"3\">C.</mrk> <mrk mtype=\"seg\" mid=\"1\">A.</mrk>", "<mrk mtype=\"seg\" mid=\"3\">Three.</mrk>", "A.4| -|-|C.1")]
    public void Segments_of_the_target_in_another_order_stay_segments(string target, string more, string parts)
    {
        var cut = Cut.Replace("One. Two.", more.Length > 0 ? "One. Two.Three." : "One. Two.", StringComparison.Ordinal).Replace("</seg-source>", more + "</seg-source>", StringComparison.Ordinal);
        var made = Convert($"<trans-unit id=\"u\">{cut}<target>{target}</target></trans-unit>");
        AssertValid(made.Document);
        var unit = made.Document.Files.Single().Units.Single();
        if (parts.Length == 0)
        {
            Assert.AreEqual("B.C. A.", unit.Parts.Single().Target!.InnerText, "what stands between is elsewhere, too");
            return;
        }

        Assert.IsEmpty(made.Losses);
        Assert.AreEqual(parts, string.Join('|', unit.Parts.Select(p => p.Target is { } t ? t.InnerText + t.Order?.ToString(System.Globalization.CultureInfo.InvariantCulture) : (p is Ignorable ? p.Source!.InnerText : "") + "-")));
        var back = XliffConversion.To(made.Document, "1.2").Document.Files.Single().TransUnits.Single().Target!;
        Assert.AreEqual(System.Text.RegularExpressions.Regex.Replace(target, "<[^>]*>", ""), back.InnerText);
    }

    /// <summary>Whatever a tool makes of a target of ours, its words are read in 2.0 as they were in 1.2.</summary>
    [TestMethod]
    public void Words_of_a_target_are_read_as_they_stood_whatever_a_tool_made_of_it()
    {
        var order = Gen.OneOfConst("", " x2:order=\"1\"", " x2:order=\"3\"", " x2:order=\"5\"");
        var piece = Gen.OneOf(
            Gen.Select(Gen.OneOfConst("0", "2", "4", "4", "9"), order, Gen.Char['a', 'z']).Select(p => $"<mrk mtype=\"seg\" mid=\"{p.Item1}\"{p.Item2}>{p.Item3}.</mrk>"),
            Gen.Select(Gen.OneOfConst("1", "3", "7"), order, Gen.OneOfConst(" ", "-", "")).Select(p => $"<mrk mtype=\"x-ignorable\" mid=\"{p.Item1}\"{p.Item2}>{p.Item3}</mrk>"),
            Gen.OneOfConst(" ", " ", "w", "<x id=\"1\"/>"));
        piece.Array[0, 7].Sample(
            pieces =>
            {
                var target = string.Concat(pieces);
                var made = XliffConversion.To(
                    Read($"<xliff version=\"1.2\" xmlns:x2=\"urn:oasis:names:tc:xliff:document:2.0\"><file original=\"a\" source-language=\"en\" target-language=\"ko\" datatype=\"x\" x2:id=\"f\"><body><trans-unit id=\"u\" x2:id=\"u\"><source>A. B. C.</source><seg-source><mrk mtype=\"seg\" mid=\"0\" x2:id=\"s1\">A.</mrk> <mrk mtype=\"seg\" mid=\"2\" x2:id=\"s2\">B.</mrk> <mrk mtype=\"seg\" mid=\"4\" x2:id=\"s3\">C.</mrk></seg-source><target>{target}</target></trans-unit></body></file></xliff>"),
                    "2.0").Document;
                var parts = made.Files.Single().Units.Single().Parts.Select((p, i) => (Part: p, Place: p.Target?.Order ?? i + 1)).OrderBy(p => p.Place);
                var read = string.Concat(parts.Select(p => p.Part.Target?.InnerText));
                Assert.AreEqual(Words(System.Text.RegularExpressions.Regex.Replace(target, "<[^>]*>", "")), Words(read), target);
            },
            iter: 20_000);
        static string Words(string text) => text.Replace(" ", "", StringComparison.Ordinal);
    }

    [TestMethod]
    public void A_unit_of_ignorables_alone_is_one_segment()
    {
        const string Marked = "<mrk mtype=\"x-ignorable\" mid=\"0\">*</mrk>";
        var made = Convert($"<trans-unit id=\"u\"><source>*</source><seg-source>{Marked}</seg-source><target>{Marked}</target><alt-trans><target>-</target></alt-trans></trans-unit>");
        AssertValid(made.Document);
        Assert.AreEqual("*", made.Document.Files.Single().Units.Single().Segments.Single().Target!.InnerText);
    }

    [TestMethod]
    public void Halves_of_a_code_find_each_other_whatever_their_id()
    {
        var made = Convert("<trans-unit id=\"u\"><source><bpt id=\"a b\">&lt;b&gt;</bpt>x<ept id=\"a b\">&lt;/b&gt;</ept></source></trans-unit>");
        AssertValid(made.Document);
        Assert.IsTrue(made.Losses.Any(l => l.Contains("'a b'", StringComparison.Ordinal)));
    }

    [TestMethod]
    [DataRow("<bpt id=\"1\">&lt;b&gt;</bpt>x", "sc 1 yes", DisplayName = "a start alone")]
    [DataRow("x<ept id=\"1\">&lt;/b&gt;</ept>", "ec 1 yes", DisplayName = "an end alone")]
    [DataRow("<ex id=\"1\"/>x<bx id=\"1\"/>", "ec 1 yes sc 1-2 yes", DisplayName = "an end before its start")]
    [DataRow("<it id=\"1\" pos=\"open\">a</it>x<it id=\"1\" pos=\"close\">b</it>", "sc 1 yes ec 1-2 yes", DisplayName = "two that say that they are alone")]
    [DataRow("<bpt id=\"1\" rid=\"7\">a</bpt>x<ept id=\"2\" rid=\"7\">b</ept><x id=\"7\"/>", "sc 7  ec 7  ph 7-2 ", DisplayName = "a pair and a code of one id")]
    [DataRow("<bx id=\"1\"/>x<ex id=\"1\"/><bx id=\"1\"/>y<ex id=\"1\"/>", "sc 1  ec 1  sc 1-2  ec 1-2 ", DisplayName = "two pairs of one id")]
    public void Ends_find_their_starts_and_those_alone_say_so(string source, string codes)
    {
        var made = Convert($"<trans-unit id=\"u\"><source>{source}</source><target>{source}</target></trans-unit>");
        AssertValid(made.Document);
        var segment = made.Document.Files.Single().Units.Single().Segments.Single();
        foreach (var side in new InlineContent[] { segment.Source!, segment.Target! })
            Assert.AreEqual(codes, string.Join(' ', side.Elements.Select(c => $"{c.Tag.LocalName} {c.Attributes.ValueOf("startRef") ?? c.Attributes.ValueOf("id")} {c.Attributes.ValueOf("isolated")}")));
    }

    [TestMethod]
    [DataRow("<target state=\"needs-translation\">b</target>")]
    [DataRow("<target state=\"x-mine\">b</target>")]
    [DataRow("<target state=\"translated\" state-qualifier=\"exact-match\">b</target>")]
    [DataRow("<target state=\"signed-off\">b</target>")]
    [DataRow("<target state=\"new\"><mrk mtype=\"term\" comment=\"why\">b</mrk></target>")]
    [DataRow("<target state=\"new\"><mrk mtype=\"abbrev\">b</mrk><x id=\"1\" ctype=\"x-mine\"/></target>")]
    public void What_1_2_says_comes_back_from_2_0(string target)
    {
        var made = Convert($"<trans-unit id=\"u\"><source>a</source>{target}</trans-unit>");
        Assert.IsEmpty(made.Losses);
        AssertValid(made.Document);
        var back = Bare(XliffConversion.To(made.Document, "1.2").Document.Files.Single().TransUnits.Single().Target!);
        Assert.AreEqual(System.Xml.Linq.XElement.Parse(target).ToString(System.Xml.Linq.SaveOptions.DisableFormatting), back);
    }

    [TestMethod]
    public void Segments_keep_the_ids_by_which_a_tool_knows_them()
    {
        var made = Convert($"<trans-unit id=\"u\">{Cut.Replace("mid=\"1\"", "mid=\"17\"", StringComparison.Ordinal)}</trans-unit>").Document;
        var back = XliffConversion.To(made, "1.2").Document.Files.Single().TransUnits.Single();
        Assert.AreEqual("17 2", string.Join(' ', back.SegmentedSource!.Elements.Select(e => e.Attributes.ValueOf("mid"))));
    }

    [TestMethod]
    public void A_candidate_keeps_its_codes_and_its_segment()
    {
        var made = Convert($"<trans-unit id=\"u\">{Cut}<alt-trans mid=\"2\" match-quality=\"80%\"><source>Two <bpt id=\"1\">&lt;b&gt;</bpt>x<ept id=\"1\">&lt;/b&gt;</ept></source><target>B <bpt id=\"1\">&lt;b&gt;</bpt>y<ept id=\"1\">&lt;/b&gt;</ept></target></alt-trans></trans-unit>").Document;
        AssertValid(made);
        var unit = made.Files.Single().Units.Single();
        var match = unit.Matches!.Items.Single();
        Assert.AreEqual("#" + unit.Segments.Last().Id, match.Reference);
        Assert.AreEqual("sc ec", string.Join(' ', match.Target!.Elements.Select(e => e.Tag.LocalName)));
        Assert.AreEqual("<b> </b>", string.Join(' ', match.Elements.OfType<OriginalData>().Single().Items.Select(d => d.InnerText)));
    }

    [TestMethod]
    public void An_alternative_keeps_all_that_it_holds()
    {
        var made = Convert("<trans-unit id=\"u\"><source>a</source><target>b</target><alt-trans xml:lang=\"fr\"><target state=\"final\" state-qualifier=\"exact-match\" xml:lang=\"fr\">r1</target><target>r2</target><note>why</note><prop-group><prop prop-type=\"x\">p</prop></prop-group><q:x xmlns:q=\"urn:q\">f</q:x></alt-trans></trans-unit>").Document;
        AssertValid(made);
        var matches = made.Files.Single().Units.Single().Matches!.Items.ToList();
        Assert.AreEqual("r1 r2", string.Join(' ', matches.Select(m => m.Target!.InnerText)));
        Assert.AreEqual("fr yes", $"{matches[0].Target!.Of(XliffNamespaces.Xml, "lang")} {matches[0].Attributes.ValueOf("reference")}");
        var back = XliffConversion.To(made, "1.2").Document.Files.Single().TransUnits.Single().Elements.OfType<AlternativeTranslation>().First();
        Assert.AreEqual("final exact-match fr", string.Join(' ', back.Target!.State, back.Target.StateQualifier, back.Target.Of(XliffNamespaces.Xml, "lang")));
        Assert.AreEqual("why p", string.Join(' ', back.Elements.Where(e => e.Tag.LocalName is "note" or "prop-group").Select(e => e.InnerText)));
        Assert.IsTrue(matches[0].Elements.Any(e => e.Tag.Namespace == "urn:q"));
    }

    [TestMethod]
    public void Annotations_keep_what_others_say_of_them()
    {
        var made = Convert("<trans-unit id=\"u\"><source>a <mrk mtype=\"x-sdl-comment\" sdl:cid=\"c1\" ts=\"t\" xmlns:sdl=\"urn:sdl\">b</mrk></source></trans-unit>").Document;
        AssertValid(made);
        var back = XliffConversion.To(made, "1.2").Document.Files.Single().TransUnits.Single().Source!.Elements.OfType<MarkedSpan>().Single();
        Assert.AreEqual("x-sdl-comment c1 t", string.Join(' ', back.Type, back.Of("urn:sdl", "cid"), back.Attributes.ValueOf("ts")));
    }

    [TestMethod]
    public void What_an_annotation_says_of_several_segments_is_said_of_each()
    {
        var made = Convert("<trans-unit id=\"u\"><source>A. B.</source><seg-source><mrk mtype=\"protected\"><mrk mtype=\"seg\" mid=\"1\">A.</mrk> <mrk mtype=\"seg\" mid=\"2\">B.</mrk></mrk></seg-source></trans-unit>");
        AssertValid(made.Document);
        Assert.IsEmpty(made.Losses);
        Assert.AreEqual("A. False|B. False", string.Join('|', made.Document.Files.Single().Units.Single().Segments.Select(s => $"{s.Source!.InnerText} {s.Source.Elements.OfType<MarkedSpan>().Single().Translate}")));
    }

    [TestMethod]
    [DataRow("<trans-unit id=\"u\"><source>a <q:e xmlns:q=\"urn:q\">b <x id=\"1\"/></q:e></source></trans-unit>", "'q:e'")]
    [DataRow("<trans-unit id=\"u\"><source ts=\"t\">a</source></trans-unit>", "'ts'")]
    [DataRow("<trans-unit id=\"u\"><source>a</source><target q:w=\"1\" xmlns:q=\"urn:q\">b</target></trans-unit>", "'q:w'")]
    [DataRow("<trans-unit id=\"u\"><source>a</source><target state=\"x-my:state\">b</target></trans-unit>", "'x-my:state'")]
    [DataRow("<trans-unit id=\"u\" approved=\"yes\"><source>a</source><target state=\"needs-translation\">b</target></trans-unit>", "'needs-translation'")]
    [DataRow("<trans-unit id=\"u\"><source>A. B. extra</source><seg-source><mrk mtype=\"seg\" mid=\"1\">A.</mrk> <mrk mtype=\"seg\" mid=\"2\">B.</mrk></seg-source></trans-unit>", "became one")]
    [DataRow("<trans-unit id=\"u\"><source>A. B.</source><seg-source><mrk mtype=\"seg\" mid=\"1\">A.</mrk> <mrk mtype=\"seg\" mid=\"2\">B.</mrk></seg-source><target>a. b.</target></trans-unit>", "became one")]
    [DataRow("<trans-unit id=\"u\"><source>A. B.</source><target><mrk mtype=\"seg\" mid=\"1\">a.</mrk> <mrk mtype=\"seg\" mid=\"2\">b.</mrk></target></trans-unit>", "became one")]
    [DataRow("<trans-unit id=\"u\"><source>A.</source><seg-source><mrk mtype=\"seg\" mid=\"1\" q:st=\"x\" xmlns:q=\"urn:q\">A.</mrk></seg-source></trans-unit>", "'q:st'")]
    [DataRow("<trans-unit id=\"u\"><source>a</source><target>End</target><target>Finis</target></trans-unit>", "'Finis' was left out")]
    [DataRow("<trans-unit id=\"u\"><source>a</source><source>other</source><target>b</target></trans-unit>", "'other' was left out")]
    [DataRow("<trans-unit id=\"u\"><source>a</source><seg-source><mrk mtype=\"seg\" mid=\"1\">a</mrk></seg-source><seg-source><mrk mtype=\"seg\" mid=\"1\">other</mrk></seg-source></trans-unit>", "'other' was left out")]
    [DataRow("<trans-unit id=\"u\"><source>a</source><seg-source>other</seg-source></trans-unit>", "'other' was left out")]
    [DataRow("<trans-unit id=\"u\"><source>a</source><alt-trans><source>a</source><source>other</source><target>b</target>stray</alt-trans></trans-unit>", "'stray' in a candidate")]
    [DataRow("<trans-unit id=\"u\"><source>a<x id=\"1\"/></source><seg-source><mrk mtype=\"seg\" mid=\"1\">a</mrk></seg-source></trans-unit>", "<x id=\"1\"> of the source", DisplayName = "a code of the source alone")]
    [DataRow("<trans-unit id=\"u\"><source>a</source><target><mrk mtype=\"seg\" mid=\"1\" comment=\"see\">b</mrk></target></trans-unit>", "'comment' of the mark")]
    [DataRow("<trans-unit id=\"u\"><source>a</source><seg-source><mrk mtype=\"seg\" mid=\"1\">a</mrk></seg-source><target><mrk mtype=\"seg\" mid=\"1\" comment=\"see\">b</mrk></target></trans-unit>", "'comment' of a segment")]
    [DataRow("<trans-unit id=\"u\"><source>a<mrk mtype=\"term\" xml:lang=\"en\">b</mrk></source></trans-unit>", "'xml:lang' of the annotation")]
    [DataRow("<trans-unit id=\"u\"><source>a<g id=\"1\" q:k=\"v\" xmlns:q=\"urn:q\">b</g></source></trans-unit>", "'q:k' of the code '1'")]
    [DataRow("<trans-unit id=\"u\"><source><bpt id=\"1\">b</bpt>a<ept id=\"1\" crc=\"7\">b</ept></source></trans-unit>", "'crc'")]
    public void What_2_0_has_no_place_for_is_told(string unit, string told)
    {
        var made = Convert(unit);
        AssertValid(made.Document);
        Assert.IsTrue(made.Losses.Any(l => l.Contains(told, StringComparison.Ordinal)), string.Join('\n', made.Losses));
        if (!unit.Contains("<bpt", StringComparison.Ordinal))
            Assert.AreEqual(Read(Whole(unit)).Files.Single().TransUnits.Single().Source!.InnerText, string.Concat(made.Document.Files.Single().Units.Single().Parts.Select(p => p.Source!.InnerText)));
    }

    [TestMethod]
    public void A_binary_unit_and_a_language_with_an_underscore_come_over()
    {
        var made = XliffConversion.To(Read("<xliff version=\"1.2\"><file original=\"a\" source-language=\"en_US\" datatype=\"x\"><body><bin-unit id=\"b\" mime-type=\"a/b\"><bin-source><external-file href=\"x\"/></bin-source></bin-unit><trans-unit id=\"u\"><source>a</source><note annotates=\"general\" priority=\"77\" xml:lang=\"de\">n</note></trans-unit></body></file></xliff>"), "2.0");
        Assert.AreEqual("en-US", made.Document.SourceLanguage);
        AssertValid(made.Document);
        var back = XliffConversion.To(made.Document, "1.2").Document;
        Assert.AreEqual("V1-priority", string.Join(' ', XliffValidator.Validate(new MemoryStream(XliffWriter.Write(back))).Select(d => d.Rule)), "as it was");
        var note = back.Files.Single().TransUnits.Single().Elements.OfType<Note>().Single();
        Assert.AreEqual("general de", $"{note.Attributes.ValueOf("annotates")} {note.Of(XliffNamespaces.Xml, "lang")}");
    }

    [TestMethod]
    [DataRow("<x id=\"1\"/>")]
    [DataRow("<ph id=\"1\">{0}</ph>")]
    [DataRow("<x id=\"a {0}\"/>")]
    public void Many_codes_of_one_unit_come_over(string code)
    {
        var many = string.Concat(Enumerable.Range(0, 20_000).Select(i => string.Format(System.Globalization.CultureInfo.InvariantCulture, code, i)));
        Assert.AreEqual(20_000, Convert($"<trans-unit id=\"u\"><source>{many}</source></trans-unit>").Document.Files.Single().Units.Single().Segments.Single().Source!.Elements.Count());
    }

    [TestMethod]
    public void An_approval_without_a_target_waits_for_one()
    {
        var made = Convert("<trans-unit id=\"u\" approved=\"yes\"><source>a</source></trans-unit>").Document;
        Assert.IsNull(made.Files.Single().Units.Single().Segments.Single().State);
        Assert.IsTrue(XliffConversion.To(made, "1.2").Document.Files.Single().TransUnits.Single().IsApproved);
        var old = new XliffDocument("2.0") { SourceLanguage = "ko", Files = [new XliffFile("f") { Units = [new Unit("u") { Parts = [new Segment { Id = "s", State = "final", Source = new Source("a") }] }] }] };
        var up = XliffConversion.To(old, "2.1");
        Assert.IsTrue(up.Losses.Single().Contains("'final'", StringComparison.Ordinal));
        AssertValid(up.Document);
    }

    [TestMethod]
    public void The_language_of_targets_is_that_of_the_document()
    {
        var made = XliffConversion.To(Read("<xliff version=\"1.2\"><file original=\"a\" source-language=\"en\" datatype=\"x\"><body><trans-unit id=\"u\"><source>a</source><target xml:lang=\"ko\">b</target></trans-unit><trans-unit id=\"v\"><source>a</source><target xml:lang=\"ja\">b</target></trans-unit></body></file></xliff>"), "2.0");
        Assert.AreEqual("ko", made.Document.TargetLanguage);
        Assert.IsTrue(made.Losses.Single().Contains("'ja'", StringComparison.Ordinal));
        AssertValid(made.Document);
    }

    [TestMethod]
    public void Comments_stay_where_they_are_through_1_2()
    {
        var document = Read("<xliff xmlns=\"urn:oasis:names:tc:xliff:document:2.0\" version=\"2.0\" srcLang=\"en\"><file id=\"f\"><unit id=\"u\"><segment><source>a</source></segment><ignorable id=\"-\"><source> </source></ignorable></unit><!--between--><unit id=\"v\"><segment><source>a</source></segment></unit><!--after--></file></xliff>");
        var back = XliffConversion.To(XliffConversion.To(document, "1.2").Document, "2.0").Document;
        Assert.AreEqual("u between v after", string.Join(' ', back.Files.Single().Content.Where(n => n is not PlainText).Select(n => n is Comment c ? c.Text : ((Unit)n).Id)));
        Assert.AreEqual("-", back.Files.Single().Units.First().Parts.Last().Id);
    }

    [TestMethod]
    public void A_unit_without_a_fitting_id_takes_nobody_elses_and_gets_its_own_back()
    {
        var made = Convert("<trans-unit id=\"a b\"><source>q</source></trans-unit><trans-unit id=\"u1\"><source>q</source></trans-unit>");
        Assert.AreEqual("u2 u1", string.Join(' ', made.Document.Files.Single().Units.Select(u => u.Id)));
        Assert.AreEqual("a b,u1", string.Join(',', XliffConversion.To(made.Document, "1.2").Document.Files.Single().TransUnits.Select(u => u.Id)));
    }

    [TestMethod]
    public void Another_pair_of_languages_is_told()
    {
        var made = XliffConversion.To(Read("<xliff version=\"1.2\"><file original=\"a\" source-language=\"en\" target-language=\"ko\" datatype=\"x\"><body/></file><file original=\"b\" source-language=\"fr\" target-language=\"de\" datatype=\"x\"><body/></file></xliff>"), "2.0");
        Assert.IsTrue(made.Losses.Any(l => l.Contains("'fr' into 'de'", StringComparison.Ordinal)));
    }

    [TestMethod]
    [DataRow("<xliff version=\"1.2\" xmlns:x1=\"urn:mine\"><file original=\"a\" source-language=\"en\" datatype=\"x\"><body/></file></xliff>", "2.0")]
    [DataRow("<xliff xmlns=\"urn:oasis:names:tc:xliff:document:2.0\" version=\"2.0\" srcLang=\"en\"><file id=\"f\" xmlns:x2=\"urn:mine\"><unit id=\"u\"><segment><source>a</source></segment></unit></file></xliff>", "1.2")]
    public void A_prefix_that_conversion_needs_and_that_means_something_else_is_refused(string document, string version) =>
        Assert.Contains("urn:mine", Assert.ThrowsExactly<XliffException>(() => XliffConversion.To(Read(document), version)).Message);

    [TestMethod]
    [DataRow("us-ascii", new byte[] { 0xC3, 0xA4 })]
    [DataRow("shift_jis", new byte[] { 0x85, 0x20 })]
    [DataRow("utf-8", new byte[] { 0xFF })]
    public void Bytes_that_the_declared_encoding_does_not_have_are_an_error(string encoding, byte[] bytes)
    {
        var head = $"<?xml version=\"1.0\" encoding=\"{encoding}\"?><xliff version=\"1.2\"><file original=\"";
        byte[] file = [.. Encoding.ASCII.GetBytes(head), .. bytes, .. Encoding.ASCII.GetBytes("\" source-language=\"ko\" datatype=\"x\"><body/></file></xliff>")];
        Assert.ThrowsExactly<XliffException>(() => XliffReader.Read(new MemoryStream(file)));
        Assert.AreEqual("G01", XliffValidator.Validate(new MemoryStream(file))[0].Rule);
    }

    [TestMethod]
    [DataRow("V1-element", "<trans-unit id=\"u\"><source>a<b>b</b></source></trans-unit>")]
    [DataRow("V1-element", "<trans-unit id=\"u\"><source>a<note>b</note></source></trans-unit>")]
    [DataRow("V1-element", "<source>a</source>")]
    [DataRow("V1-id", "<trans-unit><source>a</source></trans-unit>")]
    [DataRow("V1-id", "<trans-unit id=\"u\"><source>a</source></trans-unit><trans-unit id=\"u\"><source>a</source></trans-unit>")]
    [DataRow("V1-source", "<trans-unit id=\"u\"/>")]
    [DataRow("V1-code", "<trans-unit id=\"u\"><source>a<x/></source></trans-unit>")]
    [DataRow("V1-code", "<trans-unit id=\"u\"><source>a<it id=\"1\">b</it></source></trans-unit>")]
    [DataRow("V1-code", "<trans-unit id=\"u\"><source>a<it id=\"1\" pos=\"both\">b</it></source></trans-unit>")]
    [DataRow("V1-text", "<trans-unit id=\"u\">words<source>a</source></trans-unit>")]
    [DataRow("V1-order", "<trans-unit id=\"u\"><target>b</target><source>a</source></trans-unit>")]
    [DataRow("V1-order", "<trans-unit id=\"u\"><source>a</source><target>b</target><seg-source>a</seg-source></trans-unit>")]
    [DataRow("V1-order", "<trans-unit id=\"u\"><note>b</note><source>a</source></trans-unit>")]
    [DataRow("V1-order", "<trans-unit id=\"u\"><source>a</source><alt-trans><target>b</target></alt-trans><target>c</target></trans-unit>")]
    [DataRow("V1-mrk", "<trans-unit id=\"u\"><source>a<mrk mid=\"1\">b</mrk></source></trans-unit>")]
    [DataRow("V1-priority", "<trans-unit id=\"u\"><source>a</source><note priority=\"11\">b</note></trans-unit>")]
    [DataRow("V1-priority", "<trans-unit id=\"u\"><source>a</source><note priority=\"high\">b</note></trans-unit>")]
    [DataRow("V1-state", "<trans-unit id=\"u\"><source>a</source><target state=\"done\">b</target></trans-unit>")]
    [DataRow("V1-yes-no", "<trans-unit id=\"u\" approved=\"maybe\"><source>a</source></trans-unit>")]
    [DataRow("V1-yes-no", "<group id=\"g\" translate=\"never\"><trans-unit id=\"u\"><source>a</source></trans-unit></group>")]
    [DataRow("V1-yes-no", "<trans-unit id=\"u\"><source>a<x id=\"1\" clone=\"\"/></source></trans-unit>")]
    [DataRow("", "<trans-unit id=\"u\" approved=\"yes\" translate=\"no\"><source xml:lang=\"EN\">a</source><target xml:lang=\"ko\">b</target><alt-trans><target xml:lang=\"ja\">c</target></alt-trans></trans-unit>")]
    [DataRow("L06", "<trans-unit id=\"u\" xml:space=\"keep\"><source>a</source></trans-unit>")]
    [DataRow("", "<trans-unit id=\"u\"><source>a<it id=\"1\" pos=\"open\">b</it></source><target state=\"x-done\">b</target><note priority=\"10\">c</note></trans-unit>")]
    [DataRow("V1-source", "<trans-unit id=\"u\"><source>a</source><source>b</source></trans-unit>")]
    [DataRow("V1-source", "<trans-unit id=\"u\"><source>a</source><seg-source>a</seg-source><seg-source>b</seg-source></trans-unit>")]
    [DataRow("", "<trans-unit id=\"u\"><source>a</source><y:source xmlns:y=\"urn:mine\">b</y:source></trans-unit>")]
    [DataRow("V1-target", "<trans-unit id=\"u\"><source>a</source><target/><target/></trans-unit>")]
    public void What_1_2_does_not_have_is_told(string rule, string body) =>
        Assert.AreEqual(rule, string.Join(' ', XliffValidator.Validate(new MemoryStream(Encoding.UTF8.GetBytes(Whole(body)))).Select(d => d.Rule)));

    [TestMethod]
    [DataRow("V1-note", "<trans-unit id=\"u\"><source>a</source><note annotates=\"all\">b</note></trans-unit>")]
    [DataRow("V1-note", "<trans-unit id=\"u\"><source>a</source><note y:a=\"1\" xmlns:y=\"urn:mine\">b</note></trans-unit>")]
    [DataRow("V1-state", "<trans-unit id=\"u\"><source>a</source><target state-qualifier=\"guessed\">b</target></trans-unit>")]
    [DataRow("V1-order", "<trans-unit id=\"u\"><source>a</source><y:b xmlns:y=\"urn:mine\"/><note>b</note></trans-unit>")]
    [DataRow("V1-mrk", "<trans-unit id=\"u\"><source>a</source><seg-source><mrk mtype=\"seg\" mid=\"1\">a</mrk></seg-source><target><mrk mtype=\"seg\" mid=\"2\">b</mrk></target></trans-unit>")]
    public void What_tools_of_1_2_do_against_its_schema_is_a_warning(string rule, string body)
    {
        var told = XliffValidator.Validate(new MemoryStream(Encoding.UTF8.GetBytes(Whole(body)))).Single();
        Assert.AreEqual((rule, DiagnosticSeverity.Warning), (told.Rule, told.Severity));
    }

    [TestMethod]
    public void A_header_stands_before_the_body() =>
        Assert.AreEqual("V1-order", XliffValidator.Validate(new MemoryStream(Encoding.UTF8.GetBytes("<xliff version=\"1.2\"><file original=\"a\" source-language=\"ko\" datatype=\"x\"><body><trans-unit id=\"u\"><source>a</source></trans-unit></body><header/></file></xliff>"))).Single().Rule);

    [TestMethod]
    [DataRow("<trans-unit id=\"u\"><source>a</source><target xml:lang=\"ja\">b</target></trans-unit>")]
    [DataRow("<trans-unit id=\"u\"><source xml:lang=\"en-US\">a</source></trans-unit>")]
    public void A_language_that_should_be_the_files_is_a_warning(string unit)
    {
        var told = XliffValidator.Validate(new MemoryStream(Encoding.UTF8.GetBytes(Whole(unit)))).Single();
        Assert.AreEqual(("V1-language", DiagnosticSeverity.Warning), (told.Rule, told.Severity));
    }

    [TestMethod]
    [DataRow(" xmlns=\"urn:oasis:names:tc:xliff:document:1.2\" version=\"1.3\"", "V1-version")]
    [DataRow(" xmlns=\"urn:oasis:names:tc:xliff:document:1.2\"", "V1-version")]
    [DataRow(" version=\"1.9\"", "V1-version")]
    [DataRow(" xmlns=\"urn:oasis:names:tc:xliff:document:1.2\" version=\"1.1\"", "")]
    [DataRow(" xmlns=\"urn:oasis:names:tc:xliff:document:1.1\" version=\"1.1\"", "")]
    [DataRow(" version=\"1.0\"", "")]
    public void A_version_that_there_is_not_is_told(string root, string rule) =>
        Assert.AreEqual(rule, string.Join(' ', XliffValidator.Validate(new MemoryStream(Encoding.UTF8.GetBytes($"<xliff{root}><file original=\"a\" source-language=\"en\" datatype=\"x\"><body/></file></xliff>"))).Select(d => d.Rule)));

    [TestMethod]
    public void What_1_2_has_is_well()
    {
        const string Body = "<group id=\"g\"><context-group purpose=\"location\"><context context-type=\"x\">a</context></context-group><trans-unit id=\"u\"><source>a<g id=\"1\"><bpt id=\"2\">x<sub>y<x id=\"4\"/></sub></bpt></g><mrk mtype=\"term\">t</mrk></source><seg-source><mrk mtype=\"seg\" mid=\"0\">a</mrk></seg-source><target>b</target><note>n</note><alt-trans><target>c</target></alt-trans><y xmlns=\"urn:mine\"/></trans-unit></group><bin-unit id=\"b\" mime-type=\"a/b\"><bin-source><external-file href=\"x\"/></bin-source></bin-unit>";
        Assert.AreEqual("", string.Join('\n', XliffValidator.Validate(new MemoryStream(Encoding.UTF8.GetBytes(Whole(Body))))));
    }

    [TestMethod]
    public void An_encoding_that_has_the_bytes_is_read()
    {
        byte[] file = [.. Encoding.ASCII.GetBytes("<?xml version='1.0' encoding='euc-kr'?><xliff version=\"1.2\"><file original=\""), 0xB0, 0xA1, .. Encoding.ASCII.GetBytes("\" source-language=\"ko\" datatype=\"x\"><body/></file></xliff>")];
        Assert.AreEqual("가", XliffReader.Read(new MemoryStream(file)).Files.Single().Original);
    }

    [TestMethod]
    [DataRow("<segment>\u00A0<source>a</source></segment>", "G03")]
    [DataRow("<segment><source>a</source></segment>\u3000", "G03")]
    [DataRow("<segment><source>a</source><target order=\"99999999999\">b</target></segment>", "T07")]
    public void White_space_is_that_of_XML_and_no_number_is_too_great_to_be_wrong(string unit, string rule)
    {
        var found = XliffValidator.Validate(new MemoryStream(Encoding.UTF8.GetBytes(
            $"<xliff xmlns=\"urn:oasis:names:tc:xliff:document:2.0\" version=\"2.0\" srcLang=\"en\" trgLang=\"ko\"><file id=\"f\"><unit id=\"u\">{unit}</unit></file></xliff>"))).ToList();
        Assert.IsNotEmpty(found);
        Assert.IsTrue(rule != "T07" || found.Exists(d => d.Rule == rule), string.Join('\n', found));
    }

    [TestMethod]
    public void Segments_for_different_cases_are_not_joined()
    {
        var unit = new Unit("u") { Parts = [new Segment { Id = "s1", Case = "one", Source = new Source("a") }, new Segment { Id = "s2", Case = "other", Source = new Source("b") }] };
        Assert.ThrowsExactly<ArgumentException>(() => Segmentation.Join(unit, 0, 1));
    }

    /// <summary>An element without what conversion adds for the way back.</summary>
    private static string Bare(XliffElement element)
    {
        var made = System.Xml.Linq.XElement.Parse($"<r xmlns:x2=\"{XliffNamespaces.Core20}\">{Written(element)}</r>").Elements().Single();
        foreach (var extra in made.DescendantsAndSelf().SelectMany(p => p.Attributes().Where(a => a.IsNamespaceDeclaration || a.Name.NamespaceName.Length > 0 || (p.Name == "mrk" && a.Name == "mid"))).ToList())
            extra.Remove();
        made.Elements("mrk").Where(m => (string?)m.Attribute("mtype") == "seg").ToList().ForEach(m => m.ReplaceWith(m.Nodes()));
        return made.ToString(System.Xml.Linq.SaveOptions.DisableFormatting);
    }

    private static string Written(XliffElement element)
    {
        var start = $"<{element.Tag.LocalName}{string.Concat(element.Attributes.Where(a => a.Name.Prefix != "xmlns").Select(a => $" {a.Name}=\"{a.Value}\""))}";
        return element.Content.Count == 0 ? start + "/>" : $"{start}>{string.Concat(element.Content.Select(n => n is PlainText t ? t.Text : Written((XliffElement)n)))}</{element.Tag.LocalName}>";
    }

    private static ConvertedDocument Convert(string units) =>
        XliffConversion.To(Read(Whole(units)), "2.0");

    private static string Whole(string units) => $"<xliff version=\"1.2\"><file original=\"a\" source-language=\"en\" target-language=\"ko\" datatype=\"x\"><body>{units}</body></file></xliff>";

    private static XliffDocument Read(string document) => XliffReader.Read(new MemoryStream(Encoding.UTF8.GetBytes(document)));

    private static void AssertValid(XliffDocument document) =>
        Assert.AreEqual("", string.Join('\n', XliffValidator.Validate(new MemoryStream(XliffWriter.Write(document))).Where(d => d.Severity == DiagnosticSeverity.Error)));
}
