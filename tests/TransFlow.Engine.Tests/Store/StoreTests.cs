using System.Collections.Immutable;
using TransFlow.Core;
using TransFlow.Core.Segments;
using TransFlow.Core.Stages;
using TransFlow.Engine.Store;
using TransFlow.Engine.Tests.Store.Rooms;

namespace TransFlow.Engine.Tests.Store;

/// <summary>What every store has to keep to; each kind of store runs all of it.</summary>
public abstract class StoreTests
{
    internal static readonly DateTimeOffset At = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
    private static readonly Route Default = Route.Of("default", ["translate", "edit"]).Value!;

    [TestMethod]
    public void What_is_committed_is_there_after_opening_again()
    {
        using var room = Room();
        room.Open().Commit(New("a"), At);
        var store = room.Open();

        Assert.AreEqual(new ArticleRow("a", "a.ko.md", "00", 1), store.Articles().Single());
        var revision = store.Revision("a", 1)!;
        CollectionAssert.AreEqual("가"u8.ToArray(), revision.Source);
        CollectionAssert.AreEqual(new[] { "u1" }, revision.UnitIds.ToArray());
        Assert.AreEqual(new StandingText("network", "글"), revision.Standing.Single());
        Assert.AreEqual("u1", store.Edition("a", "en")!.Edition.Segments.Single().UnitId);
        Assert.AreEqual(1, store.Edition("a", "en")!.Version);
        Assert.AreEqual("taken-in", store.Events().Single().Event.Kind);
        Assert.AreEqual(At, store.Events().Single().At);
    }

    [TestMethod]
    public void A_commit_on_something_that_has_changed_since_changes_nothing_at_all()
    {
        using var room = Room();
        var store = room.Open();
        store.Commit(New("a"), At);
        var seen = store.Edition("a", "en")!;
        Assert.IsTrue(store.Commit(new Changes { Editions = [(seen.Edition with { Hold = "first" }, seen.Version)] }, At));

        var late = New("b") with { Editions = [.. New("b").Editions, (seen.Edition with { Hold = "second" }, seen.Version)] };
        Assert.IsFalse(store.Commit(late, At));
        Assert.AreEqual("first", store.Edition("a", "en")!.Edition.Hold);
        Assert.IsNull(store.Edition("b", "en"));
        Assert.HasCount(1, store.Articles());
        Assert.HasCount(1, store.Events());
    }

    [TestMethod]
    public void An_article_that_another_took_in_first_is_not_taken_twice()
    {
        using var room = Room();
        var store = room.Open();
        Assert.IsTrue(store.Commit(New("a"), At));
        Assert.IsFalse(store.Commit(New("a"), At));
        Assert.HasCount(1, store.Events());
    }

    [TestMethod]
    public void Of_many_at_once_nothing_is_lost_and_the_chain_holds()
    {
        using var room = Room();
        room.Open().Commit(New("a"), At);
        const int Each = 25;
        Parallel.For(0, 4, worker =>
        {
            var store = room.Open();
            for (var done = 0; done < Each;)
            {
                var seen = store.Edition("a", "en")!;
                var changes = new Changes { Editions = [(seen.Edition with { Round = seen.Edition.Round + 1 }, seen.Version)], Events = [Event.Of("counted", "a", "en", $"worker-{worker}")] };
                done += store.Commit(changes, At) ? 1 : 0;
            }
        });

        var after = room.Open();
        Assert.AreEqual(4 * Each, after.Edition("a", "en")!.Edition.Round);
        Assert.HasCount((4 * Each) + 1, after.Events());
        Assert.IsNull(EventChain.Break(after));
    }

    [TestMethod]
    [DataRow("UPDATE event SET actor = 'somebody' WHERE number = 2", 2L)]
    [DataRow("DELETE FROM event WHERE number = 2", 3L)]
    [DataRow("UPDATE event SET at = '2020-01-01T00:00:00.000Z' WHERE number = 1", 1L)]
    [DataRow("UPDATE event SET number = -number; UPDATE event SET number = CASE number WHEN -1 THEN 2 WHEN -2 THEN 1 ELSE -number END", 1L)]
    [DataRow("UPDATE event SET details = '{\"reason\":\"x\"}' WHERE number = 3", 3L)]
    [DataRow("DELETE FROM event WHERE number = 3", 3L)]
    [DataRow("DELETE FROM event", 1L)]
    public void A_record_that_was_changed_from_outside_no_longer_adds_up(string sql, long number)
    {
        using var room = Room();
        var store = room.Open();
        foreach (var article in new[] { "a", "b", "c" })
            store.Commit(New(article), At);
        Assert.IsNull(EventChain.Break(store));

        room.Execute(sql);

        Assert.AreEqual(number, EventChain.Break(store));
    }

