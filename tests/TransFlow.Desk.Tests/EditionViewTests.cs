using System.Collections.Immutable;
using System.Text;
using TransFlow.Core;
using TransFlow.Core.Segments;
using TransFlow.Core.Stages;
using TransFlow.Desk.Editions;
using TransFlow.Engine.Jobs;

namespace TransFlow.Desk.Tests;

[TestClass]
public sealed class EditionViewTests
{
    [TestMethod]
    public void The_page_of_a_long_edition_is_made_in_no_time_that_anybody_notices()
    {
        var source = MarkdownExtractor.Extract(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 20_000).Select(i => $"쌀값이 {i}원 올랐다.\n\n"))), "a.ko.md", new ExtractionOptions("ko")).Value!;
        var begun = EditionRevision.Begin("a", "en", source, Route.Of("plain", ["translate", "edit"]).Value!);
        var edition = begun with
        {
            Segments = [.. begun.Segments.Select(Translated)],
            Assignments = begun.Assignments.Add("edit", "jonas"),
            Comments = [.. begun.Segments.Select(s => new Comment(s.UnitId, s.Index, "mina", DateTimeOffset.UnixEpoch, $"Of {s.UnitId}."))],
        };
        var sheet = new EditionSheet(edition, 1, source)
        {
            Title = "",
            Findings = [.. begun.Segments.Select(s => new Finding("odd", Severity.Warn, s.UnitId, $"Odd: {s.UnitId}."))],
            Before = ImmutableDictionary<(string, int), Content>.Empty,
            Live = ImmutableDictionary<(string, int), Content>.Empty,
            Terms = [],
        };
        var view = EditionView.Of(sheet, new Actor("jonas", ["edit"]), new EditionQuery("all", "none"), null);
        Assert.AreEqual(20_000, view.Counts["mine"]);
        Assert.IsNotEmpty(view.Segments);
        foreach (var segment in view.Segments)
        {
            Assert.AreEqual($"Of {segment.Work.UnitId}.", segment.Comments.Single().Comment.Text);
            Assert.AreEqual(segment.Number, segment.Comments.Single().Number);
            Assert.AreEqual($"Odd: {segment.Work.UnitId}.", segment.Findings.Single().Message);
        }
    }

    private static SegmentWork Translated(SegmentWork segment)
    {
        var translated = segment with { Target = Content.Of("Rice rose."), Changes = [new Change("mina", "translate")] };
        return translated with { SignOffs = [new SignOff("translate", "mina", translated.Fingerprint)] };
    }
}
