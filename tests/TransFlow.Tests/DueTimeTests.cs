using System.Text.Json.Nodes;
using TransFlow.Tests.Newsroom;

namespace TransFlow.Tests;

/// <summary>Due times in working hours, and who hears of it when they are over.</summary>
[TestClass]
public sealed class DueTimeTests
{
    private const string Story = "envoys-phone-talks";

    /// <summary>The newsroom's clock begins on a Monday at 18:00 in Seoul, when the working day is over.</summary>
    private const string Settings = """
        "calendar": { "timeZone": "Asia/Seoul", "days": ["mon", "tue", "wed", "thu", "fri"], "hours": ["09:00-12:00", "13:00-18:00"], "holidays": ["2026-03-03"] },
          "stages": { "translate": { "due": "04:00", "escalateTo": ["jonas", "chief"], "escalateEvery": "02:00" } }
        """;

    [TestMethod]
    public async Task A_due_time_counts_working_hours_alone()
    {
        using var room = await Timed();
        Assert.AreEqual(new DateTimeOffset(2026, 3, 4, 14, 0, 0, TimeSpan.FromHours(9)), (DateTimeOffset)(await room.Edition(Story))["due"]!);
        Assert.IsFalse((bool)(await room.Edition(Story))["isLate"]!);
        await room.Do("status");
        StringAssert.Contains(room.Out, "2026-03-04 14:00", StringComparison.Ordinal);
    }

    [TestMethod]
    public async Task What_is_late_is_told_to_one_person_after_another_and_to_each_once()
    {
        using var room = await Timed();
        room.Write("translations/en/translate/autumn-rice-prices.xlf", SampleReturns.Translated("autumn-rice-prices"));
        room.Later(TimeSpan.FromHours(40));
        await room.Do("run", "--once");
        Assert.IsEmpty(await Told(room), "it is not due yet");
        room.Later(TimeSpan.FromHours(5));
        await room.Do("run", "--once");
        await room.Do("run", "--once");
        CollectionAssert.AreEqual(new[] { "jonas" }, await Told(room));
        Assert.IsTrue((bool)(await room.Edition(Story))["isLate"]!);
        StringAssert.Contains((string)(await room.Edition(Story))["flags"]!, "late", StringComparison.Ordinal);
        room.Later(TimeSpan.FromDays(2));
        await room.Do("run", "--once");
        await room.Do("run", "--once");
        CollectionAssert.AreEqual(new[] { "jonas", "chief" }, await Told(room));
    }

    [TestMethod]
    public async Task What_is_held_is_not_late_and_what_moved_on_in_time_never_was()
    {
        using var room = await Timed();
        await room.Do("hold", Story, "-l", "en", "--reason", "A source asked for it.");
        room.Write("translations/en/translate/autumn-rice-prices.xlf", SampleReturns.Translated("autumn-rice-prices"));
        await room.Do("run", "--once");
        room.Later(TimeSpan.FromDays(4));
        await room.Do("run", "--once");
        Assert.IsEmpty(await Told(room));
        Assert.IsNull((await room.Edition("autumn-rice-prices"))["due"], "the editor's stage has no due time");

        await room.Do("release", Story, "-l", "en");
        await room.Do("run", "--once");
        Assert.IsEmpty(await Told(room), "the time of the hold counts against nobody");
        Assert.IsFalse((bool)(await room.Edition(Story))["isLate"]!);
    }

    private static async Task<TestNewsroom> Timed()
    {
        var room = new TestNewsroom();
        room.Set(Settings);
        await room.Do("run", "--once");
        return room;
    }

    private static async Task<string[]> Told(TestNewsroom room)
    {
        await room.Do("history", "--json");
        return [.. JsonNode.Parse(room.Out)!.AsArray().Where(e => (string)e!["kind"]! == "overdue" && (string)e["language"]! == "en" && ((string)e["article"]! is Story or "autumn-rice-prices")).Select(e => (string)e!["details"]!["to"]!)];
    }
}
