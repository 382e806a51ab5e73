using System.Text;
using System.Text.Json.Nodes;
using TransFlow.Engine.Tests.Outbox;
using TransFlow.Tests.Newsroom;

namespace TransFlow.Tests;

/// <summary>Others are told what happened: at least once, whatever happens to them or to us.</summary>
[TestClass]
public sealed class OutboxTests
{
    private const string Story = "envoys-phone-talks";
    private const string Key = "hush-hush-key";
    private const string Good = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
    private const string Busy = "HTTP/1.1 503 Busy\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";

    [TestMethod]
    public async Task Each_event_is_told_once_with_the_id_that_the_record_has_for_it_and_nobodys_name()
    {
        await using var server = Taking();
        using var room = await Told(server);
        await room.Do("history", "--json");
        var record = JsonNode.Parse(room.Out)!.AsArray().Select(e => ((string)e!["hash"]!, (string)e["kind"]!)).ToList();
        var told = Bodies(server).ConvertAll(b => ((string)b["id"]!, (string)b["kind"]!));
        CollectionAssert.AreEqual(record, told);
        await room.Do("run", "--once");
        Assert.HasCount(record.Count, Bodies(server));
        Assert.IsFalse(Bodies(server).Any(b => b.ToJsonString().Contains("mina", StringComparison.Ordinal)), "people are withheld unless the settings say otherwise");
        Assert.IsTrue(Bodies(server).Any(b => (string?)b["details"]!["stage"] == "translate"));
    }

    [TestMethod]
    public async Task Nobody_in_the_house_waits_for_those_outside_and_what_could_not_be_told_is_told_later()
    {
        var isWell = false;
        await using var server = Answering(() => isWell ? Good : Busy);
        using var room = await Told(server, "\"events\": [\"handed-out\"], ");
        Assert.IsTrue(room.Exists($"translations/en/translate/{Story}.xlf"));
        await room.Do("outbox", "--json");
        var rows = JsonNode.Parse(room.Out)!.AsArray();
        Assert.HasCount(8, rows);
        Assert.AreEqual("It answered 503.", (string)rows[0]!["problem"]!);
        await room.Do("status");
        StringAssert.Contains(room.Out, "Outbox: 8 waiting, 0 of them parked", StringComparison.Ordinal);
        isWell = true;
        await room.Do("run", "--once");
        Assert.IsGreaterThan(0, await Waiting(room), "what was tried waits for its time");
        room.Later(TimeSpan.FromMinutes(5));
        await room.Do("run", "--once");
        Assert.AreEqual(0, await Waiting(room));
        Assert.HasCount(8, Bodies(server).Select(b => (string)b["id"]!).Distinct());
    }

    [TestMethod]
    public async Task A_clock_that_was_ahead_for_a_while_keeps_nothing_in()
    {
        var isWell = false;
        await using var server = Answering(() => isWell ? Good : Busy);
        using var room = await Told(server, "\"events\": [\"handed-out\"], ");
        room.Jump(TimeSpan.FromDays(400));
        await room.Do("run", "--once");
        room.Jump(TimeSpan.FromDays(-400));
        isWell = true;
        room.Later(TimeSpan.FromMinutes(5));
        await room.Do("run", "--once");
        await room.Do("run", "--once");
        Assert.AreEqual(0, await Waiting(room));
        Assert.HasCount(8, Bodies(server).Select(b => (string)b["id"]!).Distinct());
    }

