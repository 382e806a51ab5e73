using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Time.Testing;
using TransFlow.Core.Ports;
using TransFlow.Core.Protection;
using TransFlow.Engine.Outbox;
using TransFlow.Engine.Settings;

namespace TransFlow.Engine.Tests.Outbox;

/// <summary>The signed webhook against servers that do what servers do.</summary>
[TestClass]
public sealed class WebhookTests
{
    private const string Key = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private const string Good = "HTTP/1.1 204 No Content\r\n\r\n";
    private static readonly DateTimeOffset Noon = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);

    [TestMethod]
    public void The_signature_is_that_of_the_Standard_Webhooks_specification()
    {
        // The example of the specification's reference libraries.
        var body = """{"test": 2432232314}"""u8;
        Assert.AreEqual("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=", WebhookSignature.Of(Key, "msg_p5jXN8AQM9LWM0D4loKWxJek", DateTimeOffset.FromUnixTimeSeconds(1614265330), body));
    }

    [TestMethod]
    public async Task What_is_sent_is_signed_over_id_time_and_body_and_carries_its_id()
    {
        await using var server = new LoopbackServer(async (_, line) =>
        {
            await line.HearRequest();
            await line.Say(Good);
        });
        Assert.AreEqual(AnswerKind.Taken, (await Notify(server)).Kind);
        Assert.IsTrue(server.Heard.TryPeek(out var request));
        var parts = request!.Split("\n\n", 2);
        var heads = parts[0].Split('\n').Skip(1).Select(h => h.Split(": ", 2)).ToDictionary(h => h[0], h => h[1], StringComparer.OrdinalIgnoreCase);
        Assert.AreEqual("POST /hook?token=hidden HTTP/1.1", parts[0].Split('\n')[0]);
        Assert.AreEqual(("the-id", "application/json; charset=utf-8", "TransFlow"), (heads["webhook-id"], heads["Content-Type"], heads["User-Agent"]));
        var expected = Convert.ToBase64String(HMACSHA256.HashData(Convert.FromBase64String(Key["whsec_".Length..]), Encoding.UTF8.GetBytes($"the-id.{heads["webhook-timestamp"]}.{parts[1]}")));
        Assert.AreEqual("v1," + expected, heads["webhook-signature"]);
        Assert.AreEqual("""{"말":"쌀값"}""", parts[1]);
    }

    [TestMethod]
    [DataRow("slow")]
    [DataRow("busy")]
    [DataRow("failing")]
    [DataRow("halfway")]
    [DataRow("half a head")]
    [DataRow("reset")]
    [DataRow("silent close")]
    [DataRow("no HTTP")]
    public async Task What_went_wrong_once_is_tried_again_and_is_the_same_delivery(string fault)
    {
        await using var server = new LoopbackServer(async (number, line) =>
        {
            if (number == 1 && fault == "reset")
            {
                line.Reset();
                return;
            }

            await line.HearRequest();
            if (number > 1)
                await line.Say(Good);
            else
                await Misbehave(fault, line);
        });
        var answer = await Notify(server, attempt: fault == "slow" ? TimeSpan.FromMinutes(2) : null);
        Assert.AreEqual(AnswerKind.Taken, answer.Kind, answer.Said);
        Assert.AreEqual(2, server.Connections);
        Assert.IsTrue(server.Heard.Where(h => h.StartsWith("POST", StringComparison.Ordinal)).All(h => h.Contains("webhook-id: the-id", StringComparison.Ordinal)));
    }

    [TestMethod]
    [DataRow(400)]
    [DataRow(401)]
    [DataRow(404)]
    [DataRow(410)]
    [DataRow(302)]
    public async Task What_the_other_side_does_not_want_is_not_tried_again_at_once_and_no_redirection_is_followed(int status)
    {
        await using var server = new LoopbackServer(async (_, line) =>
        {
            await line.HearRequest();
            await line.Say($"HTTP/1.1 {status} No\r\nLocation: http://127.0.0.1:1/elsewhere\r\nContent-Length: 0\r\n\r\n");
        });
        var answer = await Notify(server);
        Assert.AreEqual((AnswerKind.Refused, $"It answered {status}."), (answer.Kind, answer.Said));
        Assert.AreEqual(1, server.Connections);
    }

    [TestMethod]
    [DataRow("3600", 1)]
    [DataRow("31536000", 24)]
    [DataRow("99999999999999999999", 24)]
    public async Task A_long_pause_that_the_other_side_asks_for_is_left_to_the_outbox(string asked, int hours)
    {
        await using var server = new LoopbackServer(async (_, line) =>
        {
            await line.HearRequest();
            await line.Say($"HTTP/1.1 429 Too Many Requests\r\nRetry-After: {asked}\r\nContent-Length: 0\r\n\r\n");
        });
        var answer = await Notify(server);
        Assert.AreEqual((AnswerKind.NotNow, TimeSpan.FromHours(hours)), (answer.Kind, answer.RetryAfter!.Value));
        Assert.AreEqual(1, server.Connections);
    }

    [TestMethod]
    public async Task A_short_pause_that_the_other_side_asks_for_is_waited_for()
    {
        var clock = new FakeTimeProvider(Noon);
        await using var server = new LoopbackServer(async (number, line) =>
        {
            await line.HearRequest();
            await line.Say(number == 1 ? "HTTP/1.1 503 Busy\r\nRetry-After: 9\r\nContent-Length: 0\r\nConnection: close\r\n\r\n" : Good);
        });
        var answer = await Notify(server, clock: clock);
        Assert.AreEqual(AnswerKind.Taken, answer.Kind);
        var times = server.Heard.Where(h => h.StartsWith("POST", StringComparison.Ordinal)).Select(h => long.Parse(h.Split("webhook-timestamp: ")[1].Split('\n')[0], System.Globalization.CultureInfo.InvariantCulture)).ToList();
        Assert.IsGreaterThanOrEqualTo(9, times[1] - times[0], "by the clock of the newsroom");
    }

    [TestMethod]
    public async Task A_pause_that_outlasts_our_patience_is_left_to_the_outbox_whole()
    {
        await using var server = new LoopbackServer(async (_, line) =>
        {
            await line.HearRequest();
            await line.Say("HTTP/1.1 503 Busy\r\nRetry-After: 12\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        });
        var answer = await Notify(server, attempt: TimeSpan.FromSeconds(5));
        Assert.AreEqual((AnswerKind.NotNow, "It answered 503.", TimeSpan.FromSeconds(12)), (answer.Kind, answer.Said, answer.RetryAfter));
    }

    [TestMethod]
    public async Task Who_never_answers_does_not_hold_anybody_up_for_ever()
    {
        await using var server = new LoopbackServer((_, line) => line.Sulk());
        var answer = await Notify(server, attempt: TimeSpan.FromSeconds(5));
        Assert.AreEqual((AnswerKind.NotNow, "It did not answer in time."), (answer.Kind, answer.Said));
    }

    [TestMethod]
    public async Task Who_fails_all_the_time_is_left_alone_for_a_while_and_then_asked_again()
    {
        var clock = new FakeTimeProvider(Noon);
        var isWell = false;
        await using var server = new LoopbackServer(async (_, line) =>
        {
            await line.HearRequest();
            await line.Say(isWell ? "HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n" : "HTTP/1.1 500 Oh\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        });
        using var webhook = new Webhook(Settings(server.Port), clock);
        for (var i = 0; i < 5; i++)
            await Advancing(clock, webhook.Notify(Delivery(), CancellationToken.None), seconds: 0.2);
        var before = server.Connections;
        Assert.AreEqual(AnswerKind.Away, (await webhook.Notify(Delivery(), CancellationToken.None)).Kind);
        Assert.AreEqual(before, server.Connections, "it was not even asked");
        isWell = true;
        clock.Advance(TimeSpan.FromMinutes(2));
        Assert.AreEqual(AnswerKind.Taken, (await Advancing(clock, webhook.Notify(Delivery(), CancellationToken.None))).Kind);
    }

    [TestMethod]
    public async Task Nobody_there_is_an_answer_too_and_no_answer_tells_the_address_or_the_key()
    {
        int port;
        await using (var server = new LoopbackServer((_, line) => line.Sulk()))
            port = server.Port;
        var clock = new FakeTimeProvider(Noon);
        using var webhook = new Webhook(Settings(port), clock);
        var answer = await Advancing(clock, webhook.Notify(Delivery(), CancellationToken.None));
        Assert.AreEqual(AnswerKind.NotNow, answer.Kind);
        Assert.DoesNotContain("hidden", answer.Said);
        Assert.DoesNotContain("127.0.0.1", answer.Said);
        Assert.DoesNotContain(Key, answer.Said);
    }

    [TestMethod]
    public async Task A_missing_key_is_named_by_its_place()
    {
        var clock = new FakeTimeProvider(Noon);
        using var webhook = new Webhook(new WebhookSettings("hook", Secret.Open("http://127.0.0.1:1/"), Secret.At("env:NO_SUCH_KEY", new Dictionary<string, string>(), "/")!), clock);
        var answer = await webhook.Notify(Delivery(), CancellationToken.None);
        Assert.AreEqual(AnswerKind.Refused, answer.Kind);
        StringAssert.Contains(answer.Said, "the environment variable NO_SUCH_KEY", StringComparison.Ordinal);
    }

    private static Task Misbehave(string fault, Line line) => fault switch
    {
        "slow" => line.Sulk(),
        "busy" => line.Say("HTTP/1.1 429 Too Many Requests\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"),
        "failing" => line.Say("HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"),
        "halfway" => line.Say("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nonly this"),
        "half a head" => line.Say("HTTP/1.1 200 OK\r\nConte"),
        "no HTTP" => line.Say("220 smtp.example.org ready\r\n"),
        _ => Task.CompletedTask,
    };

    private static async Task<Answer> Notify(LoopbackServer server, FakeTimeProvider? clock = null, TimeSpan? attempt = null)
    {
        clock ??= new FakeTimeProvider(Noon);
        using var webhook = new Webhook(Settings(server.Port, attempt), clock);
        return await Advancing(clock, webhook.Notify(Delivery(), CancellationToken.None));
    }

    /// <summary>Time passes while somebody waits: a second every few milliseconds, unless the test needs it slower.</summary>
    internal static async Task<Answer> Advancing(FakeTimeProvider clock, Task<Answer> work, double seconds = 1)
    {
        while (await Task.WhenAny(work, Task.Delay(20)) != work)
            clock.Advance(TimeSpan.FromSeconds(seconds));
        return await work;
    }

    /// <summary>An attempt has long by the clock that the tests turn, so that a busy machine does not end it.</summary>
    private static WebhookSettings Settings(int port, TimeSpan? attempt = null) => new("hook", Secret.Open($"http://127.0.0.1:{port}/hook?token=hidden"), Secret.Open(Key)) { AttemptTimeout = attempt ?? TimeSpan.FromMinutes(10), TotalTimeout = 4 * (attempt ?? TimeSpan.FromMinutes(10)) };

    private static Cleared<Delivery> Delivery() =>
        new Egress([new HoldPolicy()]).Clear(new Delivery("the-id", "published", """{"말":"쌀값"}"""), new Departure(Exit.Webhook, null, "", Noon)).Value!;
}
