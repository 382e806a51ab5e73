using System.Text;
using TransFlow.Engine.Store;
using TransFlow.Tests.Newsroom;

namespace TransFlow.Tests;

/// <summary>Two people do something at the same moment.</summary>
[TestClass]
public sealed class SameMomentTests
{
    private const string Story = "envoys-phone-talks";

    private static readonly string[] Stories = ["autumn-rice-prices", Story, "school-firewood-quota", "sinuiju-customs-trucks"];

    [TestMethod]
    [DataRow(StoreKind.Sqlite)]
    [DataRow(StoreKind.Postgres)]
    public async Task Of_two_editors_who_decide_on_one_segment_at_the_same_moment_one_wins_and_the_other_is_told(StoreKind kind)
    {
        using var room = await Translated(kind);
        foreach (var story in Stories)
        {
            using var clock = new MeetingClock();
            using var one = room.Open(clock);
            using var other = room.Open(clock);
            var unit = one.Units(story, "en").Value![0].Name;
            var accept = Task.Run(() => one.Acts.Accept(story, "en", null, "jonas", []));
            var back = Task.Run(() => other.Acts.SendBack(story, "en", "jonas", [unit], "The name is wrong."));
            var refusals = new[] { (await accept).Refusal, (await back).Refusal }.OfType<Core.Refusal>().ToList();
            Assert.HasCount(1, refusals, story);
            Assert.AreEqual("overtaken", refusals[0].Code);
            StringAssert.Contains(refusals[0].Message, "jonas", StringComparison.Ordinal);
        }

        await room.Do("check");
    }

    [TestMethod]
    [DataRow(StoreKind.Sqlite)]
    [DataRow(StoreKind.Postgres)]
    public async Task An_article_is_retracted_between_two_publications_and_never_amid_one(StoreKind kind)
    {
        using var room = new TestNewsroom(store: kind);
        await room.Do("run", "--once");
        room.Write($"translations/en/translate/{Story}.xlf", SampleReturns.Translated(Story));
        await room.Do("run", "--once");
        await room.Do("accept", Story, "-l", "en");
        await room.Do("retract", Story, "--reason", "It is wrong.", "--as", "jonas");
        using var one = room.Open(TimeProvider.System);
        using var other = room.Open(TimeProvider.System);
        Task<Core.Outcome<System.Collections.Immutable.ImmutableArray<Core.Stages.Edition>>> retraction;
        using ((await one.Store.Locks.Turn("publish", TimeSpan.Zero, TimeProvider.System, CancellationToken.None)).Value)
        {
            retraction = Task.Run(() => other.Corrections.Retract(Story, "", "ren", CancellationToken.None));
            await Task.Delay(500);
            Assert.IsNull(one.Store.Edition(Story, "en")!.Edition.Retraction, "somebody publishes");
        }

        Assert.IsNull((await retraction).Refusal);
    }

    [TestMethod]
    [DataRow(StoreKind.Sqlite)]
    [DataRow(StoreKind.Postgres)]
    public async Task Of_a_publication_and_a_retraction_at_the_same_moment_no_word_of_the_article_stays(StoreKind kind)
    {
        using var room = await Translated(kind);
        foreach (var story in Stories)
        {
            await room.Do("accept", story, "-l", "en");
            await room.Do("retract", story, "--reason", "It is wrong.", "--as", "jonas");
            using var one = room.Open(TimeProvider.System);
            using var other = room.Open(TimeProvider.System);
            await Task.WhenAll(Task.Run(() => one.Acts.Publish(story, "en", CancellationToken.None)), Task.Run(() => other.Corrections.Retract(story, "", "ren", CancellationToken.None)));
            await room.Do("run", "--once");
            Assert.AreEqual("retracted", await room.Stage(story));
            var page = room.PathOf($"translations/published/en/{story}.en.md");
            if (File.Exists(page))
                StringAssert.Contains(File.ReadAllText(page), "retracted:", StringComparison.Ordinal);
        }

        await room.Do("check");
    }

