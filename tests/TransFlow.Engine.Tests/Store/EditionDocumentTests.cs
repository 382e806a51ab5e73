using System.Collections.Immutable;
using CsCheck;
using TransFlow.Core.Segments;
using TransFlow.Core.Stages;
using TransFlow.Engine.Store;

namespace TransFlow.Engine.Tests.Store;

[TestClass]
public sealed class EditionDocumentTests
{
    private static readonly Gen<string> Text = Gen.OneOfConst("가", "a", "{", "}", "}}", "\"", "\n", "🚌", " ", "<", "\\").Array[0, 5].Select(string.Concat);

    private static readonly Gen<Content> Words = Gen.Select(Text, Gen.Int[0, 3], Text).Select((before, code, after) => new Content([
        new Inline(InlineKind.Text, before),
        .. code switch
        {
            1 => new[] { new Inline(InlineKind.Standalone, "1") },
            2 => [new Inline(InlineKind.Open, "2"), new Inline(InlineKind.Text, "안"), new Inline(InlineKind.Close, "2")],
            _ => [],
        },
        new Inline(InlineKind.Text, after)]));

    private static readonly Gen<Content?> Maybe = Gen.Select(Gen.Bool, Words).Select((there, words) => there ? words : null);

    private static readonly Gen<SegmentWork> Segment = Gen.Select(Gen.Int[0, 3], Words, Maybe, Maybe, Gen.Bool, Gen.Int[0, 2]).Select((index, source, target, candidate, isBack, signs) =>
        new SegmentWork("u1", index, source)
        {
            Target = target,
            Candidate = candidate,
            CandidateSource = candidate is null ? null : source,
            CandidateBy = candidate is null ? null : [new Change("mina", "translate"), new Change("jonas", "edit")],
            SentBack = isBack ? new SentBack("edit", "jonas", "“왜?”") : null,
            Changes = [.. Enumerable.Range(0, signs).Select(i => new Change($"p{i}", "translate"))],
            SignOffs = [.. Enumerable.Range(0, signs).Select(i => new SignOff("edit", $"p{i}", "00ff"))],
        });

    private static readonly Gen<Edition> Editions = Gen.Select(Segment.Array[0, 4], Gen.Bool, Gen.Bool, Gen.Int[0, 9]).Select((segments, isHeld, isLive, round) =>
        new Edition("a", "en", 3, Route.Of("protected", ["clearance", "translate", "edit", "sign-off"]).Value!)
        {
            Segments = [.. segments],
            Hold = isHeld ? "a \"reason\"" : null,
            HeldSince = isHeld ? DateTimeOffset.UnixEpoch : null,
            Embargo = isHeld ? new Embargo(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.FromHours(9)), "Asia/Seoul", "jonas") { Lift = isLive ? new FirstKey("eve", "왜", DateTimeOffset.UnixEpoch) : null } : null,
            ClaimedUntil = isHeld ? ImmutableSortedDictionary<string, DateTimeOffset>.Empty.Add("edit", DateTimeOffset.UnixEpoch) : ImmutableSortedDictionary<string, DateTimeOffset>.Empty,
            Arrival = isLive ? new Arrival("edit", 3, DateTimeOffset.UnixEpoch) { Due = DateTimeOffset.UnixEpoch, EscalateAt = DateTimeOffset.UnixEpoch, Escalations = 2 } : null,
            IsUrgent = isHeld,
            Correction = isLive ? new Correction(CorrectionKind.Update, "왜", "jonas", DateTimeOffset.UnixEpoch) { Line = isHeld ? "“정정”" : null, IsAsked = isHeld } : null,
            Notices = isLive ? [new Notice(CorrectionKind.Correction, "a", new DateOnly(2026, 3, 2)), new Notice(CorrectionKind.Update, "b", new DateOnly(2026, 3, 3))] : [],
            RetractionAsked = isHeld ? new FirstKey("eve", "왜", DateTimeOffset.UnixEpoch) : null,
            Retraction = isHeld && isLive ? new Retraction("왜", "eve", "jonas", new DateOnly(2026, 3, 2)) : null,
            ChangedByHand = isLive ? "gone" : null,
            Parked = isLive ? "no disk" : null,
            Round = round,
            Assignments = ImmutableSortedDictionary<string, string>.Empty.Add("edit", "jonas"),
            Live = isLive ? new LiveEdition("ff", "a.en.md", "00", new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero)) : null,
        });

    [TestMethod]
    public void Comments_and_the_words_that_are_live_come_back_as_they_were_written()
    {
        var at = new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
        var edition = new Edition("a", "en", 3, Route.Of("default", ["translate", "edit"]).Value!)
        {
            Segments = [new SegmentWork("u1", 0, Content.Parse("{1}가{/1}"))],
            Comments = [new Comment("u1", 0, "jonas", at, "“왜?”\n{") { About = Content.Of("{가}") }],
            Live = new LiveEdition("ff", "a.en.md", "00", at) { Targets = [new LiveTarget("u1", 0, Content.Parse("{1}a{/1} {{"))] },
        };
        var again = EditionDocument.Read(EditionDocument.Write(edition));
        CollectionAssert.AreEqual(edition.Comments.ToList(), again.Comments.ToList());
        CollectionAssert.AreEqual(edition.Live.Targets!.Value.ToList(), again.Live!.Targets!.Value.ToList());
    }

    [TestMethod]
    public void Every_edition_comes_back_as_it_was_written() => Editions.Sample(edition =>
    {
        var back = EditionDocument.Read(EditionDocument.Write(edition));
        CollectionAssert.AreEqual(edition.Segments, back.Segments);
        Assert.AreEqual(EditionDocument.Write(edition), EditionDocument.Write(back));
        Assert.AreEqual((edition.Route, edition.Hold, edition.Embargo, edition.Parked, edition.Round, edition.Live), (back.Route, back.Hold, back.Embargo, back.Parked, back.Round, back.Live));
        Assert.AreEqual((edition.Position, edition.Fingerprint), (back.Position, back.Fingerprint));
        Assert.AreEqual((edition.Arrival, edition.IsUrgent, edition.Correction, edition.RetractionAsked, edition.Retraction, edition.ChangedByHand), (back.Arrival, back.IsUrgent, back.Correction, back.RetractionAsked, back.Retraction, back.ChangedByHand));
        CollectionAssert.AreEqual(edition.Notices, back.Notices);
        CollectionAssert.AreEqual(edition.Assignments, back.Assignments);
        CollectionAssert.AreEqual(edition.ClaimedUntil, back.ClaimedUntil);
    });
}
