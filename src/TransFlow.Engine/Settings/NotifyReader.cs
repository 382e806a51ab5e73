using System.Collections;
using System.Collections.Immutable;
using System.Globalization;
using TransFlow.Engine.Jobs;
using TransFlow.Engine.Schedule;

namespace TransFlow.Engine.Settings;

/// <summary>Reads the ways to tell others what happened.</summary>
/// <param name="environment">The environment's variables, which may have secrets.</param>
/// <param name="folder">The newsroom's folder.</param>
internal sealed class NotifyReader(IDictionary environment, string folder)
{
    private static readonly string[] OfWebhooks = ["url", "key", "people"];
    private static readonly string[] OfMail = ["host", "port", "security", "user", "password", "from", "to", "at", "link"];

    private static readonly ImmutableArray<string> OfRecord = [.. EventWords.Kinds.Where(Outbox.Feed.IsTold)];
    private static readonly ImmutableArray<string> OfDigests = [.. Outbox.DigestText.Kinds];

    public ImmutableArray<NotifySettings> Read(IEnumerable<SettingReader> ways)
    {
        var read = ImmutableArray.CreateBuilder<NotifySettings>();
        foreach (var way in ways)
        {
            var type = way.Choice("type", "webhook", "mail");
            var name = way.Text("name", type)!;
            if (read.Any(w => w.Name == name))
                way.Problem("name", "name-twice", $"Two ways are called '{name}'.", "Give each its own \"name\".");
            NotifySettings one = type == "webhook" ? Webhook(way, name) : Mail(way, name);
            foreach (var other in (type == "webhook" ? OfMail : OfWebhooks).Where(way.Has))
                way.Problem(other, "other-type", $"'{other}' is of no use to a {type}.", "Take it out.");
            read.Add(one with
            {
                Events = [.. way.Words("events", type == "webhook" ? OfRecord : OfDigests)],
                AttemptTimeout = way.Time("attemptTimeout") ?? one.AttemptTimeout,
                TotalTimeout = way.Time("totalTimeout") ?? one.TotalTimeout,
            });
            way.Done();
        }

        return read.ToImmutable();
    }

    private WebhookSettings Webhook(SettingReader way, string name)
    {
        var url = way.Text("url") ?? "";
        var address = Secret.At(url, environment, folder);
        if (address is null && !IsSafe(url))
            way.Problem("url", "not-https", url.Length == 0 ? "The webhook has no address." : "The webhook's address is no https address.", "Write https://…, or env:NAME or file:PATH when the address is a secret; http is for this machine only.");
        return new WebhookSettings(name, address ?? Secret.Open(url), SecretOf(way, "key", isNeeded: true)!) { NamesPeople = way.Choice("people", "withhold", "name") == "name" };
    }

    private MailSettings Mail(SettingReader way, string name)
    {
        var host = way.Text("host", "")!;
        if (host.Length == 0)
            way.Problem("host", "no-host", "The mail server is not named.", "Write \"host\": \"smtp.example.org\".");
        var security = way.Choice("security", "tls", "startTls", "none") switch { "tls" => MailSecurity.Tls, "startTls" => MailSecurity.StartTls, _ => MailSecurity.None };
        if (security == MailSecurity.None && !IsHere(host))
            way.Problem("security", "not-tls", "Mail would leave this machine in the clear.", "Write tls or startTls.");
        if (!int.TryParse(way.Text("port", security == MailSecurity.Tls ? "465" : "587"), NumberStyles.None, CultureInfo.InvariantCulture, out var port) || port is 0 or > 65535)
            way.Problem("port", "setting-value", "The port is no number from 1 to 65535.", "Write 465 or 587.");
        var at = way.Text("at", "0 0 8 * * ?")!;
        if (!CronText.IsValid(at))
            way.Problem("at", "not-cron", $"'{at}' is no cron expression.", "It has six fields: seconds, minutes, hours, day of month, month, day of week; one of the two days is '?'.");
        return new MailSettings(name, host, port, security)
        {
            From = Address(way, "from", way.Text("from") ?? ""),
            To = [.. way.Texts("to").DefaultIfEmpty("").Select(t => Address(way, "to", t))],
            User = way.Text("user"),
            Password = SecretOf(way, "password", isNeeded: way.Has("user")),
            At = at,
            Link = way.Text("link"),
        };
    }

    private Secret? SecretOf(SettingReader way, string name, bool isNeeded)
    {
        var text = way.Text(name);
        var secret = text is null ? null : Secret.At(text, environment, folder);
        if (secret is null && (isNeeded || text is not null))
            way.Problem(name, "secret-place", text is null ? $"'{name}' is missing." : $"'{name}' stands in the settings, where it can be read.", "Write env:NAME for an environment variable, or file:PATH for a file.");
        return secret ?? (isNeeded ? Secret.Open("") : null);
    }

    private static string Address(SettingReader way, string name, string address)
    {
        if (!Outbox.MailAddress.IsValid(address))
            way.Problem(name, "not-an-address", address.Length == 0 ? $"'{name}' is missing." : $"'{address}' is no mail address.", "Write it as desk@example.org.");
        return address;
    }

    private static bool IsSafe(string url) => Uri.TryCreate(url, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback));

    private static bool IsHere(string host) => host is "localhost" or "127.0.0.1" or "::1";
}
