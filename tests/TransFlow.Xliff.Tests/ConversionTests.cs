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
    public void What_is_written_in_1_2_stands_where_the_schema_of_1_2_has_it() => RichDocuments.Valid.Sample(document =>
    {
        var there = XliffConversion.To(document, "1.2").Document;
        AssertOfSchema(there);
        AssertOfSchema(XliffConversion.To(XliffConversion.To(there, "2.0").Document, "1.2").Document);
    });

    [TestMethod]
    [DataRow("everything-1.2.xlf")]
    [DataRow("tools/mq.xlf")]
    [DataRow("tools/sdl.xlf")]
    public void So_does_what_comes_back_of_1_2(string name) => AssertOfSchema(XliffConversion.To(XliffConversion.To(Read(name), "2.0").Document, "1.2").Document);

    [TestMethod]
    [DataRow("", "", "n1 desk 2 n|m", DisplayName = "as they were")]
    [DataRow("\n        <note>m</note>", "", "n1 desk 2 n", DisplayName = "one taken out")]
    [DataRow("\n        <note>m</note>", "<note>new</note><note>m</note>", "n1 desk 2 n|new|m", DisplayName = "one put in")]
    [DataRow("\n        <note>m</note>", "<note>changed</note>", "n1 desk 2 n|changed", DisplayName = "another text")]
    [DataRow("from=\"desk\">n", "from=\"desk\">changed", "n1 desk 2 changed|m", DisplayName = "another text of one that travels")]
    public void Notes_are_what_a_tool_of_1_2_leaves_with_what_travelled_beside_them(string said, string changed, string notes)
    {
        var there = System.Text.Encoding.UTF8.GetString(XliffWriter.Write(XliffConversion.To(Whole(Rich), "1.2").Document));
        var at = said.Length == 0 ? 0 : there.IndexOf(said, StringComparison.Ordinal);
        var edited = XliffConversion.To(XliffReader.Read(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(there[..at] + changed + there[(at + said.Length)..]))), "2.0");
        Assert.IsEmpty(edited.Losses);
        Assert.AreEqual(notes, string.Join('|', edited.Document.Files.Single().Units.Single().Notes.Select(n => $"{n.Id} {n.Category} {n.Priority} {n.InnerText}".Trim())));
    }

    /// <summary>What the transitional schema of 1.2 says of order, of attributes of others, and of ids of marks.</summary>
    private static void AssertOfSchema(XliffElement element)
    {
        var children = string.Concat(element.Elements.Select(e => (XliffNamespaces.IsVersion1(e.Tag.Namespace) ? e.Tag.LocalName : "other") + " "));
        var order = element.Tag.LocalName switch
        {
            "header" => "(skl )?(phase-group )?((glossary|reference|count-group|note|tool) )*(other )*",
            "group" => "(context-group )*(count-group )*(prop-group )*(note )*(other )*((group|trans-unit|bin-unit) )*",
            "trans-unit" => "source (seg-source )?(target )?((context-group|count-group|prop-group|note|alt-trans) )*(other )*",
            _ => null,
        };
        if (!XliffNamespaces.IsVersion1(element.Tag.Namespace))
            return;
        if (order is not null)
            Assert.MatchesRegex($"^{order}$", children);
        if (element is Note)
            Assert.IsEmpty(element.Attributes.Where(a => a.Name.Namespace.Length > 0 && a.Name.Namespace != XliffNamespaces.Xml));
        if (element is TransUnit unit)
        {
            var mids = Marks(unit.SegmentedSource).ToList();
            Assert.HasCount(mids.Count, mids.Distinct());
            Assert.IsEmpty(Marks(unit.Target).Except(mids));
        }

        foreach (var child in element.Elements)
            AssertOfSchema(child);

        static IEnumerable<string> Marks(XliffElement? side) => side?.Elements.OfType<MarkedSpan>().Select(m => m.Attributes.ValueOf("mid")).OfType<string>() ?? [];
    }

    [TestMethod]
    public void So_do_many_files_in_one_document() => RichDocuments.Valid.Array[40, 80].Sample(
        documents =>
        {
            var files = documents.SelectMany(d => XliffConversion.To(d, "2.1").Document.Files).Select((f, i) => f with { Id = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"f{i}") });
            var document = new XliffDocument("2.1") { SourceLanguage = "ko", TargetLanguage = "en", Files = [.. files] };
            var there = XliffConversion.To(document, "1.2");
            var back = XliffConversion.To(XliffReader.Read(new MemoryStream(XliffWriter.Write(there.Document))), "2.1");
            Assert.IsEmpty(back.Losses);
            AssertSame(document, back.Document);
            Assert.IsEmpty(XliffComparison.Compare(document, back.Document));
        },
        iter: 20);

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
    [DataRow("</mrk><mrk mtype=\"x-ign", "</mrk> (again) <mrk mtype=\"x-ign", "B (again)  A", DisplayName = "words between")]
    [DataRow("<target state=\"new\">", "<target state=\"new\">BREAKING: ", "BREAKING: B A", DisplayName = "words before")]
    [DataRow("</mrk></target>", "</mrk> NEW.</target>", "B A NEW.", DisplayName = "words after")]
    [DataRow("</mrk></target>", "</mrk><x id=\"9\"/></target>", "B A{9}", DisplayName = "a code after")]
    [DataRow("</mrk></target>", "</mrk><mrk mtype=\"seg\" mid=\"9\"> NEW.</mrk></target>", "B A NEW.", DisplayName = "a segment that the source has not")]
    [DataRow("</mrk></target>", "</mrk><mrk mtype=\"x-ignorable\" x2:place=\"1\"> NEW.</mrk></target>", "B A NEW.", DisplayName = "what stands between twice")]
    [DataRow("place=\"1\"> <", "place=\"9\">, NEW <", "B, NEW A", DisplayName = "between under another id")]
    public void No_word_beside_segments_in_another_order_is_lost(string said, string changed, string target)
    {
        foreach (var (order, other) in new[] { ("order='3'", "order='1'"), ("", "") })
        {
            var (first, second) = order.Length > 0 ? ("A", "B") : ("B", "A");
            var made = Edited(Ordered(first, order, second, other), said, changed);
            var segment = made.Document.Files.Single().Units.Single().Parts.Single();
            Assert.AreEqual(target, string.Concat(segment.Target!.Steps.Select(s => s.Kind == InlineStepKind.Text ? s.Text : $"{{{s.Id}}}")));
            Assert.IsTrue(made.Losses.Any(l => l.Contains("became one", StringComparison.Ordinal)), string.Join('\n', made.Losses));
        }
    }

    [TestMethod]
    public void The_order_into_which_a_tool_puts_segments_is_taken()
    {
        const string First = "<mrk mtype=\"seg\" mid=\"2\" x2:order=\"1\">B</mrk>", Last = "<mrk mtype=\"seg\" mid=\"0\" x2:order=\"3\">A</mrk>";
        var made = Edited(Ordered("A", "order='3'", "B", "order='1'"), First + "<mrk mtype=\"x-ignorable\" x2:place=\"1\"> </mrk>" + Last, Last + "<mrk mtype=\"x-ignorable\" x2:place=\"1\"> </mrk>" + First);
        Assert.IsEmpty(made.Losses);
        Assert.AreEqual("A- -B-", string.Concat(made.Document.Files.Single().Units.Single().Parts.Select(p => $"{p.Target!.InnerText}{p.Target.Order?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "-"}")));
    }

    [TestMethod]
    public void Places_that_marks_state_from_before_a_tool_joined_others_are_counted_anew()
    {
        const string Unit = "<source>가. 나. 다.</source><seg-source><mrk mtype='seg' mid='0'>가. 나.</mrk> <mrk mtype='seg' mid='4'>다.</mrk></seg-source><target><mrk mtype='seg' mid='4' x2:order='1'>C.</mrk> <mrk mtype='seg' mid='0' x2:order='5'>A. B.</mrk></target>";
        var made = XliffConversion.To(XliffReader.Read(new MemoryStream(System.Text.Encoding.UTF8.GetBytes($"<xliff xmlns='urn:oasis:names:tc:xliff:document:1.2' xmlns:x2='urn:oasis:names:tc:xliff:document:2.0' version='1.2'><file original='a' source-language='ko' target-language='en' datatype='x'><body><trans-unit id='u' x2:id='u'>{Unit}</trans-unit></body></file></xliff>"))), "2.0");
        Assert.IsEmpty(made.Losses);
        Assert.AreEqual("", string.Join('\n', XliffValidator.Validate(new MemoryStream(XliffWriter.Write(made.Document))).Where(d => d.Severity == DiagnosticSeverity.Error)));
        Assert.AreEqual("A. B.3|~|C.1", string.Join('|', made.Document.Files.Single().Units.Single().Parts.Select(p => p.Target is { } t ? $"{t.InnerText}{t.Order}" : "~")));
    }

    [TestMethod]
    [DataRow("</target>", "</target><alt-trans match-quality=\"77\"><target>x</target></alt-trans>", "", DisplayName = "a candidate without a source")]
    [DataRow("<mrk mtype=\"seg\" mid=\"0\">A<", "<mrk mtype=\"seg\" mid=\"7\">A<", "'s2', 'm1'", DisplayName = "segments that became one")]
    public void What_a_tool_adds_or_takes_out_leaves_a_valid_document(string said, string changed, string gone)
    {
        var made = Edited(
            "<mtc:matches xmlns:mtc='urn:oasis:names:tc:xliff:matches:2.0'><mtc:match ref='#s2'><source>가</source><target>a</target></mtc:match></mtc:matches><gls:glossary xmlns:gls='urn:oasis:names:tc:xliff:glossary:2.0'><gls:glossEntry ref='#m1'><gls:term>가</gls:term><gls:translation>a</gls:translation></gls:glossEntry></gls:glossary>"
            + "<originalData><data id='d1'>**</data><data id='d2'>_</data></originalData><segment id='s1'><source><pc id='1' dataRefStart='d1' dataRefEnd='d1'>가</pc><ph id='2' dataRef='d2'/></source><target>A</target></segment><segment id='s2'><source><mrk id='m1' type='term'>나</mrk></source></segment>",
            said,
            changed,
            gone.Length > 0 ? " x2:id=\"m1\" x2:type=\"term\"" : "~");
        Assert.AreEqual("", string.Join('\n', XliffValidator.Validate(new MemoryStream(XliffWriter.Write(made.Document))).Where(d => d.Severity == DiagnosticSeverity.Error)));
        Assert.AreEqual(gone.Length > 0, made.Losses.Any(l => l.Contains($"What referred to {gone} in the unit 'u'", StringComparison.Ordinal)), string.Join('\n', made.Losses));
    }

    [TestMethod]
    [DataRow("target-language=\"en\"", "target-language=\"fr\"", "'fr' was written over 'en'")]
    [DataRow("source-language=\"ko\"", "source-language=\"ja\"", "'ja' was written over 'ko'")]
    [DataRow("target-language=\"en\"", "target-language=\"EN\"", "")]
    public void A_language_that_a_tool_writes_over_another_is_told(string said, string changed, string told)
    {
        var made = Edited("<segment id='s'><source>가</source><target>a</target></segment>", said, changed);
        Assert.AreEqual(("ko", "en"), (made.Document.SourceLanguage, made.Document.TargetLanguage));
        Assert.AreEqual(told.Length > 0, made.Losses.Any(l => told.Length > 0 && l.Contains(told, StringComparison.Ordinal)), string.Join('\n', made.Losses));
    }

    [TestMethod]
    public void Comments_in_codes_come_back_and_a_priority_with_its_sign_is_a_number()
    {
        const string Parts = "<notes><note priority='+3'>n</note></notes><segment id='s'><source>가<ph id='1'><!-- c --></ph></source></segment>";
        var there = XliffConversion.To(Whole(Parts), "1.2").Document;
        Assert.AreEqual("", string.Join('\n', XliffValidator.Validate(new MemoryStream(XliffWriter.Write(there)))));
        AssertSame(Whole(Parts), XliffConversion.To(XliffReader.Read(new MemoryStream(XliffWriter.Write(there))), "2.0").Document);
    }

    [TestMethod]
    [DataRow("<segment><source>가</source></segment><!-- c --><segment><source>나</source></segment>", false)]
    [DataRow("<segment><!-- c --><source>가</source></segment>", true)]
    [DataRow("<!-- c --><segment><source>가<!-- c --></source></segment>", false)]
    public void Comments_that_come_back_elsewhere_are_told(string unit, bool isTold) =>
        Assert.AreEqual(isTold, XliffConversion.To(Whole(unit), "1.2").Losses.Any(l => l.Contains("comments", StringComparison.Ordinal)));

    [TestMethod]
    [DataRow("<segment id='a'><source>가</source><target>A</target></segment><!--1--><segment id='b'><source>나</source></segment><?p i?>")]
    [DataRow("<!--0--><ignorable><source> </source></ignorable><!--1--><!--2--><segment id='a'><source>가</source><target>A</target></segment><!--3--><ignorable><source> </source></ignorable><!--4-->")]
    [DataRow("<segment id='a'><source>가</source></segment><ignorable><source>x</source></ignorable><!--1--><ignorable><source>y<!--2--></source></ignorable>")]
    [DataRow("<segment id='a'><source>가</source><target order='3'>A</target></segment><!--1--><ignorable><source> </source></ignorable><segment id='b'><source>나</source><target order='1'>B</target></segment><!--2-->")]
    public void Comments_between_segments_keep_their_places(string unit)
    {
        var there = XliffConversion.To(Whole(unit), "1.2");
        Assert.IsEmpty(there.Losses);
        Assert.AreEqual("", string.Join('\n', XliffValidator.Validate(new MemoryStream(XliffWriter.Write(there.Document)))));
        var back = XliffConversion.To(XliffReader.Read(new MemoryStream(XliffWriter.Write(there.Document))), "2.0");
        Assert.IsEmpty(back.Losses);
        AssertSame(Whole(unit), back.Document);
    }

    [TestMethod]
    public void Comments_of_segments_that_became_one_stand_before_it()
    {
        var made = Edited("<segment id='a'><source>가</source></segment><!--1--><segment id='b'><source>나</source></segment>", "<source>가나<", "<source>가나다<");
        Assert.AreEqual("1 가나다", string.Join(' ', made.Document.Files.Single().Units.Single().Content.Where(n => n is Comment or Segment).Select(n => n is Comment c ? c.Text : ((Segment)n).Source!.InnerText)));
        Assert.IsTrue(made.Losses.Any(l => l.Contains("'가나' was left out", StringComparison.Ordinal)), string.Join('\n', made.Losses));
    }

    private const string Rich = "<notes><note id='n1' category='desk' priority='2' appliesTo='source'>n</note><note>m</note></notes><originalData><data id='d'>x</data></originalData>"
        + "<segment id='s1' state='final'><source>가 <pc id='1' type='fmt' subType='xlf:b'>나</pc><ph id='2' type='image' disp='[2]' dataRef='d'/><mrk id='m1' type='comment' value='c'>다</mrk></source>"
        + "<target>A <pc id='1' type='fmt' subType='xlf:b'>B</pc><ph id='2' type='image' disp='[2]' dataRef='d'/></target></segment><segment id='s2' state='reviewed'><source>라</source><target>D</target></segment>";

    [TestMethod]
    [DataRow("<trans-unit id=\"u\"", "<trans-unit id=\"u\" translate=\"no\"", "<unit id=\"u\" translate=\"no\">")]
    [DataRow("<trans-unit id=\"u\"", "<trans-unit id=\"u\" resname=\"r\"", "<unit id=\"u\" name=\"r\">")]
    [DataRow("<trans-unit id=\"u\"", "<trans-unit id=\"u\" maxwidth=\"9\"", "<unit id=\"u\" x1:maxwidth=\"9\">")]
    [DataRow("original=\"f\"", "original=\"other.md\"", "<file id=\"f\" original=\"other.md\">")]
    [DataRow("from=\"desk\"", "from=\"kim\"", "<note id=\"n1\" category=\"kim\" priority=\"2\" appliesTo=\"source\">")]
    [DataRow("<note priority=\"2\"", "<note priority=\"5\"", "<note id=\"n1\" category=\"desk\" priority=\"5\" appliesTo=\"source\">")]
    [DataRow("<note priority=\"2\"", "<note priority=\"77\"", "<note id=\"n1\" category=\"desk\" appliesTo=\"source\" x1:priority=\"77\">")]
    [DataRow("annotates=\"source\"", "annotates=\"target\"", "<note id=\"n1\" category=\"desk\" priority=\"2\" appliesTo=\"target\">")]
    [DataRow("annotates=\"source\"", "annotates=\"general\"", "<note id=\"n1\" category=\"desk\" priority=\"2\" x1:annotates=\"general\">")]
    [DataRow("\n        <note>m", "<note from=\"kim\" priority=\"1\">m", "<note category=\"kim\" priority=\"1\">m")]
    [DataRow("ctype=\"bold\"", "ctype=\"italic\"", "<pc id=\"1\" type=\"fmt\" subType=\"xlf:i\">")]
    [DataRow("ctype=\"bold\"", "ctype=\"x-strong\"", "<pc id=\"1\" type=\"other\" subType=\"x1:x-strong\">")]
    [DataRow("equiv-text=\"[2]\"", "equiv-text=\"[img]\"", "<ph id=\"2\" type=\"image\" disp=\"[img]\" dataRef=\"d\"/>")]
    [DataRow("<g id=\"1\"", "<g id=\"1\" equiv-text=\"[b]\"", "<pc id=\"1\" type=\"fmt\" subType=\"xlf:b\" dispStart=\"[b]\">")]
    [DataRow("comment=\"c\"", "comment=\"see desk\"", "<mrk id=\"m1\" type=\"comment\" value=\"see desk\">")]
    [DataRow("mtype=\"x-comment\"", "mtype=\"protected\"", "<mrk id=\"m1\" type=\"comment\" value=\"c\" translate=\"no\">")]
    [DataRow("mtype=\"x-comment\"", "mtype=\"x-comment\" ts=\"t\"", "<mrk id=\"m1\" type=\"comment\" value=\"c\" x1:ts=\"t\">")]
    public void What_a_tool_says_in_words_of_1_2_and_2_0_can_say_is_taken(string said, string changed, string made)
    {
        var edited = Edited(Rich, said, changed);
        Assert.IsEmpty(edited.Losses, string.Join('\n', edited.Losses));
        Assert.Contains(made, Written(edited.Document).Replace($" xmlns:x1=\"{XliffNamespaces.Version12}\"", "", StringComparison.Ordinal));
        AssertValidNow(edited.Document);
        var again = XliffConversion.To(XliffReader.Read(new MemoryStream(XliffWriter.Write(XliffConversion.To(edited.Document, "1.2").Document))), "2.0");
        Assert.IsEmpty(again.Losses);
        AssertSame(edited.Document, again.Document);
    }

    [TestMethod]
    [DataRow("<g id=\"1\"", "<g id=\"1\" ts=\"t\"", "'ts' of the code '1'")]
    [DataRow("<g id=\"1\"", "<g id=\"1\" xid=\"t\" clone=\"no\"", "'clone' of the code '1'")]
    [DataRow("<g id=\"1\"", "<g id=\"1\" q:t=\"t\" xmlns:q=\"urn:q\"", "'q:t' of the code '1'")]
    [DataRow("<x id=\"2\"", "<x id=\"2\" q:t=\"t\" xmlns:q=\"urn:q\"", "'q:t' of the code '2'")]
    [DataRow("<g id=\"1\"", "<g id=\"9\"", "'9' that was written over")]
    [DataRow("mid=\"0\"", "mid=\"0\" comment=\"look\"", "'comment' of a segment")]
    [DataRow("mid=\"0\">A", "mid=\"0\" q:t=\"t\" xmlns:q=\"urn:q\">A", "'q:t' of a segment")]
    [DataRow("<target state=\"signed-off\">", "<target state=\"signed-off\" phase-name=\"p\">", "'phase-name' of the target")]
    [DataRow("mtype=\"x-comment\"", "mtype=\"x-comment\" xml:lang=\"ko\"", "'xml:lang' of the annotation 'm1'")]
    [DataRow("<source>가 ", "<source>가 <x id=\"7\"/>", "<x id=\"7\"> of the source")]
    [DataRow("</target>", "</target><target>Finis</target>", "'Finis' was left out")]
    [DataRow("</source>", "</source><source>또</source>", "'또' was left out")]
    [DataRow("</seg-source>", "</seg-source><seg-source>딴</seg-source>", "'딴' was left out")]
    public void What_2_0_cannot_say_of_it_is_told_and_the_rest_is_valid(string said, string changed, string told)
    {
        var edited = Edited(Rich, said, changed);
        Assert.AreEqual(1, edited.Losses.Count(l => l.Contains(told, StringComparison.Ordinal)), string.Join('\n', edited.Losses));
        AssertValidNow(edited.Document);
        Assert.AreEqual("A BD", string.Concat(edited.Document.Files.Single().Units.Single().Parts.Select(p => p.Target!.InnerText)));
    }

    [TestMethod]
    [DataRow("<group id='g' translate='no'>", "translate=\"no\" x2", "x2", "<group id=\"g\">", DisplayName = "allowed again")]
    [DataRow("<group id='g'>", "<group id=\"g\"", "<group id=\"g\" translate=\"no\" resname=\"r\"", "<group id=\"g\" name=\"r\" translate=\"no\">", DisplayName = "locked and named")]
    public void What_a_tool_says_of_a_group_is_taken(string group, string said, string changed, string made)
    {
        var whole = Whole("<segment><source>가</source></segment>");
        var document = XliffReader.Read(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(Written(whole).Replace("<unit id=\"u\">", group + "<unit id=\"u\">", StringComparison.Ordinal).Replace("</unit>", "</unit></group>", StringComparison.Ordinal))));
        var there = Written(XliffConversion.To(document, "1.2").Document);
        Assert.Contains(said, there);
        var back = XliffConversion.To(XliffReader.Read(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(there.Replace(said, changed, StringComparison.Ordinal)))), "2.0");
        Assert.IsEmpty(back.Losses);
        Assert.Contains(made, Written(back.Document));
    }

    [TestMethod]
    [DataRow("<mrk mtype=\"seg\" mid=\"1\">D</mrk>", "", "final/A |-/", "'reviewed' of the segment 's2'")]
    [DataRow("<target", "<t:target xmlns:t=\"urn:t\"", "-/|-/", "'final' of the segment 's1'")]
    public void A_state_does_not_outlive_its_target(string said, string changed, string states, string told)
    {
        const string Plain = "<segment id='s1' state='final'><source>가</source><target>A </target></segment><segment id='s2' state='reviewed'><source>라</source><target>D</target></segment>";
        var there = Written(XliffConversion.To(Whole(Plain), "1.2").Document).Replace(said, changed, StringComparison.Ordinal);
        if (changed.Contains("t:target", StringComparison.Ordinal))
            there = there.Replace("</target>", "</t:target>", StringComparison.Ordinal);
        var made = XliffConversion.To(XliffReader.Read(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(there))), "2.1");
        Assert.AreEqual(states, string.Join('|', made.Document.Files.Single().Units.Single().Segments.Select(s => $"{s.State ?? "-"}/{s.Target?.InnerText}")));
        Assert.IsTrue(made.Losses.Any(l => l.Contains(told, StringComparison.Ordinal)), string.Join('\n', made.Losses));
        AssertValidNow(made.Document);
    }

    [TestMethod]
    [DataRow("", "of the segment “가나”, which has no target")]
    [DataRow(" id='s7'", "of the segment 's7', which has no target")]
    public void What_a_segment_lost_is_told_by_its_id_or_its_words(string id, string told)
    {
        var losses = XliffConversion.To(Whole($"<segment{id} state='final'><source>가<ph id='1'/>나</source></segment>"), "2.1").Losses;
        Assert.Contains(told, losses.Single());
    }

    [TestMethod]
    public void A_state_that_never_had_a_target_comes_back()
    {
        const string Parts = "<segment id='s1' state='final'><source>가</source></segment><segment id='s2' state='translated'><source>나</source><target>B</target></segment>";
        var back = XliffConversion.To(XliffReader.Read(new MemoryStream(XliffWriter.Write(XliffConversion.To(Whole(Parts), "1.2").Document))), "2.0");
        Assert.IsEmpty(back.Losses);
        AssertSame(Whole(Parts), back.Document);
    }

    [TestMethod]
    [DataRow("<target><mrk mtype=\"seg\" mid=\"0\"><g id=\"2\">B</g> <g id=\"1\">A</g><x id=\"3\"/></mrk></target>", DisplayName = "in its mark")]
    [DataRow("<target><g id=\"2\">B</g> <g id=\"1\" ctype=\"link\">A</g><x id=\"3\"/></target>", DisplayName = "without a mark")]
    [DataRow("<target><bpt id=\"2\">*</bpt>B<ept id=\"2\">*</ept> <bpt id=\"7\" rid=\"1\"/>A<ept id=\"8\" rid=\"1\"/><ph id=\"3\">x</ph></target>", DisplayName = "as ends that hold the markup")]
    [DataRow("<target><mrk mtype=\"seg\" mid=\"0\"><bx id=\"2\"/>B<ex id=\"2\"/> <g id=\"1\">A</g><x id=\"3\"/></mrk></target>", DisplayName = "as ends that hold nothing")]
    public void A_code_that_a_tool_writes_by_its_id_alone_is_the_sources(string target)
    {
        var made = Edited(
            "<originalData><data id='d1'>[</data><data id='d2'>](a)</data></originalData><segment id='s1' canResegment='no'><source><pc id='1' type='link' canDelete='no' dataRefStart='d1' dataRefEnd='d2'>가</pc> <pc id='2' type='fmt'>나</pc><ph id='3' canCopy='no'/></source></segment>",
            "</seg-source>",
            "</seg-source>" + target);
        Assert.IsEmpty(made.Losses);
        AssertValidNow(made.Document);
        var segment = made.Document.Files.Single().Units.Single().Segments.Single();
        Assert.IsFalse(segment.CanResegment, "a unit of one segment is that segment");
        Assert.AreEqual(
            "2 fmt  |1 link d1 no|3   ",
            string.Join('|', segment.Target!.Elements.OfType<Code>().Select(c => $"{c.Id} {c.Type} {c.Attributes.ValueOf("dataRefStart")} {c.Attributes.ValueOf("canDelete")}")));
    }

    [TestMethod]
    public void A_code_that_a_translator_uses_twice_has_an_id_of_its_own()
    {
        var made = Edited(
            "<segment id='s1'><source>가 <pc id='1'>나</pc><sc id='3'/>다<ec startRef='3'/><ph id='3-2'/></source><target>A <pc id='1'>B</pc><sc id='3'/>C<ec startRef='3'/></target></segment>",
            "</mrk></target>",
            "<g id=\"1\" x2:id=\"1\">E</g><bx id=\"3\" rid=\"3\" x2:id=\"3\"/>F<ex id=\"3-end\" rid=\"3\" x2:startRef=\"3\"/></mrk></target>");
        AssertValidNow(made.Document);
        var target = made.Document.Files.Single().Units.Single().Segments.Single().Target!;
        Assert.AreEqual("A <1>B</1><3>C</3><1-2>E</1-2><3-3>F</3-3>", string.Concat(target.Steps.Select(s => s.Kind switch { InlineStepKind.Text => s.Text, InlineStepKind.SpanStart => $"<{s.Id}>", _ => $"</{s.Id}>" })));
    }

    [TestMethod]
    [DataRow("<target>a</target>", "<target>an edit</target>", "a|an edit")]
    [DataRow("match-quality=\"80\"", "match-quality=\"70\"", "a|a")]
    [DataRow("match-quality=\"80\"", "match-quality=\"80\"", "a")]
    public void A_candidate_that_a_tool_changed_is_one_of_its_own(string said, string changed, string words)
    {
        var made = Edited("<mtc:matches xmlns:mtc='urn:oasis:names:tc:xliff:matches:2.0'><mtc:match ref='#s1' matchQuality='80'><source>가</source><target>a</target></mtc:match></mtc:matches><segment id='s1'><source>가</source></segment>", said, changed);
        Assert.AreEqual(words, string.Join('|', made.Document.Files.Single().Units.Single().Matches!.Items.Select(m => m.Target!.InnerText)));
        AssertValidNow(made.Document);
    }

    private static void AssertValidNow(XliffDocument document) =>
        Assert.AreEqual("", string.Join('\n', XliffValidator.Validate(new MemoryStream(XliffWriter.Write(document))).Where(d => d.Severity == DiagnosticSeverity.Error)));

    private static string Ordered(string first, string order, string second, string other) =>
        $"<segment id='s1'><source>가</source><target {order}>{first}</target></segment><ignorable id='i1'><source> </source><target> </target></ignorable><segment id='s2'><source>나</source><target {other}>{second}</target></segment>";

    private static XliffDocument Whole(string unit) => XliffReader.Read(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(
        $"<xliff xmlns='urn:oasis:names:tc:xliff:document:2.0' version='2.0' srcLang='ko' trgLang='en'><file id='f'><unit id='u'>{unit}</unit></file></xliff>")));

    /// <summary>A unit through 1.2, where a tool writes something else for some of it, and takes something out.</summary>
    private static ConvertedDocument Edited(string unit, string said, string changed, string gone = "~")
    {
        var there = System.Text.Encoding.UTF8.GetString(XliffWriter.Write(XliffConversion.To(Whole(unit), "1.2").Document));
        Assert.Contains(said, there);
        return XliffConversion.To(XliffReader.Read(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(there.Replace(said, changed, StringComparison.Ordinal).Replace(gone, "", StringComparison.Ordinal)))), "2.0");
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
    [DataRow("<g id='1'>가.</g>", "<g id='1'><mrk mtype='seg' mid='1'>가.</mrk></g>", "<g id='1'><mrk mtype='seg' mid='1'>A.</mrk></g>", "pc1", "pc1")]
    [DataRow("<g id='1'>가.</g>", "<g id='1'><mrk mtype='seg' mid='1'>가.</mrk></g>", "<g id='1'>A.</g>", "pc1", "pc1")]
    [DataRow("<g id='1'>가.</g>", "<mrk mtype='seg' mid='1'><g id='1'>가.</g></mrk>", "<g id='1'><mrk mtype='seg' mid='1'>A.</mrk></g>", "pc1", "pc1")]
    [DataRow("<g id='1'><g id='2'>가.</g></g>", "<g id='1'><g id='2'><mrk mtype='seg' mid='1'>가.</mrk></g></g>", "<g id='1'><g id='2'><mrk mtype='seg' mid='1'>A.</mrk></g></g>", "pc1 pc2", "pc1 pc2")]
    [DataRow("<g id='1'><g id='2'>가</g>.</g>", "<g id='1'><mrk mtype='seg' mid='1'><g id='2'>가</g>.</mrk></g>", "<g id='1'><mrk mtype='seg' mid='1'><g id='2'>A</g>.</mrk></g>", "pc1 pc2", "pc1 pc2")]
    [DataRow("<g id='1'>가. 나.</g>", "<g id='1'><mrk mtype='seg' mid='1'>가.</mrk> <mrk mtype='seg' mid='2'>나.</mrk></g>", "<mrk mtype='seg' mid='1'><g id='1'>A.</g></mrk> <mrk mtype='seg' mid='2'>B.</mrk>", "sc1 ec1", "pc1")]
    [DataRow("<g id='1'>가.</g><g id='1'>나.</g>", "<g id='1'><mrk mtype='seg' mid='1'>가</mrk><mrk mtype='seg' mid='2'>.</mrk></g><mrk mtype='seg' mid='3'><g id='1'>나.</g></mrk>", "<mrk mtype='seg' mid='1'><g id='1'>A</g></mrk><mrk mtype='seg' mid='2'>.</mrk><mrk mtype='seg' mid='3'><g id='1'>B.</g></mrk>", "sc1 ec1 pc1-2", "pc1 pc1-2")]
    public void A_code_around_a_segment_has_the_id_of_its_counterpart(string source, string segmented, string target, string ofSource, string ofTarget)
    {
        var document = XliffReader.Read(new MemoryStream(System.Text.Encoding.UTF8.GetBytes($"<xliff xmlns='urn:oasis:names:tc:xliff:document:1.2' version='1.2'><file original='a' source-language='ko' target-language='en' datatype='x'><body><trans-unit id='1'><source>{source}</source><seg-source>{segmented}</seg-source><target>{target}</target></trans-unit></body></file></xliff>")));
        var made = XliffConversion.To(document, "2.0").Document;
        Assert.AreEqual("", string.Join('\n', XliffValidator.Validate(new MemoryStream(XliffWriter.Write(made))).Where(d => d.Severity == DiagnosticSeverity.Error)));
        var segments = made.Files.Single().Units.Single().Segments.ToList();
        Assert.AreEqual(ofSource, Codes(segments.Select(s => (InlineContent)s.Source!)));
        Assert.AreEqual(ofTarget, Codes(segments.Select(s => (InlineContent)s.Target!)));

        static string Codes(IEnumerable<XliffElement> sides) => string.Join(' ', sides.SelectMany(Inside).OfType<Code>().Select(c => c.Tag.LocalName + (c is SpanningCodeEnd end ? end.StartRef : c.Id)));
        static IEnumerable<XliffElement> Inside(XliffElement element) => element.Elements.SelectMany(e => Inside(e).Prepend(e));
    }

    [TestMethod]
    [DataRow("<g id='5'>앞 <mrk mtype='seg' mid='0'>가.</mrk> 뒤</g>", "[sc 5]|앞 |가.| 뒤|[ec 5]", DisplayName = "words")]
    [DataRow("<g id='5'><x id='2'/><mrk mtype='seg' mid='0'>가.</mrk></g>", "[sc 5]|[ph 2]|가.|[ec 5]", DisplayName = "a code before it")]
    [DataRow("<g id='5'><mrk mtype='seg' mid='0'>가.</mrk> 뒤</g>", "[sc 5]|가.| 뒤|[ec 5]", DisplayName = "words behind it")]
    public void What_else_a_code_around_a_segment_holds_stays_within_it(string content, string parts)
    {
        var document = XliffReader.Read(new MemoryStream(System.Text.Encoding.UTF8.GetBytes($"<xliff xmlns='urn:oasis:names:tc:xliff:document:1.2' version='1.2'><file original='a' source-language='ko' target-language='en' datatype='x'><body><trans-unit id='1'><source>{content.Replace("<mrk mtype='seg' mid='0'>", "", StringComparison.Ordinal).Replace("</mrk>", "", StringComparison.Ordinal)}</source><seg-source>{content}</seg-source><target>{content}</target></trans-unit></body></file></xliff>")));
        var made = XliffConversion.To(document, "2.0").Document;
        Assert.AreEqual("", string.Join('\n', XliffValidator.Validate(new MemoryStream(XliffWriter.Write(made))).Where(d => d.Severity == DiagnosticSeverity.Error)));
        var unit = made.Files.Single().Units.Single();
        Assert.AreEqual(parts, string.Join('|', unit.Parts.Select(p => Said(p.Source!))));
        Assert.AreEqual(parts, string.Join('|', unit.Parts.Select(p => Said(p.Target ?? (XliffElement)p.Source!))));

        static string Said(XliffElement side) => string.Concat(side.Content.Select(n => n is PlainText text ? text.Text : n is SpanningCodeEnd end ? $"[ec {end.StartRef}]" : n is Code code ? $"[{code.Tag.LocalName} {code.Id}]" : "?"));
    }

    [TestMethod]
    public void Codes_that_share_an_id_get_ids_of_their_own()
    {
        var codes = XliffConversion.To(Read("tools/angular.xlf"), "2.0").Document.Files.Single().Units.Single().Segments.Single().Source!.Content.OfType<StandaloneCode>();
        Assert.AreEqual("ICU START_TAG_B CLOSE_TAG_B ICU-2", string.Join(' ', codes.Select(c => c.Id)));
    }

    [TestMethod]
    [DataRow("가. 나.", "\n  @가.</mrk>\n  #나.</mrk>\n", "\n  @A.</mrk>\n  #B.</mrk>\n", "가.>A.| |나.>B.", DisplayName = "words")]
    [DataRow("가. 나.", "\n  @\n    가.\n  </mrk>\n  #\n    나.\n  </mrk>\n", "\n  @A.</mrk>\n  #B.</mrk>\n", "가.>A.| |나.>B.", DisplayName = "words on lines of their own")]
    [DataRow("가. 나.", "\n@가.</mrk>\n# 나.</mrk>\n", "\n@A.</mrk>\n# B.</mrk>\n", "가.>A.| 나.> B.", DisplayName = "white space of a segment's own")]
    [DataRow("가。나。", "\n@가。</mrk>\n#나。</mrk>\n", "\n@A。</mrk>\n#B。</mrk>\n", "가。>A。|나。>B。", DisplayName = "nothing between")]
    [DataRow("\n <g id=\"1\">가.</g>\n <g id=\"2\">나.</g>\n", "\n @\n  <g id=\"1\">가.</g>\n </mrk>\n #\n  <g id=\"2\">나.</g>\n </mrk>\n", "\n @<g id=\"1\">A.</g></mrk>\n #<g id=\"2\">B.</g></mrk>\n", "\n |가.>A.|\n |나.>B.|\n", DisplayName = "codes")]
    [DataRow("가.\u00a0나.", "\n@가.</mrk>\n#나.</mrk>", "\n@A.</mrk>\n#B.</mrk>", "가.>A.|\u00a0|나.>B.", DisplayName = "a space that does not break")]
    [DataRow("가. 나.", "\n@가.</mrk>\n#나.</mrk>", "\n", "가.| |나.", DisplayName = "a target that is empty")]
    [DataRow("가. 나. 다.", "\n@가.</mrk>\n#나.</mrk>\n<mrk mtype=\"seg\" mid=\"3\">다.</mrk>", "\n#B.</mrk>\n@A.</mrk>\n", "가.>A.| |나.>B.| |다.", DisplayName = "another order, and one missing")]
    [DataRow("가. 나.", "@가.</mrk> #나.</mrk>", "<!--a-->@A.</mrk> <!--b-->#B.</mrk><?p q?>", "<!--a-->|가.>A.| |<!--b-->|나.>B.|<?p?>", DisplayName = "comments")]
    [DataRow("가。나。", "@가。</mrk>#나。</mrk>", "@A.</mrk><!--b-->#B.</mrk>", "가。>A.|<!--b-->|나。>B.", DisplayName = "comments where nothing is between")]
    [DataRow("가.\n나.", "@가.</mrk>\n#나.</mrk>", "@A.</mrk>\n#B.</mrk>", "가.>A.|\n|나.>B.", DisplayName = "a line break that the source has")]
    [DataRow("가. 나.", "@가.</mrk> #나.</mrk>", "@A.</mrk>\n#B.</mrk>", "가.>A.| >\n|나.>B.", DisplayName = "one that the target alone has")]
    public void What_lays_a_unit_out_is_not_taken_for_words(string source, string segmented, string target, string parts)
    {
        var made = XliffConversion.To(Marked(source, segmented, target), "2.0");
        Assert.IsEmpty(made.Losses);
        var content = XliffLayout.Strip(made.Document).Files.Single().Units.Single().Content;
        Assert.AreEqual(parts, string.Join('|', content.Select(n => n switch
        {
            UnitPart part => part.Source!.InnerText + (part.Target is { } there ? ">" + there.InnerText : ""),
            Comment comment => $"<!--{comment.Text}-->",
            ProcessingInstruction instruction => $"<?{instruction.Target}?>",
            _ => n.ToString(),
        })));
    }

    [TestMethod]
    [DataRow("가.  나.", "@가.</mrk> #나.</mrk>", "@A.</mrk> #B.</mrk>", "became one: its source and its segmented source differ in white space|has other white space than its source")]
    [DataRow("가.\n나.", "@가.</mrk>#나.</mrk>", "@A.</mrk>#B.</mrk>", "became one: its source and its segmented source differ in white space|has other white space than its source")]
    [DataRow("가. 다.", "\n@가.</mrk>\n#나.</mrk>\n", "@A.</mrk> #B.</mrk>", "the words of its source and of its segmented source differ|has other words than its source")]
    [DataRow("가。나。", "@가。</mrk>#나。</mrk>", "@A.</mrk>\n#B.</mrk>", "words or white space beside them")]
    public void What_more_than_layout_tells_apart_becomes_one_and_is_told(string source, string segmented, string target, string reasons)
    {
        var made = XliffConversion.To(Marked(source, segmented, target), "2.0");
        Assert.HasCount(reasons.Split('|').Length, made.Losses, string.Join('\n', made.Losses));
        foreach (var (reason, loss) in reasons.Split('|').Zip(made.Losses))
            StringAssert.Contains(loss, reason, StringComparison.Ordinal);
        Assert.HasCount(1, made.Document.Files.Single().Units.Single().Parts);
    }

    [TestMethod]
    [DataRow("<notes><note>n</note></notes><!--c--><?p q?>")]
    [DataRow("<!--c-->")]
    [DataRow("<!--c--><notes><note>n</note></notes>")]
    public void A_comment_before_the_first_segment_stays_there(string before)
    {
        var document = Whole($"{before}<segment id='s1'><source>가</source></segment>");
        var back = XliffConversion.To(XliffReader.Read(new MemoryStream(XliffWriter.Write(XliffConversion.To(document, "1.2").Document))), "2.0");
        Assert.IsEmpty(back.Losses);
        AssertSame(document, back.Document);
    }

    [TestMethod]
    public void The_two_ends_of_a_code_are_one_code_and_their_ids_are_no_loss()
    {
        var converted = XliffConversion.To(Marked("가", "@<bx id=\"y\" rid=\"r\"/>가<ex id=\"z\" rid=\"r\"/></mrk>", "@A</mrk>"), "2.0");
        Assert.IsFalse(converted.Losses.Any(l => l.Contains("The id", StringComparison.Ordinal)), string.Join('\n', converted.Losses));
        Assert.AreEqual("r r", string.Join(' ', converted.Document.Files.Single().Units.Single().Segments.Single().Source!.Steps.Where(s => s.Kind is InlineStepKind.SpanStart or InlineStepKind.SpanEnd).Select(s => s.Id)));
    }

    [TestMethod]
    public void However_a_document_is_laid_out_in_1_2_its_sources_stay_and_segments_go_only_with_a_word() => RichDocuments.Valid.Sample(document =>
    {
        var there = (XliffDocument)LaidOut(XliffConversion.To(document, "1.2").Document);
        var back = XliffConversion.To(XliffReader.Read(new MemoryStream(XliffWriter.Write(there))), document.Version);
        var isTold = back.Losses.Any(l => l.Contains("became one", StringComparison.Ordinal));
        if (!isTold)
            AssertValidNow(back.Document);
        foreach (var (before, after) in document.Files.SelectMany(f => f.Units).Zip(back.Document.Files.SelectMany(f => f.Units)))
        {
            Assert.AreEqual(Words(before), Words(after));
            if (!isTold)
                Assert.AreEqual(before.Segments.Count(), after.Segments.Count());
        }

        static string Words(Unit unit) => string.Concat(unit.Parts.SelectMany(p => p.Source!.Steps).Select(s => s.Text));
    });

    /// <summary>A document of 1.2 as scripts indent it: wherever no words are.</summary>
    private static XliffElement LaidOut(XliffElement element)
    {
        var isText = element is SegmentedSource or Target;
        var content = element.Content.Select(n => n is XliffElement child ? LaidOut(child) : n);
        return !isText ? element with { Content = [.. content] } : element with
        {
            Content = [new PlainText("\n  "), .. content.Where(n => n is not PlainText text || !string.IsNullOrWhiteSpace(text.Text)).SelectMany(n => n is PlainText ? [n] : new[] { n, new PlainText("\n  ") })],
        };
    }

    [TestMethod]
    public void The_start_of_an_annotation_keeps_what_other_vocabularies_say_of_it()
    {
        var document = Whole("<segment id='s1'><source><sm id='m' type='my:x' my:a='1' xmlns:my='urn:mine'/>가</source></segment><segment id='s2'><source>나<em startRef='m'/></source></segment>");
        var back = XliffConversion.To(XliffReader.Read(new MemoryStream(XliffWriter.Write(XliffConversion.To(document, "1.2").Document))), "2.0");
        Assert.IsEmpty(back.Losses);
        AssertSame(document, back.Document);
    }

    [TestMethod]
    public void A_source_in_another_language_is_told()
    {
        var made = Edited("<segment><source>가</source></segment>", "<source>", "<source xml:lang=\"ja\">");
        Assert.AreEqual("Sources in 'ja' are in 'ko' now; a document of 2.0 has one source language.", made.Losses.Single());
        Assert.IsEmpty(Edited("<segment><source>가</source></segment>", "<source>", "<source xml:lang=\"KO\">").Losses);
    }

    private static XliffDocument Marked(string source, string segmented, string target)
    {
        string Marks(string text) => text.Replace("@", "<mrk mtype=\"seg\" mid=\"1\">", StringComparison.Ordinal).Replace("#", "<mrk mtype=\"seg\" mid=\"2\">", StringComparison.Ordinal);
        return XliffReader.Read(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(
            $"<xliff xmlns=\"urn:oasis:names:tc:xliff:document:1.2\" version=\"1.2\"><file original=\"a\" source-language=\"ko\" target-language=\"en\" datatype=\"plaintext\"><body><trans-unit id=\"u\"><source>{source}</source><seg-source>{Marks(segmented)}</seg-source><target>{Marks(target)}</target></trans-unit></body></file></xliff>")));
    }

    private static XliffDocument Read(string name) => XliffReader.Read(File.OpenRead(Path.Combine(AppContext.BaseDirectory, "Data", name)));

    private static void AssertSame(XliffDocument expected, XliffDocument actual)
    {
        var (left, right) = (XliffLayout.Strip(expected), XliffLayout.Strip(actual));
        Assert.IsTrue(left.Equals(right), $"{Written(XliffLayout.Indent(left))}\n-- but --\n{Written(XliffLayout.Indent(right))}");
    }

    private static string Written(XliffDocument document) => System.Text.Encoding.UTF8.GetString(XliffWriter.Write(document));
}
