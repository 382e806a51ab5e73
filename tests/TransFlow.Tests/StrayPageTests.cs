using System.Text;
using TransFlow.Core;
using TransFlow.Core.Ports;
using TransFlow.Core.Protection;
using TransFlow.Core.Publishing;
using TransFlow.Engine.Files;
using TransFlow.Engine.Jobs;
using TransFlow.Engine.Store;
using TransFlow.Tests.Newsroom;

namespace TransFlow.Tests;

/// <summary>Pages that were written, and the word that they are live was not.</summary>
[TestClass]
public sealed class StrayPageTests
{
    private const string Story = "autumn-rice-prices";
    private const string Page = $"translations/published/en/{Story}.en.md";

    [TestMethod]
    public async Task Who_holds_an_edition_while_its_page_is_written_keeps_the_page_in()
    {
        using var room = await Ready();
        Assert.IsNotNull(await PublishAnd(room, () => room.Do("hold", Story, "-l", "en", "--reason", "The lawyers read it.", "--as", "jonas")));
        Assert.IsFalse(room.Exists(Page), "it is taken back at once");
        await room.Do("release", Story, "-l", "en");
        await room.Do("publish", Story, "-l", "en");
        Assert.IsTrue(room.Exists(Page));
    }

    [TestMethod]
    [DataRow("hold")]
    [DataRow("retract")]
    [DataRow("embargo")]
    public async Task What_became_of_an_edition_after_the_program_was_killed_over_its_page_holds_for_the_page(string act)
    {
        using var room = await Ready();
        await Assert.ThrowsExactlyAsync<KilledException>(() => PublishAnd(room, () => throw new KilledException()));
        Assert.IsTrue(room.Exists(Page));
        if (act == "hold")
            await room.Do("hold", Story, "-l", "en", "--reason", "The lawyers read it.", "--as", "jonas");
        else if (act == "embargo")
            await room.Do("embargo", Story, "-l", "en", "--until", "2099-01-01 09:00", "--as", "jonas");
        else
            await RetractByTwo(room);
        if (act != "retract")
            await room.Do("run", "--once");
        Assert.IsFalse(room.Exists(Page));
    }

    [TestMethod]
    public async Task What_nothing_keeps_is_published_after_all()
    {
        using var room = await Ready();
        await Assert.ThrowsExactlyAsync<KilledException>(() => PublishAnd(room, () => throw new KilledException()));
        var page = room.Read(Page);
        await room.Do("run", "--once");
        Assert.AreEqual(("published", page), (await room.Stage(Story), room.Read(Page)));
    }

    [TestMethod]
    public async Task Of_a_correction_that_was_opened_again_readers_get_back_the_page_before_it()
    {
        using var room = await Ready();
        await room.Do("publish", Story, "-l", "en");
        var live = room.Read(Page);
        await Correct(room, "First");
        await Assert.ThrowsExactlyAsync<KilledException>(() => PublishAnd(room, () => throw new KilledException()));
        Assert.AreNotEqual(live, room.Read(Page));
        await Open(room);
        await room.Do("run", "--once");
        Assert.AreEqual(live, room.Read(Page));
        await room.Do("history", Story, "--json");
        Assert.DoesNotContain("published-file-changed", room.Out, "nobody changed it by hand");
        await room.Do("check");
    }

    [TestMethod]
    public async Task A_page_that_a_thawed_worker_writes_over_a_tombstone_while_the_store_is_away_goes_at_the_next_pass()
    {
        using var room = await Ready();
        await room.Do("publish", Story, "-l", "en");
        await Correct(room, "First");
        var page = "";
        await Assert.ThrowsExactlyAsync<KilledException>(() => PublishAnd(room, () =>
        {
            page = room.Read(Page);
            throw new KilledException();
        }));
        await RetractByTwo(room);
        Assert.Contains("retracted:", room.Read(Page));
        room.Write(Page, page);
        await room.Do("run", "--once");
        Assert.Contains("retracted:", room.Read(Page));
        Assert.AreEqual("retracted", await room.Stage(Story));
    }

