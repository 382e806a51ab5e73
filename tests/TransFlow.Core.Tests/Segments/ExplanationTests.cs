using TransFlow.Core.Segments;

namespace TransFlow.Core.Tests.Segments;

[TestClass]
public sealed class ExplanationTests
{
    private static readonly string[] Unseen = ["code block", "HTML block", "link definition", "front matter"];

    [TestMethod]
    public void The_pieces_of_every_construct_are_its_text()
    {
        foreach (var article in Articles())
            Assert.AreEqual(article.Text, string.Concat(Explanation.Of(article).Select(s => article.Text[s.Start..(s.Start + s.Length)])));
    }

    [TestMethod]
    public void What_a_reader_sees_is_in_a_unit_once_and_what_no_reader_sees_in_none()
    {
        foreach (var article in Articles())
        {
            var spans = Explanation.Of(article);
            foreach (var unit in article.Units)
            {
                // The places of units never overlap, so that a word that stands in one stands in no other.
                var letters = spans.Where(s => s.Fate == SpanFate.Unit && s.What == unit.Name).Sum(s => System.Net.WebUtility.HtmlDecode(article.Text[s.Start..(s.Start + s.Length)]).Count(IsHangul));
                Assert.IsGreaterThanOrEqualTo(unit.Text.Count(IsHangul), letters, $"{unit.Name}: {unit.Text}");
            }

            foreach (var (what, text) in spans.Where(s => s.Fate == SpanFate.Skeleton).Select(s => (s.What, Text: article.Text[s.Start..(s.Start + s.Length)])))
                Assert.IsTrue(!text.Any(IsHangul) || Unseen.Contains(what) || IsMarkup(text), $"{what}: {text}");
        }
    }

    private static IEnumerable<Extraction> Articles() => ProvingGround.Constructs.Select(ProvingGround.Extract).OfType<Extraction>();

    private static bool IsHangul(char c) => c is >= '가' and <= '힣';

    /// <summary>Labels of footnotes, names of containers and tags, addresses: words that no reader sees.</summary>
    private static bool IsMarkup(string text) => text.Contains("[^", StringComparison.Ordinal) || text.Contains(":::", StringComparison.Ordinal) || text.Contains("](", StringComparison.Ordinal) || text.Contains("://", StringComparison.Ordinal) || text.Contains('{', StringComparison.Ordinal) || text.Contains("$$", StringComparison.Ordinal);
}
