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
    public async Task What_is_said_of_a_month_stays_whatever_becomes_of_its_articles()
    {
        using var room = await Worked();
        async Task<string> Texts(params string[] days)
        {
            await room.Do(["stats", "-l", "en", "--json", .. days]);
            return JsonNode.Parse(room.Out)!["texts"]!.ToJsonString();
        }

        var march = await Texts("--to", "2026-03-31");
        StringAssert.Contains(march, "\"editions\":1", StringComparison.Ordinal);
        room.Later(TimeSpan.FromDays(40));
        await room.Do("correct", Story, "-l", "en", "--unit", "01-title", "--reason", "A slip.", "--kind", "silent", "--as", "jonas");
        await room.Do("run", "--once");
        var file = $"translations/en/edit/{Story}.xlf";
        room.Write(file, room.Read(file).Replace("state=\"translated\"", "state=\"final\"", StringComparison.Ordinal).Replace("nuclear envoys", "the two chief nuclear envoys", StringComparison.Ordinal));
        await room.Do("run", "--once");
        StringAssert.Contains(room.Read($"translations/published/en/{Story}.en.md"), "the two chief", StringComparison.Ordinal);
        Assert.AreEqual(march, await Texts("--to", "2026-03-31"), "a correction moves nothing into another month");
        var april = await Texts("--from", "2026-04-01");
        StringAssert.Contains(april, "\"editions\":0", StringComparison.Ordinal);
        StringAssert.Contains(april, "\"again\":1", StringComparison.Ordinal);

        var source = $"translations/articles/{Story}.ko.md";
        room.Write(source, room.Read(source) + "\n새로 쓴 문단이 하나 더 있다.\n");
        await room.Do("run", "--once");
        Assert.AreEqual(march, await Texts("--to", "2026-03-31"), "nobody published the new paragraph");
        await room.Do("retract", Story, "--reason", "The source was not what it said.", "--as", "jonas");
        await room.Do("retract", Story, "--as", "ren");
        await room.Do("run", "--once");
        Assert.AreEqual(march, await Texts("--to", "2026-03-31"), "it was published then, whatever came later");
    }

    [TestMethod]
    public async Task The_time_for_which_an_edition_is_held_is_not_the_stages()
    {
        using var room = await Worked();
        await room.Do("hold", "autumn-rice-prices", "-l", "en", "--reason", "Wait.");
        room.Later(TimeSpan.FromHours(72));
        await room.Do("release", "autumn-rice-prices", "-l", "en");
        room.Write("translations/en/translate/autumn-rice-prices.xlf", SampleReturns.Translated("autumn-rice-prices"));
        await room.Do("run", "--once");
        await room.Do("stats", "-l", "en", "--json");
        var translate = JsonNode.Parse(room.Out)!["turnaround"]!.AsArray().Single(t => (string)t!["stage"]! == "translate")!;
        Assert.AreEqual(2, (int)translate["count"]!);
        Assert.IsLessThan(TimeSpan.FromHours(18), TimeSpan.Parse((string)translate["longest"]!, System.Globalization.CultureInfo.InvariantCulture), "three days of hold are not among it");
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
        await room.Do("correct", Story, "-l", "en", "--unit", "01-title", "--kind", "silent", "--reason", "Names.", "--as", "jonas");
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