    [TestMethod]
    public async Task What_nobody_takes_is_parked_with_its_reason_while_the_others_go_on_and_a_person_decides()
    {
        var refused = new HashSet<string>();
        await using var server = Answering(request =>
        {
            var body = JsonNode.Parse(request.Split("\n\n", 2)[1])!;
            return (string)body["article"]! == Story && (string?)body["language"] == "en" && !refused.Contains("none") ? "HTTP/1.1 422 No\r\nContent-Length: 0\r\nConnection: close\r\n\r\n" : Good;
        });
        using var room = await Told(server, "\"events\": [\"handed-out\"], ");
        for (var i = 0; i < 12; i++)
        {
            room.Later(TimeSpan.FromHours(5));
            await room.Do("run", "--once");
        }

        await room.Do("outbox");
        StringAssert.Contains(room.Out, "parked", StringComparison.Ordinal);
        StringAssert.Contains(room.Out, "It answered 422.", StringComparison.Ordinal);
        Assert.AreEqual(1, await Waiting(room));
        await room.Do("history");
        StringAssert.Contains(room.Out, "delivery-parked", StringComparison.Ordinal);
        var before = Bodies(server).Count;
        room.Later(TimeSpan.FromHours(24));
        await room.Do("run", "--once");
        Assert.HasCount(before, Bodies(server));

        var number = await Number(room);
        Assert.AreEqual(2, await room.Run("outbox", "drop", "webhook", number));
        await room.Refused("outbox", "drop", "webhook", number, "--reason", " ");
        await room.Refused("outbox", "drop", "webhook", "99999", "--reason", "x");
        refused.Add("none");
        await room.Do("outbox", "retry");
        await room.Do("run", "--once");
        Assert.AreEqual(0, await Waiting(room));
    }

    [TestMethod]
    public async Task A_delivery_is_dropped_with_a_reason_that_the_record_keeps()
    {
        await using var server = Answering(() => Busy);
        using var room = await Told(server, "\"events\": [\"article-taken-in\"], ");
        var waiting = await Waiting(room);
        await room.Do("outbox", "drop", "webhook", await Number(room), "--reason", "The other side has gone.");
        Assert.AreEqual(waiting - 1, await Waiting(room));
        await room.Do("history");
        StringAssert.Contains(room.Out, "The other side has gone.", StringComparison.Ordinal);
    }

    [TestMethod]
    public async Task Events_are_told_again_when_the_other_side_lost_them_each_with_the_id_that_it_had()
    {
        await using var server = Taking();
        using var room = await Told(server, "\"events\": [\"handed-out\"], ");
        var first = Bodies(server).ConvertAll(b => (string)b["id"]!);
        await room.Do("outbox", "replay", "webhook", "--from", "1");
        await room.Do("run", "--once");
        CollectionAssert.AreEqual(first.Concat(first).ToList(), Bodies(server).ConvertAll(b => (string)b["id"]!));
        await room.Refused("outbox", "replay", "webhook", "--from", "99999");
        await room.Refused("outbox", "replay", "nobody", "--from", "1");
    }

    [TestMethod]
    public async Task What_is_held_is_not_told_until_it_is_released()
    {
        await using var server = Taking();
        using var room = await Told(server, "\"events\": [\"held\", \"released\"], ");
        await room.Do("hold", Story, "-l", "en", "--reason", "A source is in danger.");
        await room.Do("run", "--once");
        Assert.IsEmpty(Bodies(server));
        await room.Do("outbox");
        StringAssert.Contains(room.Out, "is held", StringComparison.Ordinal);
        await room.Do("release", Story, "-l", "en");
        room.Later(TimeSpan.FromMinutes(2));
        await room.Do("run", "--once");
        CollectionAssert.AreEqual(new[] { "held", "released" }, Bodies(server).ConvertAll(b => (string)b["kind"]!));
        Assert.IsFalse(server.Heard.Any(h => h.Contains("danger", StringComparison.Ordinal)), "reasons stay in the house");
    }

    [TestMethod]
    public async Task Killed_while_the_other_side_has_it_and_has_not_said_so_we_tell_it_again_with_the_same_id()
    {
        var isKilled = false;
        await using var server = new LoopbackServer(async (_, line) =>
        {
            await line.HearRequest();
            if (isKilled)
                await line.Say(Good);
            else
                await line.Sulk();
        });
        using var room = New(server.Port, "\"events\": [\"article-taken-in\"], ");
        using (var worker = NewsroomProcess.Start(room, "run", "--once"))
        {
            await NewsroomProcess.Until(() => !server.Heard.IsEmpty, "told");
            await worker.Kill();
        }

        isKilled = true;
        using (var again = NewsroomProcess.Start(room, "run", "--once"))
            Assert.AreEqual(0, await again.Code(), again.Error);
        var ids = Bodies(server).ConvertAll(b => (string)b["id"]!);
        Assert.HasCount(5, ids);
        Assert.HasCount(4, ids.Distinct());
        Assert.AreEqual(ids[0], ids[1]);
    }

