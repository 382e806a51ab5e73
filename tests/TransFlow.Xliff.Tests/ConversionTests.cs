using CsCheck;

namespace TransFlow.Xliff.Tests;

[TestClass]
public sealed class ConversionTests
{
    [TestMethod]
    public void A_document_of_2_x_comes_back_from_1_2_as_it_was() => RichDocuments.Valid.Sample(document =>
    {
        var there = XliffConversion.To(document, "1.2");
        Assert.IsEmpty(there.Losses);
        var onDisk = XliffReader.Read(new MemoryStream(XliffWriter.Write(there.Document)));
        Assert.AreEqual("", string.Join('\n', XliffValidator.Validate(new MemoryStream(XliffWriter.Write(onDisk)))));
        var back = XliffConversion.To(onDisk, document.Version);
        Assert.IsEmpty(back.Losses);
        AssertSame(document, back.Document);
    });

    [TestMethod]
    [DataRow("<segment id='s1' state='final'><source>S1.</source><target>T1.</target></segment><ignorable><source><ph id='p1'/></source></ignorable><segment id='s2' state='final'><source>S2.</source><target>T2.</target></segment>")]
    [DataRow("<ignorable><source>* <ph id='p1'/></source></ignorable><segment id='s1' state='translated'><source>S1.</source><target>T1.</target></segment><ignorable><source>a<ph id='p2'/></source></ignorable>")]
    [DataRow("<segment id='s1' state='final'><source>S1.</source><target>T1.</target></segment><ignorable><source>*</source></ignorable><segment id='s2'><source>S2.</source></segment>")]
    [DataRow("<segment id='s1'><source>S1.</source></segment><ignorable><source>*<ph id='p'/></source></ignorable><segment id='s2' state='reviewed'><source>S2.</source><target>T2.</target></segment>")]
    [DataRow("<segment id='s1'><source>S1.</source></segment><ignorable><source>*</source></ignorable><segment id='s2'><source>S2.</source></segment><ignorable><source> </source></ignorable><segment id='s3' state='final' subState='my:x'><source>S3.</source><target>T3.</target></segment>")]
    [DataRow("<ignorable id='i1'><source>a</source></ignorable><ignorable><source>b</source></ignorable><segment><source>S1.</source><target/></segment><ignorable><source> </source><target></target></ignorable>")]
    [DataRow("<segment id='s1' state='final'><source>S1.</source><target order='3'>T1.</target></segment><ignorable><source><cp hex='0001'/></source></ignorable><segment id='s2' state='final'><source>S2.</source><target order='1'>T2.</target></segment>")]
    public void Whatever_stands_between_segments_comes_back(string parts)
    {
        var document = XliffReader.Read(new MemoryStream(System.Text.Encoding.UTF8.GetBytes($"<xliff xmlns='urn:oasis:names:tc:xliff:document:2.0' version='2.0' srcLang='en' trgLang='ko'><file id='f'><unit id='u'>{parts}</unit></file></xliff>")));
        var back = XliffConversion.To(XliffReader.Read(new MemoryStream(XliffWriter.Write(XliffConversion.To(document, "1.2").Document))), "2.0");
        Assert.IsEmpty(back.Losses);
        AssertSame(document, back.Document);
    }

