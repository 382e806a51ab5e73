using System.Globalization;
using TransFlow.Xliff;

namespace TransFlow.Benchmarks;

/// <summary>A made-up corpus: news in Korean and English with codes, notes, original data and metadata, the same every time.</summary>
internal static class XliffCorpus
{
    private static readonly string[] Korean =
    [
        "서울시가 오는 10월부터 ", "심야버스 노선", "을 14개에서 28개로 늘린다고 18일 밝혔다.", "새 노선은 강남·여의도와 외곽 주거지를 잇는다.",
        "기사 노조는 “인력 충원이 먼저”라며 “지금도 휴식 시간이 모자란다”고 말했다.", "지난해 이 구간을 탄 사람은 하루 평균 3만 2,500명이었다.",
    ];

    private static readonly string[] English =
    [
        "Starting in October, Seoul will double its ", "night bus routes", " from 14 to 28, the city said on the 18th.", "The new routes link Gangnam and Yeouido with the outskirts.",
        "“More drivers must come first,” the drivers’ union said. “There is too little rest as it is.”", "An average of 32,500 people a day rode this stretch last year.",
    ];

    /// <summary>One file.</summary>
    /// <param name="seed">Which one; the same seed gives the same bytes.</param>
    /// <param name="units">How many units it has.</param>
    public static byte[] File(int seed, int units)
    {
        var random = new Random(seed);
        var name = $"a{seed.ToString(CultureInfo.InvariantCulture)}";
        var file = new XliffFile(name) { Original = name, Units = [.. Enumerable.Range(1, units).Select(n => Unit(n, random))] };
        return XliffWriter.Write(XliffLayout.Indent(new XliffDocument("2.0") { SourceLanguage = "ko", TargetLanguage = "en", Files = [file] }));
    }

    private static Unit Unit(int number, Random random)
    {
        var id = $"u{number.ToString(CultureInfo.InvariantCulture)}";
        return new Unit(id)
        {
            Name = $"{number.ToString("00", CultureInfo.InvariantCulture)}-paragraph",
            Space = "preserve",
            Metadata = new Metadata { Groups = [new MetaGroup { Category = "article", Items = [new Meta("desk", "society"), new Meta("row", number.ToString(CultureInfo.InvariantCulture))] }] },
            Notes = [new Note("문단. 금액은 원화 표기를 유지하세요.") { Id = "n1", Category = "context" }],
            Data = [new Data("d1", "**"), new Data("d2", "![](images/night-bus.jpg)")],
            Parts = [.. Enumerable.Range(1, 1 + (random.Next(8) / 7)).SelectMany(n => Parts(id, n, random))],
        };
    }

    private static IEnumerable<UnitPart> Parts(string id, int number, Random random)
    {
        var words = random.Next(3, Korean.Length);
        var code = (number * 2).ToString(CultureInfo.InvariantCulture);
        yield return new Segment
        {
            Id = $"{id}-s{number.ToString(CultureInfo.InvariantCulture)}",
            State = "translated",
            Source = new Source { Content = Inline(Korean, words, code) },
            Target = new Target { Content = Inline(English, words, code) },
        };
        yield return new Ignorable { Id = $"{id}-i{number.ToString(CultureInfo.InvariantCulture)}", Source = new Source(" ") };
    }

    private static NodeList Inline(string[] text, int words, string code) =>
    [
        new PlainText(text[0]),
        new SpanningCode(code)
        {
            Type = "fmt", SubType = "xlf:b", StartDataRef = "d1", EndDataRef = "d1", StartDisplay = "[b]", EndDisplay = "[/b]", StartEquivalent = "", EndEquivalent = "", CanCopy = false,
            Content = [new PlainText(text[1])],
        },
        new PlainText(text[2] + " " + text[words]),
        new StandaloneCode(code + "9") { Type = "image", DataRef = "d2", Display = "[image]", Equivalent = "", CanDelete = false },
        new PlainText(text[words]),
    ];
}
