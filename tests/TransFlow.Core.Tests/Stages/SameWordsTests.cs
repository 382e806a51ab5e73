using System.Text;
using TransFlow.Core.Segments;
using TransFlow.Core.Stages;

namespace TransFlow.Core.Tests.Stages;

/// <summary>What becomes of the translations of blocks that say the same, when the source article changes: each stands with its own block.</summary>
[TestClass]
public sealed class SameWordsTests
{
    private static readonly Route Plain = Route.Of("plain", ["translate", "edit"]).Value!;

    private const string Interview = "국경에 가지 않았습니까?\n\n예.\n\n그래서 시장에 갔습니까?\n\n예.\n\n고맙습니다.\n";
    private const string Chapters = "## 물음 하나가 있다.\n\n예.\n\n## 둘째 말이 왔다.\n\n예.\n\n## 셋째는 저기다.\n\n예.\n";
    private const string Cities = "## 서울\n\n### 개요\n\n예.\n\n## 부산\n\n### 개요\n\n예.\n";
    private const string Rows = "| 가 | 나 |\n|--|--|\n| 악기 | 예. |\n| 방향 | 예. |\n| 과일 | 예. |\n";
    private const string FirstCells = "| 나 | 가 |\n|--|--|\n| 예. | 악기 |\n| 예. | 방향 |\n| 예. | 과일 |\n";
    private const string Numbers = "| 해 | 나 |\n|--|--|\n| 2024 | 예. |\n| 2025 | 예. |\n| 2026 | 예. |\n";
    private const string Html = "<table>\n<tr><td>악기</td><td>예.</td></tr>\n<tr><td>방향</td><td>예.</td></tr>\n</table>\n";
    private const string Goods = "첫째 문단은 청진 이야기다.\n\n둘째 문단은 원산 이야기다.\n\n- 예.\n- 옥수수 2kg\n- 예.\n\n끝이다.\n";
    private const string Photos = "처음이다.\n\n![예.](/a.jpg)\n\n![예.](/b.jpg)\n\n![예.](/c.jpg)\n\n끝이다.\n";
    private const string Links = "처음이다.\n\n1. [예.](/a)\n2. [예.](/b)\n3. [예.](/c)\n\n끝이다.\n";
    private const string Items = "- 언어\n  - 글\n  - 예.\n- 기수\n  - 글\n  - 예.\n";

