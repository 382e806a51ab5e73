using System.Text.RegularExpressions;
using TransFlow.Engine.Store;
using TransFlow.Tests.Newsroom;

namespace TransFlow.Tests;

/// <summary>Several workers on one PostgreSQL store and one exchange room.</summary>
[TestClass]
public sealed partial class SharedWorkTests
{
    private const int Stories = 40;

    [TestMethod]
    public async Task Two_workers_share_the_work_and_do_nothing_twice()
    {
        var quiet = await Undisturbed.Work(Stories);
        using var room = new TestNewsroom(withReturns: true, StoreKind.Postgres);
        room.WorkEverySecond();
        using var one = NewsroomProcess.Start(room, "run");
        using var other = NewsroomProcess.Start(room, "run");
        await NewsroomProcess.Until(() => one.Error.Contains("Working", StringComparison.Ordinal) && other.Error.Contains("Working", StringComparison.Ordinal), "started");
        Many.Articles(room, Stories);
        await NewsroomProcess.Until(() => quiet.Translations.Count == Count(room, "translations/en/translate"), "all handed out to translators");
        Undisturbed.Lay(room, quiet.Translations);
        await NewsroomProcess.Until(() => quiet.Edits.Count == Count(room, "translations/en/edit"), "all handed out to editors");
        Undisturbed.Lay(room, quiet.Edits);
        await NewsroomProcess.Until(() => quiet.Edits.Count == Count(room, "translations/published/en"), "all published");
        foreach (var worker in new[] { one, other })
        {
            worker.Terminate();
            Assert.AreEqual(0, await worker.Code(), worker.Error);
            Assert.IsTrue(Happened().IsMatch(worker.Error), "each of them did something");
        }

        await quiet.AssertSame(room);
    }

    [TestMethod]
    public async Task When_a_worker_dies_amid_its_work_another_does_the_rest()
    {
        using var room = new TestNewsroom(store: StoreKind.Postgres);
        room.WorkEverySecond();
        using var one = NewsroomProcess.Start(room, "run");
        await NewsroomProcess.Until(() => one.Error.Contains("article-taken-in", StringComparison.Ordinal), "the first is at work");
        using var other = NewsroomProcess.Start(room, "run");
        await NewsroomProcess.Until(() => other.Error.Contains("Working", StringComparison.Ordinal), "the second is there");
        Many.Articles(room, Stories);
        await NewsroomProcess.Until(() => Count(room, "translations/en/translate") > 0, "in the midst of it");
        await one.Kill();
        await NewsroomProcess.Until(() => Count(room, "translations/en/translate") == Stories, "all handed out");
        other.Terminate();
        Assert.AreEqual(0, await other.Code(), other.Error);
    }

    private static int Count(TestNewsroom room, string folder) =>
        Directory.Exists(room.PathOf(folder)) ? Directory.GetFiles(room.PathOf(folder), "story-*").Length : 0;

    [GeneratedRegex("Z (article-taken-in|handed-out|returned|published): ")]
    private static partial Regex Happened();
}
