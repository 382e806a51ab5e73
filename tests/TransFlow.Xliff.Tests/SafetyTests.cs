using System.Globalization;
using System.Text;

namespace TransFlow.Xliff.Tests;

[TestClass]
public sealed class SafetyTests
{
    private const string Head = "<xliff xmlns='urn:oasis:names:tc:xliff:document:2.0' version='2.0' srcLang='ko'><file id='f'>";

    [TestMethod]
    [DataRow("<!DOCTYPE xliff><xliff/>", "document type")]
    [DataRow("<!DOCTYPE x [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;'>]><x>&b;</x>", "document type")]
    [DataRow("<!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><x>&a;</x>", "document type")]
    [DataRow("<!DOCTYPE x SYSTEM 'http://127.0.0.1:9/x.dtd'><x/>", "document type")]
    [DataRow("@&undefined;</file></xliff>", "Not well-formed")]
    [DataRow("<xliff>\u0000</xliff>", "Not well-formed")]
    [DataRow("<xliff>&#0;</xliff>", "Not well-formed")]
    [DataRow("<xliff>&#xD800;</xliff>", "Not well-formed")]
    [DataRow("@<a><b></a></b></file></xliff>", "Not well-formed")]
    [DataRow("@<a x='1' x='2'/></file></xliff>", "Not well-formed")]
    [DataRow("@<a x:y='1'/></file></xliff>", "Not well-formed")]
    [DataRow("@</file></xliff><b/>", "Not well-formed")]
    [DataRow("", "Not well-formed")]
    public void A_dangerous_or_broken_document_gives_one_clear_error_with_its_place(string text, string message)
    {
        var bytes = Encoding.UTF8.GetBytes(text.Replace("@", Head, StringComparison.Ordinal));
        foreach (var read in (Action[])[() => XliffReader.Read(new MemoryStream(bytes)), () => Drain(XliffReader.ReadParts(new MemoryStream(bytes)))])
        {
            var error = Assert.ThrowsExactly<XliffException>(read);
            StringAssert.Contains(error.Message, message, StringComparison.Ordinal);
            Assert.IsTrue(error.Line > 0 && error.Column > 0, error.ToString());
        }

        Assert.AreEqual("G01", XliffValidator.Validate(new MemoryStream(bytes)).Single().Rule);
    }

    [TestMethod]
    public void Every_truncation_of_a_file_is_one_clear_error_or_nothing_but_white_space_less()
    {
        var bytes = File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Data", "everything-2.1.xlf"));
        var end = Encoding.UTF8.GetString(bytes).LastIndexOf("</xliff>", StringComparison.Ordinal);
        for (var length = 0; length < Encoding.UTF8.GetByteCount(Encoding.UTF8.GetString(bytes)[..end]); length += 7)
            Assert.ThrowsExactly<XliffException>(() => XliffReader.Read(new MemoryStream(bytes, 0, length)), length.ToString(CultureInfo.InvariantCulture));
    }

    [TestMethod]
    [DataRow(false, false)]
    [DataRow(false, true)]
    [DataRow(true, false)]
    [DataRow(true, true)]
    public void UTF_32_of_either_order_is_read_and_nothing_else_under_its_mark(bool isBigEndian, bool hasMark)
    {
        var encoding = new UTF32Encoding(isBigEndian, hasMark);
        byte[] Of(string declared, string text) => [.. encoding.GetPreamble(), .. encoding.GetBytes($"<?xml version='1.0' encoding='{declared}'?>" + Head + "<unit id='u'><segment><source>" + text + "</source></segment></unit></file></xliff>")];
        Assert.AreEqual("가🚌", XliffReader.Read(new MemoryStream(Of("UTF-32", "가🚌"))).Files.Single().Units.Single().Segments.Single().Source!.InnerText);
        var broken = Of("UTF-32", "~");
        var at = broken.AsSpan().IndexOf(encoding.GetBytes("~"));
        (broken[at + (isBigEndian ? 2 : 1)], broken[at + (isBigEndian ? 3 : 0)]) = (0xD8, 0);
        StringAssert.Contains(Assert.ThrowsExactly<XliffException>(() => XliffReader.Read(new MemoryStream(broken))).Message, "encoding", StringComparison.Ordinal);
        if (hasMark)
            StringAssert.Contains(Assert.ThrowsExactly<XliffException>(() => XliffReader.Read(new MemoryStream(Of("utf-8", "가")))).Message, "the byte order mark of UTF-32", StringComparison.Ordinal);
    }

