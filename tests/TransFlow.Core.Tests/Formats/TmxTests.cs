using System.Collections.Immutable;
using System.Text;
using CsCheck;
using TransFlow.Core.Formats;
using TransFlow.Core.Formats.Tmx;

namespace TransFlow.Core.Tests.Formats;

[TestClass]
public sealed class TmxTests
{
    private static readonly Gen<string> Words = Gen.String[Gen.Char["ab <>&\"'\t\n가힣é—"], 1, 12];

    private static readonly Gen<MemoryInline> Text = Words.Select(w => (MemoryInline)new MemoryText(w));

    private static readonly Gen<MemoryInline> Code = Gen.Select(Gen.OneOfConst("bpt", "ept", "ph", "it", "hi"), Gen.Int[1, 9], Words)
        .Select((e, i, w) => (MemoryInline)new MemoryCode(e) { Attributes = [KeyValuePair.Create("x", $"{i}")], Content = [new MemoryText(w)] });

    private static readonly Gen<MemoryVariant> Variant = Gen.Select(Gen.OneOfConst("ko", "en-US", "ja"), Gen.Select(Text, Code).Array[0, 3], Words)
        .Select((l, parts, note) => new MemoryVariant(l, [.. parts.SelectMany(p => new[] { p.Item1, p.Item2 })]) { Notes = [note], Properties = [new MemoryProperty("x-place", note)], Attributes = [KeyValuePair.Create("changedate", "20260302T090000Z")] });

    private static readonly Gen<MemoryUnit> Unit = Gen.Select(Variant.Array[1, 3], Words).Select((v, w) => new MemoryUnit([.. v]) { Id = w.Trim().Length > 0 ? "u1" : null, SourceLanguage = "ko", Notes = [w], Properties = [new MemoryProperty("x-a", w)] });

    [TestMethod]
    public void What_is_written_is_read_again() => Unit.Array[0, 5].Sample(units =>
    {
        var header = new MemoryHeader { SourceLanguage = "ko", Attributes = [KeyValuePair.Create("creationtool", "x")], Notes = ["n"], Properties = [new MemoryProperty("p", "v")], Encodings = [new MemoryEncoding([KeyValuePair.Create("name", "own"), KeyValuePair.Create("base", "MacRoman")], [[KeyValuePair.Create("unicode", "#xF8FF"), KeyValuePair.Create("code", "#xF0")], [KeyValuePair.Create("unicode", "#x00AD")]])] };
        var bytes = Written(header, units);
        var (again, read) = Read(bytes);
        Assert.AreEqual(string.Join('\n', units.Select(Shown)), string.Join('\n', read.Select(Shown)));
        CollectionAssert.AreEqual(header.Encodings, again.Encodings);
        CollectionAssert.AreEqual(bytes, Written(again, read));
    });

    [TestMethod]
    public void A_document_type_is_read_over_and_never_fetched()
    {
        var (_, units) = Read("""
            <?xml version="1.0" encoding="UTF-8"?>
            <!DOCTYPE tmx SYSTEM "http://127.0.0.1:9/tmx14.dtd">
            <tmx version="1.4"><header creationtool="OmegaT" srclang="ko" datatype="plaintext"/><body>
            <tu><tuv xml:lang="ko"><seg>쌀값</seg></tuv><tuv xml:lang="EN-US"><seg>Rice <bpt i="1" x="1">&lt;b&gt;</bpt>price<ept i="1">&lt;/b&gt;</ept></seg></tuv></tu>
            </body></tmx>
            """);
        Assert.AreEqual("Rice price", units.Single().In("en")!.Text);
        Assert.AreEqual("쌀값", units.Single().In("ko-KR")!.Text);
    }

    [TestMethod]
    public void Entities_are_not_taken_in()
    {
        var broken = Assert.ThrowsExactly<BrokenFileException>(() => Read("<!DOCTYPE tmx [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>\n<tmx version=\"1.4\"><header srclang=\"ko\"/><body>\n<tu><tuv xml:lang=\"ko\"><seg>&a;</seg></tuv></tu></body></tmx>"));
        Assert.AreEqual(3, broken.Line);
    }

    [TestMethod]
    public void Old_files_and_those_with_elements_of_their_own_are_read()
    {
        var (header, units) = Read("""
            <tmx version="1.1"><header srclang=""><prop type="x">y</prop><ude name="u"><map unicode="#xF8FF"/></ude></header><body>
            <tu tuid="1" lang="x"><own>z<deep/></own><tuv lang="KO"><prop type="a">b</prop><seg>값<ut>{\b }</ut><hi type="b">이</hi></seg></tuv><tuv lang="en"><seg/></tuv></tu>
            <tu><tuv xml:lang="ko"><seg>a&#x1F;b</seg></tuv></tu>
            </body></tmx>
            """);
        Assert.AreEqual("*all*", header.SourceLanguage);
        Assert.AreEqual("값이", units[0].In("ko")!.Text);
        Assert.AreEqual("ab", units[1].In("ko")!.Text, "a character that XML does not know goes");
    }

