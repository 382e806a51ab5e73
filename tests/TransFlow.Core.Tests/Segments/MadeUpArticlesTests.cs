using TransFlow.Core.Segments;

namespace TransFlow.Core.Tests.Segments;

/// <summary>What holds for every article holds for thousands that nobody wrote by hand.</summary>
[TestClass]
public sealed class MadeUpArticlesTests
{
    private const int Many = 3000;

    private static IEnumerable<int> Seeds => Enumerable.Range(0, Many);

    [TestMethod]
    public void Woven_back_as_its_own_target_an_article_is_the_same_to_the_byte() => All(seed =>
    {
        var text = new MadeUpArticles(seed).Make();
        ProvingGroundTests.AssertIdentity(text, $"seed {seed}");
    });

    [TestMethod]
    public void What_a_reader_sees_is_in_a_unit_once_and_what_is_hidden_in_none() => All(seed =>
    {
        var source = ProvingGround.Extract(new MadeUpArticles(seed).Make())!;
        var seen = string.Concat(source.Units.Select(u => u.Text));
        if (seen.Contains("zzhid", StringComparison.Ordinal))
            throw new AssertFailedException($"hidden words are shown: {source.Units.First(u => u.Text.Contains("zzhid", StringComparison.Ordinal)).Text}");
        var (there, found) = (source.Text.Count(IsHangul), seen.Count(IsHangul));
        if (there != found)
        {
            var lost = Explanation.Of(source).Where(s => s.Fate != SpanFate.Unit).Select(s => source.Text.Substring(s.Start, s.Length)).Where(s => s.Any(IsHangul));
            throw new AssertFailedException($"{there} letters of Hangul, {found} of them in units: {string.Join(" ⏐ ", lost)}");
        }
    });

    [TestMethod]
    public void Whatever_words_come_into_it_the_rest_stays_as_it_is() => All(seed =>
    {
        var random = new Random(seed);
        var source = ProvingGround.Extract(new MadeUpArticles(seed).Make())!;
        var woven = ProvingGround.Weave(source, _ => ProvingGround.Hazards[random.Next(ProvingGround.Hazards.Length)] + " 가");
        if (!woven.IsSound)
            throw new AssertFailedException($"{woven.Findings.First(f => f.Severity == Severity.Block)}\n-- gave\n{woven.Text}");
        var again = ProvingGround.Extract(woven.Text)!;
        Assert.AreEqual(Skeleton(source), Skeleton(again));
    });

    internal static string Skeleton(Extraction article) => string.Concat(Explanation.Of(article).Where(s => s.Fate == SpanFate.Skeleton).Select(s => article.Text.Substring(s.Start, s.Length)));

    private static bool IsHangul(char c) => c is (>= '가' and <= '힣') or (>= '\u1100' and <= '\u1112');

    private static void All(Action<int> holds)
    {
        var failures = new List<string>();
        foreach (var seed in Seeds)
        {
            try
            {
                holds(seed);
            }
            catch (Exception e) when (e is AssertFailedException or InvalidOperationException or ArgumentException or NullReferenceException)
            {
                failures.Add($"seed {seed}: {e.Message}\n{new MadeUpArticles(seed).Make()}");
            }
        }

        Assert.IsEmpty(failures, $"{failures.Count} of {Many}:\n{string.Join("\n\n", failures.OrderBy(f => f.Length).Take(5))}");
    }
}
