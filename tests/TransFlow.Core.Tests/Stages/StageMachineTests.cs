using System.Collections.Immutable;
using CsCheck;
using TransFlow.Core.Segments;
using TransFlow.Core.Stages;

namespace TransFlow.Core.Tests.Stages;

[TestClass]
public sealed class StageMachineTests
{
    private static readonly Route Full = Route.Of("protected", ["clearance", "translate", "edit", "sign-off"]).Value!;
    private static readonly Route Short = Route.Of("default", ["translate", "edit"]).Value!;
    private static readonly Actor Mina = new("mina", ["translate"]);
    private static readonly Actor Jonas = new("jonas", ["edit"]);
    private static readonly Actor Chief = new("chief", ["clearance", "sign-off"]);
    private static readonly Actor Everything = new("eve", ["clearance", "translate", "edit", "sign-off"]);
    private static readonly Content First = Content.Of("Rice is dear.");
    private static readonly Content Second = Content.Of("Rice is expensive.");

    [TestMethod]
    public void A_segment_walks_the_whole_route_when_everybody_does_their_part()
    {
        var segment = Walk(New(), Full, (new Accept("clearance"), Chief), (new Deliver("translate", First), Mina), (new Deliver("edit", Second), Jonas), (new Accept("sign-off"), Chief));

        Assert.AreEqual(4, segment.Position(Full));
        Assert.AreEqual(Second, segment.Target);
    }

    [TestMethod]
    public void Who_wrote_a_target_cannot_edit_it_away_or_sign_it_off()
    {
        var written = Walk(New(), Full, (new Accept("clearance"), Chief), (new Deliver("translate", First), Everything));
        Assert.AreEqual("four-eyes", Refused(written, new Accept("edit"), Everything, Full));
        Assert.AreEqual("four-eyes", Refused(written, new Deliver("edit", Second), Everything, Full));

        var edited = Walk(written, Full, (new Accept("edit"), Jonas));
        Assert.AreEqual("four-eyes", Refused(edited, new Accept("sign-off"), Everything, Full));
    }

    [TestMethod]
    public void Four_eyes_looks_at_the_whole_chain_and_not_only_at_the_last_change()
    {
        var chain = Walk(New(), Full, (new Accept("clearance"), Chief), (new Deliver("translate", First), Everything), (new Deliver("edit", Second), Jonas));

        Assert.AreEqual("four-eyes", Refused(chain, new Accept("sign-off"), Everything, Full));
        Assert.AreEqual("four-eyes", Refused(chain, new Accept("sign-off"), Jonas with { Stages = ["sign-off"] }, Full));
    }

    [TestMethod]
    public void An_editor_may_change_and_approve_what_another_person_wrote()
    {
        var segment = Walk(New(), Short, (new Deliver("translate", First), Mina), (new Deliver("edit", Second), Jonas));

        Assert.AreEqual(2, segment.Position(Short));
        CollectionAssert.AreEqual(new[] { new Change("mina", "translate"), new Change("jonas", "edit") }, segment.Changes.ToArray());
    }

    [TestMethod]
    public void Who_changed_it_last_is_last_in_the_chain_whoever_changed_it_before()
    {
        var nell = new Actor("nell", ["edit"]);
        var segment = Walk(New(), Short, (new Deliver("translate", First), Mina), (new Edit("edit", Second), Jonas), (new Edit("edit", Content.Of("Rice costs.")), nell), (new Edit("edit", First), Jonas), (new Edit("edit", Second), Jonas));

        CollectionAssert.AreEqual(new[] { "mina", "jonas", "nell", "jonas" }, segment.Changes.Select(c => c.Person).ToArray());
    }

    [TestMethod]
    public void A_changed_target_voids_the_sign_off_and_putting_it_back_restores_it()
    {
        var approved = Walk(New(), Short, (new Deliver("translate", First), Mina), (new Accept("edit"), Jonas));
        var changed = Walk(approved, Short, (new Edit("edit", Second), Jonas));
        Assert.AreEqual(1, changed.Position(Short));

        Assert.AreEqual(2, Walk(changed, Short, (new Edit("edit", First), Jonas)).Position(Short));
    }