    [TestMethod]
    [DataRow("approved=\"yes\"", "", "reviewed x1:final")]
    [DataRow("approved=\"yes\"", "approved=\"no\"", "reviewed x1:final")]
    [DataRow("state=\"final\"", "state=\"needs-review-translation\"", "final ")]
    [DataRow("approved=\"yes\"", "approved=\"yes\"", "final ")]
    public void An_approval_that_a_reviewer_takes_back_is_taken_back(string said, string changed, string states)
    {
        var document = new XliffDocument("2.0") { SourceLanguage = "ko", TargetLanguage = "en", Files = [new XliffFile("f") { Units = [new Unit("u") { Parts = [new Segment { Id = "s", State = "final", Source = new Source("가"), Target = new Target("a") }] }] }] };
        var there = System.Text.Encoding.UTF8.GetString(XliffWriter.Write(XliffConversion.To(document, "1.2").Document));
        var segment = XliffConversion.To(XliffReader.Read(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(there.Replace(said, changed.Length == 0 ? "approved=\"no\"" : changed, StringComparison.Ordinal)))), "2.0").Document.Files.Single().Units.Single().Segments.Single();
        Assert.AreEqual(states, $"{segment.State} {segment.SubState}");
    }

    [TestMethod]
    public void An_approval_that_a_reviewer_gives_is_taken()
    {
        var document = new XliffDocument("2.0") { SourceLanguage = "ko", TargetLanguage = "en", Files = [new XliffFile("f") { Units = [new Unit("u") { Parts = [new Segment { Id = "s", State = "translated", Source = new Source("가"), Target = new Target("a") }] }] }] };
        var there = System.Text.Encoding.UTF8.GetString(XliffWriter.Write(XliffConversion.To(document, "1.2").Document)).Replace("<trans-unit ", "<trans-unit approved=\"yes\" ", StringComparison.Ordinal);
        Assert.AreEqual("final", XliffConversion.To(XliffReader.Read(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(there))), "2.0").Document.Files.Single().Units.Single().Segments.Single().State);
    }

    [TestMethod]
    [DataRow("everything-2.1.xlf")]
    [DataRow("profile-2.0.xlf")]
    public void So_does_a_whole_file(string name)
    {
        var document = Read(name);
        var back = XliffConversion.To(XliffConversion.To(document, "1.2").Document, document.Version).Document;
        AssertSame(document, back);
    }

    [TestMethod]
    public void A_file_of_1_2_becomes_a_valid_one_of_2_0_and_says_the_same()
    {
        var converted = XliffConversion.To(Read("everything-1.2.xlf"), "2.0");
        Assert.AreEqual("", string.Join('\n', XliffValidator.Validate(new MemoryStream(XliffWriter.Write(converted.Document))).Where(d => d.Severity == DiagnosticSeverity.Error)));
        var units = converted.Document.Files.Single().Units.ToList();
        Assert.AreEqual("1 u1 u2 n", string.Join(' ', units.Select(u => u.Id)));
        Assert.AreEqual("final/First. -/- final/Bold second.", string.Join(' ', units[0].Parts.Select(p => $"{(p as Segment)?.State ?? "-"}/{p.Target?.InnerText ?? "-"}")));
        Assert.AreEqual(("First one", 85m), (units[0].Matches!.Items.Single().Target!.InnerText, units[0].Matches!.Items.Single().Quality));
        Assert.AreEqual("<b> </b> <br/> <i>", string.Join(' ', units[1].Data.Select(d => d.InnerText)));
        Assert.IsFalse(units[3].Translate);
        var back = XliffConversion.To(converted.Document, "1.2").Document.Files.Single();
        Assert.AreEqual("1 two words 1 n", string.Join(' ', back.TransUnits.Select(u => u.Id)));
        Assert.AreEqual(("html", "40"), (back.Attributes.ValueOf("datatype"), back.TransUnits.First().Attributes.ValueOf("maxwidth")));
    }

    [TestMethod]
    public void A_state_that_a_tool_of_1_2_changes_comes_back()
    {
        var document = new XliffDocument("2.0") { SourceLanguage = "ko", TargetLanguage = "en", Files = [new XliffFile("f") { Units = [new Unit("u") { Parts = [new Segment { Id = "s", State = "translated", Source = new Source("가"), Target = new Target("a") }] }] }] };
        var there = System.Text.Encoding.UTF8.GetString(XliffWriter.Write(XliffConversion.To(document, "1.2").Document));
        var changed = there.Replace("<target state=\"translated\">", "<target state=\"final\">", StringComparison.Ordinal).Replace(">a<", ">b<", StringComparison.Ordinal);
        var segment = XliffConversion.To(XliffReader.Read(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(changed))), "2.0").Document.Files.Single().Units.Single().Segments.Single();
        Assert.AreEqual(("s", "final", "b"), (segment.Id, segment.State, segment.Target!.InnerText));
    }

    [TestMethod]
    public void What_a_version_cannot_say_is_told()
    {
        var down = XliffConversion.To(Read("everything-2.2.xlf"), "2.0");
        Assert.HasCount(5, down.Losses, string.Join('\n', down.Losses));
        Assert.AreEqual("", string.Join('\n', XliffValidator.Validate(new MemoryStream(XliffWriter.Write(down.Document))).Where(d => d.Severity == DiagnosticSeverity.Error)));
        var up = XliffConversion.To(Read("profile-2.0.xlf"), "2.2");
        Assert.IsEmpty(up.Losses);
        Assert.AreEqual("", string.Join('\n', XliffValidator.Validate(new MemoryStream(XliffWriter.Write(up.Document)))));
        Assert.ThrowsExactly<ArgumentException>(() => XliffConversion.To(Read("profile-2.0.xlf"), "3.0"));
    }

    [TestMethod]
    [DataRow("angular.xlf", 0)]
    [DataRow("mq.xlf", 2)]
    [DataRow("nons.xlf", 0)]
    [DataRow("sdl.xlf", 0)]
    [DataRow("v10.xlf", 0)]
    [DataRow("xcode.xlf", 0)]
    public void A_file_as_a_tool_writes_it_becomes_valid_and_stays_the_same_through_1_2(string name, int losses)
    {
        var converted = XliffConversion.To(Read("tools/" + name), "2.0");
        Assert.HasCount(losses, converted.Losses, string.Join('\n', converted.Losses));
        Assert.AreEqual("", string.Join('\n', XliffValidator.Validate(new MemoryStream(XliffWriter.Write(converted.Document))).Where(d => d.Severity == DiagnosticSeverity.Error)));
        AssertSame(converted.Document, XliffConversion.To(XliffConversion.To(converted.Document, "1.2").Document, "2.0").Document);
    }

    [TestMethod]
    public void Segments_inside_a_code_become_segments_and_the_code_a_start_and_an_end()
    {
        var unit = XliffConversion.To(Read("tools/sdl.xlf"), "2.0").Document.Files.Single().Units.First();
        Assert.AreEqual("First.| |Second.", string.Join('|', unit.Parts.Select(p => p.Target?.InnerText ?? p.Source!.InnerText)));
        Assert.AreEqual("SpanStart 1 Text  / Text  SpanEnd 1", string.Join(" / ", unit.Segments.Select(s => string.Join(' ', s.Source!.Steps.Select(t => $"{t.Kind} {t.Id}")))));
    }

    [TestMethod]
    public void Codes_that_share_an_id_get_ids_of_their_own()
    {
        var codes = XliffConversion.To(Read("tools/angular.xlf"), "2.0").Document.Files.Single().Units.Single().Segments.Single().Source!.Content.OfType<StandaloneCode>();
        Assert.AreEqual("ICU START_TAG_B CLOSE_TAG_B ICU-2", string.Join(' ', codes.Select(c => c.Id)));
    }

    private static XliffDocument Read(string name) => XliffReader.Read(File.OpenRead(Path.Combine(AppContext.BaseDirectory, "Data", name)));

    private static void AssertSame(XliffDocument expected, XliffDocument actual)
    {
        var (left, right) = (XliffLayout.Strip(expected), XliffLayout.Strip(actual));
        Assert.IsTrue(left.Equals(right), $"{Written(XliffLayout.Indent(left))}\n-- but --\n{Written(XliffLayout.Indent(right))}");
    }

    private static string Written(XliffDocument document) => System.Text.Encoding.UTF8.GetString(XliffWriter.Write(document));
}
