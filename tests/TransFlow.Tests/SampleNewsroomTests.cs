using TransFlow.Core.Tests.Newsroom;
using TransFlow.Tests.Newsroom;

namespace TransFlow.Tests;

[TestClass]
public sealed class SampleNewsroomTests
{
    private static IEnumerable<string[]> Articles => Sample.Articles.Select(a => new[] { a });

    [TestMethod]
    public void The_files_in_the_drop_box_are_made_from_the_parallel_articles()
    {
        var differing = new List<string>();
        foreach (var (name, bytes) in SampleReturns.Files)
        {
            var there = Path.Combine(TestNewsroom.SampleFolder, "translations", "returned", name);
            var made = Path.Combine(AppContext.BaseDirectory, name);
            File.WriteAllBytes(made, bytes);
            if (!File.Exists(there) || !File.ReadAllBytes(there).AsSpan().SequenceEqual(bytes))
                differing.Add(made);
        }

        Assert.IsEmpty(differing, $"If these should be the sample's returns, copy them to translations/returned: {string.Join(' ', differing)}");
    }

    [TestMethod]
    public async Task The_first_run_publishes_one_edition_holds_one_at_the_editor_and_hands_out_the_rest()
    {
        using var room = new TestNewsroom(withReturns: true);
        var before = room.Snapshot();
        await room.Do("run", "--once");

        StringAssert.Contains(room.Out, "This pass: 4 taken in, 10 handed out, 3 returned, 1 published.", StringComparison.Ordinal);
        Assert.AreEqual("published", await room.Stage("autumn-rice-prices"));
        Assert.AreEqual("edit", await room.Stage("sinuiju-customs-trucks"));
        foreach (var (article, language) in new[] { ("envoys-phone-talks", "en"), ("school-firewood-quota", "en"), ("autumn-rice-prices", "ja"), ("sinuiju-customs-trucks", "ja") })
        {
            Assert.AreEqual("translate", await room.Stage(article, language));
            Assert.IsTrue(room.Exists($"translations/{language}/translate/{article}.xlf"));
        }

        Assert.IsTrue(room.Exists("translations/en/edit/sinuiju-customs-trucks.xlf"));
        Assert.IsFalse(room.Exists("translations/en/translate/sinuiju-customs-trucks.xlf"), "what has moved on is no longer to be translated");
        var after = room.Snapshot();
        foreach (var (file, bytes) in before)
            Assert.AreEqual(bytes, after.GetValueOrDefault(file), $"the run changed {file}");
    }

    [TestMethod]
    public async Task A_second_run_does_nothing()
    {
        using var room = new TestNewsroom(withReturns: true);
        await room.Do("run", "--once");
        var before = room.Snapshot();
        await room.Do("run", "--once");

        StringAssert.StartsWith(room.Out, "Nothing new.", StringComparison.Ordinal);
        CollectionAssert.AreEqual(before, room.Snapshot());
    }

    [TestMethod]
    [DynamicData(nameof(Articles))]
    public async Task The_published_page_equals_the_parallel_article(string article)
    {
        using var room = new TestNewsroom();
        await room.Do("run", "--once");
        room.Write("translations/returned/theirs.xlf", SampleReturns.Translated(article));
        await room.Do("run", "--once");
        room.Write("translations/returned/back from the desk.xliff", SampleReturns.Edited(article));
        await room.Do("run", "--once");

        Assert.AreEqual("published", await room.Stage(article));
        PublishedText.AssertSame(Sample.Parallel(article), room.Read($"translations/published/en/{article}.en.md"));
    }
}