    [TestMethod]
    public async Task A_digest_goes_out_at_its_time_with_counts_and_links_and_not_one_word_of_an_article()
    {
        await using var server = new LoopbackServer((_, line) => SmtpTalk.Take(line, extension: "AUTH PLAIN"));
        using var room = new TestNewsroom();
        room.Environment["SMTP_PASSWORD"] = Key;
        room.Set($"\"notify\": [{{ \"type\": \"mail\", \"host\": \"127.0.0.1\", \"port\": {server.Port}, \"security\": \"none\", \"attemptTimeout\": \"00:10:00\", \"totalTimeout\": \"00:40:00\", \"user\": \"desk\", \"password\": \"env:SMTP_PASSWORD\", \"from\": \"desk@example.org\", \"to\": \"chief@example.org\", \"link\": \"https://desk.example.org/{{lang}}/{{article}}\" }}]");
        await room.Do("run", "--once");
        await room.Do("hold", "autumn-rice-prices", "-l", "en", "--reason", "쌀값");
        await room.Do("run", "--once");
        Assert.AreEqual(0, server.Connections, "it is not eight o'clock in Seoul");
        room.Later(TimeSpan.FromHours(15));
        await room.Do("run", "--once");
        await room.Do("run", "--once");
        Assert.AreEqual(1, server.Connections);
        var mail = string.Join('\n', server.Heard);
        StringAssert.Contains(mail, "New articles: 3\n", StringComparison.Ordinal);
        StringAssert.Contains(mail, "2 more are of editions that are held.", StringComparison.Ordinal);
        Assert.IsFalse(mail.Any(c => c >= 0x1100), "no article text, no reasons");
        AssertSecret(room);
    }

    [TestMethod]
    public async Task What_a_hold_kept_out_of_a_digest_is_in_the_next_one_after_its_release_once()
    {
        await using var server = new LoopbackServer((_, line) => SmtpTalk.Take(line));
        using var room = Mailing(server.Port, "held");
        await room.Do("run", "--once");
        await room.Do("hold", "autumn-rice-prices", "-l", "en", "--reason", "Wait.");
        await room.Do("hold", Story, "-l", "en", "--reason", "Wait.");
        await room.Do("hold", Story, "-l", "ja", "--reason", "Wait.");
        await room.Do("release", Story, "-l", "ja");
        await Day(room);
        Assert.AreEqual(1, server.Connections);
        StringAssert.Contains(string.Join('\n', server.Heard), "Held: 1\n", StringComparison.Ordinal);
        Assert.AreEqual(2, await Waiting(room));
        await Day(room);
        Assert.AreEqual(1, server.Connections, "there is nothing that may be told");
        await room.Do("release", "autumn-rice-prices", "-l", "en");
        await room.Do("release", Story, "-l", "en");
        await Day(room);
        Assert.AreEqual(2, server.Connections, "one mail tells of all");
        StringAssert.Contains(string.Join('\n', server.Heard), "Held: 2\n", StringComparison.Ordinal);
        StringAssert.Contains(string.Join('\n', server.Heard), "autumn-rice-prices [en]", StringComparison.Ordinal);
        await Day(room);
        Assert.AreEqual(2, server.Connections);
        Assert.AreEqual(0, await Waiting(room));
    }