    [TestMethod]
    public void A_changed_source_voids_everything()
    {
        var approved = Walk(New(), Short, (new Deliver("translate", First), Mina), (new Accept("edit"), Jonas));

        Assert.AreEqual(0, (approved with { Source = Content.Of("쌀값이 두 배로 올랐다.") }).Position(Short));
    }

    [TestMethod]
    [DataRow("")]
    [DataRow("  \n")]
    public void Nothing_is_sent_back_without_a_reason(string reason)
    {
        var written = Walk(New(), Short, (new Deliver("translate", First), Mina));

        Assert.AreEqual("no-reason", Refused(written, new SendBack("edit", reason), Jonas, Short));
    }

    [TestMethod]
    public void A_segment_sent_back_returns_to_its_translator_and_keeps_its_text_and_the_reason()
    {
        var back = Walk(New(), Short, (new Deliver("translate", First), Mina), (new SendBack("edit", "Say the price."), Jonas));

        Assert.AreEqual(0, back.Position(Short));
        Assert.AreEqual(First, back.Target);
        Assert.AreEqual(new SentBack("edit", "jonas", "Say the price."), back.SentBack);
        Assert.AreEqual("sent-back", Refused(back, new Accept("edit"), Jonas, Short));

        var again = Walk(back, Short, (new Deliver("translate", Second), Mina));
        Assert.AreEqual(1, again.Position(Short));
        Assert.IsNull(again.SentBack);
    }

    [TestMethod]
    public void A_finished_segment_can_be_sent_back_from_the_last_stage()
    {
        var done = Walk(New(), Short, (new Deliver("translate", First), Mina), (new Accept("edit"), Jonas));

        Assert.AreEqual(0, Walk(done, Short, (new SendBack("edit", "The number is wrong."), Jonas)).Position(Short));
    }

    [TestMethod]
    public void A_segment_opened_again_keeps_its_text_and_what_was_finished_before_and_is_approved_anew()
    {
        var done = Walk(New(), Short, (new Deliver("translate", First), Mina), (new Accept("edit"), Jonas));
        var open = Walk(done, Short, (new Reopen("edit", "The name is wrong."), Jonas));
        Assert.AreEqual((1, First), (open.Position(Short), open.Target));
        Assert.AreEqual(2, Walk(open, Short, (new Deliver("edit", Second), Jonas)).Position(Short));
        Assert.AreEqual("no-reason", Refused(done, new Reopen("edit", " "), Jonas, Short));
        Assert.AreEqual("nothing-to-review", Refused(done, new Reopen("translate", "Why not."), Mina, Short));
    }

    [TestMethod]
    public void A_translator_may_improve_a_text_until_an_editor_has_approved_it()
    {
        var written = Walk(New(), Short, (new Deliver("translate", First), Mina));
        Assert.AreEqual(Second, Walk(written, Short, (new Deliver("translate", Second), Mina)).Target);

        var approved = Walk(written, Short, (new Accept("edit"), Jonas));
        Assert.AreEqual("already-approved", Refused(approved, new Deliver("translate", Second), Mina, Short));
        Assert.AreEqual(approved, Walk(approved, Short, (new Deliver("translate", First), Mina)));
    }

    [TestMethod]
    public void A_person_works_only_the_stages_named_for_that_person()
    {
        Assert.AreEqual("not-yours", Refused(New(), new Deliver("translate", First), Jonas, Short));
        Assert.AreEqual("no-such-stage", Refused(New(), new Accept("sign-off"), Chief, Short));
    }

    [TestMethod]
    public void Sign_off_takes_a_text_as_it_is()
    {
        var edited = Walk(New(), Full, (new Accept("clearance"), Chief), (new Deliver("translate", First), Mina), (new Accept("edit"), Jonas));

        Assert.AreEqual("changed-at-sign-off", Refused(edited, new Deliver("sign-off", Second), Chief, Full));
    }