    /// <summary>Each copy after the change is the one before of that number, from 1; ? asks a person, with the words of another beside it.</summary>
    [TestMethod]
    [DataRow("first pair taken out", Interview, "그래서 시장에 갔습니까?\n\n예.\n\n고맙습니다.\n", "2")]
    [DataRow("second pair taken out", Interview, "국경에 가지 않았습니까?\n\n예.\n\n고맙습니다.\n", "1")]
    [DataRow("pairs changed places", Interview, "그래서 시장에 갔습니까?\n\n예.\n\n국경에 가지 않았습니까?\n\n예.\n\n고맙습니다.\n", "2 1")]
    [DataRow("a pair came first", Interview, "안녕하십니까?\n\n예.\n\n" + Interview, "? 1 2")]
    [DataRow("a pair came between", Interview, "국경에 가지 않았습니까?\n\n예.\n\n안녕하십니까?\n\n예.\n\n그래서 시장에 갔습니까?\n\n예.\n\n고맙습니다.\n", "1 ? 2")]
    [DataRow("a block came before an answer", Interview, "국경에 가지 않았습니까?\n\n그는 오래 생각했다.\n\n예.\n\n그래서 시장에 갔습니까?\n\n예.\n\n고맙습니다.\n", "1 2")]
    [DataRow("a question was edited", Interview, "지난달 국경에 가지 않았습니까?\n\n예.\n\n그래서 시장에 갔습니까?\n\n예.\n\n고맙습니다.\n", "1 2")]
    [DataRow("what stands before the second came before the first", "하나다.\n\n예.\n\n둘이다.\n\n셋이다.\n\n넷이다.\n\n예.\n\n다섯이다.\n", "하나다.\n\n넷이다.\n\n예.\n\n둘이다.\n\n셋이다.\n\n예.\n\n다섯이다.\n", "1 2")]
    [DataRow("what stands below the second heading came below the first", "하나다.\n\n## 예.\n\n둘이다.\n\n셋이다.\n\n## 값\n\n넷이다.\n\n## 예.\n\n다섯이다.\n\n여섯이다.\n", "하나다.\n\n## 예.\n\n다섯이다.\n\n둘이다.\n\n셋이다.\n\n## 값\n\n넷이다.\n\n## 예.\n\n여섯이다.\n", "1 2")]
    [DataRow("a question is another", Interview, "학교는 다녔나?\n\n예.\n\n그래서 시장에 갔습니까?\n\n예.\n\n고맙습니다.\n", "? 2")]
    [DataRow("an answer was edited", Chapters, "## 물음 하나가 있다.\n\n예.\n\n## 둘째 말이 왔다.\n\n아니다, 그렇지 않다.\n\n## 셋째는 저기다.\n\n예.\n", "1 3")]
    [DataRow("a chapter came first", Chapters, "## 새 장이 왔다.\n\n예.\n\n" + Chapters, "? 1 2 3")]
    [DataRow("all that says who answers is gone", Chapters, "예.\n\n예.\n", "? ?")]
    [DataRow("cities changed places", Cities, "## 부산\n\n### 개요\n\n예.\n\n## 서울\n\n### 개요\n\n예.\n", "2 1")]
    [DataRow("the first city taken out", Cities, "## 부산\n\n### 개요\n\n예.\n", "2")]
    [DataRow("a row taken out", Rows, "| 가 | 나 |\n|--|--|\n| 방향 | 예. |\n| 과일 | 예. |\n", "2 3")]
    [DataRow("rows changed places", Rows, "| 가 | 나 |\n|--|--|\n| 과일 | 예. |\n| 방향 | 예. |\n| 악기 | 예. |\n", "3 2 1")]
    [DataRow("columns changed places", Rows, "| 나 | 가 |\n|--|--|\n| 예. | 악기 |\n| 예. | 방향 |\n| 예. | 과일 |\n", "1 2 3")]
    [DataRow("a row came between", Rows, "| 가 | 나 |\n|--|--|\n| 악기 | 예. |\n| 새것 | 예. |\n| 방향 | 예. |\n| 과일 | 예. |\n", "1 ? 2 3")]
    [DataRow("a column taken out", "| 가 | 나 | 다 |\n|--|--|--|\n| 악기 | 예. | 예. |\n", "| 가 | 다 |\n|--|--|\n| 악기 | 예. |\n", "2")]
    [DataRow("the row of a first cell taken out", FirstCells, "| 나 | 가 |\n|--|--|\n| 예. | 방향 |\n| 예. | 과일 |\n", "2 3")]
    [DataRow("rows with first cells changed places", FirstCells, "| 나 | 가 |\n|--|--|\n| 예. | 방향 |\n| 예. | 악기 |\n| 예. | 과일 |\n", "2 1 3")]
    [DataRow("a row of figures taken out", Numbers, "| 해 | 나 |\n|--|--|\n| 2025 | 예. |\n| 2026 | 예. |\n", "2 3")]
    [DataRow("a row of HTML taken out", Html, "<table>\n<tr><td>방향</td><td>예.</td></tr>\n</table>\n", "2")]
    [DataRow("an item taken out", Items, "- 기수\n  - 글\n  - 예.\n", "2")]
    [DataRow("items changed places", Items, "- 기수\n  - 글\n  - 예.\n- 언어\n  - 글\n  - 예.\n", "2 1")]
    [DataRow("an item edited above", Items, "- 언어들\n  - 글\n  - 예.\n- 기수\n  - 글\n  - 예.\n", "1 2")]
    [DataRow("one of many in a row taken out", "처음이다.\n\n예.\n\n예.\n\n예.\n\n끝이다.\n", "처음이다.\n\n예.\n\n예.\n\n끝이다.\n", "? ?")]
    [DataRow("many in a row, an edit elsewhere", "처음이다.\n\n예.\n\n예.\n\n예.\n\n끝이다.\n", "처음이라고 한다.\n\n예.\n\n예.\n\n예.\n\n여기가 끝이다.\n", "1 2 3")]
    [DataRow("paragraphs put together", "첫째 문단이다. 예.\n\n둘째 문단이다. 예.\n", "첫째 문단이다. 예. 둘째 문단이다. 예.\n", "1 2")]
    [DataRow("paragraphs put together without an answer", "첫째 문단이다. 예.\n\n둘째 문단이다. 예.\n", "첫째 문단이다. 둘째 문단이다. 예.\n", "2")]
    [DataRow("a paragraph split", "첫째 문단이다. 예.\n\n둘째 문단이다. 예.\n", "첫째 문단이다.\n\n예.\n\n둘째 문단이다. 예.\n", "1 2")]
    [DataRow("paragraphs changed places", "첫째 문단이다. 예.\n\n둘째 문단이다. 예.\n", "둘째 문단이다. 예.\n\n첫째 문단이다. 예.\n", "2 1")]
    [DataRow("a paragraph came that ends alike", "첫째 문단이다. 예.\n", "첫째 문단이다. 예.\n\n새로 왔다. 예.\n", "1 ?")]
    [DataRow("a neighbour moved to the front", Goods, "둘째 문단은 원산 이야기다.\n\n첫째 문단은 청진 이야기다.\n\n- 예.\n- 옥수수 2kg\n- 예.\n\n끝이다.\n", "1 2")]
    [DataRow("a neighbour moved to the end", Goods, "첫째 문단은 청진 이야기다.\n\n- 예.\n- 옥수수 2kg\n- 예.\n\n끝이다.\n\n둘째 문단은 원산 이야기다.\n", "1 2")]
    [DataRow("what stands before the second came before the first, of two sentences each", "하나다.\n\n예. 예.\n\n둘이다.\n\n셋이다.\n\n넷이다.\n\n예. 예.\n\n다섯이다.\n", "하나다.\n\n넷이다.\n\n예. 예.\n\n둘이다.\n\n셋이다.\n\n예. 예.\n\n다섯이다.\n", "1 2 3 4")]
    [DataRow("what stands before the second came before the first, of a sentence with a mark each", "하나다.\n\n**예.** 글이다.\n\n둘이다.\n\n셋이다.\n\n넷이다.\n\n**예.** 글이다.\n\n다섯이다.\n", "하나다.\n\n넷이다.\n\n**예.** 글이다.\n\n둘이다.\n\n셋이다.\n\n**예.** 글이다.\n\n다섯이다.\n", "1 2")]
    [DataRow("one moved elsewhere behind a block that came, and another came before the last", "하나다.\n\n예.\n\n둘이다.\n\n셋이다.\n\n예.\n\n넷이다.\n\n예.\n\n다섯이다.\n", "하나다.\n\n예.\n\n둘이다.\n\n셋이다.\n\n넷이다.\n\n기차는 멈추어 섰다.\n\n예.\n\n새 소식이 왔다.\n\n예.\n\n다섯이다.\n", "1 ? 3")]
    [DataRow("a neighbour moved away from the first of two lists", "하나다.\n\n- 글.\n- 말.\n- 예.\n\n둘이다.\n\n- 글.\n- 말.\n- 예.\n\n셋이다.\n", "하나다.\n\n- 글.\n- 말.\n- 예.\n\n셋이다.\n\n둘이다.\n\n- 글.\n- 말.\n- 예.\n", "1 2")]
    [DataRow("the last items changed places", Goods, "첫째 문단은 청진 이야기다.\n\n둘째 문단은 원산 이야기다.\n\n- 예.\n- 예.\n- 옥수수 2kg\n\n끝이다.\n", "1 2")]
    [DataRow("the first items changed places", Goods, "첫째 문단은 청진 이야기다.\n\n둘째 문단은 원산 이야기다.\n\n- 옥수수 2kg\n- 예.\n- 예.\n\n끝이다.\n", "2 1")]
    [DataRow("a second one beside a block", "처음.\n\n예.\n\n끝.\n", "처음.\n\n예.\n\n예.\n\n끝.\n", "1 ?")]
    [DataRow("a second one of a sentence, in another block", "처음 글이다. 예.\n\n끝.\n", "처음 글이다. 예.\n\n끝. 예.\n", "1 ?")]
    [DataRow("a second one of a sentence, in its block", "예. 닫혔다.\n", "예. 닫혔다. 예.\n", "1 ?")]
    [DataRow("a second one of a sentence, in its block behind another that came", "예. 닫혔다.\n", "새것이다. 예. 닫혔다. 예.\n", "1 ?")]
    [DataRow("one of two neighbours taken out", "처음.\n\n예.\n\n예.\n\n끝.\n", "처음.\n\n예.\n\n끝.\n", "?")]
    [DataRow("a second one of a block", "처음이다.\n\n예.\n", "처음이다.\n\n예.\n\n다른 말이 왔다.\n\n예.\n", "1 ?")]
    [DataRow("photos turned by one", Photos, "처음이다.\n\n![예.](/c.jpg)\n\n![예.](/a.jpg)\n\n![예.](/b.jpg)\n\n끝이다.\n", "3 1 2")]
    [DataRow("a photo taken out", Photos, "처음이다.\n\n![예.](/a.jpg)\n\n![예.](/c.jpg)\n\n끝이다.\n", "1 3")]
    [DataRow("a photo came first", Photos, "처음이다.\n\n![예.](/d.jpg)\n\n![예.](/a.jpg)\n\n![예.](/b.jpg)\n\n![예.](/c.jpg)\n\n끝이다.\n", "? 1 2 3")]
    [DataRow("a photo has another file", Photos, "처음이다.\n\n![예.](/a.jpg)\n\n![예.](/d.jpg)\n\n![예.](/c.jpg)\n\n끝이다.\n", "1 2 3")]
    [DataRow("photos by reference changed places", "처음이다.\n\n![예.][a]\n\n![예.][b]\n\n[a]: /a.jpg\n[b]: /b.jpg\n", "처음이다.\n\n![예.][b]\n\n![예.][a]\n\n[a]: /a.jpg\n[b]: /b.jpg\n", "2 1")]
    [DataRow("titles changed places", "처음이다.\n\n![](/a.jpg \"예.\")\n\n![](/b.jpg \"예.\")\n", "처음이다.\n\n![](/b.jpg \"예.\")\n\n![](/a.jpg \"예.\")\n", "2 1")]
    [DataRow("photos in paragraphs and items turned round", "![예.](/a)\n\n![예.](/b)\n\n- ![예.](/a)\n- ![예.](/b)\n", "- ![예.](/b)\n- ![예.](/a)\n\n![예.](/b)\n\n![예.](/a)\n", "4 3 2 1")]
    [DataRow("a photo came before those that stand twice", "![예.](/a)\n\n글이다.\n\n![예.](/b)\n\n말이다.\n\n![예.](/a)\n\n![예.](/b)\n", "![예.](/c)\n\n![예.](/a)\n\n글이다.\n\n![예.](/b)\n\n말이다.\n\n![예.](/a)\n\n![예.](/b)\n", "? 1 2 3 4")]
    [DataRow("photos in one line changed places", "![예.](/a.jpg) ![예.](/b.jpg)\n", "![예.](/b.jpg) ![예.](/a.jpg)\n", "2 1")]
    [DataRow("photos of HTML changed places", "<img src=\"a.jpg\" alt=\"예.\"> <img src=\"b.jpg\" alt=\"예.\">\n", "<img src=\"b.jpg\" alt=\"예.\"> <img src=\"a.jpg\" alt=\"예.\">\n", "2 1")]
    [DataRow("links turned by one", Links, "처음이다.\n\n1. [예.](/c)\n2. [예.](/a)\n3. [예.](/b)\n\n끝이다.\n", "3 1 2")]
    [DataRow("a link taken out", Links, "처음이다.\r\n\r\n1. [예.](/b)\r\n2. [예.](/c)\r\n\r\n끝이다.\r\n", "2 3")]
    [DataRow("the first of two blocks split", "첫째다.\n\n밤이다. 예.\n\n밤이다. 예.\n\n끝이다.\n", "첫째다.\n\n밤이다.\n\n예.\n\n밤이다. 예.\n\n끝이다.\n", "1 2")]
    [DataRow("the first of two blocks split behind its first sentence", "첫째다.\n\n예. 예. 밤이다.\n\n예. 예. 밤이다.\n\n끝이다.\n", "첫째다.\n\n예.\n\n예. 밤이다.\n\n예. 예. 밤이다.\n\n끝이다.\n", "1 2 3 4")]
    [DataRow("a block split whose end says what the next says", "첫째다.\n\n밤이다. 예.\n\n예.\n\n끝이다.\n", "첫째다.\n\n밤이다.\n\n예.\n\n예.\n\n끝이다.\n", "1 2")]
    [DataRow("a block split that begins as the next one", "예. 밤이다.\n\n예.\n\n- 끝이다.\n", "예.\n\n밤이다.\n\n예.\n\n- 끝이다.\n", "1 2")]
    [DataRow("a block put together with the next, which says what its end says", "첫째다.\n\n예.\n\n예. 밤이다. 예.\n\n끝이다.\n", "첫째다.\n\n예. 예. 밤이다. 예.\n\n끝이다.\n", "1 2 3")]
    [DataRow("quotations put together", "첫째다.\n\n> 예.\n\n글이다.\n\n예. 밤이다.\n\n예. 밤이다.\n", "첫째다.\n\n> 예.\n\n글이다. 예. 밤이다.\n\n예. 밤이다.\n", "1 2 3")]
    [DataRow("a sentence came before one that became a block of its own", "예.\n\n밤이다. 예.\n\n끝이다.\n", "아주 긴 새 문장이 여기 앞에 들어왔다. 예.\n\n밤이다. 예.\n\n끝이다.\n", "1 2")]
    [DataRow("a sentence in the middle was written anew", "예. 밤이다. 예. 밤이다. 글이다.\n\n예. 밤이다. 예. 끝이다.\n", "예. 전혀 다른 말이 왔다. 예. 밤이다. 글이다.\n\n예. 밤이다. 예. 끝이다.\n", "1 2 3 4")]
    [DataRow("a block before a list taken out", "글이다.\n\n다리가 무너졌다.\n\n- 예.\n- 예.\n- 새다.\n\n글이다.\n\n- 예.\n", "글이다.\n\n- 예.\n- 예.\n- 새다.\n\n글이다.\n\n- 예.\n", "1 2 3")]
    [DataRow("another block came in the place of that before a list", "글이다.\n\n다리가 무너졌다.\n\n- 예.\n- 새다.\n\n글이다.\n\n- 예.\n", "글이다.\n\n학교는 언제나 늦게 연다.\n\n- 예.\n- 새다.\n\n글이다.\n\n- 예.\n", "1 2")]
    [DataRow("one of two neighbours and the block above taken out", "처음.\n\n예.\n\n예.\n\n끝.\n", "예.\n\n끝.\n", "?")]
    [DataRow("one of two neighbours and the block above taken out behind another", "하나.\n\n처음.\n\n예.\n\n예.\n\n끝.\n", "하나.\n\n예.\n\n끝.\n", "?")]
    [DataRow("one of two neighbours and the block below taken out", "처음.\n\n예.\n\n예.\n\n끝.\n", "처음.\n\n예.\n", "?")]
    [DataRow("one of two neighbours in a list and the item above taken out", "- 처음\n- 예.\n- 예.\n- 끝\n", "- 예.\n- 끝\n", "?")]
    [DataRow("one of three neighbours and the block below taken out", "처음.\n\n예.\n\n예.\n\n예.\n\n끝.\n", "처음.\n\n예.\n\n예.\n", "? ?")]
    [DataRow("one of two neighbours and what stands above taken out in a paragraph", "처음이다. 예. 예. 끝이다.\n", "예. 끝이다.\n", "?")]
    [DataRow("one of two neighbours and what stands below taken out in a paragraph", "처음이다. 예. 예. 끝이다.\n", "처음이다. 예.\n", "?")]
    [DataRow("one of two pairs and the block above taken out", "처음.\n\n예.\n\n글.\n\n예.\n\n글.\n\n끝.\n", "예.\n\n글.\n\n끝.\n", "?")]
    [DataRow("a block came between two neighbours", "처음.\n\n예.\n\n예.\n\n끝.\n", "처음.\n\n예.\n\n새것.\n\n예.\n\n끝.\n", "1 2")]
    [DataRow("a sentence was corrected, and a section came behind", "3월 1일 열렸다. 밤이다. 예.\n", "3월 2일 열렸다. 밤이다. 예.\n\n## 온성\n\n예.\n", "1 ?")]
    [DataRow("a sentence was corrected, and a section came before the end", "# 장\n\n3월 1일 열렸다. 밤이다. 예.\n\n끝.\n", "# 장\n\n3월 2일 열렸다. 밤이다. 예.\n\n## 온성\n\n예.\n\n끝.\n", "1 ?")]
    [DataRow("a sentence was corrected, and a section came that ends as the one before", "3월 1일 열렸다. 밤이다. 예. 예.\n", "3월 2일 열렸다. 밤이다. 예. 예.\n\n## 온성\n\n예. 예.\n", "1 2 ? ?")]
    [DataRow("a sentence was corrected, and a section came before", "예. 밤이다. 3월 1일 열렸다.\n", "예.\n\n## 온성\n\n예. 밤이다. 3월 2일 열렸다.\n", "? 1")]
    [DataRow("a sentence was corrected, and a section behind taken out", "3월 1일 열렸다. 밤이다. 예.\n\n## 온성\n\n예.\n", "3월 2일 열렸다. 밤이다. 예.\n", "1")]
    [DataRow("a sentence was corrected, and a section before taken out", "예.\n\n## 온성\n\n예. 밤이다. 3월 1일 열렸다.\n", "예. 밤이다. 3월 2일 열렸다.\n", "2")]
    [DataRow("cells with links changed places", "| [예.](/a) | [예.](/b) |\n|--|--|\n| [예.](/c) | 나 |\n", "| [예.](/b) | [예.](/a) |\n|--|--|\n| 나 | [예.](/c) |\n", "2 1 3")]
    public void A_translation_stays_with_its_block(string name, string before, string after, string expected)
    {
        var first = Extract(before, null);
        var edition = EditionRevision.Begin("a", "en", first, Plain);
        var copies = edition.Segments.Where(IsCopy).ToList();
        edition = edition with { Segments = [.. edition.Segments.Select(s => s with { Target = Content.Of(IsCopy(s) ? $"{copies.IndexOf(s) + 1}" : "EN") })] };
        var second = Extract(after, first);
        var revised = EditionRevision.Revise(edition, second, 2).Segments;
        Assert.AreEqual(expected, string.Join(' ', revised.Where(IsCopy).Select(s => s.Target?.Text ?? (s.Candidate is null ? "nothing" : "?"))), name);
        Assert.IsEmpty(revised.Where(s => s.Target is null && edition.Segments.Any(b => b.Source.Equals(s.Source)) && !IsCopy(s)).Select(s => s.Source.Text), name);
        CollectionAssert.AllItemsAreUnique(second.Units.Select(u => u.Id).ToList());
    }

