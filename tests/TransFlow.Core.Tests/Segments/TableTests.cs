using System.Text;
using TransFlow.Core.Segments;

namespace TransFlow.Core.Tests.Segments;

/// <summary>What is a table for a reader is one for a translator: a unit a cell, whatever stands around it.</summary>
[TestClass]
public sealed class TableTests
{
    [TestMethod]
    [DataRow("| 가 | 나 |\n|---|---|\n| 다 | 라 |\n글이다", "가|나|다|라|글이다", DisplayName = "a line of text after the last row is a row")]
    [DataRow("| 가 | 나 |\n|---|---|\n| 다 | 라 |\n[표 설명]", "가|나|다|라|[표 설명]", DisplayName = "so is one in brackets")]
    [DataRow("| 가 | 나 |\n|---|---|\n| 다 | 라 |\n{: .table}", "가|나|다|라", DisplayName = "attributes are none")]
    [DataRow("| 가 | 나 |\n|---|---|\n| 다 | 라 |\n: 표 1. 쌀값", "가|나|다|라|표 1. 쌀값", DisplayName = "a caption right under it is a row, without its mark")]
    [DataRow("| 가 | 나 |\n|---|---|\n| 다 | 라 |\n\n: 표 1. 쌀값", "가|나|다|라|표 1. 쌀값", DisplayName = "a caption under an empty line stands without its mark")]
    [DataRow("> | 가 | 나 |\n> |---|---|\n> | 다 | 라 |\n>\n> : 표 1. 쌀값", "가|나|다|라|표 1. 쌀값", DisplayName = "so does one in a quotation")]
    [DataRow("1. 앞\n\n   | 가 | 나 |\n   |---|---|\n   | 다 | 라 |\n\n   : 표 1. 쌀값 {#tbl-a}", "앞|가|나|다|라|표 1. 쌀값", DisplayName = "and one in a list")]
    [DataRow("- 앞\n\n: 표 1. 쌀값\n\n| 가 | 나 |\n|---|---|\n| 다 | 라 |", "앞|표 1. 쌀값|가|나|다|라", DisplayName = "a caption above a table, behind a list")]
    [DataRow("```\n코드\n```\n\n: 표 1. 쌀값\n\n| 가 | 나 |\n|---|---|\n| 다 | 라 |", "표 1. 쌀값|가|나|다|라", DisplayName = "a caption above a table, behind code")]
    [DataRow("> 앞\n\n: 표 1. 쌀값\n\n| 가 | 나 |\n|---|---|\n| 다 | 라 |", "앞|표 1. 쌀값|가|나|다|라", DisplayName = "a caption above a table, behind a quotation")]
    [DataRow("::: {.x}\n\n: 표 1. 쌀값\n\n| 가 | 나 |\n|---|---|\n| 다 | 라 |\n\n:::", "표 1. 쌀값|가|나|다|라", DisplayName = "a caption above a table, at the beginning of a box")]
    [DataRow("# 앞\n\n: 표 1. 쌀값\n\n| 가 | 나 |\n|---|---|\n| 다 | 라 |", "앞|표 1. 쌀값|가|나|다|라", DisplayName = "a caption above a table, behind a heading")]
    [DataRow("| 가 | 나 |\n|---|---|\n| 다 | 라 |\n\n\n: 표 1. 쌀값", "가|나|다|라|표 1. 쌀값", DisplayName = "a caption two lines below")]
    [DataRow("낱말\n\n: 그 뜻이다.\n\n| 가 | 나 |\n|---|---|\n| 다 | 라 |", "낱말|그 뜻이다.|가|나|다|라", DisplayName = "what a term means is none")]
    [DataRow("- : 표 1. 쌀값\n\n  | 가 | 나 |\n  |---|---|\n  | 다 | 라 |", ": 표 1. / 쌀값|가|나|다|라", DisplayName = "an item is none")]
    [DataRow("| 가 | 나 |\n|---|---|\n| 다 | 라 |\n---\n뒤", "가|나|다|라|뒤", DisplayName = "a rule under it makes it no heading")]
    [DataRow("| 가 | 나 |\n|---|---|\n| 다 | 라 |\n> 인용", "가|나|다|라|인용", DisplayName = "another block ends it")]
    [DataRow("표는 이렇다.\n| 가 | 나 |\n|---|---|\n| 다 |", "표는 이렇다.|가|나|다", DisplayName = "lines before it are a paragraph")]
    [DataRow("|---|---|\n| 가 | 나 |", "가|나", DisplayName = "it may lack a header")]
    [DataRow("| 가 | 나 |\n|---|\n| 다 | 라 |", "가|나|다|라", DisplayName = "too few delimiters make one for kramdown")]
    [DataRow("가 | 나\n---\n다 | 라", "가 | 나|다 | 라", DisplayName = "without bars at the edges they make none")]
    [DataRow("| 가 | 말. 글. |\n| **라 | 마** |\n|===|\n| `a|b` 바 | 사 \\| 아 |\n{: .x}", "가|말. / 글.|**라|마**|{1/} 바|사 | 아", DisplayName = "lines that begin with bars are rows for kramdown")]
    [DataRow("| 가 | 나 |\n| 다 | 라 |\n|---|---|\n| 마 |", "가|나|다|라|마", DisplayName = "so are a header's other lines")]
    [DataRow("| 가 | 나 |\n| 다 | 라 |\n| 마 | 바 |\n|---|---|\n| 사 |", "가|나|다|라|마|바|사", DisplayName = "two of them")]
    [DataRow("> | 가 | 나 |\n> | 다 | 말 [라](/a) |\n\n- 앞\n\n  | 마 |\n  | 바 |", "가|나|다|말 {1}라{/1}|앞|마|바", DisplayName = "in a quotation and a list")]
    [DataRow("{: .x}\n| 가 |\n| 나 |", "가|나", DisplayName = "a list of attributes may be the first line")]
    [DataRow("{{< x >}}\n| 가 | 나 |\n|---|---|\n| 다 | 라 |", "가|나|다|라", DisplayName = "a tag above the header is no row")]
    [DataRow("| 첫 줄\n| 둘째 줄", "첫 줄|둘째 줄", DisplayName = "lines of a poem, for Pandoc")]
    [DataRow("글\n| 가 | 나 |\n| 다 | 라 |", "글 | 가 | 나 | | 다 | 라 |", DisplayName = "a line of words before them makes a paragraph for all")]
    [DataRow("| 가 `a|b` | 나 \\| 다 |\n|---|---|\n| **라 | 마** |", "가 {1/}|나 | 다|**라|마**", DisplayName = "bars in code and behind a backslash stay, marks end with the cell")]
    [DataRow("- 앞\n\n  가 | 나\n  --|--\n  다 | 라\n  글", "앞|가|나|다|라|글", DisplayName = "in a list, without bars at the edges")]
    public void Each_cell_is_a_unit(string markdown, string units)
    {
        var source = Extract(markdown + "\n\n끝.\n");
        Assert.AreEqual(units, string.Join('|', source.Units.SkipLast(1).Select(u => string.Join(" / ", u.Segments.Select(s => s.Source)))));
        ProvingGroundTests.AssertIdentity(source.Text, markdown);
        foreach (var hazard in ProvingGround.Hazards)
            Assert.IsTrue(ProvingGround.Weave(source, _ => hazard).IsSound, hazard);
    }

    [TestMethod]
    [DataRow("a | b", "| a \\| b | a \\| b |\n| a \\| b | a \\| b |\n{: .x}\n")]
    [DataRow("[a", "| \\[a | \\[a |\n| \\[a | \\[a |\n{: .x}\n")]
    [DataRow("](b)", "| \\]\\(b) | \\]\\(b) |\n| \\]\\(b) | \\]\\(b) |\n{: .x}\n")]
    public void Rows_without_a_header_stay_lines(string words, string woven) =>
        Assert.AreEqual(woven, ProvingGround.Weave(Extract("| 가 | 나 |\n| 다 | 라 |\n{: .x}\n"), _ => words).Text);

    private static Extraction Extract(string markdown) => MarkdownExtractor.Extract(Encoding.UTF8.GetBytes(markdown), "a.ko.md", new ExtractionOptions("ko")).Value!;
}