    [TestMethod]
    public async Task Telling_a_part_of_a_digest_again_loses_nothing_that_still_waits()
    {
        var isWell = false;
        await using var server = new LoopbackServer((_, line) => isWell ? SmtpTalk.Take(line) : line.Say("421 Not now\r\n"));
        using var room = Mailing(server.Port, "article-taken-in");
        await room.Do("run", "--once");
        await Day(room);
        await room.Do("outbox", "--json");
        var row = JsonNode.Parse(room.Out)!.AsArray().Single()!;
        await room.Do("outbox", "replay", "mail", "--from", row["last"]!.ToString());
        isWell = true;
        await room.Do("run", "--once");
        StringAssert.Contains(string.Join('\n', server.Heard), "New articles: 4\n", StringComparison.Ordinal);
    }

    [TestMethod]
    public async Task Who_asks_to_be_left_alone_is_left_alone_by_the_whole_way_until_then()
    {
        var isWell = false;
        await using var server = Answering(() => isWell ? Good : "HTTP/1.1 429 Slow\r\nRetry-After: 3600\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        using var room = await Told(server, "\"events\": [\"handed-out\", \"held\"], ");
        isWell = true;
        await room.Do("hold", Story, "-l", "ja", "--reason", "Wait.");
        await room.Do("release", Story, "-l", "ja");
        room.Later(TimeSpan.FromMinutes(50));
        await room.Do("run", "--once");
        Assert.HasCount(1, Bodies(server));
        await room.Do("outbox", "--json");
        Assert.IsTrue(JsonNode.Parse(room.Out)!.AsArray().All(r => (DateTimeOffset)r!["due"]! > room.Now), "it is said when they go");
        room.Later(TimeSpan.FromMinutes(11));
        await room.Do("run", "--once");
        Assert.HasCount(10, Bodies(server));
    }

    [TestMethod]
    public async Task A_way_that_is_slow_holds_up_no_other_one()
    {
        await using var slow = new LoopbackServer(async (_, line) =>
        {
            await line.HearRequest();
            await line.Sulk();
        });
        await using var server = Taking();
        using var room = new TestNewsroom();
        room.Environment["HOOK_KEY"] = Key;
        string Way(string name, int port) => $"{{ \"name\": \"{name}\", \"events\": [\"held\"], \"url\": \"http://127.0.0.1:{port}/\", \"key\": \"env:HOOK_KEY\", \"attemptTimeout\": \"00:10:00\", \"totalTimeout\": \"00:40:00\" }}";
        room.Set($"\"notify\": [{Way("slow", slow.Port)}, {Way("other", server.Port)}]");
        using var worker = NewsroomProcess.Start(room, "run");
        await NewsroomProcess.Until(() => room.Exists($"translations/en/translate/{Story}.xlf"), "handed out", worker);
        foreach (var language in new[] { "ja", "en" })
        {
            var before = Bodies(server).Count;
            await room.Do("hold", Story, "-l", language, "--reason", "Wait.");
            await room.Do("release", Story, "-l", language);
            await NewsroomProcess.Until(() => Bodies(server).Count > before && !slow.Heard.IsEmpty, "told", worker);
        }

        Assert.HasCount(1, slow.Heard);
        worker.Terminate();
        Assert.AreEqual(0, await worker.Code(), worker.Error);
    }

    [TestMethod]
    public async Task Keys_are_seen_nowhere()
    {
        await using var server = Answering(() => Busy);
        using var room = await Told(server);
        foreach (var verb in new[] { "status", "outbox", "history", "check" })
        {
            await room.Run(verb);
            Assert.DoesNotContain(Key, room.Out + room.Error);
            Assert.DoesNotContain("hidden", room.Out + room.Error);
        }

        AssertSecret(room);
        room.Environment.Remove("HOOK_KEY");
        room.Later(TimeSpan.FromHours(1));
        await room.Do("run", "--once");
        await room.Do("outbox");
        StringAssert.Contains(room.Out, "the environment variable HOOK_KEY", StringComparison.Ordinal);
    }