    /// <summary>Each copy after the change is the one before of that number, from 1; ? asks a person.</summary>
    [TestMethod]
    [DataRow("a paragraph and a picture", "처음.\n\n예.\n\n![예.](/a)\n\n끝.\n", "처음.\n\n![예.](/a)\n\n예.\n\n끝.\n", "2 1")]
    [DataRow("two pictures", "처음.\n\n![예.](/a)\n\n![예.](/b)\n\n끝.\n", "처음.\n\n![예.](/b)\n\n![예.](/a)\n\n끝.\n", "2 1")]
    [DataRow("two pictures in a list, with CRLF", "- 처음\r\n- ![예.](/a)\r\n- ![예.](/b)\r\n- 끝\r\n", "- 처음\r\n- ![예.](/b)\r\n- ![예.](/a)\r\n- 끝\r\n", "2 1")]
    [DataRow("two titles", "처음.\n\n![](/a \"예.\")\n\n![](/b \"예.\")\n\n끝.\n", "처음.\n\n![](/b \"예.\")\n\n![](/a \"예.\")\n\n끝.\n", "2 1")]
    [DataRow("two pictures of HTML", "처음.\n\n<img src=\"a.jpg\" alt=\"예.\">\n\n<img src=\"b.jpg\" alt=\"예.\">\n\n끝.\n", "처음.\n\n<img src=\"b.jpg\" alt=\"예.\">\n\n<img src=\"a.jpg\" alt=\"예.\">\n\n끝.\n", "2 1")]
    [DataRow("a picture's alternative text and its title", "처음.\n\n<img alt=\"예.\" title=\"예.\" src=\"a.jpg\">\n\n끝.\n", "처음.\n\n<img title=\"예.\" alt=\"예.\" src=\"a.jpg\">\n\n끝.\n", "2 1")]
    [DataRow("captions", "처음.\n\n![](/a.jpg)\n*예.*\n\n![](/b.jpg)\n*예.*\n\n끝.\n", "처음.\n\n![](/b.jpg)\n*예.*\n\n![](/a.jpg)\n*예.*\n\n끝.\n", "2 1")]
    [DataRow("a heading and a paragraph", "처음.\n\n## 예.\n\n예.\n\n끝.\n", "처음.\n\n예.\n\n## 예.\n\n끝.\n", "2 1")]
    [DataRow("a quotation and a paragraph", "처음.\n\n> 예.\n\n예.\n\n끝.\n", "처음.\n\n예.\n\n> 예.\n\n끝.\n", "2 1")]
    [DataRow("a cell and a paragraph", "처음.\n\n예.\n\n| 예. | 나 |\n|--|--|\n\n끝.\n", "처음.\n\n| 예. | 나 |\n|--|--|\n\n예.\n\n끝.\n", "2 1")]
    [DataRow("the picture is gone, and a paragraph came", "처음.\n\n예.\n\n![예.](/a)\n\n끝.\n", "처음.\n\n예.\n\n글.\n\n예.\n", "1 ?")]
    [DataRow("the paragraph is gone", "처음.\n\n예.\n\n![예.](/a)\n\n끝.\n", "처음.\n\n![예.](/a)\n\n끝.\n", "2")]
    [DataRow("a second picture came before a paragraph", "처음.\n\n예.\n\n![예.](/a)\n\n끝.\n", "처음.\n\n![예.](/b)\n\n![예.](/a)\n\n예.\n\n끝.\n", "? 2 1")]
    [DataRow("a paragraph became a heading", "처음.\n\n예.\n\n글.\n\n- 예.\n\n끝.\n", "처음.\n\n## 예.\n\n글.\n\n- 예.\n\n끝.\n", "1 2")]
    [DataRow("one of two paragraphs became a quotation", "처음.\n\n예.\n\n글.\n\n예.\n\n끝.\n", "처음.\n\n예.\n\n글.\n\n> 예.\n\n끝.\n", "1 2")]
    [DataRow("a picture has another file", "처음.\n\n![예.](/a)\n\n글.\n\n![예.](/b)\n\n끝.\n", "처음.\n\n![예.](/c)\n\n글.\n\n![예.](/b)\n\n끝.\n", "1 2")]
    public void What_kind_of_block_says_the_same_and_of_which_picture_tells_whose_translation_it_has(string name, string before, string after, string expected) =>
        Assert.AreEqual(expected, Copies(before, after), name);