    [TestMethod]
    public async Task A_page_that_a_thawed_worker_writes_over_a_newer_one_gives_way_even_while_the_next_correction_is_under_way()
    {
        using var room = await Ready(StoreKind.Postgres);
        await room.Do("publish", Story, "-l", "en");
        await Correct(room, "Second");
        using var one = room.Open(TimeProvider.System);
        var (old, newer) = ("", "");
        var publish = new Publish(one.Room, new Before(room.PathOf(Page), Publisher(one), async () =>
        {
            room.Execute("SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' AND classid = hashtext(current_schema())::oid AND objid = hashtext('step/publish')::oid");
            await Correct(room, "Third");
            await room.Do("publish", Story, "-l", "en");
            newer = room.Read(Page);
            await Open(room);
        }, p => old = p));
        using (var turn = (await one.Room.Turn(publish.Name, TimeSpan.FromMinutes(1), CancellationToken.None)).Value)
            Assert.IsNotNull(await publish.One(one.Store.Edition(Story, "en")!, CancellationToken.None));
        Assert.Contains("Second", old);
        Assert.Contains("Third", newer);
        Assert.AreEqual(newer, room.Read(Page));
    }

    private static async Task<TestNewsroom> Ready(StoreKind store = StoreKind.Sqlite)
    {
        var room = new TestNewsroom(store: store);
        await room.Do("run", "--once");
        room.Write($"translations/en/translate/{Story}.xlf", SampleReturns.Translated(Story));
        await room.Do("run", "--once");
        await room.Do("accept", Story, "-l", "en");
        return room;
    }

    private static Task Open(TestNewsroom room) => room.Do("correct", Story, "-l", "en", "--unit", "01-title", "--reason", "A slip.", "--kind", "silent", "--as", "jonas");

    /// <summary>A correction that is through its stages.</summary>
    private static async Task Correct(TestNewsroom room, string title)
    {
        await Open(room);
        using var newsroom = room.Open(TimeProvider.System);
        var segment = newsroom.Store.Edition(Story, "en")!.Edition.Segments[0];
        Assert.IsNull(newsroom.SegmentActs.Save(Story, "en", "jonas", new SegmentPlace(segment.UnitId, segment.Index, segment.Fingerprint), title, finish: true).Refusal);
    }

    private static async Task RetractByTwo(TestNewsroom room)
    {
        await room.Do("retract", Story, "--reason", "It is wrong.", "--as", "jonas");
        await room.Do("retract", Story, "--as", "ren");
    }

    private static Engine.Adapters.FolderPublisher Publisher(Engine.Newsroom newsroom) => new Engine.Adapters.FolderPublisher(newsroom.Settings.PublishFolder, TimeProvider.System);

    /// <summary>Publishes, and does something between the page and the word that it is live.</summary>
    private static async Task<Refusal?> PublishAnd(TestNewsroom room, Func<Task> meanwhile)
    {
        using var newsroom = room.Open(TimeProvider.System);
        var publish = new Publish(newsroom.Room, new After(Publisher(newsroom), meanwhile));
        using var turn = (await newsroom.Room.Turn(publish.Name, TimeSpan.FromMinutes(1), CancellationToken.None)).Value;
        return await publish.One(newsroom.Store.Edition(Story, "en")!, CancellationToken.None);
    }

    private sealed class KilledException : Exception;

    private sealed class After(IPublisher publisher, Func<Task> meanwhile) : IPublisher
    {
        public async Task<Outcome<string>> Publish(Cleared<Publication> publication, CancellationToken cancellationToken)
        {
            var outcome = await publisher.Publish(publication, cancellationToken);
            await meanwhile();
            return outcome;
        }
    }

    /// <summary>Is frozen between its last look and its writing, the first time.</summary>
    private sealed class Before(string path, IPublisher publisher, Func<Task> meanwhile, Action<string> written) : IPublisher
    {
        private bool _isThawed;

        public async Task<Outcome<string>> Publish(Cleared<Publication> publication, CancellationToken cancellationToken)
        {
            if (!_isThawed)
            {
                _isThawed = true;
                await meanwhile();
                written(publication.Payload.Markdown);
                AtomicFile.Write(path, Encoding.UTF8.GetBytes(publication.Payload.Markdown));
                return Digest.Of(Encoding.UTF8.GetBytes(publication.Payload.Markdown));
            }

            return await publisher.Publish(publication, cancellationToken);
        }
    }
}
