using System.Text.Json.Nodes;
using TransFlow.Tests.Newsroom;

namespace TransFlow.Tests;

/// <summary>What was done, in figures and in words.</summary>
[TestClass]
public sealed class StatsTests
{
    private const string Story = "envoys-phone-talks";

    [TestMethod]
    public async Task Stages_are_timed_in_working_hours_and_what_is_live_is_counted()
    {
        using var room = await Worked();
        await room.Do("stats", "-l", "en", "--json");
        var stats = JsonNode.Parse(room.Out)!;
        var stages = stats["turnaround"]!.AsArray().Select(t => $"{t!["stage"]} {t["count"]} {t["median"]!.ToString()[..2]}").ToList();
        CollectionAssert.AreEqual(new[] { "edit 1 03", "translate 1 08" }, stages);
        var text = stats["texts"]!.AsArray().Single()!;
        Assert.AreEqual(1, (int)text["editions"]!);
        Assert.IsGreaterThan((int)text["source"]!["words"]!, (int)text["target"]!["words"]!);
        Assert.IsGreaterThan(500, (int)text["source"]!["characters"]!);

        await room.Do("stats");
        StringAssert.Contains(room.Out, "Source eojeol", StringComparison.Ordinal);
        StringAssert.Contains(room.Out, "8:", StringComparison.Ordinal);
        await room.Do("stats", "--to", "2026-03-01");
        StringAssert.Contains(room.Out, "Nothing was finished", StringComparison.Ordinal);
        await room.Refused("stats", "--from", "March");
    }

    [TestMethod]
    public async Task What_is_late_and_what_was_late_are_told()
    {
        using var room = await Worked();
        room.Later(TimeSpan.FromDays(10));
        await room.Do("run", "--once");
        await room.Do("stats", "--json");
        var stats = JsonNode.Parse(room.Out)!;
        Assert.HasCount(7, stats["late"]!.AsArray());
        Assert.AreEqual(7, stats["overdue"]!.AsArray().Sum(o => (int)o!["jobs"]!));
        await room.Do("status", "--json");
        Assert.AreEqual(7, JsonNode.Parse(room.Out)!["editions"]!.AsArray().Count(e => (bool)e!["isLate"]!), "the same as the table says");
    }

    [TestMethod]
    public async Task The_history_is_told_in_sentences_by_the_newsrooms_clock()
    {
        using var room = await Worked();
        await room.Do("send-back", Story, "-l", "en", "--unit", "01-title", "--reason", "Name both.");
        await room.Do("history", Story);
        foreach (var sentence in new[] { "When (Asia/Seoul)", "took the article in: 29 units", "gave translate to mina", "it reached edit from translate", "accepted 42 segments at edit", "published envoys-phone-talks.en.md, revision 1", "back from edit: Name both." })
            StringAssert.Contains(room.Out, sentence, StringComparison.Ordinal);
        StringAssert.Contains(room.Out, "2026-03-02 18:00", StringComparison.Ordinal);
    }

    /// <summary>A newsroom that works from nine to six in Seoul; a story took eight working hours to translate and three to edit.</summary>
    private static async Task<TestNewsroom> Worked()
    {
        var room = new TestNewsroom();
        room.Set("\"calendar\": { \"timeZone\": \"Asia/Seoul\", \"days\": [\"mon\", \"tue\", \"wed\", \"thu\", \"fri\"], \"hours\": \"09:00-18:00\" },\n  \"stages\": { \"translate\": { \"due\": \"18:00\" } }");
        await room.Do("run", "--once");
        room.Later(TimeSpan.FromHours(23.4));
        room.Write($"translations/en/translate/{Story}.xlf", SampleReturns.Translated(Story));
        await room.Do("run", "--once");
        room.Later(TimeSpan.FromHours(18.1));
        await room.Do("accept", Story, "-l", "en");
        await room.Do("run", "--once");
        return room;
    }
}