    /// <summary>Each copy after the change is the one before of that number, from 1; ? asks a person.</summary>
    [TestMethod]
    [DataRow("notes that got other numbers", "강계다[^1]. 혜산이다[^2].\n\n무산이다[^3].\n\n[^1]: 예.\n[^2]: 통일부 글.\n[^3]: 예.\n", "새말이다[^1]. 강계다[^2]. 혜산이다[^3].\n\n무산이다[^4].\n\n[^1]: 예.\n[^2]: 예.\n[^3]: 통일부 글.\n[^4]: 예.\n", "? 1 2")]
    [DataRow("sentences whose notes say the same", "강계다. 예[^1]. 혜산이다. 예[^2].\n\n[^1]: 글.\n[^2]: 글.\n", "강계다[^1]. 예[^2]. 혜산이다. 예[^3].\n\n[^1]: 새 글.\n[^2]: 글.\n[^3]: 글.\n", "1 2")]
    [DataRow("links whose labels got other numbers", "[예][1].\n\n강계다.\n\n[예][2].\n\n[1]: /a\n[2]: /b\n", "[새말][1].\n\n[예][2].\n\n강계다.\n\n[예][3].\n\n[1]: /n\n[2]: /a\n[3]: /b\n", "1 2")]
    [DataRow("what is left of a block says what another says", "처음이다.\n\n조용하다. 예.\n\n둘째다.\n\n예.\n\n끝이다.\n", "처음이다.\n\n예.\n\n둘째다.\n\n끝이다.\n", "1")]
    [DataRow("a note for the second, and the first is gone", "첫 글이다. 예[^1].\n\n둘째 말이다. 예.\n\n[^1]: 글.\n", "둘째 말이다. 예[^1].\n\n[^1]: 새것.\n", "?")]
    [DataRow("notes that got other numbers and other words", "예[^1]. 첫 글이다. 예[^2].\n\n[^1]: 관세청 글.\n[^2]: 통일부 글.\n", "새말이다[^1]. 예[^2]. 첫 글이다. 예[^3].\n\n[^1]: 한국은행 말.\n[^2]: 관세청 새 글.\n[^3]: 통일부 새 글.\n", "1 2")]
    public void By_what_its_note_or_link_is_and_where_it_stands_each_has_its_own_translation(string name, string before, string after, string expected) =>
        Assert.AreEqual(expected, Copies(before, after), name);