    [TestMethod]
    public void A_store_of_a_newer_version_is_refused()
    {
        using var room = Room();
        room.Open().Dispose();
        room.Execute(SetVersion(99));
        Assert.Contains("newer version", Assert.ThrowsExactly<InvalidDataException>(room.Open).Message);
    }

    [TestMethod]
    public void Rows_are_in_the_order_of_code_points()
    {
        using var room = Room();
        using var store = room.Open();
        string[] ids = ["Z", "_", "a", "a-b", "aB", "a_b", "ab", "é", "가", "\U00020000"];
        foreach (var id in ids.Reverse())
            store.Commit(New(id), At);
        CollectionAssert.AreEqual(ids, store.Articles().Select(a => a.Id).ToArray());
        CollectionAssert.AreEqual(ids, store.Heads().Select(h => h.Article).ToArray());
    }

    [TestMethod]
    public void Everything_comes_back_as_it_was_put()
    {
        using var room = Room();
        using var store = room.Open();
        store.Commit(New("a"), At);
        var seen = store.Edition("a", "en")!;
        var live = seen.Edition with { Hold = "“기다려” 'now'", Parked = "no; disk", Live = new LiveEdition("ff", "a.en.md", "00", At), Round = 3 };
        var package = new PackageRow("tf-1", "a", "en", "translate", 1, 3, "en/translate/a.xlf", [0, 255, 1], At);
        var quarantined = new QuarantineRow("b.ko.md", "11", "why\nand how", "b.ko.md", At.AddMilliseconds(7));
        Assert.IsTrue(store.Commit(new Changes { Editions = [(live, 1)], Packages = [package], Returns = [new ReturnRow("22", "returned/a.xlf", "tf-1", "taken", At)], Quarantined = [quarantined], Core = "one" }, At));

        Assert.AreEqual(EditionHead.Of(live, 2), store.Heads().Single());
        Assert.AreEqual(package with { Xliff = [] }, store.Package("tf-1")! with { Xliff = [] }, "compared without its bytes, which compare by reference");
        CollectionAssert.AreEqual(package.Xliff, store.Packages("a", "en").Single().Xliff);
        Assert.AreEqual((3, "tf-1"), (store.PackageHeads().Single().Round, store.PackageHeads().Single().Token));
        Assert.AreEqual(quarantined, store.Quarantine().Single());
        Assert.AreEqual((true, false, true, false), (store.IsReturned("22", "returned/a.xlf"), store.IsReturned("22", "returned/b.xlf"), store.IsTaken("22"), store.IsTaken("23")));
        Assert.AreEqual((("tf-1", "taken"), null), ((store.Returned("22", "returned/a.xlf")!.Token, store.Returned("22", "returned/a.xlf")!.Outcome), store.Returned("22", "returned/b.xlf")));
        Assert.AreEqual("one", store.Core());
        Assert.IsNull(store.Package("tf-2"));
        Assert.IsNull(store.Revision("a", 2));

        Assert.IsTrue(store.Commit(new Changes { Packages = [package with { Revision = 2 }], Lifted = ["b.ko.md"], Core = "two" }, At));
        Assert.AreEqual(2, store.PackageHeads().Single().Revision);
        Assert.IsEmpty(store.Quarantine());
        Assert.AreEqual("two", store.Core());
    }

    [TestMethod]
    public void What_is_live_as_it_is_is_not_open_and_packages_can_be_asked_for_by_edition()
    {
        using var room = Room();
        using var store = room.Open();
        foreach (var id in new[] { "a", "b", "c", "d" })
            store.Commit(New(id), At);
        Edition Finished(string id) => Signed(store.Edition(id, "en")!.Edition);
        var ready = Finished("b");
        var live = Finished("c") with { Live = new LiveEdition(Finished("c").Fingerprint, "c.md", "00", At) };
        var behind = Finished("d") with { Live = new LiveEdition("an older form", "d.md", "00", At) };
        store.Commit(new Changes { Editions = [(ready, 1), (live, 1), (behind, 1)], Packages = [Package("1", "a"), Package("2", "a"), Package("3", "b")] }, At);
        Assert.AreEqual("a b d", string.Join(' ', store.Heads(onlyOpen: true).Select(h => h.Article)));
        Assert.AreEqual("a b c d", string.Join(' ', store.Heads().Select(h => h.Article)));
        Assert.AreEqual("2 1", string.Join(' ', store.PackageHeads("a", "en").Select(p => p.Token)));
        Assert.AreEqual((3, 0), (store.PackageCount(), store.PackageHeads("c", "en").Length));
    }

