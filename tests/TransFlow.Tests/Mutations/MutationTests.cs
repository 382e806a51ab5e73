using System.Collections.Immutable;
using TransFlow.Core.Exchange;
using TransFlow.Core.Segments;
using TransFlow.Core.Stages;
using TransFlow.Core.Tests.Newsroom;

namespace TransFlow.Tests.Mutations;

/// <summary>What tools and people do to a file between hand-out and return, and what becomes of it, on every article of the sample, with several seeds.</summary>
[TestClass]
public sealed class MutationTests
{
    private const int Seeds = 3;

    private static IEnumerable<object[]> Cases => Mutation.All.SelectMany((m, i) => Sample.Articles.Select(a => new object[] { i, m.ToString(), a }));

    private static IEnumerable<object[]> Articles => Sample.Articles.Select(a => new object[] { a });

    [TestMethod]
    public void Every_mutation_of_the_catalogue_is_tried()
    {
        // What is not here is in a test of its own: 35, a file of an older revision.
        CollectionAssert.AreEqual(Enumerable.Range(1, 100).Where(n => n != 35).ToList(), Mutation.All.Select(m => m.Number).Distinct().Order().ToList());
        Assert.HasCount(Mutation.All.Count, Mutation.All.Select(m => m.Name).Distinct());
    }

    [TestMethod]
    [DynamicData(nameof(Cases))]
    public void A_return_meets_its_verdict(int number, string name, string article)
    {
        var mutation = Mutation.All[number];
        var sample = MutationArticle.All[article];
        for (var seed = 1; seed <= Seeds; seed++)
        {
            var draft = new Draft(mutation.IsVersion12 ? PackageXliff12.Of(sample.Translated) : sample.Translated, seed);
            var bytes = mutation.Change(draft);
            new Verdict(mutation, sample, draft, $"{name}, {article}, seed {seed}").Hold(bytes);
        }
    }

    [TestMethod]
    [DynamicData(nameof(Articles))]
    public void Units_of_an_older_revision_are_taken_where_they_stayed_and_refused_by_name_where_they_changed(string article)
    {
        var sample = MutationArticle.All[article];
        var text = sample.Source.Text.Replace("시장 상인 31명이", "시장 상인 77명이 어제", StringComparison.Ordinal);
        var now = Sample.Extract(System.Text.Encoding.UTF8.GetBytes(text), "ko", unitIds: [.. sample.Source.Units.Select(u => u.Id)]);
        var edition = EditionRevision.Revise(sample.Edition, now, 2);
        var merged = ReturnMerge.Merge(ReturnReader.Read(sample.Sent, "sent").Value!, ReturnReader.Read(sample.Translated, "returned").Value!, "en").Value!;
        var plan = ReturnPlan.For(edition, now, merged, "translate", new Actor("mina", ["translate"]), ReturnWay.HandedBack);

        Assert.AreEqual("stale", plan.Refused.Single().Code);
        StringAssert.Contains(plan.Refused.Single().Message, "31 traders", StringComparison.Ordinal);
        Assert.AreEqual(plan.Edition.Segments.Length - 1, plan.Edition.Segments.Count(s => s.Target is not null));
    }

    [TestMethod]
    public void Words_of_a_return_never_become_markup_or_a_link()
    {
        foreach (var mutation in Mutation.All.Where(m => m.Number is 60 or 78 or 83))
        {
            var sample = MutationArticle.All["envoys-phone-talks"];
            var plan = Verdict.Plan(sample, mutation.Change(new Draft(sample.Translated, 1)));
            var targets = plan.Edition.Segments.GroupBy(s => s.UnitId).ToDictionary(g => g.Key, g => g.Select(s => s.Target).ToImmutableArray(), StringComparer.Ordinal);
            var weaving = MarkdownWeaver.Weave(sample.Source, targets, new WeaveOptions("en"));
            Assert.IsTrue(weaving.IsSound, mutation.ToString());
            var page = Sample.Extract(System.Text.Encoding.UTF8.GetBytes(weaving.Text), "en");
            Assert.IsFalse(page.Units.SelectMany(u => u.Codes).Any(c => (c.Kind == CodeKind.Link && $"{c.Opening}{c.Closing}".Contains("evil.example", StringComparison.Ordinal)) || c.Opening == "<b>"), mutation.ToString());
        }
    }

    [TestMethod]
    public void What_a_tool_tells_of_people_goes_nowhere()
    {
        var sample = MutationArticle.All["envoys-phone-talks"];
        var bytes = Mutation.All.Single(m => m.Name == "personal-data").Change(new Draft(PackageXliff12.Of(sample.Translated), 1));
        Assert.Contains("Kim Minji", System.Text.Encoding.UTF8.GetString(bytes));
        var file = ReturnReader.Read(bytes, "x").Value!;
        Assert.DoesNotContain("minji", $"{string.Concat(file.Tokens)} {string.Concat(file.Units.SelectMany(u => u.Notes))} {Verdict.Plan(sample, bytes)}".ToLowerInvariant());
    }
}