    /// <summary>Sentences are the same whatever the ids of their codes, which number on in a block. Each step after the first changes the article; ? asks a person.</summary>
    [TestMethod]
    [DataRow("밤이다. 예. 예. 끝이다.\n", "밤이다. 예. 끝이다.\n", "?")]
    [DataRow("예. 예. 끝이다.\n", "아니다. 예. 끝이다.\n", "?")]
    [DataRow("예. 예. 끝이다.\n", "예. 끝이다.\n", "?")]
    [DataRow("예. 예. 예.\n", "예. 예.\n", "? ?")]
    [DataRow("예. 밤이다. 예. 끝이다.\n", "밤이다. 예. 끝이다.\n", "2")]
    [DataRow("예. 밤이다. 예. 끝이다.\n", "예. 새말이 왔다. 밤이다. 예. 끝이다.\n", "1 2")]
    [DataRow("예. 닫혔다.\n", "예. 닫혔다. 예.\n", "1 ?")]
    [DataRow("예. 밤이다.\n\n글이다.\n\n예. 낮이다.\n", "예. 낮이다.\n\n글이다.\n\n아니다. 밤이다.\n", "2")]
    [DataRow("예. 밤이다.\n\n예. 낮이다.\n", "예. 밤이다. 예. 낮이다.\n", "1 2")]
    [DataRow("예. 밤이다. 예. 끝이다.\n", "밤이다. 끝이다.\n|밤이다. 예. 끝이다.\n", "?")]
    [DataRow("예. 밤이다. 예. 끝이다.\n", "밤이다. 끝이다.\n|예. 밤이다. 예. 끝이다.\n", "1 2")]
    public void Sentences_with_codes_are_told_apart_as_those_without(string before, string after, string expected)
    {
        foreach (var form in (string[])["예.", "**예**.", "[예](/a)."])
        {
            var was = Extract(before.Replace("예.", form, StringComparison.Ordinal), null);
            var edition = EditionRevision.Begin("a", "en", was, Plain);
            var copies = edition.Segments.Where(IsCopy).ToList();
            edition = edition with { Segments = [.. edition.Segments.Select(s => s with { Target = new Content([new Inline(InlineKind.Text, IsCopy(s) ? $"{copies.IndexOf(s) + 1}" : "EN"), .. Codes(s.Source)]) })] };
            foreach (var step in after.Split('|'))
            {
                var now = Extract(step.Replace("예.", form, StringComparison.Ordinal), was);
                (edition, was) = (EditionRevision.Revise(edition, now, edition.Revision + 1, was), now);
            }

            var revised = edition.Segments.Where(IsCopy).ToList();
            Assert.AreEqual(expected, string.Join(' ', revised.Select(s => s.Target?.Text ?? (s.Candidate is null ? "nothing" : "?"))), form);
            foreach (var segment in revised)
                CollectionAssert.AreEqual(Codes(segment.Source), Codes(segment.Target ?? segment.Candidate!), form);
        }

        static Inline[] Codes(Content words) => [.. words.Parts.Where(p => p.Kind != InlineKind.Text)];
    }

