using System.Text;
using TransFlow.Core.Exchange;
using TransFlow.Core.Segments;
using TransFlow.Core.Stages;
using TransFlow.Core.Tests.Newsroom;
using TransFlow.Tests.Newsroom;

namespace TransFlow.Tests.Mutations;

/// <summary>A sample article with one more section, so that each has everything that a mutation may need.</summary>
internal sealed class MutationArticle
{
    private const string Korean = """

        ## 더 알아보기 🚚

        **굵은 글**과 [누리집](https://example.com/b)이 있다. 그림은 ![창고](/images/w.jpg)이다.

        시장 상인 31명이 [협동조합](https://example.com/c)에 **40 kg**을 맡겼다. 값은 15% 올랐다! 다음 달도 같을까?

        - 상인 52명이 *줄*을 섰다. 창고 87곳이 문을 열었다.
        - 쌀 93포대가 [역](https://example.com/d)에 왔다. 짐꾼 64명이 날랐다.

        """;

    private const string English = """

        ## Find out more 🚚

        There is a **bold word** and [a site](https://example.com/b). The picture is ![storehouse](/images/w.jpg) here.

        The 31 traders of the market gave **40 kg** to [a cooperative](https://example.com/c). The price rose by 15%! Will next month be the same?

        - The 52 traders *stood* in a queue. The 87 storehouses opened their doors.
        - The 93 sacks of rice came to [the station](https://example.com/d). The 64 porters carried them.

        """;

    private MutationArticle(string name)
    {
        Name = name;
        Source = Sample.Extract(Encoding.UTF8.GetBytes(Sample.Read($"newsroom/{name}.ko.md") + Korean.ReplaceLineEndings("\n")), "ko");
        Edition = EditionRevision.Begin(name, "en", Source, Route.Of("default", ["translate", "edit"]).Value!);
        Sent = PackageXliff.Write(Package.Cut(Source, Edition)!);
        var targets = ParallelText.Targets(Source, Sample.Parallel(name) + English.ReplaceLineEndings("\n"));
        Translated = SampleReturns.Filled(Package.Cut(Source, Edition)!, targets);
    }

    public static IReadOnlyDictionary<string, MutationArticle> All { get; } = Sample.Articles.ToDictionary(a => a, a => new MutationArticle(a), StringComparer.Ordinal);

    public string Name { get; }

    public Extraction Source { get; }

    public Edition Edition { get; }

    /// <summary>The file as it was handed out.</summary>
    public byte[] Sent { get; }

    /// <summary>The file as the translator made it.</summary>
    public byte[] Translated { get; }

    public override string ToString() => Name;
}
