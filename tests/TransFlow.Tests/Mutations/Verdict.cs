using System.Collections.Immutable;
using TransFlow.Core;
using TransFlow.Core.Exchange;
using TransFlow.Core.Segments;
using TransFlow.Core.Stages;

namespace TransFlow.Tests.Mutations;

/// <summary>Holds what becomes of a file against what the catalogue says.</summary>
internal sealed class Verdict(Mutation mutation, MutationArticle sample, Draft draft, string name)
{
    /// <summary>What a return of the article does.</summary>
    public static ReturnPlan Plan(MutationArticle sample, byte[] bytes) => Plan(sample, Merge(sample, bytes).Value!);

    public void Hold(byte[] bytes)
    {
        var outcome = Merge(sample, bytes);
        if (mutation.Fate == Fate.FileRefused)
        {
            Assert.AreEqual(mutation.Code, outcome.Refusal?.Code, $"{name}: {outcome.Refusal}");
            Assert.IsGreaterThan(10, outcome.Refusal!.Remedy.Length, name);
            return;
        }

        Assert.IsTrue(outcome.Try(out var merged, out var refusal), $"{name}: {refusal}");
        var plan = Plan(sample, merged);
        List<Finding> findings = [.. merged.Findings, .. plan.Findings];
        var said = string.Join('\n', findings.Select(f => f.Message).Concat(plan.Refused.Select(r => r.ToString())));
        Assert.IsTrue(plan.Edition.Segments.All(s => s.Position(plan.Edition.Route) <= 1), $"{name}: no file approves past the editor");
        Units(plan, said);
        Publishes(plan, said);
        if (mutation.Fate == Fate.UnitRefused)
            Refused(plan, said);
        else
            Assert.IsEmpty(plan.Refused, $"{name}: {said}");
        if (mutation.Fate == Fate.Accepted)
            Assert.IsEmpty(findings.Where(f => f.Severity != Severity.Info), $"{name}: {said}");
        if (mutation is { Fate: Fate.Reviewed or Fate.LeftOut, Code.Length: > 0 })
            Assert.Contains(mutation.Code, findings.Select(f => f.Check), $"{name}: {said}");
    }

    private static Outcome<MergedReturn> Merge(MutationArticle sample, byte[] bytes) =>
        ReturnReader.Read(bytes, "returned.xlf").Try(out var returned, out var refusal) ? ReturnMerge.Merge(ReturnReader.Read(sample.Sent, "sent").Value!, returned, "en") : refusal;

    private static ReturnPlan Plan(MutationArticle sample, MergedReturn merged) =>
        ReturnPlan.For(sample.Edition, sample.Source, merged, "translate", new Actor("mina", ["translate"]), ReturnWay.HandedBack);

    /// <summary>Every unit that the mutation did not touch says what the translator wrote, and every touched one what the verdict lets it say.</summary>
    private void Units(ReturnPlan plan, string said)
    {
        var expected = Targets(Plan(sample, sample.Translated));
        var actual = Targets(plan);
        foreach (var (unit, words) in expected)
        {
            var isTouched = draft.Touched.Contains(unit);
            if (isTouched && mutation.Fate is Fate.LeftOut or Fate.UnitRefused)
                Assert.AreEqual("", actual[unit], $"{name}: {unit}\n{said}");
            else if (isTouched && draft.Expected.TryGetValue(unit, out var added))
                Assert.AreEqual(Bare(words) + Bare(added), Bare(actual[unit].Replace(added, "", StringComparison.Ordinal) + added), $"{name}: {unit}\n{said}");
            else if (!isTouched || mutation.Fate == Fate.Accepted)
                Assert.AreEqual(words, actual[unit], $"{name}: {unit}\n{said}");
            else
                Assert.AreNotEqual("", actual[unit], $"{name}: {unit}\n{said}");
        }
    }

    /// <summary>What is taken can be published: its words stand in the article's own places, and the page reads as the article does.</summary>
    private void Publishes(ReturnPlan plan, string said)
    {
        var targets = plan.Edition.Segments.GroupBy(s => s.UnitId).ToDictionary(g => g.Key, g => g.OrderBy(s => s.Index).Select(s => s.Target).ToImmutableArray(), StringComparer.Ordinal);
        var weaving = MarkdownWeaver.Weave(sample.Source, targets, new WeaveOptions("en"));
        Assert.IsTrue(weaving.IsSound, $"{name}: {string.Join('\n', weaving.Findings.Select(f => f.Message))}\n{said}");
    }

    private void Refused(ReturnPlan plan, string said)
    {
        Assert.HasCount(draft.Touched.Count, plan.Refused, $"{name}: {said}");
        foreach (var refusal in plan.Refused)
        {
            Assert.AreEqual(mutation.Code, refusal.Code, $"{name}: {said}");
            Assert.IsNotNull(refusal.Unit, name);
            Assert.IsGreaterThan(10, refusal.Remedy.Length, name);
        }
    }

    private static string Bare(string text) => text.Replace(" ", "", StringComparison.Ordinal);

    /// <summary>Unit by unit the words put together, since a tool may join and split sentences inside a unit.</summary>
    private static Dictionary<string, string> Targets(ReturnPlan plan) => plan.Edition.Segments.GroupBy(s => s.UnitId)
        .ToDictionary(u => u.Key, u => string.Join(' ', u.Select(s => s.Target?.ToString()).Where(t => !string.IsNullOrEmpty(t))), StringComparer.Ordinal);
}