    [TestMethod]
    public void What_says_the_same_in_the_translation_too_is_used_again_wherever_it_stands()
    {
        const string article = "처음이다.\n\n예.\n\n예.\n\n예.\n\n끝이다.\n";
        var first = Extract(article, null);
        var edition = EditionRevision.Begin("a", "en", first, Plain);
        edition = edition with { Segments = [.. edition.Segments.Select(s => s with { Target = Content.Of("EN " + s.Source.Text) })] };
        var revised = EditionRevision.Revise(edition, Extract("처음이다.\n\n예.\n\n예.\n\n끝이다.\n", first), 2);
        Assert.AreEqual("EN 처음이다.|EN 예.|EN 예.|EN 끝이다.", string.Join('|', revised.Segments.Select(s => s.Target?.Text)));
        // What one of them lacks, none that may be it has.
        var signed = edition with { Segments = [.. edition.Segments.Select((s, i) => i == 2 ? s : s with { SignOffs = [new SignOff("translate", "mina", s.Fingerprint), new SignOff("edit", "jonas", s.Fingerprint)] })] };
        var open = EditionRevision.Revise(signed, Extract("처음이다.\n\n예.\n\n끝이다.\n", first), 2).Segments;
        Assert.AreEqual("2|0|2", string.Join('|', open.Select(s => s.Position(Plain))));
    }

    /// <summary>Numbers are those of the sentences before, from 0; nothing stands for a new or changed one.</summary>
    [TestMethod]
    [DataRow("접수는 [여기](/s)에서 한다.\n\n접수는 [여기](/b)에서 한다.\n", "접수는 [여기](/s2)에서 한다.\n\n접수는 [여기](/b)에서 한다. 내일 시작한다.\n", "0|1|")]
    [DataRow("- 영화는 [여기](/a). 표는 [여기](/b).\n- 영화는 [여기](/c). 표는 [여기](/d).\n", "- 영화는 [여기](/a). 표는 [여기](/x).\n- 새 문장이다. 영화는 [여기](/c). 표는 [여기](/d).\n", "0|1||2|3")]
    [DataRow("값은 $y^2$이다. 없다.\n\n값은 $x^2$이다. 없다.\n", "값은 $y^3$이다. 없다.\n\n값은 $x^2$이다. 늘 없다.\n", "0|1|2|")]
    [DataRow("- 환율 95원\n- 사과 99개\n\n문단이다.\n\n- 환율 95원\n- 사과 99개\n", "- 환율 95원\n- 사과 99개\n\n문단이다.\n\n- 환율 103원\n- 사과 99개\n", "0|1|2||4")]
    [DataRow("기자가 밤에 돌아왔다.\n\n기자가 밤에 돌아왔다.\n", "기자가 밤에 돌아왔다.\n\n기자가 낮에 돌아왔다.\n", "0|")]
    [DataRow("값은 [다리](/c)다.\n\n쌀은 [여기](/a) 있다. 쌀은 [여기](/b) 있다.\n", "값은 [다리](/c)다. 쌀은 [여기](/a) 있다. 쌀은 [여기](/b) 있다.\n", "0|1|2")]
    [DataRow("값은 [다리](/c)다. 쌀은 [여기](/a) 있다. 쌀은 [여기](/b) 있다.\n", "값은 [다리](/c)다.\n\n쌀은 [여기](/a) 있다. 쌀은 [여기](/b) 있다.\n", "0|1|2")]
    [DataRow("쌀은 [여기](/a) 있다. 쌀은 [여기](/b) 있다. 끝이다.\n\n- 글이다.\n", "쌀은 [여기](/b) 있다. 끝이다.\n\n- 글이다.\n- 쌀은 [여기](/a) 있다.\n", "1|2|3|0")]
    [DataRow("시장은 [여기](/s). 쌀은 [저기](/t).\n\n글이다.\n\n시장은 [여기](/s). 쌀은 [저기](/t). 없다.\n", "시장은 [여기](/s). 쌀은 [저기](/t).\n\n글이다.\n\n시장은 [여기](/s).\n\n쌀은 [저기](/t). 없다.\n", "0|1|2|3|4|5")]
    [DataRow("첫째다.\n\n쌀이다. 밤이다.\n\n쌀이다. 밤이다.\n", "첫째다.\n\n쌀이다. 밤이다.\n\n쌀이다. 낮이다.\n", "0|1|2|3|")]
    public void Of_two_blocks_that_said_the_same_the_changed_one_is_the_one_whose_links_it_has(string before, string after, string expected)
    {
        var first = Extract(before, null);
        var edition = EditionRevision.Begin("a", "en", first, Plain);
        edition = edition with { Segments = [.. edition.Segments.Select((s, i) => s with { Target = new Content([new Inline(InlineKind.Text, $"{i}"), .. s.Source.Parts.Where(p => p.Kind != InlineKind.Text)]) })] };
        var revised = EditionRevision.Revise(edition, Extract(after, first), 2, first);
        Assert.AreEqual(expected, string.Join('|', revised.Segments.Select(s => s.Target?.Text.Trim('\uFFFC'))));
    }

