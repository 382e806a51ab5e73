using System.Globalization;
using System.Text;
using TransFlow.Core.Segments;
using TransFlow.Core.Stages;

namespace TransFlow.Core.Tests.Stages;

/// <summary>What becomes of translations when the source article changes.</summary>
[TestClass]
public sealed class MemoryOfStructureTests
{
    private static readonly Route Plain = Route.Of("plain", ["translate", "edit"]).Value!;

    private static List<string> Paragraphs => [.. Enumerable.Range(1, 30).Select(n => string.Create(CultureInfo.InvariantCulture, $"{n}번째 소식이다. 주민 {n * 7}명이 시장에 모였다. 값은 {n * 100}원이었다."))];

    [TestMethod]
    public void What_nobody_touched_is_reused_and_a_changed_digit_keeps_its_translation_as_a_candidate()
    {
        var changed = Paragraphs;
        foreach (var at in (int[])[2, 6, 11, 17, 25])
            changed[at] = changed[at].Replace("명이", "5명이", StringComparison.Ordinal);
        changed.RemoveAt(20);
        changed.Insert(9, "새로 들어온 문단이다. 처음 쓰는 말이다.");
        var (before, after) = Revised(Paragraphs, changed);
        var untouched = after.Segments.Where(s => before.Segments.Any(b => b.Source.Equals(s.Source))).ToList();
        Assert.HasCount(1 + (29 * 3) - 5, untouched);
        Assert.IsEmpty(untouched.Where(s => s.Target is null), "everything untouched is reused");
        var touched = after.Segments.Where(s => s.Source.Text.Contains("5명이", StringComparison.Ordinal) && s.Target is null).ToList();
        Assert.HasCount(5, touched);
        Assert.IsEmpty(touched.Where(s => s.Candidate is null), "a changed digit keeps the translation at hand");
        Assert.IsEmpty(touched.Where(s => !before.Segments.Any(b => b.UnitId == s.UnitId)), "its unit is the same");
    }

    [TestMethod]
    public void A_moved_paragraph_takes_its_translation_along()
    {
        var changed = Paragraphs;
        var moved = changed[3];
        changed.RemoveAt(3);
        changed.Insert(20, moved);
        var (_, after) = Revised(Paragraphs, changed);
        Assert.IsEmpty(after.Segments.Where(s => s.Target is null));
    }

    [TestMethod]
    public void Paragraphs_that_are_split_or_merged_keep_the_translations_of_their_sentences()
    {
        var changed = Paragraphs;
        changed[4] = changed[4].Replace("모였다. 값", "모였다.\n\n값", StringComparison.Ordinal);
        changed[10] = changed[10] + " " + changed[11];
        changed.RemoveAt(11);
        var (_, after) = Revised(Paragraphs, changed);
        Assert.IsEmpty(after.Segments.Where(s => s.Target is null).Select(s => s.Source.Text));
    }

    [TestMethod]
    public void A_sentence_before_it_does_not_take_a_changed_sentences_candidate_away()
    {
        var changed = Paragraphs;
        changed[7] = "새 문장이 앞에 왔다. " + changed[7].Replace("800원", "850원", StringComparison.Ordinal);
        var (_, after) = Revised(Paragraphs, changed);
        var open = after.Segments.Where(s => s.Target is null).ToList();
        Assert.AreEqual("새 문장이 앞에 왔다.|값은 850원이었다.", string.Join('|', open.Select(s => s.Source.Text)));
        Assert.AreEqual("EN 값은 800원이었다.", open[1].Candidate?.Text);
    }

    private static (Edition Before, Edition After) Revised(List<string> before, List<string> after)
    {
        var first = Extract(before, null);
        var edition = EditionRevision.Begin("a", "en", first, Plain);
        edition = edition with { Segments = [.. edition.Segments.Select(s => s with { Target = Content.Of("EN " + s.Source.Text) })] };
        return (edition, EditionRevision.Revise(edition, Extract(after, first), 2));
    }

    private static Extraction Extract(List<string> paragraphs, Extraction? previous) =>
        MarkdownExtractor.Extract(Encoding.UTF8.GetBytes("# 제목\n\n" + string.Join("\n\n", paragraphs) + "\n"), "a.ko.md", new ExtractionOptions("ko") { Previous = previous }).Value!;
}
