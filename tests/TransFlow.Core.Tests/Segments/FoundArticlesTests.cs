using TransFlow.Core.Segments;

namespace TransFlow.Core.Tests.Segments;

/// <summary>What holds for every construct holds for articles in which people have mixed them.</summary>
[TestClass]
public sealed class FoundArticlesTests
{
    [TestMethod]
    public void Woven_back_as_its_own_target_an_article_is_the_same_to_the_byte() => All((name, text, _) => ProvingGroundTests.AssertIdentity(text, name));

    [TestMethod]
    public void Whatever_words_come_into_it_the_rest_stays_as_it_is() => All((name, _, source) =>
    {
        for (var seed = 0; seed < 3; seed++)
        {
            var random = new Random(seed);
            var woven = ProvingGround.Weave(source, _ => ProvingGround.Hazards[random.Next(ProvingGround.Hazards.Length)] + " 가");
            if (!woven.IsSound)
                throw new AssertFailedException($"{name}, seed {seed}: {woven.Findings.First(f => f.Severity == Severity.Block)}");
            Assert.AreEqual(MadeUpArticlesTests.Skeleton(source), MadeUpArticlesTests.Skeleton(ProvingGround.Extract(woven.Text)!), $"{name}, seed {seed}");
        }
    });

    private static void All(Action<string, string, Extraction> holds)
    {
        var failures = new List<string>();
        foreach (var (name, text) in FoundArticles.All())
        {
            try
            {
                if (ProvingGround.Extract(text) is { } source)
                    holds(name, text, source);
            }
            catch (Exception e) when (e is AssertFailedException or InvalidOperationException or ArgumentException or NullReferenceException)
            {
                failures.Add($"{name}: {e.Message}");
            }
        }

        Assert.IsEmpty(failures, $"{failures.Count}:\n{string.Join("\n\n", failures.OrderBy(f => f.Length).Take(12).Select(f => f[..Math.Min(f.Length, 3000)]))}");
    }
}
