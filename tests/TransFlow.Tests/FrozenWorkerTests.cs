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

/// <summary>Workers on PostgreSQL of which one neither works nor dies.</summary>
[TestClass]
public sealed class FrozenWorkerTests
{
    private const string Story = "autumn-rice-prices";

    [TestMethod]
    public async Task A_frozen_worker_keeps_neither_the_others_nor_a_retraction_from_its_step_and_does_no_harm_when_it_wakes()
    {
        using var room = new TestNewsroom(store: StoreKind.Postgres);
        await room.Do("run", "--once");
        room.WorkEverySecond();
        using var frozen = NewsroomProcess.Start(room, "run");
        await NewsroomProcess.Until(() => frozen.Error.Contains("Working", StringComparison.Ordinal), "the first is at work", frozen);
        await FreezeAmid(room, frozen, "publish");
        using var other = NewsroomProcess.Start(room, "run");
        await NewsroomProcess.Until(() => other.Error.Contains("Working", StringComparison.Ordinal), "the second is at work", other);
        foreach (var (person, reason) in new[] { ("jonas", "It is wrong."), ("ren", "") })
        {
            using var key = NewsroomProcess.Start(room, "retract", Story, "--reason", reason, "--as", person);
            Assert.AreEqual(0, await key.Code(), key.Error);
        }

        Many.Article(room, 1);
        await NewsroomProcess.Until(() => room.Exists("translations/en/translate/story-001.xlf"), "the others go on", other);
        frozen.Thaw();
        Many.Article(room, 2);
        await NewsroomProcess.Until(() => room.Exists("translations/en/translate/story-002.xlf"), "all go on", other);
        foreach (var worker in new[] { frozen, other })
        {
            worker.Terminate();
            Assert.AreEqual(0, await worker.Code(), worker.Error);
        }

        Assert.AreEqual("retracted", await room.Stage(Story));
    }

    [TestMethod]
    [DataRow(true)]
    [DataRow(false)]
    public async Task A_page_that_a_thawed_worker_writes_over_what_others_published_meanwhile_gives_way_again(bool wasLive)
    {
        using var room = new TestNewsroom(store: StoreKind.Postgres);
        await room.Do("run", "--once");
        room.Write($"translations/en/translate/{Story}.xlf", SampleReturns.Translated(Story));
        await room.Do("run", "--once");
        await room.Do("accept", Story, "-l", "en");
        if (wasLive)
        {
            await room.Do("publish", Story, "-l", "en");
            await room.Do("correct", Story, "-l", "en", "--reason", "A slip.", "--kind", "silent", "--as", "jonas");
        }

        await room.Do("retract", Story, "--reason", "It is wrong.", "--as", "jonas");
        using var one = room.Open(TimeProvider.System);
        using var other = room.Open(TimeProvider.System);
        var path = room.PathOf($"translations/published/en/{Story}.en.md");
        var publish = new Publish(one.Room, new Late(path, async () =>
        {
            room.Execute("SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' AND classid = hashtext(current_schema())::oid AND objid = hashtext('step/publish')::oid");
            Assert.IsNull((await other.Corrections.Retract(Story, "", "ren", CancellationToken.None)).Refusal);
        }, new Engine.Adapters.FolderPublisher(one.Settings.PublishFolder, TimeProvider.System)));
        using (var turn = (await one.Room.Turn(publish.Name, TimeSpan.FromMinutes(1), CancellationToken.None)).Value)
            Assert.IsNotNull(await publish.One(one.Store.Edition(Story, "en")!, CancellationToken.None));
        if (wasLive)
            StringAssert.Contains(File.ReadAllText(path), "retracted:", StringComparison.Ordinal);
        else
            Assert.IsFalse(File.Exists(path));
        Assert.AreEqual("retracted", await room.Stage(Story));
    }

    /// <summary>Freezes a worker while it has the turn at a step.</summary>
    private static async Task FreezeAmid(TestNewsroom room, NewsroomProcess worker, string step)
    {
        while (true)
        {
            worker.Freeze();
            if (room.Ask<bool>($"SELECT EXISTS (SELECT 1 FROM pg_locks l JOIN pg_stat_activity a ON a.pid = l.pid WHERE l.locktype = 'advisory' AND l.classid = hashtext(current_schema())::oid AND l.objid = hashtext('step/{step}')::oid AND a.application_name LIKE 'process {worker.Id} on %')"))
                return;
            worker.Thaw();
            await Task.Delay(5);
        }
    }

    /// <summary>Publishes like a worker that was frozen between its last look and its writing, the first time.</summary>
    private sealed class Late(string path, Func<Task> meanwhile, IPublisher publisher) : IPublisher
    {
        private bool _isThawed;

        public async Task<Outcome<string>> Publish(Cleared<Publication> publication, CancellationToken cancellationToken)
        {
            if (_isThawed)
                return await publisher.Publish(publication, cancellationToken);
            _isThawed = true;
            await meanwhile();
            var bytes = Encoding.UTF8.GetBytes(publication.Payload.Markdown);
            AtomicFile.Write(path, bytes);
            return Digest.Of(bytes);
        }
    }
}