    [TestMethod]
    public void A_segment_that_skips_a_stage_never_stands_there_and_nobody_does_anything_to_it_there()
    {
        var segment = New() with { Skips = ["clearance", "edit"] };
        Assert.AreEqual(1, segment.Position(Full));
        Assert.AreEqual("not-on-its-way", Refused(segment, new Accept("clearance"), Chief, Full));
        var written = Walk(segment, Full, (new Deliver("translate", First), Mina));
        Assert.AreEqual(3, written.Position(Full));
        Assert.AreEqual("not-on-its-way", Refused(written, new SendBack("edit", "A reason."), Jonas, Full));
        Assert.AreEqual("four-eyes", Refused(written, new Accept("sign-off"), Everything with { Person = "mina" }, Full));
        Assert.AreEqual(4, Walk(written, Full, (new Accept("sign-off"), Chief)).Position(Full));
        Assert.AreEqual(1, Walk(written, Full, (new SendBack("sign-off", "A reason."), Chief)).Position(Full));
    }

    [TestMethod]
    public void Every_state_answers_every_step_of_everybody()
    {
        Actor[] actors = [Mina, Jonas, Chief, Everything];
        StageEvent[] steps =
        [
            .. new[] { "clearance", "translate", "edit", "sign-off", "polish" }.SelectMany(s => new StageEvent[]
            {
                new Deliver(s, First), new Deliver(s, Second), new Edit(s, First), new Edit(s, Second), new Accept(s), new SendBack(s, "A reason."), new SendBack(s, " "), new Reopen(s, "A reason."), new Reopen(s, " "),
            }),
        ];
        var pairs = 0;
        foreach (var route in new[] { Full, Short })
        {
            foreach (var skips in new ImmutableArray<string>?[] { null, ["edit"], ["clearance"], ["clearance", "sign-off"] }.Where(s => s is null || s.Value.Any(n => route.IndexOf(n) >= 0) && route.Stages.Count(n => !s.Value.Contains(n.Name)) > 1))
            {
                // All states that can be reached, by trying everything in each of them.
                var known = new HashSet<SegmentWork> { New() with { Skips = skips } };
                var open = new Queue<SegmentWork>(known);
                while (open.TryDequeue(out var state))
                {
                    foreach (var (step, actor) in steps.SelectMany(s => actors.Select(a => (s, a))))
                    {
                        pairs++;
                        if (!StageMachine.Next(state, step, actor, route).Try(out var next, out var refusal))
                        {
                            Assert.IsFalse(string.IsNullOrWhiteSpace(refusal.Message) || string.IsNullOrWhiteSpace(refusal.Remedy));
                            continue;
                        }

                        AssertLaws(state, next, step, route);
                        if (known.Count < 2_000 && known.Add(next))
                            open.Enqueue(next);
                    }
                }
            }
        }

        Assert.IsGreaterThan(100_000, pairs);
    }

    [TestMethod]
    public void Every_pair_of_state_and_step_has_an_answer_that_keeps_the_rules() =>
        Gen.Select(GenStep.Array[0, 12], Gen.OneOfConst(Full, Short), Gen.OneOfConst<ImmutableArray<string>?>(null, ["clearance"], ["edit"]), (steps, route, skips) => (steps, route, skips: route == Short ? null : skips)).Sample(
            run =>
            {
                var segment = New() with { Skips = run.skips };
                foreach (var (step, actor) in run.steps)
                {
                    var before = segment;
                    if (!StageMachine.Next(segment, step, actor, run.route).Try(out var next, out var refusal))
                    {
                        Assert.IsFalse(string.IsNullOrWhiteSpace(refusal.Message) || string.IsNullOrWhiteSpace(refusal.Remedy));
                        continue;
                    }

                    segment = next;
                    AssertLaws(before, segment, step, run.route);
                }
            },
            iter: 20_000);

    private static readonly Gen<(StageEvent, Actor)> GenStep =
        Gen.Select(
            Gen.OneOfConst("clearance", "translate", "edit", "sign-off", "polish"),
            Gen.OneOfConst(First, Second, Content.Of("Third.")),
            Gen.Int[0, 5],
            Gen.OneOfConst(Mina, Jonas, Chief, Everything),
            (stage, target, kind, actor) => (kind switch
            {
                0 => (StageEvent)new Deliver(stage, target),
                1 => new Edit(stage, target),
                2 => new SendBack(stage, "A reason."),
                3 => new SendBack(stage, " "),
                4 => new Reopen(stage, "A reason."),
                _ => new Accept(stage),
            }, actor));

