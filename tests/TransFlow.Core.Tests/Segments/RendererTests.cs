using System.Collections.Immutable;
using System.Text.RegularExpressions;
using TransFlow.Core.Segments;

namespace TransFlow.Core.Tests.Segments;

/// <summary>What sites read that have other renderers than CommonMark: the words as typed, and the same blocks, links, images and codes around them.</summary>
[TestClass]
public sealed partial class RendererTests
{
    private const string Plain = "Wqz";

    /// <summary>What is markup for these renderers, besides what is for others.</summary>
    private static readonly string[] Signs =
    [
        "#MeToo", "##x", "{:.note}", "{: #x}", "a {: .b}", "a {.b}", "{::comment} a", "{a b}", "*[abc]: def", "[^1]: note", "^", "$$", "$$x$$", "((x))", "|---|", "a|b|c", "!!! note", "!!!Word", "!!!突发新闻", "word\\\\", "C:\\a\\", "1)", "1.",
        ":   word", "* word", "+", "&", "&copy", "&#35;", "<https://x.y>", "<a@b.c>", "< a", "a < b > c", "__init__", "_a_b_", "**", "**a", "a**", "*", "_", "`", "``a", "'q'", "[ ]", "[x]", "~", "=",
        "a = b", "a == b", "a -- b", "...", "(c)", "5' 3\"", "\\", "\\\\", "a\\b", "10^2", "a_b_c", "a__b__c", "x*y", "1 * 2 * 3", "* a *", "@a/b", "%%x%%", "==", "<<a>>", "a<b", "<기생충> a", "a <寄生蟲>", "<Émile>", "</b>", "<br>", "&lt;",
    ];

    [TestMethod]
    public Task Words_read_as_typed_in_kramdown() => Check(Renderer.Kramdown, []);

    [TestMethod]
    public Task Words_read_as_typed_in_Python_Markdown() => Check(Renderer.PythonMarkdown, ["~~"]);

    [TestMethod]
    public Task Emphasis_pairs_as_it_is_meant_in_kramdown() => Pair(Renderer.Kramdown);

    [TestMethod]
    public Task Emphasis_pairs_as_it_is_meant_in_Python_Markdown() => Pair(Renderer.PythonMarkdown);

    private static async Task Pair(Renderer renderer)
    {
        (string Target, string Read)[] pairs =
        [
            ("A {1}{2}Big{/2} word{/1} and {3}w{/3}.", "A <em><strong>Big</strong> word</em> and <strong>w</strong>."),
            ("A {1}big {2}word{/2}{/1} and {3}w{/3}.", "A <em>big <strong>word</strong></em> and <strong>w</strong>."),
            ("{1}{2}Big{/2} word{/1} {3}w{/3}", "<em><strong>Big</strong> word</em> <strong>w</strong>"),
            ("{3}w{/3} and {1}{2}Big{/2} word{/1}.", "<strong>w</strong> and <em><strong>Big</strong> word</em>."),
            ("A {2}{1}Big{/1} word{/2} and {3}w{/3}.", "A <strong><em>Big</em> word</strong> and <strong>w</strong>."),
            ("{1}{2}大{/2}言葉{/1}と{3}混{/3}だ", "<em><strong>大</strong>言葉</em>と<strong>混</strong>だ"),
        ];
        var article = ProvingGround.Extract("글 ***둘 다***와 **섞음**\n")!;
        var woven = pairs.Select(p => MarkdownWeaver.Weave(article, new Dictionary<string, ImmutableArray<Content?>> { [article.Units[0].Id] = [Content.Parse(p.Target)] }, new WeaveOptions("ja")).Text).ToList();
        CollectionAssert.AreEqual(pairs.Select(p => $"<p>{p.Read}</p>").ToList(), (await renderer.Render(woven)).Select(p => p.Trim()).ToList());
    }

    private static async Task Check(Renderer renderer, string[] unknown)
    {
        var woven = new List<(string Words, string Text)>();
        foreach (var source in ProvingGround.Constructs.Where(c => !OfOthers().IsMatch(c) && !unknown.Any(c.Contains)))
        {
            if (ProvingGround.Extract(source) is not { } article)
                continue;
            Assert.IsEmpty(ProvingGround.Weave(article, _ => Plain).Findings, source);
            foreach (var words in ProvingGround.Hazards.Concat(Signs).Prepend(Plain))
            {
                if (ProvingGround.Weave(article, _ => words) is { Findings.Length: 0 } weaving)
                    woven.Add((words, weaving.Text));
            }
        }

        var pages = await renderer.Render([.. woven.Select(w => w.Text)]);
        var (checkedPages, found, plain) = (0, new List<string>(), "");
        for (var i = 0; i < woven.Count; i++)
        {
            var (words, text) = woven[i];
            if (words == Plain)
                plain = pages[i];
            // What this renderer takes for code is nothing that it knows.
            else if (!plain.Contains("<pre>", StringComparison.Ordinal))
            {
                checkedPages++;
                var due = Read(plain).Replace(Plain, Read(words.Replace('<', '‹').Replace('>', '›')), StringComparison.Ordinal);
                if (due != Read(pages[i]))
                    found.Add($"== {words}\n{text}\n-- {due}\n-- {pages[i]}");
            }
        }

        Assert.IsGreaterThan(6000, checkedPages);
        Assert.AreEqual("", string.Join('\n', found));
    }

    /// <summary>What a reader reads: emphasis apart, whose marks move where words begin or end with signs, and white space.</summary>
    private static string Read(string page) => Unread().Replace(page, "");

    /// <summary>Constructs that these renderers do not know, or otherwise: front matter, HTML, containers, bare addresses, a table without rows, emphasis that begins with three stars and ends apart, a box of a task with no blank behind, tags, lone tildes that strike out.</summary>
    [GeneratedRegex(@"\A(?:#\p{L}|---|\+\+\+|\{|\*\*\*[^*]+\*\*[^*])|\| 둘 \|\n\| --- \|\n|\[ \]\S|<[A-Za-z!]|:::|www\.|(?<!~)~[^~]+~(?!~)|(?<![(<\]:\""\[]\s?)https?://", RegexOptions.CultureInvariant)]
    private static partial Regex OfOthers();

    [GeneratedRegex(@"</?(?:em|strong|del)>|\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Unread();
}
