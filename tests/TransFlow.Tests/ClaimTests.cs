using TransFlow.Tests.Newsroom;

namespace TransFlow.Tests;

/// <summary>Several people for one stage: who takes it, keeps it, loses it, hands it over.</summary>
[TestClass]
public sealed class ClaimTests
{
    private const string Story = "envoys-phone-talks";
    private const string ToTranslate = $"translations/en/translate/{Story}.xlf";

    [TestMethod]
    public async Task Of_several_translators_the_first_to_claim_wins_and_only_then_there_is_a_file()
    {
        using var room = await Offered();
        Assert.IsFalse(room.Exists(ToTranslate), "no two people work on one file");
        StringAssert.Contains((string)(await room.Edition(Story))["next"]!, "transflow claim", StringComparison.Ordinal);

        await room.Do("claim", Story, "-l", "en", "--as", "noa");
        StringAssert.Contains(room.Out, "yours until", StringComparison.Ordinal);
        StringAssert.Contains(await room.Refused("claim", Story, "-l", "en", "--as", "mina"), "noa has it until", StringComparison.Ordinal);
        await room.Do("run", "--once");
        Assert.IsTrue(room.Exists(ToTranslate));
        Assert.AreEqual("noa", (string)(await room.Edition(Story))["person"]!);
    }

    [TestMethod]
    [DataRow("hold", "--reason", "x")]
    [DataRow("release")]
    [DataRow("accept")]
    [DataRow("retry")]
    [DataRow("embargo", "--until", "2030-01-01 06:00")]
    public async Task Nobody_acts_under_a_name_that_the_settings_do_not_have(string verb, params string[] options)
    {
        using var room = await Offered();
        StringAssert.Contains(await room.Refused([verb, Story, "-l", "en", "--as", "Jonas", .. options]), "Did you mean 'jonas'?", StringComparison.Ordinal);
        StringAssert.Contains(await room.Refused([verb, Story, "-l", "en", "--as", "xyz", .. options]), "The settings name nobody 'xyz'", StringComparison.Ordinal);
    }

    [TestMethod]
    public async Task Characters_that_nobody_sees_are_no_reason()
    {
        using var room = await Offered();
        await room.Do("claim", Story, "-l", "en", "--as", "noa");
        await room.Refused("break", Story, "-l", "en", "--as", "mina", "--reason", "\u200B");
        await room.Refused("hold", Story, "-l", "en", "--as", "mina", "--reason", "\u2060 .");
        await room.Do("break", Story, "-l", "en", "--as", "mina", "--reason", "병가");
    }

    [TestMethod]
    public async Task A_stage_that_nobody_has_yet_is_given_to_somebody_by_the_next_pass_and_status_says_so()
    {
        using var room = new TestNewsroom(withReturns: true);
        room.Set("\"default\": [\"translate\", \"edit\"]", "\"default\": [\"translate\", \"edit\", \"sign-off\"]");
        room.Environment["TRANSFLOW__PEOPLE__SIGN-OFF__EN"] = "petra";
        await room.Do("run", "--once");
        await room.Do("send-back", "autumn-rice-prices", "-l", "en", "--as", "petra", "--reason", "Look again.");
        await room.Do("status", "autumn-rice-prices", "-l", "en", "--json");
        Assert.AreEqual(1, System.Text.Json.Nodes.JsonNode.Parse(room.Out)!["editions"]!.AsArray().Count);
        await room.Do("break", "autumn-rice-prices", "-l", "en", "--as", "petra", "--reason", "She is ill.", "--stage", "translate");
        Assert.AreEqual("nobody has it yet: the next pass gives it to mina", (string)(await room.Edition("autumn-rice-prices"))["next"]!);
        await room.Do("run", "--once");
        Assert.AreEqual("mina", (string)(await room.Edition("autumn-rice-prices"))["person"]!);
    }

    [TestMethod]
    public async Task What_was_taken_from_somebody_goes_to_another_where_there_is_one()
    {
        using var room = new TestNewsroom();
        room.Set("\"translate\": { \"en\": [\"mina\"]", "\"translate\": { \"en\": [\"mina\", \"noa\"]");
        await room.Do("run", "--once");
        var first = (string)(await room.Edition(Story))["person"]!;
        var other = first == "mina" ? "noa" : "mina";
        await room.Do("break", Story, "-l", "en", "--as", first, "--reason", "Ill.");
        Assert.AreEqual($"nobody has it yet: the next pass gives it to {other}", (string)(await room.Edition(Story))["next"]!);
        await room.Do("run", "--once");
        Assert.AreEqual(other, (string)(await room.Edition(Story))["person"]!);

        // When both have given it back, one of them gets it all the same: it must not lie about.
        await room.Do("break", Story, "-l", "en", "--as", other, "--reason", "Ill, too.");
        await room.Do("run", "--once");
        Assert.AreNotEqual("", (string)(await room.Edition(Story))["person"]!);
    }

    [TestMethod]
    public async Task Two_who_claim_at_the_same_moment_are_told_apart()
    {
        using var room = await Offered();
        using var one = NewsroomProcess.Start(room, "claim", Story, "-l", "en", "--as", "mina");
        using var two = NewsroomProcess.Start(room, "claim", Story, "-l", "en", "--as", "noa");
        Assert.AreEqual(1, await one.Code() + await two.Code(), "one wins, the other is told");
    }