    [TestMethod]
    [DataRow("쌀은 [여기](/a) 있다.\n", "쌀은 [여기](/a) 있다.\n\n값은 [저기](/b) 있다. 쌀은 [여기](/a) 있다.\n", "쌀은 {2}여기{/2} 있다.")]
    [DataRow("쌀은 [여기](/a) 있다.\n", "값은 [저기](/b) 있다. 쌀은 [여기](/a) 있다.\n\n쌀은 [여기](/a) 있다.\n", "쌀은 {2}여기{/2} 있다.")]
    [DataRow("- 값은 [저기](/b) 있다. 쌀은 [여기](/a) 있다[^1].\n\n[^1]: 글이다.\n", "- 값은 [저기](/b) 있다. 쌀은 [여기](/a) 있다[^1].\n- 쌀은 [여기](/a) 있다[^1].\n\n[^1]: 글이다.\n", "쌀은 {1}여기{/1} 있다{2/}.")]
    public void A_sentence_with_links_that_is_said_again_elsewhere_has_the_translation_beside_it(string before, string after, string candidate)
    {
        var first = Extract(before, null);
        var edition = EditionRevision.Begin("a", "en", first, Plain);
        edition = edition with { Segments = [.. edition.Segments.Select(s => s with { Target = s.Source })] };
        var revised = EditionRevision.Revise(edition, Extract(after, first), 2, first).Segments;
        Assert.AreEqual(candidate, string.Join('|', revised.Where(s => s.Target is null && s.Candidate is not null).Select(s => s.Candidate!.ToString())));
    }

    [TestMethod]
    public void Of_blocks_that_went_away_and_say_the_same_a_person_chooses_when_one_comes_back()
    {
        var first = Extract(Interview, null);
        var edition = EditionRevision.Begin("a", "en", first, Plain);
        edition = edition with { Segments = [.. edition.Segments.Select((s, i) => s with { Target = Content.Of($"{i}") })] };
        var without = Extract("고맙습니다.\n", first);
        var away = EditionRevision.Revise(edition, without, 2);
        var back = EditionRevision.Revise(away, Extract("그래서 시장에 갔습니까?\n\n예.\n\n고맙습니다.\n", without), 3);
        Assert.AreEqual("2||4", string.Join('|', back.Segments.Select(s => s.Target?.Text)));
        Assert.IsNotNull(back.Segments[1].Candidate);
    }

    /// <summary>Each changes the first text into the second in one of its places, which then is put back.</summary>
    [TestMethod]
    [DataRow("a heading that is the title, too", "---\ntitle: 공단 20년\n---\n\n# 공단 20년\n\n예.\n", "# 공단 20년", "# 공단 21년")]
    [DataRow("the title", "---\ntitle: 공단 20년\n---\n\n# 공단 20년\n\n예.\n", "title: 공단 20년", "title: 공단 21년")]
    [DataRow("a lead that is the description, too", "---\ndescription: 어획량이 30% 줄었다.\n---\n\n어획량이 30% 줄었다. 기름이 없다.\n", "\n어획량이 30%", "\n어획량이 35%")]
    [DataRow("a caption that is the alternative text, too", "![배 40척.](/a.jpg)\n*배 40척.*\n\n예.\n", "*배 40척.", "*배 41척.")]
    [DataRow("the second of two paragraphs", "물음 하나다.\n\n쌀값은 5원이다.\n\n다른 물음이다.\n\n쌀값은 5원이다.\n", "다른 물음이다.\n\n쌀값은 5원", "다른 물음이다.\n\n쌀값은 7원")]
    [DataRow("the first of two paragraphs", "물음 하나다.\n\n쌀값은 5원이다.\n\n다른 물음이다.\n\n쌀값은 5원이다.\n", "하나다.\n\n쌀값은 5원", "하나다.\n\n쌀값은 7원")]
    public void One_of_several_that_says_another_number_is_shown_its_translation_and_has_it_again_when_the_words_are_put_back(string name, string before, string from, string to)
    {
        var first = Extract(before, null);
        var signed = EditionRevision.Begin("a", "en", first, Plain);
        signed = signed with { Segments = [.. signed.Segments.Select((s, i) => s with { Target = Content.Of($"{i}") }).Select(s => s with { SignOffs = [new SignOff("translate", "mina", s.Fingerprint), new SignOff("edit", "jonas", s.Fingerprint)] })] };
        var second = Extract(before.Replace(from, to, StringComparison.Ordinal), first);
        var away = EditionRevision.Revise(signed, second, 2, first);
        var open = away.Segments.Single(s => s.Target is null);
        Assert.AreEqual(open.Candidate, signed.Segments.Single(s => (s.UnitId, s.Index) == (open.UnitId, open.Index)).Target, name);
        Assert.AreNotEqual("", $"{open.Difference()}", name);

        var back = EditionRevision.Revise(away, Extract(before, second), 3, second);
        Assert.IsNull(back.Stage, name);
        CollectionAssert.AreEqual(signed.Segments.Select(s => s.Target).ToList(), back.Segments.Select(s => s.Target).ToList(), name);
        Assert.IsEmpty(back.Shelf, name);
    }

