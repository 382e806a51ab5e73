using System.Text;
using TransFlow.Core.Segments;
using TransFlow.Core.Stages;

namespace TransFlow.Core.Tests.Stages;

/// <summary>What becomes of what people said beside sentences, when the source article changes: it stands with its own sentence.</summary>
[TestClass]
public sealed class MovedNotesTests
{
    private static readonly Route Plain = Route.Of("plain", ["translate", "edit"]).Value!;

    private const string Market = "# 제목이다\n\n쌀값이 크게 올랐다. 소식통이 어제 말했다. 시장은 다시 열렸다.\n\n마지막 문단이다.\n";
    private const string Interview = "국경에 가지 않았습니까?\n\n예.\n\n그래서 시장에 갔습니까?\n\n예.\n\n고맙습니다.\n";

    /// <summary>Sentences by their number in the article, from 0.</summary>
    [TestMethod]
    [DataRow("a sentence came first, note on the first", Market, "# 제목이다\n\n새 소식이 왔다. 쌀값이 크게 올랐다. 소식통이 어제 말했다. 시장은 다시 열렸다.\n\n마지막 문단이다.\n", 1, 2, false)]
    [DataRow("a sentence came first, note on the last", Market, "# 제목이다\n\n새 소식이 왔다. 쌀값이 크게 올랐다. 소식통이 어제 말했다. 시장은 다시 열렸다.\n\n마지막 문단이다.\n", 3, 4, false)]
    [DataRow("a paragraph came first", Market, "# 제목이다\n\n새 문단이 왔다.\n\n쌀값이 크게 올랐다. 소식통이 어제 말했다. 시장은 다시 열렸다.\n\n마지막 문단이다.\n", 2, 3, false)]
    [DataRow("it was changed", Market, "# 제목이다\n\n쌀값이 크게 올랐다. 소식통이 그제 말했다. 시장은 다시 열렸다.\n\n마지막 문단이다.\n", 2, 2, false)]
    [DataRow("it was changed and a sentence came first", Market, "# 제목이다\n\n새 소식이 왔다. 쌀값이 크게 올랐다. 소식통이 그제 말했다. 시장은 다시 열렸다.\n\n마지막 문단이다.\n", 2, 3, false)]
    [DataRow("all were changed and a sentence came first", Market, "# 제목이다\n\n새 소식이 왔다. 쌀값이 조금 올랐다. 소식통이 그제 말했다. 시장은 이제 열렸다.\n\n마지막 문단이다.\n", 3, 4, false)]
    [DataRow("it was taken out", Market, "# 제목이다\n\n쌀값이 크게 올랐다. 시장은 다시 열렸다.\n\n마지막 문단이다.\n", 2, 1, true)]
    [DataRow("it was taken out, and the one after it changed", Market, "# 제목이다\n\n쌀값이 크게 올랐다. 시장은 오늘 다시 열렸다.\n\n마지막 문단이다.\n", 3, 2, false)]
    [DataRow("the first was taken out", Market, "# 제목이다\n\n소식통이 어제 말했다. 시장은 다시 열렸다.\n\n마지막 문단이다.\n", 1, 1, true)]
    [DataRow("it was written anew", Market, "# 제목이다\n\n쌀값이 크게 올랐다. 비가 많이 내린다. 시장은 다시 열렸다.\n\n마지막 문단이다.\n", 2, 2, true)]
    [DataRow("its sentence and the next became one", Market, "# 제목이다\n\n쌀값이 크게 올랐다. 소식통이 어제 말했고 시장은 열렸다.\n\n마지막 문단이다.\n", 2, 2, false)]
    [DataRow("its block was taken out", Market, "# 제목이다\n\n마지막 문단이다.\n", 3, 1, true)]
    [DataRow("its block was taken out, note on the first", Market, "# 제목이다\n\n마지막 문단이다.\n", 1, 0, true)]
    [DataRow("its block was written anew", Market, "# 제목이다\n\n비가 많이 내린다. 강물이 넘친다.\n\n마지막 문단이다.\n", 1, 1, true)]
    [DataRow("its block was split", Market, "# 제목이다\n\n쌀값이 크게 올랐다.\n\n소식통이 어제 말했다. 시장은 다시 열렸다.\n\n마지막 문단이다.\n", 2, 2, false)]
    [DataRow("its block was split and it was changed", Market, "# 제목이다\n\n쌀값이 크게 올랐다.\n\n소식통이 그제 말했다. 시장은 다시 열렸다.\n\n마지막 문단이다.\n", 2, 2, false)]
    [DataRow("blocks became one", Market, "# 제목이다\n\n쌀값이 크게 올랐다. 소식통이 어제 말했다. 시장은 다시 열렸다. 마지막 문단이다.\n", 4, 4, false)]
    [DataRow("blocks became one, behind a new sentence", Market, "# 제목이다\n\n새 소식이 왔다. 쌀값이 크게 올랐다. 소식통이 어제 말했다. 시장은 다시 열렸다. 마지막 문단이다.\n", 4, 5, false)]
    [DataRow("blocks changed places", Market, "# 제목이다\n\n마지막 문단이다.\n\n쌀값이 크게 올랐다. 소식통이 어제 말했다. 시장은 다시 열렸다.\n", 2, 3, false)]
    [DataRow("it went to another block", Market, "# 제목이다\n\n쌀값이 크게 올랐다. 시장은 다시 열렸다.\n\n마지막 문단이다. 소식통이 어제 말했다.\n", 2, 4, false)]
    [DataRow("the pair of another answer was taken out", Interview, "그래서 시장에 갔습니까?\n\n예.\n\n고맙습니다.\n", 3, 1, false)]
    [DataRow("the pair of its answer was taken out", Interview, "그래서 시장에 갔습니까?\n\n예.\n\n고맙습니다.\n", 1, 0, true)]
    [DataRow("a pair came first", Interview, "안녕하십니까?\n\n예.\n\n" + Interview, 3, 5, false)]
    [DataRow("nothing is left", Market, "새 기사이다.\n", 2, 0, true)]
    public void A_note_stands_with_its_sentence(string name, string before, string after, int noted, int expected, bool isGone)
    {
        foreach (var isTranslated in new[] { true, false })
        {
            var first = Extract(before, null);
            var edition = Begun(first, isTranslated, noted);
            var revised = EditionRevision.Revise(edition, Extract(after, first), 2);
            var note = revised.Comments.Single();
            Assert.AreEqual(expected, Place(revised, note), name);
            Assert.AreEqual(isGone ? edition.Segments[noted].Source : null, note.About, name);
            Assert.AreEqual("Which one?", note.Text);
        }
    }