    private static void AssertLaws(SegmentWork before, SegmentWork after, StageEvent step, Route route)
    {
        var fingerprint = after.Fingerprint;
        foreach (var done in after.SignOffs.Where(s => s.Fingerprint == fingerprint && s.Stage is "edit" or "sign-off"))
        {
            var own = after.Changes.Where(c => c.Person == done.Person).ToList();
            if (step is Accept or Deliver && done.Stage == step.Stage && !before.SignOffs.Contains(done))
                Assert.IsFalse(done.Stage == "sign-off" ? own.Count > 0 : own.Exists(c => c.Stage != "edit"), "four eyes");
        }

        if (after.Position(route) > route.WriteIndex)
            Assert.IsNotNull(after.Target, "a segment without a target never leaves the writer");
        if (after.Position(route) is var stands && stands < route.Stages.Length)
            Assert.IsFalse(after.SkipsStage(route.Stages[stands].Name), "nothing stands at a stage that it skips");
        if (after.Position(route) > before.Position(route))
            Assert.AreEqual(route.IndexOf(step.Stage), Math.Min(before.Position(route), route.IndexOf(step.Stage)), "no stage is skipped");
        if (before.Target is not null)
            Assert.IsNotNull(after.Target, "no step loses a text");
    }

    [TestMethod]
    public void A_gate_that_nobody_passed_is_not_done_whatever_later_stages_did()
    {
        var written = Walk(New(), Short, (new Deliver("translate", First), Mina), (new Accept("edit"), Jonas));
        Assert.AreEqual(0, written.Position(Full), "nobody cleared it");
        var cleared = Walk(written, Full, (new Accept("clearance"), Chief));
        Assert.AreEqual(Full.IndexOf("sign-off"), cleared.Position(Full), "what others did stays");
        var signedEarly = Route.Of("other", ["translate", "sign-off", "edit"]).Value!;
        Assert.AreEqual(1, written.Position(signedEarly));
    }

    [TestMethod]
    public void A_clearance_is_one_of_the_source_and_stays_when_words_are_taken_from_elsewhere_and_sent_back()
    {
        var cleared = Walk(New(), Full, (new Accept("clearance"), Chief));
        var reused = cleared with { Target = First, SignOffs = [.. cleared.SignOffs, new SignOff("translate", "noa", SegmentWork.FingerprintOf(cleared.Source, First))] };
        Assert.AreEqual(Full.IndexOf("edit"), reused.Position(Full));
        Assert.AreEqual("chief", reused.SignOffAt("clearance")?.Person);
        Assert.AreEqual(Full.IndexOf("translate"), Walk(reused, Full, (new SendBack("edit", "It is stiff."), Jonas)).Position(Full));
    }

    [TestMethod]
    public void Whoever_clears_a_source_leaves_the_translator_the_former_words()
    {
        var changed = New() with { Candidate = First, CandidateSource = Content.Of("쌀값이 내렸다."), CandidateBy = [new Change("mina", "translate")] };
        Assert.AreEqual(First, Walk(changed, Full, (new Accept("clearance"), Chief)).Candidate);
    }

    private static SegmentWork New() => new("u1", 0, Content.Of("쌀값이 올랐다."));

    private static SegmentWork Walk(SegmentWork segment, Route route, params (StageEvent Step, Actor Actor)[] steps)
    {
        foreach (var (step, actor) in steps)
        {
            Assert.IsTrue(StageMachine.Next(segment, step, actor, route).Try(out var next, out var refusal), refusal?.ToString());
            segment = next!;
        }

        return segment;
    }

    private static string? Refused(SegmentWork segment, StageEvent step, Actor actor, Route route) =>
        StageMachine.Next(segment, step, actor, route).Refusal?.Code;
}