    [TestMethod]
    public void A_lone_surrogate_in_UTF_16_is_refused()
    {
        byte[] bytes = [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Head + "<unit id='u'><segment><source>"), 0x00, 0xD8, .. Encoding.Unicode.GetBytes("</source></segment></unit></file></xliff>")];
        Assert.ThrowsExactly<XliffException>(() => XliffReader.Read(new MemoryStream(bytes)));
    }

    [TestMethod]
    [DataRow(60000)]
    public void Nesting_attributes_and_names_are_bounded(int many)
    {
        var deep = string.Concat(Enumerable.Repeat("<a>", many));
        StringAssert.Contains(Refused(deep), "stand in one another", StringComparison.Ordinal);
        StringAssert.Contains(Refused(Head + string.Concat(Enumerable.Repeat("<group id='g'>", many))), "stand in one another", StringComparison.Ordinal);
        StringAssert.Contains(Refused($"{Head}<unit {string.Join(' ', Enumerable.Range(0, 2000).Select(n => $"a{n}='1'"))}/>"), "attributes", StringComparison.Ordinal);
        StringAssert.Contains(Refused($"{Head}{string.Concat(Enumerable.Range(0, many).Select(n => $"<a{n}/>"))}"), "names", StringComparison.Ordinal);
    }

    [TestMethod]
    [DataRow("utf-8", " a{0}=\"\"")]
    [DataRow("utf-8", "\n a{0} =\t'x>'")]
    [DataRow("utf-16", " a{0}=\"가\"")]
    [DataRow("euc-kr", " a{0}='가'")]
    public void A_tag_without_end_is_not_read_to_its_end(string encoding, string attribute)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var tag = string.Concat(Enumerable.Range(0, 100_000).Select(n => attribute.Replace("{0}", n.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)));
        var of = Encoding.GetEncoding(encoding);
        byte[] bytes = [.. of.Preamble, .. of.GetBytes($"<?xml version=\"1.0\" encoding=\"{encoding}\"?>{Head}<unit id='u'><segment><source>a</source></segment></unit><!-- a='1' --><x {tag}/></file></xliff>")];
        foreach (var read in (Action<Stream>[])[s => XliffReader.Read(s), s => Drain(XliffReader.ReadParts(s))])
        {
            var stream = new MemoryStream(bytes);
            var error = Assert.ThrowsExactly<XliffException>(() => read(stream));
            Assert.Contains("more than 1000 attributes", error.Message);
            Assert.IsTrue(error.Line > 0 && error.Column > 0, error.ToString());
            Assert.IsLessThan(200_000L, stream.Position);
        }
    }

    [TestMethod]
    [DataRow("utf-8", "<x id='1'{0}/>")]
    [DataRow("utf-8", "<x id{0}='1'/>")]
    [DataRow("utf-8", "<x id='1'></x{0}>")]
    [DataRow("utf-16", "<x id='1' b={0}'2'/>")]
    [DataRow("utf-8", "{2}")]
    public void White_space_in_a_tag_is_bounded(string encoding, string tag)
    {
        // Much in one place, or a little beside each of many attributes.
        var blanks = string.Concat(Enumerable.Repeat(" \n\t ", 1_000_000));
        var spread = $"<x{string.Concat(Enumerable.Range(0, 900).Select(n => $"{blanks[..4000]}a{n.ToString(CultureInfo.InvariantCulture)}='1'"))}/>";
        var of = Encoding.GetEncoding(encoding);
        byte[] bytes = [.. of.Preamble, .. of.GetBytes($"<?xml version=\"1.0\" encoding=\"{encoding}\"?>{Head}{tag.Replace("{0}", blanks, StringComparison.Ordinal).Replace("{2}", spread, StringComparison.Ordinal)}</file></xliff>")];
        foreach (var read in (Action<Stream>[])[s => XliffReader.Read(s), s => Drain(XliffReader.ReadParts(s))])
        {
            var stream = new MemoryStream(bytes);
            Assert.Contains("white space between its attributes", Assert.ThrowsExactly<XliffException>(() => read(stream)).Message);
            Assert.IsLessThan(400_000L, stream.Position);
        }

        Assert.AreEqual("G01", XliffValidator.Validate(new MemoryStream(bytes)).Single().Rule);
    }

    [TestMethod]
    public void White_space_between_tags_in_values_and_within_the_bound_is_read()
    {
        var (many, some) = (new string(' ', 300_000), new string('\n', 60_000));
        var document = $"{Head}{many}<unit id='u'{some} name='{many}'{some[..5000]}>{many}<segment><source>a{many}</source{some}>{many}</segment></unit></file></xliff>";
        foreach (var encoding in (Encoding[])[new UTF8Encoding(false), Encoding.Unicode])
            Assert.AreEqual(300_001, XliffReader.Read(new MemoryStream([.. encoding.Preamble, .. encoding.GetBytes(document)])).Files.Single().Units.Single().Segments.Single().Source!.InnerText.Length);
    }

    [TestMethod]
    [DataRow("{0}", DisplayName = "text")]
    [DataRow("<!--{0}-->", DisplayName = "a comment")]
    [DataRow("<![CDATA[<x> {0}]]>", DisplayName = "CDATA")]
    [DataRow("<ph id='1'/>{0}<ph id='2'/>", DisplayName = "text between codes")]
    [DataRow("<ph id='1' my:words='{0}'/>", DisplayName = "a value")]
    public void What_only_looks_like_many_attributes_is_read(string content)
    {
        var words = string.Concat(Enumerable.Range(0, 20_000).Select(n => $" a{n}=\"x\""));
        var document = $"{Head.Replace("<file", "<file xmlns:my='urn:my'", StringComparison.Ordinal)}<unit id='u'><segment><source>{content.Replace("{0}", words, StringComparison.Ordinal)}</source></segment></unit></file></xliff>";
        foreach (var encoding in (Encoding[])[new UTF8Encoding(false), Encoding.Unicode])
            Assert.AreEqual(1, XliffReader.Read(new MemoryStream([.. encoding.Preamble, .. encoding.GetBytes(document)])).Files.Single().Units.Count());
    }

    [TestMethod]
    public void What_is_deeper_than_can_be_read_is_not_written()
    {
        static XliffDocument Of(int depth)
        {
            XliffElement inner = new StandaloneCode("x");
            for (var i = 0; i < depth; i++)
                inner = new SpanningCode(string.Create(CultureInfo.InvariantCulture, $"c{i}")) { Content = [inner] };
            return new XliffDocument("2.0") { SourceLanguage = "ko", Files = [new XliffFile("f") { Units = [new Unit("u") { Parts = [new Segment { Source = new Source { Content = [inner] } }] }] }] };
        }

        // The document, its file, unit, segment and source stand around it.
        const int Most = XliffReader.MaximumDepth - 5;
        Assert.AreEqual(1, XliffReader.Read(new MemoryStream(XliffWriter.Write(Of(Most)))).Files.Single().Units.Count());
        foreach (var depth in (int[])[Most + 1, 100_000])
        {
            Assert.Contains("stand in one another", Assert.ThrowsExactly<XliffException>(() => XliffWriter.Write(Of(depth))).Message);
            Assert.Contains("stand in one another", Assert.ThrowsExactly<XliffException>(() => XliffWriter.Write(XliffPart.Of(Of(depth)), Stream.Null)).Message);
        }
    }

    [TestMethod]
    [DataRow("<segment><source>", "<ph id='{0}'/>", "</source></segment>", true)]
    [DataRow("<segment><source>", "<sc id='{0}'/><ec startRef='{0}'/>", "</source></segment>", true)]
    [DataRow("<segment><source>", "<sm id='{0}' translate='no'/><em startRef='{0}'/>", "</source></segment>", true)]
    [DataRow("<segment><source>", "<ph id='{0}' canReorder='firstNo' canCopy='no' canDelete='no'/>", "</source></segment>", true)]
    [DataRow("<segment><source><ph id='0'/>", "<ph id='a{0}' copyOf='0'/>", "</source></segment>", true)]
    [DataRow("", "<segment state='bad'><source>x</source></segment>", "", false)]
    [DataRow("<originalData>", "<data id='{0}'>x</data>", "</originalData><segment><source>x</source></segment>", true)]
    [DataRow("<notes>", "<note id='{0}'>x</note>", "</notes><segment><source>x</source></segment>", true)]
    public void What_makes_a_quadratic_validator_stand_still_is_judged(string before, string piece, string after, bool isValid)
    {
        var pieces = string.Concat(Enumerable.Range(0, 50_000).Select(n => piece.Replace("{0}", n.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)));
        var found = XliffValidator.Validate(new MemoryStream(Encoding.UTF8.GetBytes($"{Head}<unit id='u'>{before}{pieces}{after}</unit></file></xliff>"))).Where(d => d.Severity == DiagnosticSeverity.Error).ToList();
        Assert.AreEqual(isValid, found.Count == 0, string.Join('\n', found.Take(3)));
    }

    [TestMethod]
    [DataRow("2.0", "<ctr:changeTrack>", "<ctr:revisions appliesTo='segment' ref='s{0}'><ctr:revision><ctr:item property='state'>x</ctr:item></ctr:revision></ctr:revisions>", "</ctr:changeTrack>", "<segment id='s{0}'><source>a</source></segment>", "", "")]
    [DataRow("2.0", "<ctr:changeTrack>", "<ctr:revisions appliesTo='segment' ref='s{0}'><ctr:revision><ctr:item property='x'>x</ctr:item></ctr:revision></ctr:revisions>", "</ctr:changeTrack>", "<segment id='s{0}'><source>a</source></segment>", "", "K05")]
    [DataRow("2.1", "<gls:glossary>", "<gls:glossEntry id='g{0}'><gls:term>a</gls:term><gls:translation>b</gls:translation></gls:glossEntry>", "</gls:glossary><segment><source>", "<mrk id='p{0}' type='my:x' ref='#gls=g{0}'>a</mrk>", "</source></segment>", "")]
    [DataRow("2.1", "<gls:glossary>", "<gls:glossEntry id='g{0}'><gls:term>a</gls:term><gls:translation>b</gls:translation></gls:glossEntry>", "</gls:glossary><segment><source>", "<mrk id='p{0}' type='my:x' ref='#gls=g{0}'>a</mrk><mrk id='q{0}' type='my:x' ref='#u=v/w'>a</mrk>", "</source></segment>", "")]
    [DataRow("2.1", "", "<its:locQualityIssues xml:id='r{0}'><its:locQualityIssue locQualityIssueType='other'/></its:locQualityIssues>", "<segment><source>", "<mrk id='p{0}' its:locQualityIssuesRef='#its=r{0}'>a</mrk>", "</source></segment>", "")]
    [DataRow("2.1", "", "<its:provenanceRecords xml:id='r{0}'><its:provenanceRecord tool='x'/></its:provenanceRecords>", "<segment><source>", "<mrk id='p{0}' its:provenanceRecordsRef='#its=r{0}'>a</mrk>", "</source></segment>", "")]
    [DataRow("2.1", "<slr:data profile='x'>", "<a id='r{0}' xmlns='urn:q'/>", "</slr:data><segment><source>", "<ph id='p{0}' slr:sizeInfoRef='r{0}'/>", "</source></segment>", "")]
    [DataRow("2.1", "<segment><source>", "<sc id='p{0}' slr:sizeRestriction='99999999'/>a", "", "<ec startRef='p{0}'/>", "</source></segment>", "")]
    [DataRow("2.1", "<segment><source>", "<sc id='b'/>", "", "<ec startRef='b'/>", "</source></segment>", "C10 U06")]
    [DataRow("2.1", "<segment><source>", "<ph id='b'/>", "", "<pc id='p{0}' copyOf='b'/>", "</source></segment>", "U06 C25")]
    [DataRow("2.2", "<notes>", "<note ref='s{0}x'>a</note>", "</notes>", "<segment id='s{0}'><source>a</source></segment>", "", "S24")]
    [DataRow("2.1", "<segment><source>", "<ph id='a{0}' canReorder='no' canCopy='no' canDelete='no'/>", "</source><target>", "<ph id='a{0}' canReorder='no' canCopy='no' canDelete='no'/><ph id='b{0}' canReorder='firstNo' canCopy='no' canDelete='no'/>", "</target></segment>", "C31")]
    [DataRow("2.1", "<segment>", "<target>a</target>", "", "<source>a</source>", "</segment>", "S18")]
    public void Much_that_refers_to_much_is_judged(string version, string before, string piece, string between, string other, string after, string rules)
    {
        const int Many = 20_000;
        string Pieces(string of) => string.Concat(Enumerable.Range(0, Many).Select(n => of.Replace("{0}", n.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)));
        var document = $"""
            <xliff xmlns='urn:oasis:names:tc:xliff:document:{(version == "2.2" ? "2.2" : "2.0")}' xmlns:ctr='urn:oasis:names:tc:xliff:changetracking:2.0' xmlns:gls='urn:oasis:names:tc:xliff:glossary:2.0'
            xmlns:its='http://www.w3.org/2005/11/its' its:version='2.0' xmlns:slr='urn:oasis:names:tc:xliff:sizerestriction:2.0' version='{version}' srcLang='ko' trgLang='en'><file id='f'>
            <slr:profiles generalProfile='xliff:codepoints'/><unit id='u'>{before}{Pieces(piece)}{between}{Pieces(other)}{after}</unit><unit id='v'><segment id='w'><source>a</source></segment></unit></file></xliff>
            """;
        var found = XliffValidator.Validate(new MemoryStream(Encoding.UTF8.GetBytes(document))).Where(d => d.Severity == DiagnosticSeverity.Error).Select(d => d.Rule);
        Assert.AreEqual(rules, string.Join(' ', found.Distinct()));
    }

    [TestMethod]
    public void Many_rules_for_many_units_are_applied_as_far_as_is_sensible()
    {
        var text = new string('a', 4_000);
        string Units(int many) => string.Concat(Enumerable.Range(0, many).Select(n => $"<unit id='u{n}'><segment><source>a</source><target>{text}</target></segment></unit>"));
        IEnumerable<string> Told(int many) => XliffValidator.Validate(new MemoryStream(Encoding.UTF8.GetBytes(
            $"{Head.Replace("'ko'", "'ko' trgLang='en'", StringComparison.Ordinal)}<val:validation xmlns:val='urn:oasis:names:tc:xliff:validation:2.0'>{string.Concat(Enumerable.Range(0, many).Select(n => $"<val:rule isNotPresent='q{n}'/>"))}<val:rule startsWith='c'/></val:validation>{Units(many)}</file></xliff>"))).Select(d => d.Message);
        Assert.AreEqual(300, Told(300).Count(t => t.Contains("startsWith=\"c\"", StringComparison.Ordinal)));
        Assert.AreEqual(1, Told(1_200).Count(t => t.Contains("more checks of its texts", StringComparison.Ordinal)));
    }

    [TestMethod]
    public void Rules_that_all_units_break_are_told_as_far_as_somebody_reads()
    {
        const int Many = 1_000;
        var rules = string.Concat(Enumerable.Range(0, Many).Select(n => $"<val:rule isPresent='a{n}'/>"));
        var units = string.Concat(Enumerable.Range(0, Many).Select(n => $"<unit id='u{n}'><segment><source>x</source><target>y</target></segment></unit>"));
        var told = XliffValidator.Validate(new MemoryStream(Encoding.UTF8.GetBytes($"{Head.Replace("'ko'", "'ko' trgLang='en'", StringComparison.Ordinal)}<val:validation xmlns:val='urn:oasis:names:tc:xliff:validation:2.0'>{rules}</val:validation>{units}</file></xliff>")));
        Assert.IsLessThan(25_000, told.Count);
        Assert.AreEqual(1, told.Count(d => d.Message.Contains("more checks of its texts", StringComparison.Ordinal)));
    }

    [TestMethod]
    [DataRow("nfc")]
    [DataRow("nfd")]
    public void Text_that_no_normalization_form_has_is_measured_as_it_is(string form)
    {
        var document = $"""
            <xliff xmlns='urn:oasis:names:tc:xliff:document:2.0' xmlns:slr='urn:oasis:names:tc:xliff:sizerestriction:2.0' xmlns:val='urn:oasis:names:tc:xliff:validation:2.0' version='2.0' srcLang='ko' trgLang='en'><file id='f'>
            <slr:profiles generalProfile='xliff:codepoints'><slr:normalization general='{form}'/></slr:profiles><val:validation><val:rule isPresent='x' normalization='{form}'/></val:validation>
            <unit id='u' slr:sizeRestriction='1'><segment><source><cp hex='D800'/></source><target>a<cp hex='D800'/></target></segment></unit></file></xliff>
            """;
        Assert.AreEqual("V09 Z12", string.Join(' ', XliffValidator.Validate(new MemoryStream(Encoding.UTF8.GetBytes(document))).Select(d => d.Rule).Order(StringComparer.Ordinal)));
    }

    /// <summary>What is read is counted in bytes allocated: four times as much takes about four times as many, not sixteen. Names that are looked for one by one allocate nothing, and take minutes.</summary>
    [TestMethod]
    [DataRow("<segment><source>", "<![CDATA[abcdefgh]]>abcdefgh", "</source></segment>")]
    [DataRow("", "<a xmlns='urn:x{0}'/>", "<segment><source>x</source></segment>")]
    [DataRow("", "<p{0}:a xmlns:p{0}='urn:x'/>", "<segment><source>x</source></segment>")]
    public void What_makes_a_quadratic_reader_stand_still_is_read(string before, string piece, string after)
    {
        var (small, great) = (Work(5_000), Work(20_000));
        Assert.IsLessThan(8 * small, great);

        long Work(int many)
        {
            var pieces = string.Concat(Enumerable.Range(0, many).Select(n => piece.Replace("{0}", n.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)));
            var bytes = Encoding.UTF8.GetBytes($"{Head}<unit id='u'>{before}{pieces}{after}</unit></file></xliff>");
            var at = GC.GetAllocatedBytesForCurrentThread();
            GC.KeepAlive(XliffReader.Read(new MemoryStream(bytes)));
            return GC.GetAllocatedBytesForCurrentThread() - at;
        }
    }

    [TestMethod]
    public void A_document_beyond_the_limit_is_refused_and_a_stream_is_not()
    {
        var unit = "<unit id='u'><segment><source>" + new string('x', 1000) + "</source></segment></unit>";
        var bytes = Encoding.UTF8.GetBytes(Head + string.Concat(Enumerable.Repeat(unit, 3000)) + "</file></xliff>");
        StringAssert.Contains(Assert.ThrowsExactly<XliffException>(() => Drain(XliffReader.Parts(new MemoryStream(bytes), 1 << 20, isRestarted: false))).Message, "More than 1 MB", StringComparison.Ordinal);
        Assert.AreEqual(3004, XliffReader.Parts(new MemoryStream(bytes), 1 << 20, isRestarted: true).Count());
        var one = Encoding.UTF8.GetBytes($"{Head}<unit id='u'><segment><source>{new string('x', 2 << 20)}</source></segment></unit></file></xliff>");
        StringAssert.Contains(Assert.ThrowsExactly<XliffException>(() => Drain(XliffReader.Parts(new MemoryStream(one), 1 << 20, isRestarted: true))).Message, "More than 1 MB", StringComparison.Ordinal);
    }

    [TestMethod]
    public void A_stream_of_any_length_is_read_and_written_in_constant_memory()
    {
        // Held memory is looked at in the middle of a document a hundred times as long as what may be held.
        using var document = new EndlessDocument(200_000);
        var highest = 0L;
        var count = 0;
        using var output = new CountingStream();
        XliffWriter.Write(Watched(), output);
        Assert.IsGreaterThan(100_000_000L, output.Bytes);
        Assert.IsLessThan(20_000_000L, highest);

        IEnumerable<XliffPart> Watched()
        {
            var before = GC.GetTotalMemory(forceFullCollection: true);
            foreach (var part in XliffReader.ReadParts(document))
            {
                if (++count % 50_000 == 0)
                    highest = Math.Max(highest, GC.GetTotalMemory(forceFullCollection: true) - before);
                yield return part;
            }
        }
    }

    private static void Drain(IEnumerable<XliffPart> parts)
    {
        foreach (var part in parts)
            GC.KeepAlive(part);
    }

    private static string Refused(string text) => Assert.ThrowsExactly<XliffException>(() => XliffReader.Read(new MemoryStream(Encoding.UTF8.GetBytes(text.StartsWith("<xliff", StringComparison.Ordinal) ? text : Head + text)))).Message;

    /// <summary>A document made while it is read.</summary>
    private sealed class EndlessDocument(int units) : Stream
    {
        private readonly IEnumerator<byte[]> _pieces = Pieces(units).GetEnumerator();
        private byte[] _piece = [];
        private int _at;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            while (_at == _piece.Length)
            {
                if (!_pieces.MoveNext())
                    return 0;
                (_piece, _at) = (_pieces.Current, 0);
            }

            var length = Math.Min(count, _piece.Length - _at);
            Array.Copy(_piece, _at, buffer, offset, length);
            _at += length;
            return length;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            _pieces.Dispose();
            base.Dispose(disposing);
        }

        private static IEnumerable<byte[]> Pieces(int units)
        {
            yield return Encoding.UTF8.GetBytes(Head);
            for (var n = 0; n < units; n++)
                yield return Encoding.UTF8.GetBytes($"<unit id='u{n}'><segment><source>{new string('가', 150)}<ph id='{n}'/></source></segment></unit>\n");
            yield return Encoding.UTF8.GetBytes("</file></xliff>");
        }
    }

    private sealed class CountingStream : MemoryStream
    {
        public long Bytes { get; private set; }

        public override void Write(byte[] buffer, int offset, int count) => Bytes += count;

        public override void Write(ReadOnlySpan<byte> buffer) => Bytes += buffer.Length;
    }
}
