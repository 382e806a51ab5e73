using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Markdig;
using TransFlow.Core.Exchange;
using TransFlow.Core.Segments;
using TransFlow.Core.Stages;

namespace TransFlow.Benchmarks;

/// <summary>Taking articles apart and putting them together, against a bare Markdig parse of the same text.</summary>
internal static class MarkdownBenchmark
{
    private const int Articles = 1000;
    private const int Slice = 50;
    private const int Rounds = 60;

    private static readonly MarkdownPipeline Bare = new MarkdownPipelineBuilder().UsePreciseSourceLocation().UsePipeTables().UseFootnotes().Build();

    private static readonly Route Plain = Route.Of("plain", ["translate", "edit"]).Value!;

    public static void Run()
    {
        var articles = Enumerable.Range(0, Articles).Select(Article).ToArray();
        var texts = articles.Select(Encoding.UTF8.GetString).ToArray();
        var taken = articles.Select(Extract).ToArray();
        var targets = taken.Select(Targets).ToArray();
        using var file = new MemoryStream();
        Action<int>[] ways =
        [
            i => Markdown.Parse(texts[i], Bare),
            i => Extract(articles[i]),
            i => Write(Extract(articles[i]), file),
            i => MarkdownWeaver.Weave(taken[i], targets[i], new WeaveOptions("en")),
        ];
        Timing.Warm(() =>
        {
            for (var i = 0; i < Articles; i++)
                Array.ForEach(ways, w => w(i));
        });

        // Short turns, so that whatever else the machine does falls on all ways alike.
        var next = -1;
        var times = Timing.Medians(Rounds, [() => next++, .. ways.Select(w => (Action)(() =>
        {
            for (var i = 0; i < Slice; i++)
                w(((next * Slice) + i) % Articles);
        }))])[1..];
        Console.WriteLine(FormattableString.Invariant($"1,000 articles of 15 paragraphs, {articles.Sum(a => a.Length) / 1e6:0.0} MB, one thread, median of {Rounds} turns of {Slice} articles"));
        Timing.Print("Markdig.Parse with source spans", $"{Slice / times[0] * 1000:0} articles/s");
        Timing.Print("extract", $"{times[1] / times[0]:0.0} x Markdig");
        Timing.Print("extract and write XLIFF", $"{times[2] / times[0]:0.0} x Markdig", "goal: 4 or less");
        Timing.Print("weave with its verifying parse", $"{times[3] / times[0]:0.0} x Markdig", "goal: 4 or less");
        foreach (var many in (int[])[1, 10, 100, 1000])
        {
            var text = Encoding.UTF8.GetBytes(string.Concat(texts.Take(many).Select(t => t[(t.IndexOf("---\n", 4, StringComparison.Ordinal) + 4)..])));
            var time = Timing.Medians(3, () => Extract(text));
            Timing.Print(FormattableString.Invariant($"extract one article of {text.Length / 1e6:0.000} MB"), $"{time[0] * 1e6 / text.Length:0} ms a MB");
        }
    }

    private static void Write(Extraction article, MemoryStream file)
    {
        file.SetLength(0);
        PackageXliff.Write(Package.Cut(article, EditionRevision.Begin("a", "en", article, Plain))!, file);
    }

    private static Extraction Extract(byte[] article) => MarkdownExtractor.Extract(article, "a.ko.md", new ExtractionOptions("ko")).Value!;

    private static Dictionary<string, ImmutableArray<Content?>> Targets(Extraction article) => article.Units.ToDictionary(
        u => u.Id, u => u.Segments.Select(s => (Content?)new Content(s.Source.Parts.Select(p => p.Kind == InlineKind.Text ? p with { Value = "Translated " + p.Value } : p))).ToImmutableArray());

    /// <summary>A made-up article of 15 paragraphs.</summary>
    internal static byte[] Article(int seed)
    {
        var random = new Random(seed);
        var number = seed.ToString(CultureInfo.InvariantCulture);
        string[] sentences =
        [
            "서울시가 오는 10월부터 **심야버스 노선**을 14개에서 28개로 늘린다고 18일 밝혔다.", "새 노선은 강남·여의도와 외곽 주거지를 잇는다.", "“기사 충원이 먼저”라고 노조는 말했다.",
            "지난해 이 구간을 탄 사람은 하루 평균 3만 2,500명이었다.", "자세한 내용은 [시 누리집](https://example.com/a_b?c=d \"누리집\")에 있다.", "그는 “요금은 그대로다. 내년에 다시 본다.”라고 했다.", "관련 예산은 *추경*에 담겼다.[^1]",
        ];
        var text = new StringBuilder($"---\ntitle: \"심야버스 {number}\"\ndate: 2024-05-01\ntags: [버스, 서울]\n---\n\n![버스](a.jpg \"사진\")\n*정류장의 시민들 {number}. 사진: 기자*\n\n");
        for (var i = 0; i < 15; i++)
        {
            if (i % 5 == 0)
                text.Append(CultureInfo.InvariantCulture, $"## 소제목 {i} {number}\n\n");
            text.AppendJoin(' ', Enumerable.Range(0, 3 + random.Next(3)).Select(_ => sentences[random.Next(sentences.Length)])).Append(CultureInfo.InvariantCulture, $" {number}번째다.\n\n");
        }

        return Encoding.UTF8.GetBytes(text.Append("- 하나\n- 둘\n\n[^1]: 각주 글이다.\n").ToString());
    }
}
