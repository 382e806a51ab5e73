using System.Collections.Immutable;
using CsCheck;
using TransFlow.Core.Segments;
using TransFlow.Core.Stages;

namespace TransFlow.Core.Tests.Stages;

[TestClass]
public sealed class EditionMachineTests
{
    private static readonly Route Short = Route.Of("default", ["translate", "edit"]).Value!;
    private static readonly Actor Mina = new("mina", ["translate"]);
    private static readonly Actor Noa = new("noa", ["translate"]);
    private static readonly Actor Jonas = new("jonas", ["edit"]);
    private static readonly Actor Eve = new("eve", ["translate", "edit"]);
    private static readonly DateTimeOffset Noon = new(2026, 3, 2, 12, 0, 0, TimeSpan.FromHours(9));

    [TestMethod]
    public void Of_several_who_may_have_a_stage_the_first_to_claim_it_wins()
    {
        var claimed = Walk(New(), (new ClaimStage("translate", Noon.AddHours(4)), Mina));
        Assert.AreEqual("mina", claimed.Assignments["translate"]);
        Assert.AreEqual("taken", Refused(claimed, new ClaimStage("translate", Noon.AddHours(4)), Noa));
        Assert.AreEqual("not-named", Refused(New(), new ClaimStage("translate", null), Jonas));
    }

    [TestMethod]
    public void A_claim_whose_time_is_over_lapses_and_others_may_take_the_stage()
    {
        var claimed = Walk(New(), (new ClaimStage("translate", Noon.AddHours(-1)), Mina));
        Assert.AreEqual("noa", Walk(claimed, (new ClaimStage("translate", null), Noa)).Assignments["translate"]);
        var lapsed = Walk(claimed, (new LapseClaim("translate"), Eve));
        Assert.IsFalse(lapsed.Assignments.ContainsKey("translate") || lapsed.ClaimedUntil.ContainsKey("translate"));
        Assert.AreEqual("nothing-to-do", Refused(Walk(New(), (new ClaimStage("translate", Noon.AddHours(1)), Mina)), new LapseClaim("translate"), Eve));
    }

    [TestMethod]
    public void Work_that_changes_hands_is_handed_out_anew_with_what_was_done()
    {
        var claimed = Walk(New(), (new ClaimStage("translate", null), Mina));
        Assert.AreEqual(0, claimed.Round);
        Assert.AreEqual(1, Walk(claimed, (new GiveStage("translate", Noa), Jonas)).Round);
        Assert.AreEqual(1, Walk(claimed, (new BreakClaim("translate", "Mina is ill."), Jonas)).Round);
        Assert.AreEqual(0, Walk(claimed, (new ClaimStage("translate", null), Mina)).Round);
    }

    [TestMethod]
    public void Who_wrote_a_target_cannot_have_the_stage_that_reviews_it()
    {
        var written = New() with { Segments = [New().Segments[0] with { Target = Content.Of("Rice."), Changes = [new Change("eve", "translate")] }] };
        Assert.AreEqual("four-eyes", Refused(written, new ClaimStage("edit", null), Eve));
        Assert.AreEqual("four-eyes", Refused(written, new GiveStage("edit", Eve), Jonas));
    }

    [TestMethod]
    [DataRow("")]
    [DataRow(" \n")]
    public void What_needs_a_reason_is_not_done_without_one(string reason)
    {
        var edition = Walk(New(), (new ClaimStage("translate", null), Mina), (new SetEmbargo(Noon.AddDays(1), "Asia/Seoul"), Jonas));
        Assert.AreEqual("no-reason", Refused(edition, new BreakClaim("translate", reason), Jonas));
        Assert.AreEqual("no-reason", Refused(edition, new HoldEdition(reason), Jonas));
        Assert.AreEqual("no-reason", Refused(edition, new LiftEmbargo(reason), Jonas));
    }