    private static Edition Signed(Edition edition) => edition with { Segments = [.. edition.Segments.Select(s => s with { SignOffs = [new SignOff("edit", "jonas", s.Fingerprint)] })] };

    private static PackageRow Package(string token, string article) => new(token, article, "en", "translate", 1, 0, $"en/translate/{article}.xlf", [1], At);

    [TestMethod]
    public void A_page_is_outgoing_until_it_is_known_to_have_arrived()
    {
        using var room = Room();
        using var store = room.Open();
        store.Commit(new Changes { Outgoing = [new("en", "a.md", "2"), new("en", "a.md", "1"), new("en", "a.md", "5") { IsByHand = true }, new("en", "b.md", "3"), new("ja", "a.md", "4")] }, At);
        store.Commit(new Changes { Outgoing = [new("en", "a.md", "1")] }, At);
        Assert.AreEqual("1 2 5", string.Join(' ', store.Outgoing("en", "a.md")));
        Assert.AreEqual("1 2 3 4", string.Join(' ', store.Announced().Select(a => a.Sha256)));
        store.Commit(new Changes { Arrived = [new("en", "a.md", "2")] }, At);
        Assert.AreEqual("1  3 4", string.Join(' ', [.. store.Outgoing("en", "a.md"), "", .. store.Outgoing("en", "b.md"), .. store.Outgoing("ja", "a.md")]));
    }

    [TestMethod]
    public void What_waits_in_the_outbox_comes_back_as_it_was_put_and_leaves_when_it_is_told()
    {
        using var room = Room();
        using var store = room.Open();
        var row = new OutboxRow("hook", 3, 3, 2, At.AddMinutes(1)) { Problem = "“느리다”", IsParked = true };
        Assert.IsTrue(store.Commit(new Changes { Queued = [row, new("mail", 1, 9, 0, At), new("hook", 2, 2, 0, At)] }, At));
        Assert.AreEqual("hook 2, hook 3, mail 9", string.Join(", ", store.Outbox().Select(r => $"{r.Way} {r.Last}")));
        Assert.AreEqual(row, store.Outbox()[1]);
        Assert.IsTrue(store.Commit(new Changes { Queued = [row with { Problem = null, IsParked = false, Attempts = 0 }], Unqueued = [("hook", 2, 2), ("mail", 2, 9)] }, At));
        Assert.AreEqual((0, false, (string?)null), (store.Outbox()[0].Attempts, store.Outbox()[0].IsParked, store.Outbox()[0].Problem));
        Assert.HasCount(2, store.Outbox(), "what has another beginning by now is not what was told");
        Assert.IsTrue(store.Commit(new Changes { Queued = [new("mail", 9, 9, 0, At)] }, At));
        Assert.AreEqual(1, store.Outbox()[^1].First, "nothing that waits is lost by what is told again");
    }

    [TestMethod]
    public void Of_two_workers_that_put_the_same_events_into_the_outbox_one_is_turned_away()
    {
        using var room = Room();
        using var store = room.Open();
        Assert.IsNull(store.Feed("hook"));
        Assert.IsTrue(store.Commit(new Changes { Feeds = [(new FeedRow("hook", 4, At), null)] }, At));
        Assert.IsFalse(store.Commit(new Changes { Feeds = [(new FeedRow("hook", 4, At), null)] }, At));
        Assert.IsTrue(store.Commit(new Changes { Feeds = [(new FeedRow("hook", 7, At.AddHours(1)), 4)], Queued = [new("hook", 5, 5, 0, At)] }, At));
        Assert.IsFalse(store.Commit(new Changes { Feeds = [(new FeedRow("hook", 7, At), 4)], Queued = [new("hook", 6, 6, 0, At)] }, At));
        Assert.AreEqual(new FeedRow("hook", 7, At.AddHours(1)), store.Feed("hook"));
        Assert.IsTrue(store.Commit(new Changes { Feeds = [(new FeedRow("hook", 7, At) { LeaveUntil = At.AddHours(2) }, 7)] }, At));
        Assert.AreEqual(new FeedRow("hook", 7, At) { LeaveUntil = At.AddHours(2) }, store.Feed("hook"));
        Assert.AreEqual(5, store.Outbox().Single().Last);
    }