    [TestMethod]
    public async Task A_claim_lapses_when_nothing_is_heard_and_lives_on_when_it_is_renewed()
    {
        using var room = await Offered();
        await room.Do("claim", Story, "-l", "en", "--as", "noa");
        room.Later(TimeSpan.FromHours(1.5));
        await room.Do("claim", Story, "-l", "en", "--as", "noa");
        room.Later(TimeSpan.FromHours(1.5));
        await room.Do("run", "--once");
        Assert.AreEqual("noa", (string)(await room.Edition(Story))["person"]!);

        room.Later(TimeSpan.FromHours(1));
        await room.Do("run", "--once");
        Assert.AreEqual("", (string)(await room.Edition(Story))["person"]!);
        Assert.IsFalse(room.Exists(ToTranslate));
        await room.Do("history", Story);
        StringAssert.Contains(room.Out, "claim-lapsed", StringComparison.Ordinal);
        await room.Do("claim", Story, "-l", "en", "--as", "mina");
    }

    [TestMethod]
    public async Task Work_returned_after_the_claim_was_over_is_still_taken_as_the_work_of_whoever_did_it()
    {
        using var room = await Offered();
        await room.Do("claim", Story, "-l", "en", "--as", "noa");
        await room.Do("run", "--once");
        var work = Filled(room.Read(ToTranslate));
        room.Later(TimeSpan.FromHours(3));
        await room.Do("run", "--once");
        room.Write("translations/returned/late.xlf", work);
        await room.Do("run", "--once");
        Assert.AreEqual("edit", await room.Stage(Story));
        await room.Do("history", Story, "--json");
        StringAssert.Contains(room.Out, "\"actor\": \"noa\"", StringComparison.Ordinal);
    }

    [TestMethod]
    public async Task Work_half_done_is_handed_over_with_what_is_done_and_each_is_known_by_their_own_part()
    {
        using var room = await Offered();
        await room.Do("claim", Story, "-l", "en", "--as", "noa");
        await room.Do("run", "--once");
        var first = room.Read(ToTranslate);
        var half = Filled(first, units: 5);
        room.Write("translations/returned/half.xlf", half);
        await room.Do("run", "--once");
        await room.Do("assign", Story, "-l", "en", "--to", "mina");
        await room.Do("run", "--once");

        var second = room.Read(ToTranslate);
        Assert.AreEqual(Count(first, "<unit ") - 5, Count(second, "<unit "), "what is done need not be done again");
        await room.Do("units", Story, "-l", "en");
        Assert.AreEqual(5, Count(room.Out, " edit "), "and is not lost");
        room.Write(ToTranslate, Filled(second));
        await room.Do("run", "--once");
        Assert.AreEqual("edit", await room.Stage(Story));
        await room.Do("history", Story);
        StringAssert.Contains(room.Out, "handed-over", StringComparison.Ordinal);

        StringAssert.Contains(await room.Refused("claim", Story, "-l", "en", "--as", "noa"), "wrote or changed targets", StringComparison.Ordinal);
    }

    [TestMethod]
    public async Task A_claim_is_broken_only_with_a_reason_and_the_record_keeps_it()
    {
        using var room = await Offered();
        await room.Do("claim", Story, "-l", "en", "--as", "noa");
        Assert.AreEqual(2, await room.Run("break", Story, "-l", "en"));
        await room.Refused("break", Story, "-l", "en", "--reason", " ");
        await room.Do("break", Story, "-l", "en", "--reason", "Noa cannot be reached.");
        await room.Do("claim", Story, "-l", "en", "--as", "mina");
        await room.Do("history", Story);
        StringAssert.Contains(room.Out, "Noa cannot be reached.", StringComparison.Ordinal);
    }

    /// <summary>Every unit with a target, or the first few.</summary>
    private static string Filled(string xliff, int units = int.MaxValue)
    {
        var parts = xliff.Split("    <unit ");
        var filled = parts.Select((p, i) => i == 0 || i > units ? p : System.Text.RegularExpressions.Regex.Replace(p, "<source>(.*?)</source>(\n *<target>.*?</target>)?", "<source>$1</source><target>$1 (en)</target>", System.Text.RegularExpressions.RegexOptions.Singleline));
        return string.Join("    <unit ", filled);
    }

    /// <summary>A newsroom where mina and noa may translate, noa may edit too, and translations are claimed for two hours.</summary>
    private static async Task<TestNewsroom> Offered()
    {
        var room = new TestNewsroom();
        room.Set("\"en\": [\"mina\"]", "\"en\": [\"mina\", \"noa\"]");
        room.Set("\"en\": [\"jonas\"]", "\"en\": [\"noa\", \"jonas\"]");
        room.Set("\"stages\": { \"translate\": { \"assign\": \"claim\", \"claimFor\": \"02:00\" } }");
        await room.Do("run", "--once");
        return room;
    }

    private static int Count(string text, string part) => text.Split(part).Length - 1;
}
