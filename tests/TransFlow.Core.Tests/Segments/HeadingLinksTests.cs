using TransFlow.Core.Segments;

namespace TransFlow.Core.Tests.Segments;

[TestClass]
public sealed class HeadingLinksTests
{
    [TestMethod]
    [DataRow("[가](#왜-올랐나)\n\n## 왜 올랐나?", "왜-올랐나", DisplayName = "by its words")]
    [DataRow("[가](#%EC%99%9C-%EC%98%AC%EB%9E%90%EB%82%98)\n\n## 왜 **올랐나**?", "왜-올랐나", DisplayName = "written in percent signs")]
    [DataRow("[가][왜] [나](#왜-올랐나)\n\n## 왜 올랐나\n\n[왜]: #왜-올랐나", "왜-올랐나", DisplayName = "twice, once by a definition")]
    [DataRow("[가](#why)\n\n## 왜 올랐나 {#why}", "", DisplayName = "by a name of its own")]
    [DataRow("[가](#왜-올랐나)\n\n## 왜 올랐나 {#왜-올랐나}", "", DisplayName = "by a name of its own that is its words")]
    [DataRow("[가](#왜-올랐나)\n\n<h2 id=\"왜-올랐나\">왜 올랐나</h2>", "", DisplayName = "by an id in HTML")]
    [DataRow("[가](#run-왜-올랐나)\n\n## `run` 왜 올랐나", "run-왜-올랐나", DisplayName = "by its words and code")]
    [DataRow("[가](#왜-올랐나-run)\n\n<h2 class=\"a\">왜 올랐나 <code>run</code></h2>", "왜-올랐나-run", DisplayName = "by its words and code in HTML")]
    [DataRow("[가](#왜-올랐나)\n\n## 왜 올랐나 {#why}", "", DisplayName = "by the words of one that has another name")]
    [DataRow("[가](#왜-올랐나)\n\n## 왜 올랐나 \\{#why}", "", DisplayName = "by the words of one that has another name, escaped")]
    [DataRow("[가](#왜-올랐나)\n\n## 왜 올랐나 {.a #why}", "", DisplayName = "by the words of one that has another name, and a class")]
    [DataRow("[가](#왜-올랐나)\n\n왜 올랐나\n---\n{: #why}\n\n글", "", DisplayName = "by the words of one that has another name in the line below")]
    [DataRow("[가](#왜-올랐나)\n\n<h2 id=\"why\">왜 올랐나</h2>", "", DisplayName = "by the words of one that has another id")]
    [DataRow("[가](#왜-올랐나)\n\n## 왜 올랐나 {.a}\n\n{: #why}\n글", "왜-올랐나", DisplayName = "by its words, though it has a class")]
    [DataRow("[가](#왜-올랐나)\n\n### 왜 올랐나 {#why}\n\n## 왜 올랐나", "왜-올랐나", DisplayName = "by the words of the second, since the first has another name")]
    [DataRow("[가](#_2)\n\n## 왜\n\n## 올랐나", "_2", DisplayName = "by its number among those without letters of ASCII")]
    [DataRow("[가](#_1) [나](#age-of-ai)\n\n## AI의 age of AI\n\n## 이름 {#a}", "", DisplayName = "by the number of none")]
    [DataRow("[가](#ai-8)\n\n## AI 시대, 8번째", "ai-8", DisplayName = "by its letters of ASCII")]
    [DataRow("[가](#없다) [나](#) [다](b#왜-올랐나)\n\n## 왜 올랐나", "", DisplayName = "to nothing, to the top and into another page")]
    public void A_link_that_leads_to_a_heading_by_its_words_is_told(string markdown, string name)
    {
        var article = MarkdownExtractor.Extract(System.Text.Encoding.UTF8.GetBytes(markdown + "\n"), "a.ko.md", new ExtractionOptions("ko")).Value!;
        var told = article.Findings.Select(f => (f.Check, f.UnitId, f.Message)).ToList();

        Assert.HasCount(name.Length == 0 ? 0 : 1, told);
        foreach (var (check, unit, message) in told)
        {
            Assert.AreEqual(("heading-link", article.Units.Last(u => u.Kind == UnitKind.Heading).Id), (check, unit));
            StringAssert.Contains(message, $"'#{name}'", StringComparison.Ordinal);
        }
    }
}