    [TestMethod]
    public void A_package_keeps_the_first_person_to_whom_it_went()
    {
        using var room = Room();
        using var store = room.Open();
        store.Commit(New("a"), At);
        var package = new PackageRow("tf-1", "a", "en", "translate", 1, 0, "en/translate/a.xlf", [1], At);
        store.Commit(new Changes { Packages = [package] }, At);
        store.Commit(new Changes { Packages = [package with { Person = "mina" }] }, At);
        store.Commit(new Changes { Packages = [package with { Person = "noa" }] }, At);
        Assert.AreEqual("mina", store.Package("tf-1")!.Person);
    }

    [TestMethod]
    public void Events_can_be_asked_for_by_article_language_and_number()
    {
        using var room = Room();
        using var store = room.Open();
        store.Commit(New("a"), At);
        store.Commit(New("b") with { Events = [Event.Of("one", "b", null, "x"), Event.Of("two", "b", "en", "x"), Event.Of("three", "b", "ja", "x")] }, At);
        Assert.AreEqual("taken-in one two three", Kinds(store.Events()));
        Assert.AreEqual("one two three", Kinds(store.Events("b")));
        Assert.AreEqual("one two", Kinds(store.Events("b", "en")));
        Assert.AreEqual("three", Kinds(store.Events(after: 3)));
        Assert.AreEqual("one two", Kinds(store.Events(after: 1, last: 3)));
        Assert.AreEqual(4, store.LastEvent());
    }

