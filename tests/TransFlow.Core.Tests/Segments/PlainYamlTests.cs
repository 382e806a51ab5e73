using TransFlow.Core.Segments.Heads;

namespace TransFlow.Core.Tests.Segments;

/// <summary>The quick way of reading front matter reads what the YAML parser reads.</summary>
[TestClass]
public sealed class PlainYamlTests
{
    /// <summary>A last line that only the YAML parser reads.</summary>
    private const string NotPlain = "zz_last: 'it''s'\n";

    private static readonly string[] Keys = ["title", "date", "tags", "draft", "x-y", "a_b", "A1", "y", "null"];

    private static readonly string[] Pieces =
    [
        "가나 다", "word", "2024-05-01", "09:00:00", "x", "1", "true", "null", "~", "'", "\"", "''", "\"\"", "\"가 나\"", "'가: 나'", "\"a, b\"", "[", "]", "[가, 나]", "['가', \"나\", c]", "[a]", "[]", "{", "}", ",", ", ", ": ", ":", " #", "#", " # c", "&a", "*a",
        "!t", "|", ">", "-", "- ", "?", "%", "@", "`", "\\", "\\n", " ", "  ", "\t", "\u00A0", "\u3000", "\u0085", "\u2028", "\uFEFF", "😀", "a\\\"b", "http://x.y/z", "3:2", "<<", "=", "\r", "가.", "(가)", "“가”", "/a/b/", ".", "...", "..", "<a", "$3", "_", "…", "-/", "/#", "/: x",
    ];

    [TestMethod]
    [DataRow("title: 심야버스\ndate: 2024-05-01\ntags: [버스, '서울', \"노선 하나\"]\n")]
    [DataRow("title: \"심야버스: 둘\"\r\n\r\n# 적어 둔 것\r\nsubtitle: 'a # b'  \r\ntime: 09:00:00\r\n")]
    [DataRow("title: 심야버스\nparams:\n  caption: 서울역 앞\n\n  credit: \"공용: 둘\"\n# 적어 둔 것\n  series: [가, 나]\ndraft: false\n")]
    [DataRow("tags:\n- 버스\n- '서울'\ncategories:\r\n  - 노선 하나\r\n  - \"밤\"\r\nimage:\n    path: a.jpg\n")]
    [DataRow("permalink: /ko/economy/rice/\nexcerpt: “쌀값”은 그대로다\nprice: $3\nhidden: .draft\nnote: (가)\n")]
    public void The_front_matter_of_most_articles_is_read_the_quick_way(string inside)
    {
        Assert.IsNotNull(PlainYaml.Read(inside, 0, inside.Length, inside.Length));
        Assert.AreEqual(ByParser(inside), ByHead(inside));
    }

    [TestMethod]
    public void Whatever_is_read_the_quick_way_the_YAML_parser_reads_the_same()
    {
        var (quick, nested, differing) = (0, 0, new List<string>());
        for (var seed = 0; seed < 150_000; seed++)
        {
            var random = new Random(seed);
            var inside = string.Concat(Enumerable.Range(0, random.Next(1, 4)).Select(_ => Lines(random)));
            if (PlainYaml.Read(inside, 0, inside.Length, inside.Length) is null)
                continue;
            quick++;
            nested += inside.Contains(":\n ", StringComparison.Ordinal) || inside.Contains(":\n-", StringComparison.Ordinal) ? 1 : 0;
            if (ByHead(inside) != ByParser(inside))
                differing.Add($"{inside}-- {ByHead(inside)}\n-- {ByParser(inside)}");
        }

        Assert.IsEmpty(differing, $"{differing.Count} of {quick}:\n{string.Join('\n', differing.OrderBy(d => d.Length).Take(8))}");
        Assert.IsGreaterThan(4_000, quick);
        Assert.IsGreaterThan(1_000, nested);
    }

    /// <summary>A key with a value behind it, or with some lines of keys or items below it, now and then with a blank too many or too few.</summary>
    private static string Lines(Random random)
    {
        var indent = new string(' ', random.Next(4));
        return random.Next(3) switch
        {
            0 => $"{Keys[random.Next(Keys.Length)]}:\n" + string.Concat(Enumerable.Range(0, random.Next(1, 4)).Select(_ => Indent() + Line(random))),
            1 => $"{Keys[random.Next(Keys.Length)]}:\n" + string.Concat(Enumerable.Range(0, random.Next(1, 4)).Select(_ => $"{Indent()}- {Value(random)}\n")),
            _ => Line(random),
        };

        string Indent() => random.Next(15) == 0 ? indent + " " : indent;
    }

    private static string Line(Random random) => random.Next(15) switch
    {
        0 => "\n",
        1 => "# x\n",
        _ => $"{Keys[random.Next(Keys.Length)]}:{(random.Next(12) == 0 ? "" : " ")}{Value(random)}{(random.Next(3) == 0 ? "\r\n" : "\n")}",
    };

    private static string Value(Random random) => string.Concat(Enumerable.Range(0, random.Next(1, 4)).Select(_ => Pieces[random.Next(Pieces.Length)]));

    private static string ByHead(string inside) => Said(HeadReader.Read($"---\n{inside}---\n", ""), 0);

    private static string ByParser(string inside) => Said(HeadReader.Read($"---\n{inside}{NotPlain}---\n", ""), 1);

    private static string Said(Outcome<Head> outcome, int more) => outcome.Try(out var head, out var refusal)
        ? $"{string.Join(" | ", head.Scalars.SkipLast(more))} || {string.Join(" | ", head.Entries.SkipLast(more))}"
        : refusal.ToString();
}