    [TestMethod]
    public void What_says_the_same_in_several_blocks_comes_back_with_the_rest_of_its_block()
    {
        const string Feature = "그는 망원경을 내렸다. 예.\n\n그는 다시 들었다. 예.\n\n우리는 돌아왔다. 예.\n";
        var first = Extract(Feature, null);
        var edition = EditionRevision.Begin("a", "en", first, Plain);
        edition = edition with { Segments = [.. edition.Segments.Select((s, i) => s with { Target = Content.Of($"{i}") })] };
        var stub = Extract("준비 중이다.\n", first);
        var back = EditionRevision.Revise(EditionRevision.Revise(edition, stub, 2), Extract(Feature, stub), 3);
        Assert.AreEqual("0|1|2|3|4|5", string.Join('|', back.Segments.Select(s => s.Target?.Text)));
        Assert.IsEmpty(back.Shelf);
    }

    /// <summary>Each takes sentences of the first text out, step by step, and puts them back; ? asks a person.</summary>
    [TestMethod]
    [DataRow("예. 밤이다. 예. 끝이다.", "예. 밤이다. 예. 끝이다.|끝이다.|예. 밤이다. 예. 끝이다.", "0|1|2|3")]
    [DataRow("예. 밤이다. 예. 끝이다.", "밤이다. 예. 끝이다.|밤이다. 끝이다.|밤이다. 예. 끝이다.", "1|2|3")]
    [DataRow("예. 밤이다. 예. 끝이다.", "예. 밤이다. 끝이다.|밤이다. 끝이다.|예. 밤이다. 끝이다.", "0|1|3")]
    [DataRow("예. 밤이다. 예. 끝이다.", "예. 밤이다. 끝이다.|밤이다. 끝이다.|예. 밤이다. 예. 끝이다.", "0|1|2|3")]
    [DataRow("예. 밤이다. 예. 끝이다.", "밤이다. 예. 끝이다.|밤이다. 끝이다.|예. 밤이다. 예. 끝이다.", "0|1|2|3")]
    [DataRow("예. 밤이다. 예. 끝이다.", "밤이다. 끝이다.|밤이다. 예. 끝이다.", "1|?2|3")]
    public void Of_sentences_of_one_block_that_said_the_same_and_went_away_none_is_forgotten(string before, string after, string expected)
    {
        var was = Extract(before + "\n", null);
        var edition = EditionRevision.Begin("a", "en", was, Plain);
        edition = edition with { Segments = [.. edition.Segments.Select((s, i) => s with { Target = Content.Of($"{i}") })] };
        foreach (var step in after.Split('|'))
        {
            var now = Extract(step + "\n", was);
            (edition, was) = (EditionRevision.Revise(edition, now, edition.Revision + 1, was), now);
        }

        Assert.AreEqual(expected, string.Join('|', edition.Segments.Select(s => s.Target?.Text ?? $"?{s.Candidate?.Text}")));
    }

    /// <summary>What a person took back stays open, whatever the shelf has.</summary>
    [TestMethod]
    public void What_stood_there_without_a_translation_gets_none_from_the_shelf()
    {
        const string Before = "---\ntitle: 공단 20년\n---\n\n# 공단 20년\n\n예.\n";
        var first = Extract(Before, null);
        var edition = EditionRevision.Begin("a", "en", first, Plain);
        edition = edition with { Segments = [.. edition.Segments.Select((s, i) => s with { Target = Content.Of($"{i}") })] };
        var second = Extract(Before.Replace("# 공단 20년", "# 공단 21년", StringComparison.Ordinal), first);
        var third = Extract(Before, second);
        var back = EditionRevision.Revise(EditionRevision.Revise(edition, second, 2), third, 3);
        var taken = back with { Shelf = [back.Segments[1]], Segments = back.Segments.SetItem(1, back.Segments[1] with { Target = null }) };
        Assert.IsNull(EditionRevision.Revise(taken, Extract(Before + "\n끝.\n", third), 4).Segments[1].Target);
    }

    [TestMethod]
    public void A_block_that_came_later_has_no_id_of_one_that_went_away()
    {
        var first = Extract(Interview, null);
        var second = Extract("국경에 가지 않았습니까?\n\n예.\n\n고맙습니다.\n", first);
        var third = Extract("국경에 가지 않았습니까?\n\n예.\n\n고맙습니다.\n\n또 만납시다.\n\n예.\n", second);
        Assert.IsEmpty(first.Units.Select(u => u.Id).Intersect([third.Units[^1].Id]));
        Assert.AreEqual(first.Units[1].Id, third.Units[1].Id);
    }

    [TestMethod]
    public void A_long_article_of_one_word_is_named_in_no_time_that_anybody_notices()
    {
        var rows = string.Concat(Enumerable.Repeat("| 예. | 예. |\n", 5_000));
        var first = Extract("| 가 | 나 |\n|--|--|\n" + rows, null);
        var second = Extract("새로 왔다.\n\n| 가 | 나 |\n|--|--|\n" + rows, first);
        CollectionAssert.AreEqual(first.Units.Select(u => u.Id).ToList(), second.Units.Skip(1).Select(u => u.Id).ToList());
    }

    /// <summary>Whose translation each copy has after a change, by the numbers of those before.</summary>
    private static string Copies(string before, string after)
    {
        var first = Extract(before, null);
        var edition = EditionRevision.Begin("a", "en", first, Plain);
        var copies = edition.Segments.Where(IsCopy).ToList();
        edition = edition with { Segments = [.. edition.Segments.Select(s => s with { Target = new Content([new Inline(InlineKind.Text, IsCopy(s) ? $"{copies.IndexOf(s) + 1}" : "EN"), .. s.Source.Parts.Where(p => p.Kind != InlineKind.Text)]) })] };
        var revised = EditionRevision.Revise(edition, Extract(after, first), 2, first).Segments;
        return string.Join(' ', revised.Where(IsCopy).Select(s => s.Target?.Text ?? (s.Candidate is null ? "nothing" : "?")));
    }

    private static bool IsCopy(SegmentWork segment) => segment.Source.Text == "예.";

    private static Extraction Extract(string article, Extraction? previous) =>
        MarkdownExtractor.Extract(Encoding.UTF8.GetBytes(article), "a.ko.md", new ExtractionOptions("ko") { Previous = previous }).Value!;
}