    [TestMethod]
    public void A_step_is_done_by_one_at_a_time_and_another_step_meanwhile()
    {
        using var room = Room();
        using var one = room.Open();
        using var other = room.Open();
        using var first = Turn(one, "collect").GetAwaiter().GetResult().Value!;
        var second = Turn(other, "collect");
        using (Turn(other, "publish").GetAwaiter().GetResult().Value)
            Assert.IsFalse(second.IsCompleted);

        first.Dispose();
        using var turn = second.GetAwaiter().GetResult().Value;
        Assert.IsNotNull(turn);
        using var stop = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));
        Assert.Throws<OperationCanceledException>(() => Turn(one, "collect", stop.Token).GetAwaiter().GetResult());
    }

    [TestMethod]
    public async Task Whoever_does_not_get_a_turn_in_time_is_told_so_and_may_have_another()
    {
        using var room = Room();
        using var one = room.Open();
        using var other = room.Open();
        using var first = (await Turn(one, "collect")).Value;
        var refusal = (await other.Locks.Turn("collect", TimeSpan.FromMilliseconds(200), TimeProvider.System, CancellationToken.None)).Refusal!;
        Assert.AreEqual("turn-taken", refusal.Code);
        StringAssert.Contains(refusal.Message, "'collect'", StringComparison.Ordinal);
        using var second = (await other.Locks.Turn("publish", TimeSpan.Zero, TimeProvider.System, CancellationToken.None)).Value;
        Assert.IsNotNull(second);
    }

    /// <summary>Takes a turn, however long that takes.</summary>
    private protected static Task<Outcome<StepTurn>> Turn(SqlStore store, string step, CancellationToken stop = default) => store.Locks.Turn(step, TimeSpan.FromMinutes(5), TimeProvider.System, stop);

    [TestMethod]
    public void Nobody_begins_to_work_on_a_store_that_somebody_has_alone_and_nobody_has_it_alone_while_one_works()
    {
        using var room = Room();
        using var one = room.Open();
        using var other = room.Open();
        using (one.Locks.Alone())
            Assert.IsNull(other.Locks.Work());
        using (one.Locks.Work())
            Assert.IsNull(other.Locks.Alone());
        using var alone = other.Locks.Alone();
        Assert.IsNotNull(alone);
    }

    private protected abstract StoreRoom Room();

    /// <summary>What sets the version of the tables.</summary>
    protected abstract string SetVersion(int version);

    private static string Kinds(ImmutableArray<EventRow> events) => string.Join(' ', events.Select(e => e.Event.Kind));

    [TestMethod]
    public void What_is_signed_off_is_found_by_its_words_and_by_what_stands_around_it_as_long_as_it_is_signed_off()
    {
        using var room = Room();
        var store = room.Open();
        var first = Signed("a", ("쌀값이 크게 올랐다", "Rice is dear"), ("추수가 끝났다", "The harvest is in"));
        var second = Signed("b", ("쌀값이 크게 올랐다", "Rice is dear"), ("봄이 온다", "Spring is coming"));
        foreach (var edition in new[] { first, second })
            Assert.IsTrue(store.Commit(New(edition.Article) with { Editions = [(edition, 0)] }, At));

        var words = Content.Of("쌀값이 크게 내렸다");
        CollectionAssert.AreEqual(new[] { "Rice is dear" }, store.Pairs("en", words).Select(p => p.Target.Text).ToList(), "each pair once");
        Assert.IsEmpty(store.Pairs("ja", words));
        Assert.AreEqual("a", store.InContext([SignedSegments.ContextOf(first, 0)]).Single().Article);
        CollectionAssert.AreEquivalent(new[] { "a", "b" }, store.OfSource([SignedSegments.SourceOf("en", Content.Of("쌀값이 크게 올랐다"))]).Select(p => p.Article).ToList());

        Assert.IsTrue(store.Commit(new Changes { Editions = [(first with { Segments = [first.Segments[0] with { Target = Content.Of("Rice costs more") }, first.Segments[1]] }, 1)] }, At));
        Assert.AreEqual("Rice is dear", store.Pairs("en", words).Single().Target.Text, "it still stands in another edition");
        Assert.IsTrue(store.Commit(new Changes { Editions = [(second with { Retraction = new Retraction("wrong", "a", "b", new DateOnly(2026, 3, 2)) }, 1)] }, At));
        Assert.IsEmpty(store.Pairs("en", words));
        Assert.AreEqual("The harvest is in", store.Pairs("en", Content.Of("추수가 끝났다")).Single().Target.Text);
    }

    [TestMethod]
    public void The_very_words_and_sentences_made_to_one_pattern_are_found_however_many_have_the_same_words()
    {
        using var room = Room();
        var store = room.Open();
        var pattern = Enumerable.Range(1, 250).Select(n => ($"쌀값이 {n}원 올랐다", $"Rice is up by {n} won"));
        Assert.IsTrue(store.Commit(New("a") with { Editions = [(Signed("a", [("올랐다 쌀값이", "Up it goes, the price of rice"), .. pattern]), 0)] }, At));

        Assert.Contains("Up it goes, the price of rice", store.Pairs("en", Content.Of("올랐다 쌀값이")).Select(p => p.Target.Text));
        var alike = store.Pairs("en", Content.Of("쌀값이 9999원 올랐다"));
        Assert.IsGreaterThan(0, alike.Count(p => p.Target.Text.StartsWith("Rice is up", StringComparison.Ordinal)));
        Assert.IsLessThan(50, alike.Length);
    }

    [TestMethod]
    public void What_an_older_version_signed_off_is_noted_once()
    {
        using var room = Room();
        var store = room.Open();
        Assert.IsTrue(store.Commit(New("a") with { Editions = [(Signed("a", ("쌀값이 크게 올랐다", "Rice is dear")), 0)] }, At));
        room.Execute("DELETE FROM signed");
        room.Execute("DELETE FROM pair");
        room.Execute("DELETE FROM pair_word");
        room.Execute("UPDATE edition SET signed = NULL");
        Assert.IsEmpty(store.Pairs("en", Content.Of("쌀값이 크게 올랐다")));
        Assert.AreEqual(1, store.Sign(10));
        Assert.AreEqual(0, store.Sign(10));
        Assert.HasCount(1, store.Pairs("en", Content.Of("쌀값이 크게 올랐다")));
    }

    private static Edition Signed(string article, params (string Source, string Target)[] pairs) => new(article, "en", 1, Default)
    {
        Segments = [.. pairs.Select((p, i) => new SegmentWork("u1", i, Content.Of(p.Source)) { Target = Content.Of(p.Target) }).Select(s => s with { SignOffs = [new SignOff("edit", "jonas", s.Fingerprint)] })],
    };

    internal static Changes New(string id) => new()
    {
        Articles = [(new ArticleRow(id, id + ".ko.md", "00", 1), 0)],
        Revisions = [new RevisionRow(id, 1, id + ".ko.md", "가"u8.ToArray(), ["u1"], [new StandingText("network", "글")], At)],
        Editions = [(new Edition(id, "en", 1, Default) { Segments = ImmutableArray.Create(new SegmentWork("u1", 0, Content.Of("가"))) }, 0)],
        Events = [Event.Of("taken-in", id, null, Event.Program)],
    };
}