    [TestMethod]
    public void An_embargo_is_lifted_only_by_two_people_who_answer_for_texts()
    {
        var set = Walk(New(), (new SetEmbargo(Noon.AddDays(1), "Asia/Seoul"), Jonas));
        Assert.AreEqual("not-yours", Refused(set, new LiftEmbargo("The court has spoken."), Mina));
        var asked = Walk(set, (new LiftEmbargo("The court has spoken."), Jonas));
        Assert.IsNotNull(asked.Embargo);
        Assert.AreEqual("second-key", Refused(asked, new LiftEmbargo(""), Jonas));
        Assert.IsNull(Walk(asked, (new LiftEmbargo(""), Eve)).Embargo);
    }

    [TestMethod]
    public void One_person_makes_an_embargo_longer_but_not_shorter_and_a_new_time_takes_a_turned_key_back()
    {
        var set = Walk(New(), (new SetEmbargo(Noon.AddDays(1), "Asia/Seoul"), Jonas), (new LiftEmbargo("Agreed."), Jonas));
        Assert.AreEqual("second-key", Refused(set, new SetEmbargo(Noon.AddHours(1), "Asia/Seoul"), Jonas));
        Assert.IsNull(Walk(set, (new SetEmbargo(Noon.AddDays(2), "Asia/Seoul"), Jonas)).Embargo!.Lift);
        Assert.AreEqual("embargo-past", Refused(New(), new SetEmbargo(Noon, "Asia/Seoul"), Jonas));
    }

    [TestMethod]
    public void Only_what_is_live_is_corrected_and_what_is_said_of_it_adds_up()
    {
        Assert.AreEqual("not-live", Refused(New(), new BeginCorrection(null, "Wrong.", false, null), Jonas));
        Assert.AreEqual("no-reason", Refused(Published(), new BeginCorrection(null, " ", false, null), Jonas));
        var begun = Walk(Published(), (new BeginCorrection(CorrectionKind.Update, "New figures.", false, "  It is 12 now. "), Jonas), (new BeginCorrection(null, "A name.", true, null), Eve));
        Assert.AreEqual((CorrectionKind.Update, "New figures. / A name.", "It is 12 now.", "jonas", true), (begun.Correction!.Kind, begun.Correction.Reason, begun.Correction.Line, begun.Correction.Person, begun.IsUrgent));
        Assert.AreEqual("nothing-to-do", Refused(Published(), new DescribeCorrection(null, "x"), Jonas));
        Assert.IsFalse(Walk(begun, (new DescribeCorrection(CorrectionKind.Silent, null), Jonas)).Correction!.LacksLine);
    }

    [TestMethod]
    public void What_readers_are_to_be_told_is_not_lost_when_more_is_corrected()
    {
        var begun = Walk(Published(), (new BeginCorrection(null, "A quotation.", false, "It misquoted her."), Jonas));
        Assert.AreEqual((CorrectionKind.Correction, "It misquoted her."), Said(Walk(begun, (new BeginCorrection(CorrectionKind.Silent, "A slip.", false, null), Eve))));
        Assert.AreEqual("line-under-way", Refused(begun, new BeginCorrection(null, "A name.", false, "The name is Kim."), Eve));
        Assert.AreEqual("line-under-way", Refused(Walk(Published(), (new BeginCorrection(null, "A quotation.", false, null), Jonas)), new BeginCorrection(null, "A name.", false, "The name is Kim."), Eve));
        Assert.AreEqual((CorrectionKind.Correction, "The name is Kim."), Said(Walk(Published(), (new BeginCorrection(CorrectionKind.Silent, "A slip.", false, null), Jonas), (new BeginCorrection(null, "A name.", false, "The name is Kim."), Eve))));
        Assert.AreEqual((CorrectionKind.Correction, (string?)null), Said(Walk(Published(), (new BeginCorrection(CorrectionKind.Silent, "A slip.", false, null), Jonas), (new BeginCorrection(null, "A name.", false, null), Eve))));

        static (CorrectionKind, string?) Said(Edition edition) => (edition.Correction!.Kind, edition.Correction.Line);
    }