    [TestMethod]
    public void A_note_on_a_sentence_that_went_away_goes_with_the_one_beside_it_and_back_to_its_own_when_that_comes_back()
    {
        var first = Extract(Market, null);
        var second = Extract("# 제목이다\n\n쌀값이 크게 올랐다. 시장은 다시 열렸다.\n\n마지막 문단이다.\n", first);
        var third = Extract("# 제목이다\n\n새 소식이 왔다. 쌀값이 크게 올랐다. 시장은 다시 열렸다.\n\n마지막 문단이다.\n", second);
        var away = EditionRevision.Revise(EditionRevision.Revise(Begun(first, isTranslated: true, noted: 2), second, 2), third, 3);
        Assert.AreEqual(2, Place(away, away.Comments.Single()));
        Assert.AreEqual("소식통이 어제 말했다.", away.Comments.Single().About!.Text);
        var back = EditionRevision.Revise(away, Extract(Market, third), 4);
        Assert.AreEqual(2, Place(back, back.Comments.Single()));
        Assert.IsNull(back.Comments.Single().About);
    }

    [TestMethod]
    public void The_gate_stops_the_sentence_that_was_questioned_and_lets_the_others_pass_wherever_they_stand_now()
    {
        var first = Extract(Market, null);
        var edition = EditionRevision.Revise(Begun(first, isTranslated: true, noted: 2), Extract(Market.Replace("쌀값이", "새 소식이 왔다. 쌀값이", StringComparison.Ordinal), first), 2);
        var finished = edition with { Segments = [.. edition.Segments.Select(s => s with { SignOffs = [new SignOff("edit", "jonas", s.Fingerprint)] })] };
        Assert.AreEqual("소식통이 어제 말했다.", NoteGate.Stopped(edition, finished, s => s == "edit").Single().Segment.Source.Text);
    }

    private static Edition Begun(Extraction source, bool isTranslated, int noted)
    {
        var edition = EditionRevision.Begin("a", "en", source, Plain);
        var at = edition.Segments[noted];
        return edition with
        {
            Segments = isTranslated ? [.. edition.Segments.Select(s => s with { Target = Content.Of("EN " + s.Source.Text) })] : edition.Segments,
            Comments = [new Comment(at.UnitId, at.Index, "jonas", default, "Which one?")],
        };
    }

    private static int Place(Edition edition, Comment note) => edition.Segments.ToList().FindIndex(s => s.UnitId == note.UnitId && s.Index == note.Index);

    private static Extraction Extract(string article, Extraction? previous) =>
        MarkdownExtractor.Extract(Encoding.UTF8.GetBytes(article), "a.ko.md", new ExtractionOptions("ko") { Previous = previous }).Value!;
}