    [TestMethod]
    [DataRow("<xliff/>", 1, "This is no TMX")]
    [DataRow("<tmx version=\"1.4\">\n<body/></tmx>", 2, "The header is missing")]
    [DataRow("<tmx><header/><body>\n\n<tu><tuv><seg>a</seg></tuv></tu></body></tmx>", 3, "'xml:lang' is missing")]
    [DataRow("<tmx><header/><body>\n<tu><tuv xml:lang=\"ko\"><seg>a</seg></tu></body></tmx>", 2, "Not well-formed")]
    [DataRow("<tmx><header/><body>\n", 2, "Not well-formed")]
    [DataRow("<tmx><header/><body>\n<tu><tuv xml:lang=\"ko\"><seg>A & B</seg></tuv></tu></body></tmx>", 2, "Not well-formed")]
    [DataRow("<tmx><header/><body>\n<tu><tuv xml:lang=\"ko\"><prop type=\"x\">R&D;</prop><seg>A</seg></tuv></tu></body></tmx>", 2, "Not well-formed")]
    [DataRow("", 1, "Not well-formed")]
    public void A_broken_file_is_told_with_its_line(string text, int line, string words)
    {
        var broken = Assert.ThrowsExactly<BrokenFileException>(() => Read(text));
        Assert.Contains(words, broken.Message);
        Assert.AreEqual(line, broken.Line);
    }

    [TestMethod]
    public void Units_before_a_break_are_there()
    {
        using var stream = new MemoryStream("<tmx><header/><body><tu><tuv xml:lang=\"ko\"><seg>a</seg></tuv></tu><tu>"u8.ToArray());
        using var reader = TmxReader.Open(stream);
        var seen = 0;
        Assert.ThrowsExactly<BrokenFileException>(() =>
        {
            foreach (var unit in reader.Units())
                seen++;
        });
        Assert.AreEqual(1, seen);
    }

    [TestMethod]
    public void No_entry_is_without_bounds()
    {
        using var deep = new MemoryStream(Encoding.UTF8.GetBytes("<tmx><header/><body><tu><tuv xml:lang=\"ko\"><seg>" + string.Concat(Enumerable.Repeat("<hi>", 200))));
        Assert.Contains("stand in one another", Assert.ThrowsExactly<BrokenFileException>(() => Drain(deep)).Message);
        using var wide = new MemoryStream([.. "<tmx><header/><body><tu><tuv xml:lang=\"ko\"><seg>"u8, .. Enumerable.Repeat((byte)'x', 17 * 1024 * 1024)]);
        Assert.Contains("takes more than 16 MB", Assert.ThrowsExactly<BrokenFileException>(() => Drain(wide)).Message);
    }

    [TestMethod]
    public void A_long_memory_is_read_in_constant_space()
    {
        var unit = "<tu><tuv xml:lang=\"ko\"><seg>가나다</seg></tuv><tuv xml:lang=\"en\"><seg>abc</seg></tuv></tu>"u8.ToArray();
        using var stream = new Repeated("<tmx><header/><body>"u8.ToArray(), unit, 200_000, "</body></tmx>"u8.ToArray());
        Assert.AreEqual(200_000, Drain(stream));
    }

    [TestMethod]
    public void Tables_of_memories_are_read_and_written()
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes("ko\ten\n쌀\trice\n값\t\n"));
        var units = MemoryTable.Read(stream).ToList();
        Assert.AreEqual("rice", units.Single().In("en")!.Text);
        using var written = new MemoryStream();
        MemoryTable.Write(written, TransFlow.Core.Formats.Tables.TableFormat.Csv, ["ko", "en"], units);
        Assert.AreEqual("ko,en\r\n쌀,rice\r\n", Encoding.UTF8.GetString(written.ToArray()));
    }

    [TestMethod]
    public void A_unit_with_several_texts_in_a_language_takes_several_rows_and_regions_are_languages_of_their_own()
    {
        MemoryVariant Text(string language, string text) => new(language, [new MemoryText(text)]);
        using var written = new MemoryStream();
        MemoryTable.Write(written, TransFlow.Core.Formats.Tables.TableFormat.Csv, ["ko", "en-GB", "en-US"], [new MemoryUnit([Text("ko", "색"), Text("en-GB", "colour"), Text("en-gb", "hue")])]);
        Assert.AreEqual("ko,en-GB,en-US\r\n색,colour,\r\n색,hue,\r\n", Encoding.UTF8.GetString(written.ToArray()));
    }

    private static int Drain(Stream stream)
    {
        using var reader = TmxReader.Open(stream);
        return reader.Units().Count();
    }

    private static byte[] Written(MemoryHeader header, IEnumerable<MemoryUnit> units)
    {
        using var stream = new MemoryStream();
        TmxWriter.Write(stream, header, units);
        return stream.ToArray();
    }

    private static (MemoryHeader Header, List<MemoryUnit> Units) Read(string text) => Read(Encoding.UTF8.GetBytes(text));

    private static (MemoryHeader Header, List<MemoryUnit> Units) Read(byte[] bytes)
    {
        using var stream = new MemoryStream(bytes);
        using var reader = TmxReader.Open(stream);
        return (reader.Header, reader.Units().ToList());
    }

    private static string Shown(MemoryUnit unit) =>
        $"{unit.Id} {unit.SourceLanguage} {Shown(unit.Notes, unit.Properties)} {string.Join(" ; ", unit.Variants.Select(v => $"{v.Language} {Shown(v.Notes, v.Properties)} {string.Join(' ', v.Attributes)} {Shown(v.Content)}"))}";

    private static string Shown(ImmutableArray<string> notes, ImmutableArray<MemoryProperty> properties) => string.Join(',', notes.Concat(properties.Select(p => p.ToString())));

    private static string Shown(ImmutableArray<MemoryInline> content) => string.Concat(content.Select(c => c is MemoryCode code ? $"<{code.Element} {string.Join(' ', code.Attributes)}>{Shown(code.Content)}</>" : ((MemoryText)c).Text));
}