    [TestMethod]
    public void It_takes_two_people_to_retract_and_then_nothing_more_is_done()
    {
        var asked = Walk(Published(), (new HoldEdition("Look at it."), Jonas), (new RetractEdition("It is made up.", Today), Jonas));
        Assert.IsNull(asked.Retraction);
        Assert.AreEqual("second-key", Refused(asked, new RetractEdition("", Today), Jonas));
        Assert.AreEqual("not-yours", Refused(asked, new RetractEdition("", Today), Mina));
        Assert.AreEqual("no-reason", Refused(Published(), new RetractEdition(" ", Today), Jonas));
        var done = Walk(asked, (new RetractEdition("", Today), Eve));
        Assert.AreEqual((new Retraction("It is made up.", "jonas", "eve", Today), (Stage?)null, (string?)null), (done.Retraction, done.Stage, done.Hold));
        Assert.AreEqual("retracted", Refused(done, new ClaimStage("translate", null), Mina));
    }

    [TestMethod]
    public void What_readers_see_has_another_fingerprint_when_the_page_says_something_new()
    {
        var live = Published();
        var noticed = live with { Notices = [new Notice(CorrectionKind.Correction, "The price was wrong.", Today)] };
        string[] prints = [live.Fingerprint, noticed.Fingerprint, (noticed with { Notices = [.. noticed.Notices, .. noticed.Notices] }).Fingerprint,
            Walk(live, (new BeginCorrection(null, "Wrong.", false, null), Jonas)).Fingerprint, (live with { Retraction = new Retraction("a", "b", "c", Today) }).Fingerprint];
        Assert.HasCount(5, prints.Distinct());
    }

    [TestMethod]
    public void What_is_held_is_not_late_and_has_as_much_working_time_left_as_before()
    {
        var calendar = new WorkCalendar(TimeZoneInfo.CreateCustomTimeZone("Seoul", TimeSpan.FromHours(9), null, null), Enum.GetValues<DayOfWeek>(), [new WorkHours(new TimeOnly(9, 0), new TimeOnly(18, 0))], []);
        var claimed = New() with
        {
            Arrival = new Arrival("translate", 1, Noon.AddHours(-1)) { Due = Noon.AddHours(2), EscalateAt = Noon.AddHours(2) },
            ClaimedUntil = ImmutableSortedDictionary<string, DateTimeOffset>.Empty.Add("translate", Noon.AddHours(3)),
        };
        var held = Walk(claimed, (new HoldEdition("A lawyer reads it."), Jonas));
        var released = EditionMachine.Next(held, new ReleaseEdition(calendar), Jonas, Noon.AddHours(5)).Value!;
        Assert.AreEqual(Noon.AddHours(22), released.Arrival!.Due, "an hour that day, and one of the next");
        Assert.AreEqual(Noon.AddHours(22), released.Arrival.EscalateAt);
        Assert.AreEqual(Noon.AddHours(23), released.ClaimedUntil["translate"]);
        Assert.IsNull(released.HeldSince);
        var late = Walk(claimed with { Arrival = claimed.Arrival with { Due = Noon.AddHours(-1), EscalateAt = null } }, (new HoldEdition("A lawyer reads it."), Jonas));
        Assert.AreEqual(Noon.AddHours(-1), EditionMachine.Next(late, new ReleaseEdition(calendar), Jonas, Noon.AddHours(5)).Value!.Arrival!.Due, "what was late before stays late");
    }

    private static readonly DateOnly Today = new(2026, 3, 2);

    private static Edition Published() => New() with { Live = new LiveEdition("ff", "a.en.md", "00", Noon) };

