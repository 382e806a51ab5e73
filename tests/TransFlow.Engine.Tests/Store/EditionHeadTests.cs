using System.Collections.Immutable;
using TransFlow.Core.Segments;
using TransFlow.Core.Stages;
using TransFlow.Engine.Store;

namespace TransFlow.Engine.Tests.Store;

[TestClass]
public sealed class EditionHeadTests
{
    private const int Many = 20_000;

    [TestMethod]
    public void The_head_of_a_long_edition_is_made_in_no_time_that_anybody_notices()
    {
        // Every other sentence is ahead of the stage, and half of all are a strand's.
        var edition = new Edition("a", "en", 1, Route.Of("plain", ["translate", "edit", "sign-off"]).Value!)
        {
            Segments = [.. Enumerable.Range(0, Many).Select(Translated)],
            Strands = ImmutableSortedDictionary<string, Strand>.Empty.Add("quotes", new Strand("quotes", ImmutableSortedDictionary<string, ImmutableArray<string>>.Empty.Add("edit", ["dora"]))),
            Assignments = ImmutableSortedDictionary<string, string>.Empty.Add("edit", "jonas").Add("sign-off", "hana"),
        };
        var head = EditionHead.Of(edition, 1);
        Assert.AreEqual("edit", head.Stage);
        Assert.AreEqual(Many / 2, head.Done);
        Assert.AreEqual("hana", head.Marks.Ahead!.Value.Single());
        Assert.AreEqual(Many / 2, head.Seats.Sum(s => s.Waiting));
        Assert.HasCount(2, head.Seats);
    }

    private static SegmentWork Translated(int number)
    {
        var segment = new SegmentWork($"u{number}", 0, Content.Of("쌀값이 올랐다.")) { Target = Content.Of($"Rice rose to {number}."), Strand = number % 4 < 2 ? "quotes" : null };
        return segment with { SignOffs = [.. (number % 2 == 0 ? (string[])["translate"] : ["translate", "edit"]).Select(s => new SignOff(s, "mina", segment.Fingerprint))] };
    }
}
