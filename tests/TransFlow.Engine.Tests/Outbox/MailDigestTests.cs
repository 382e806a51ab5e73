using System.Collections.Immutable;
using System.Text;
using Microsoft.Extensions.Time.Testing;
using TransFlow.Core.Ports;
using TransFlow.Core.Protection;
using TransFlow.Core.Stages;
using TransFlow.Engine.Outbox;
using TransFlow.Engine.Settings;
using TransFlow.Engine.Store;

namespace TransFlow.Engine.Tests.Outbox;

/// <summary>The mail digest in real SMTP conversations.</summary>
[TestClass]
public sealed class MailDigestTests
{
    private const string Password = "correct horse";
    private static readonly DateTimeOffset Noon = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);

    [TestMethod]
    public async Task A_digest_goes_out_in_a_real_conversation_without_the_name_of_this_machine()
    {
        await using var server = new LoopbackServer((_, line) => SmtpTalk.Take(line));
        var answer = await Send(server.Port);
        Assert.AreEqual(AnswerKind.Taken, answer.Kind, answer.Said);
        var heard = string.Join('\n', server.Heard);
        foreach (var said in new[] { "EHLO [127.0.0.1]|EHLO localhost", "MAIL FROM:<desk@example.org>", "RCPT TO:<chief@example.org>", "RCPT TO:<night@example.org>", "Subject: TransFlow: 2 published", "Message-Id: <the-id@example.org>", "Auto-Submitted: auto-generated", "Date: Mon, 02 Mar 2026 12:00:00 +0000", "Published: 2" })
            Assert.IsTrue(said.Split('|').Any(s => heard.Contains(s, StringComparison.Ordinal)), $"{said} in\n{heard}");
        Assert.DoesNotContain(Environment.GetEnvironmentVariable("HOSTNAME") ?? "no-host-name", heard);
    }

    [TestMethod]
    public async Task An_account_signs_in_with_the_password_from_its_place()
    {
        await using var server = new LoopbackServer((_, line) => SmtpTalk.Take(line, extension: "AUTH PLAIN"));
        Assert.AreEqual(AnswerKind.Taken, (await Send(server.Port, user: "desk")).Kind);
        Assert.IsTrue(server.Heard.Contains($"AUTH PLAIN {Convert.ToBase64String(Encoding.UTF8.GetBytes($"\0desk\0{Password}"))}"), string.Join('\n', server.Heard));
    }

    [TestMethod]
    [DataRow("away", AnswerKind.Taken)]
    [DataRow("greylisting", AnswerKind.Taken)]
    [DataRow("breaks off in the text", AnswerKind.Taken)]
    [DataRow("slow", AnswerKind.Taken)]
    [DataRow("no such person", AnswerKind.Refused)]
    [DataRow("wrong password", AnswerKind.Refused)]
    [DataRow("closes after the text", AnswerKind.Taken)]
    public async Task What_may_get_better_is_tried_again_and_what_may_not_is_told(string fault, AnswerKind expected)
    {
        await using var server = new LoopbackServer((number, line) => fault switch
        {
            "away" when number == 1 => Task.Run(line.Reset),
            "greylisting" when number == 1 => SmtpTalk.Take(line, recipient: "451 4.7.1 Try again later"),
            "breaks off in the text" when number == 1 => SmtpTalk.Take(line, breaksOff: true),
            "slow" when number == 1 => SmtpTalk.Stall(line),
            "no such person" => SmtpTalk.Take(line, recipient: "550 5.1.1 No such user chief@example.org"),
            "wrong password" => SmtpTalk.Take(line, extension: "AUTH PLAIN", signIn: $"535 5.7.8 Not {Password}"),
            "closes after the text" => SmtpTalk.Take(line, saysGoodBye: false),
            _ => SmtpTalk.Take(line),
        });
        var answer = await Send(server.Port, user: fault == "wrong password" ? "desk" : null, attempt: fault == "slow" ? TimeSpan.FromMinutes(2) : null);
        Assert.AreEqual(expected, answer.Kind, answer.Said);
        Assert.DoesNotContain(Password, answer.Said);
        Assert.DoesNotContain("chief", answer.Said);
        Assert.AreEqual(expected == AnswerKind.Refused || fault == "closes after the text" ? 1 : 2, server.Connections);
    }

    [TestMethod]
    public async Task A_server_without_the_encryption_that_is_asked_for_gets_nothing()
    {
        await using var server = new LoopbackServer((_, line) => SmtpTalk.Take(line));
        var answer = await Send(server.Port, security: MailSecurity.StartTls);
        Assert.AreEqual(AnswerKind.Refused, answer.Kind);
        Assert.DoesNotContain("MAIL FROM", string.Join('\n', server.Heard));
    }

    [TestMethod]
    public void A_digest_has_counts_and_links_and_nothing_in_anybodys_own_words()
    {
        EventRow Row(long number, string kind, string article, string? language, params (string, string)[] details) => new(number, Noon, Event.Of(kind, article, language, "mina", details), "ff");
        var text = DigestText.Of("id", ImmutableArray.Create(
            Row(1, "published", "rice-prices", "en", ("path", "rice-prices.en.md")), Row(2, "published", "rice-prices", "ja"), Row(3, "overdue", "trucks", "en", ("to", "jonas")),
            Row(4, "sent-back", "trucks", "en", ("reason", "쌀값 in the second paragraph is wrong.")), Row(5, "quarantined", "", null, ("file", "secret story.md"))), 2, "https://desk.example.org/{lang}/{article}");
        Assert.AreEqual("""
            Late: 1
              trucks [en] https://desk.example.org/en/trucks

            Published: 2
              rice-prices [en] https://desk.example.org/en/rice-prices
              rice-prices [ja] https://desk.example.org/ja/rice-prices

            Sent back: 1
              trucks [en] https://desk.example.org/en/trucks

            Not taken: 1

            2 more are of editions that are held.

            """.ReplaceLineEndings("\n"), text.Body);
        Assert.AreEqual("TransFlow: 1 late, 2 published, 1 sent back, 1 not taken", text.Subject);
    }

    [TestMethod]
    [DataRow("desk@example.org", true)]
    [DataRow("Desk <desk@example.org>", false)]
    [DataRow("desk", false)]
    [DataRow("desk@", false)]
    [DataRow("desk@example.org\r\nBcc: all@example.org", false)]
    [DataRow("", false)]
    public void An_address_is_one_plain_address(string text, bool isOne) => Assert.AreEqual(isOne, MailAddress.IsValid(text));

    private static async Task<Answer> Send(int port, string? user = null, MailSecurity security = MailSecurity.None, TimeSpan? attempt = null)
    {
        var clock = new FakeTimeProvider(Noon);
        var settings = new MailSettings("mail", "127.0.0.1", port, security) { From = "desk@example.org", To = ["chief@example.org", "night@example.org"], At = "0 0 8 * * ?", User = user, Password = Secret.Open(Password), AttemptTimeout = attempt ?? TimeSpan.FromMinutes(10), TotalTimeout = TimeSpan.FromMinutes(40) };
        var delivery = new Egress([new HoldPolicy()]).Clear(new Delivery("the-id", "TransFlow: 2 published", "Published: 2\n"), new Departure(Exit.Mail, null, "", Noon)).Value!;
        return await WebhookTests.Advancing(clock, new MailDigest(settings, clock).Notify(delivery, CancellationToken.None));
    }
}