    /// <summary>A few variables that say the same as the rules, followed step by step.</summary>
    [TestMethod]
    public void Whatever_is_done_in_whatever_order_the_edition_is_what_a_small_model_says() =>
        Gen.Select(GenStep, Gen.OneOfConst(Mina, Noa, Jonas, Eve), Gen.Int[0, 3]).Array[0, 30].Sample(
            run =>
            {
                var edition = New();
                var model = new Model();
                var now = Noon;
                foreach (var (step, actor, hours) in run)
                {
                    now = now.AddHours(hours);
                    var timed = step is ClaimStage c ? c with { Until = now.AddHours(2) } : step;
                    var isDone = EditionMachine.Next(edition, timed, actor, now).Try(out var next, out var refusal);
                    Assert.AreEqual(model.Take(timed, actor, now), isDone, $"{timed} by {actor.Person}: {refusal}");
                    edition = next ?? edition;
                    Assert.AreEqual((model.Holder, model.Until, model.IsHeld, model.Embargo, model.Key), (edition.Assignments.GetValueOrDefault("translate"),
                        edition.ClaimedUntil.TryGetValue("translate", out var until) ? until : null, edition.Hold is not null, edition.Embargo?.Until, edition.Embargo?.Lift?.Person));
                }
            },
            iter: 20_000);

    private static readonly Gen<EditionStep> GenStep = Gen.Select(Gen.Int[0, 7], Gen.OneOfConst("Because.", " "), Gen.OneOfConst(Mina, Noa, Jonas), Gen.Int[-2, 90], (kind, reason, to, hours) => kind switch
    {
        0 => (EditionStep)new ClaimStage("translate", null),
        1 => new GiveStage("translate", to),
        2 => new BreakClaim("translate", reason),
        3 => new LapseClaim("translate"),
        4 => new HoldEdition(reason),
        5 => new ReleaseEdition(WorkCalendar.Always(TimeZoneInfo.Utc)),
        6 => new SetEmbargo(Noon.AddHours(hours), "Asia/Seoul"),
        _ => new LiftEmbargo(reason),
    });

    private static Edition New() => new("a", "en", 1, Short) { Segments = [new SegmentWork("u1", 0, Content.Of("쌀값이 올랐다."))] };

    private static Edition Walk(Edition edition, params (EditionStep Step, Actor Actor)[] steps)
    {
        foreach (var (step, actor) in steps)
        {
            Assert.IsTrue(EditionMachine.Next(edition, step, actor, Noon).Try(out var next, out var refusal), refusal?.ToString());
            edition = next!;
        }

        return edition;
    }

    private static string? Refused(Edition edition, EditionStep step, Actor actor) => EditionMachine.Next(edition, step, actor, Noon).Refusal?.Code;

    private sealed class Model
    {
        public string? Holder { get; private set; }

        public DateTimeOffset? Until { get; private set; }

        private DateTimeOffset? _heldSince;

        public bool IsHeld => _heldSince is not null;

        public DateTimeOffset? Embargo { get; private set; }

        public string? Key { get; private set; }

        public bool Take(EditionStep step, Actor actor, DateTimeOffset now) => step switch
        {
            ClaimStage s => Do(actor.Stages.Contains("translate") && !IsHeld && (Holder is null || Holder == actor.Person || Until <= now), () => (Holder, Until) = (actor.Person, s.Until)),
            GiveStage s => Do(s.To.Stages.Contains("translate") && Holder != s.To.Person, () => (Holder, Until) = (s.To.Person, null)),
            BreakClaim s => Do(s.Reason != " " && Holder is not null, () => (Holder, Until) = (null, null)),
            LapseClaim => Do(Until <= now, () => (Holder, Until) = (null, null)),
            HoldEdition s => Do(s.Reason != " " && !IsHeld, () => _heldSince = now),
            ReleaseEdition => Do(IsHeld, () => (Until, _heldSince) = (Until > _heldSince ? Until + (now - _heldSince) : Until, null)),
            SetEmbargo s => Do(s.Until > now && (Embargo is null || s.Until >= Embargo), () => (Embargo, Key) = (s.Until, null)),
            LiftEmbargo s when Key is null => Do(Embargo is not null && actor.Stages.Contains("edit") && s.Reason != " ", () => Key = actor.Person),
            _ => Do(actor.Stages.Contains("edit") && actor.Person != Key, () => (Embargo, Key) = (null, null)),
        };

        private static bool Do(bool may, Action change)
        {
            if (may)
                change();
            return may;
        }
    }
}
