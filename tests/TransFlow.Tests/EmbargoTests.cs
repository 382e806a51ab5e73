using Microsoft.Extensions.Time.Testing;
using TransFlow.Tests.Newsroom;

namespace TransFlow.Tests;

/// <summary>What keeps a finished edition in, and what lets it out.</summary>
[TestClass]
public sealed class EmbargoTests
{
    private const string Story = "envoys-phone-talks";
    private const string Page = $"translations/published/en/{Story}.en.md";

    [TestMethod]
    public async Task Under_embargo_nothing_is_published_by_schedule_or_by_hand_and_at_its_end_it_goes_out_by_itself()
    {
        using var room = await Ready();
        await room.Do("embargo", Story, "-l", "en", "--until", "2026-03-03 06:00", "--zone", "Asia/Seoul", "--as", "jonas");
        await room.Do("run", "--once");
        Assert.IsFalse(room.Exists(Page));
        StringAssert.Contains(await room.Refused("publish", Story, "-l", "en"), "under embargo until 2026-03-03 06:00 +09:00", StringComparison.Ordinal);
        StringAssert.Contains((string)(await room.Edition(Story))["flags"]!, "embargo until 2026-03-03 06:00 +09:00", StringComparison.Ordinal);
        room.Later(TimeSpan.FromHours(13));
        await room.Do("run", "--once");
        Assert.IsTrue(room.Exists(Page));
    }

    [TestMethod]
    public async Task What_was_ready_when_its_embargo_ended_does_not_wait_for_the_next_publication()
    {
        using var room = await Ready();
        await room.Do("embargo", Story, "-l", "en", "--until", "2026-03-03 06:00", "--zone", "Asia/Seoul", "--as", "jonas");
        await Minute(room);
        Assert.IsFalse(room.Exists(Page));
        room.Jump(new DateTimeOffset(2026, 3, 3, 6, 0, 30, TimeSpan.FromHours(9)) - room.Now);
        await Minute(room);
        Assert.IsTrue(room.Exists(Page));
    }

    [TestMethod]
    public async Task It_takes_two_people_to_lift_an_embargo()
    {
        using var room = await Ready();
        await room.Do("embargo", Story, "-l", "en", "--until", "2026-03-05 06:00", "--as", "jonas");
        StringAssert.Contains(await room.Refused("embargo", Story, "-l", "en", "--until", "2026-03-04 06:00", "--as", "jonas"), "not made shorter by one person", StringComparison.Ordinal);
        await room.Refused("embargo", Story, "-l", "en", "--lift", "--as", "jonas");
        await room.Do("embargo", Story, "-l", "en", "--lift", "--reason", "The other side has published.", "--as", "jonas");
        await room.Refused("embargo", Story, "-l", "en", "--lift", "--as", "jonas");
        await room.Refused("embargo", Story, "-l", "en", "--lift", "--as", "nobody");
        await room.Do("run", "--once");
        Assert.IsFalse(room.Exists(Page));
        await room.Do("embargo", Story, "-l", "en", "--lift", "--as", "petra");
        await room.Do("run", "--once");
        Assert.IsTrue(room.Exists(Page));
        await room.Do("history", Story);
        StringAssert.Contains(room.Out, "lifted the embargo until 2026-03-05 06:00 +09:00; first key by jonas: The other side has published.", StringComparison.Ordinal);
    }

    [TestMethod]
    [DataRow("2026-03-20", "Asia/Seoul")]
    [DataRow("2026-03-20 06:00", "Mars")]
    [DataRow("2026-03-29 02:30", "Europe/Berlin")]
    [DataRow("2025-03-20 06:00", "Asia/Seoul")]
    public async Task A_time_that_is_none_is_refused(string time, string zone)
    {
        using var room = new TestNewsroom();
        await room.Do("run", "--once");
        await room.Refused("embargo", Story, "-l", "en", "--until", time, "--zone", zone, "--as", "jonas");
    }

    [TestMethod]
    public async Task A_time_that_the_clocks_show_twice_is_the_later_one()
    {
        using var room = new TestNewsroom();
        await room.Do("run", "--once");
        await room.Do("embargo", Story, "-l", "en", "--until", "2026-10-25 02:30", "--zone", "Europe/Berlin", "--as", "jonas");
        StringAssert.Contains(room.Out, "2026-10-25 02:30 +01:00", StringComparison.Ordinal);
    }

    [TestMethod]
    public async Task What_is_opened_again_before_it_is_live_goes_through_the_editor_once_more()
    {
        using var room = await Ready();
        await room.Do("reopen", Story, "-l", "en", "--unit", "01-title", "--reason", "The title is too long.");
        await room.Do("run", "--once");
        Assert.AreEqual("edit", await room.Stage(Story));
        Assert.IsFalse(room.Exists(Page));
        var file = room.Read($"translations/en/edit/{Story}.xlf");
        Assert.AreEqual(2, file.Split("<unit ").Length, "only what was opened comes back");
        room.Write($"translations/en/edit/{Story}.xlf", file.Replace("state=\"translated\"", "state=\"final\"", StringComparison.Ordinal).Replace("nuclear envoys", "envoys for nuclear talks", StringComparison.Ordinal));
        await room.Do("run", "--once");
        StringAssert.Contains(room.Read(Page), "envoys for nuclear talks", StringComparison.Ordinal);

        // What readers have is changed by a correction, and by nothing else.
        foreach (var verb in new[] { "reopen", "send-back" })
        {
            foreach (var units in new[] { Array.Empty<string>(), ["--unit", "01-title"] })
                StringAssert.Contains(await room.Refused([verb, Story, "-l", "en", .. units, "--reason", "Shorter.", "--as", "jonas"]), "This text is published: readers have it.", StringComparison.Ordinal);
        }
    }

    /// <summary>What the worker does every minute, whatever the schedule of publication is.</summary>
    private static async Task Minute(TestNewsroom room)
    {
        using var newsroom = room.Open(new FakeTimeProvider(room.Now));
        await newsroom.Step("sweep", CancellationToken.None);
    }

    private static async Task<TestNewsroom> Ready()
    {
        var room = new TestNewsroom();
        room.Set("\"en\": [\"jonas\"]", "\"en\": [\"jonas\", \"petra\"]");
        await room.Do("run", "--once");
        room.Write($"translations/en/translate/{Story}.xlf", SampleReturns.Translated(Story));
        await room.Do("run", "--once");
        await room.Do("accept", Story, "-l", "en");
        return room;
    }
}