    [TestMethod]
    public async Task A_file_that_two_save_at_once_is_taken_once_whole_and_as_it_was_last()
    {
        using var room = new TestNewsroom();
        await room.Do("run", "--once");
        var full = SampleReturns.Translated(Story);
        var other = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(full).Replace("<target>", "<target>Other: ", StringComparison.Ordinal));
        var place = room.PathOf($"translations/en/translate/{Story}.xlf");
        using var stop = new CancellationTokenSource();
        var savers = new[] { full, other }.Select(b => Task.Run(() => SaveAgainAndAgain(place, b, stop.Token))).ToArray();
        for (var i = 0; i < 3; i++)
            await room.Run("run", "--once");
        await stop.CancelAsync();
        await Task.WhenAll(savers);
        room.Write($"translations/en/translate/{Story}.xlf", full);
        await room.Do("run", "--once");
        Assert.AreEqual("edit", await room.Stage(Story));
        Assert.IsEmpty(await room.Quarantine());
        await room.Do("accept", Story, "-l", "en");
        await room.Do("run", "--once");
        Assert.DoesNotContain("Other: ", room.Read($"translations/published/en/{Story}.en.md"));
    }

    [TestMethod]
    [DataRow(StoreKind.Sqlite)]
    [DataRow(StoreKind.Postgres)]
    public async Task The_same_file_dropped_twice_under_two_names_while_two_take_returns_counts_once(StoreKind kind)
    {
        using var room = new TestNewsroom(store: kind);
        await room.Do("run", "--once");
        room.Environment["TRANSFLOW__EXCHANGE__AFTERTAKING"] = "remove";
        room.Write("translations/returned/one.xlf", SampleReturns.Translated(Story));
        room.Write("translations/returned/other.xlf", SampleReturns.Translated(Story));
        room.Write("one.xlf", SampleReturns.Translated(Story));
        using var pass = NewsroomProcess.Start(room, "run", "--once");
        using var hand = NewsroomProcess.Start(room, "return", "one.xlf");
        Assert.AreEqual(0, await pass.Code(), pass.Error);
        Assert.AreEqual(0, await hand.Code(), hand.Error);
        await room.Do("run", "--once");
        Assert.AreEqual("edit", await room.Stage(Story));
        await room.Do("history", Story, "--language", "en", "--json");
        Assert.HasCount(2, room.Out.Split("\"returned\""), "one event");
        Assert.IsEmpty(Directory.GetFiles(room.PathOf("translations/returned")), pass.Out + pass.Error + hand.Out + hand.Error);
    }

    [TestMethod]
    public async Task A_file_dropped_under_the_name_of_one_that_is_being_taken_is_not_lost()
    {
        using var room = new TestNewsroom();
        room.Environment["TRANSFLOW__EXCHANGE__AFTERTAKING"] = "remove";
        await room.Do("run", "--once");
        using var stop = new CancellationTokenSource();
        var passes = Task.Run(async () =>
        {
            while (!stop.IsCancellationRequested)
                await room.Run("run", "--once");
        });
        string[] articles = ["envoys-phone-talks", "school-firewood-quota", "sinuiju-customs-trucks", "autumn-rice-prices"];
        foreach (var article in articles)
        {
            room.Write("translations/returned/mail.xlf", SampleReturns.Translated(article));
            await NewsroomProcess.Until(() => room.Exists($"translations/en/edit/{article}.xlf"), article);
        }

        await stop.CancelAsync();
        await passes;
        foreach (var article in articles)
            Assert.AreEqual("edit", await room.Stage(article));
    }

    private static async Task SaveAgainAndAgain(string path, byte[] bytes, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            // As an editor does that truncates and writes: half a file is there for a while.
            await using (var file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.ReadWrite))
            {
                await file.WriteAsync(bytes.AsMemory(0, bytes.Length / 2), CancellationToken.None);
                await file.FlushAsync(CancellationToken.None);
                await Task.Delay(5, CancellationToken.None);
                await file.WriteAsync(bytes.AsMemory(bytes.Length / 2), CancellationToken.None);
            }

            await Task.Delay(20, CancellationToken.None);
        }
    }

    /// <summary>A clock at which two meet before either of them commits.</summary>
    private sealed class MeetingClock : TimeProvider, IDisposable
    {
        private readonly Barrier _meeting = new(2);
        private int _looks;

        public override DateTimeOffset GetUtcNow()
        {
            if (Interlocked.Increment(ref _looks) <= 2)
                _meeting.SignalAndWait(TimeSpan.FromSeconds(30));
            return System.GetUtcNow();
        }

        public void Dispose() => _meeting.Dispose();
    }

    /// <summary>A newsroom whose articles are with the editor.</summary>
    private static async Task<TestNewsroom> Translated(StoreKind kind)
    {
        var room = new TestNewsroom(store: kind);
        await room.Do("run", "--once");
        foreach (var story in Stories)
            room.Write($"translations/en/translate/{story}.xlf", SampleReturns.Translated(story));
        await room.Do("run", "--once");
        return room;
    }
}