    [TestMethod]
    public async Task What_a_hold_kept_in_is_told_at_the_next_turn_after_its_release()
    {
        await using var server = Taking();
        using var room = New(server.Port, "\"events\": [\"held\"], ");
        await room.Do("run", "--once");
        await room.Do("hold", Story, "-l", "ja", "--reason", "Wait.");
        await room.Do("run", "--once");
        Assert.IsEmpty(Bodies(server));
        await room.Do("outbox", "--json");
        var kept = JsonNode.Parse(room.Out)!.AsArray().Single()!;
        StringAssert.Contains((string)kept["problem"]!, "is held", StringComparison.Ordinal);
        Assert.IsLessThanOrEqualTo(room.Now, (DateTimeOffset)kept["due"]!, "it has no time to wait for");
        await room.Do("release", Story, "-l", "ja");
        await room.Do("run", "--once");
        Assert.HasCount(1, Bodies(server));
    }

    [TestMethod]
    public async Task The_worker_tells_of_what_happens_while_it_runs()
    {
        await using var server = Taking();
        using var room = New(server.Port, "\"events\": [\"held\"], ");
        using var worker = NewsroomProcess.Start(room, "run");
        await NewsroomProcess.Until(() => room.Exists($"translations/en/translate/{Story}.xlf"), "handed out", worker);
        await room.Do("hold", Story, "-l", "ja", "--reason", "Wait.");
        await room.Do("release", Story, "-l", "ja");
        await NewsroomProcess.Until(() => Bodies(server).Count > 0, "told", worker);
        worker.Terminate();
        Assert.AreEqual(0, await worker.Code(), worker.Error);
    }

    private static void AssertSecret(TestNewsroom room)
    {
        foreach (var file in Directory.EnumerateFiles(room.Folder, "*", SearchOption.AllDirectories))
            Assert.DoesNotContain(Key, Encoding.UTF8.GetString(File.ReadAllBytes(file)), file);
    }

    private static LoopbackServer Taking() => Answering(() => Good);

    private static LoopbackServer Answering(Func<string> answer) => Answering(_ => answer());

    private static LoopbackServer Answering(Func<string, string> answer) => new(async (_, line) => await line.Say(answer(await line.HearRequest())));

    private static List<JsonNode> Bodies(LoopbackServer server) =>
        [.. server.Heard.Where(h => h.StartsWith("POST", StringComparison.Ordinal)).Select(h => JsonNode.Parse(h.Split("\n\n", 2)[1])!)];

    private static TestNewsroom New(int port, string more)
    {
        var room = new TestNewsroom();
        room.Environment["HOOK_KEY"] = Key;
        room.Set($"\"notify\": [{{ {more}\"url\": \"http://127.0.0.1:{port}/hook?token=hidden\", \"key\": \"env:HOOK_KEY\", \"attemptTimeout\": \"00:10:00\", \"totalTimeout\": \"00:40:00\" }}]");
        return room;
    }

    private static TestNewsroom Mailing(int port, string events)
    {
        var room = new TestNewsroom();
        room.Set($"\"notify\": [{{ \"type\": \"mail\", \"events\": \"{events}\", \"host\": \"127.0.0.1\", \"port\": {port}, \"security\": \"none\", \"attemptTimeout\": \"00:10:00\", \"totalTimeout\": \"00:40:00\", \"from\": \"desk@example.org\", \"to\": \"chief@example.org\" }}]");
        return room;
    }

    private static async Task Day(TestNewsroom room)
    {
        room.Later(TimeSpan.FromHours(24));
        await room.Do("run", "--once");
    }

    private static async Task<TestNewsroom> Told(LoopbackServer server, string more = "")
    {
        var room = New(server.Port, more);
        await room.Do("run", "--once");
        return room;
    }

    private static async Task<int> Waiting(TestNewsroom room)
    {
        await room.Do("outbox", "--json");
        return JsonNode.Parse(room.Out)!.AsArray().Count;
    }

    private static async Task<string> Number(TestNewsroom room)
    {
        await room.Do("outbox", "--json");
        return JsonNode.Parse(room.Out)!.AsArray()[0]!["last"]!.ToString();
    }
}
