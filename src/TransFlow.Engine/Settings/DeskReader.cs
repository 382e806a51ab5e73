using System.Collections.Immutable;
using System.Globalization;
using System.Net;

namespace TransFlow.Engine.Settings;

/// <summary>Reads the settings of the desk; a desk that would carry passwords over a network in the clear is refused.</summary>
/// <param name="desk">The object.</param>
/// <param name="folder">The newsroom's folder.</param>
/// <param name="ids">The ids of people that are known so far.</param>
internal sealed class DeskReader(SettingReader desk, string folder, PersonIds ids)
{
    /// <summary>The settings; null when there is no desk.</summary>
    public DeskSettings? Read()
    {
        var listen = Address("listen", "http://127.0.0.1:8460");
        var url = Address("url", null);
        var proxy = desk.Object("proxy");
        var header = proxy.Text("header");
        var addresses = proxy.Texts("addresses").Select(t => Ip(proxy, t)).OfType<IPAddress>().ToImmutableArray();
        if (header is not null && addresses.IsEmpty)
            proxy.Problem("header", "proxy-unknown", "A header names the person, but no address is listed from which it is believed.", "List the proxy's address: \"addresses\": [\"127.0.0.1\"].");
        proxy.Done();
        var hours = desk.Text("lateAfter", "24")!;
        if (!double.TryParse(hours, NumberStyles.Number, CultureInfo.InvariantCulture, out var late) || late is <= 0 or > 100_000)
            desk.Problem("lateAfter", "not-hours", $"'{hours}' is no number of hours.", "Write a number such as 24.");
        ImmutableArray<string> chiefs = [.. desk.Texts("chiefs")];
        ids.Add(desk, "chiefs", chiefs);
        var settings = listen is null ? null : new DeskSettings
        {
            Listen = listen,
            Url = url,
            Chiefs = chiefs,
            LateAfter = TimeSpan.FromHours(late),
            LoadsImages = desk.Choice("images", "none", "site") == "site",
            Pictures = desk.Text("pictures") is { Length: > 0 } pictures ? Path.GetFullPath(Path.Combine(folder, pictures)) : null,
            Keys = Path.Combine(folder, desk.Text("keys", "translations/.transflow/keys")!),
            ProxyHeader = header,
            ProxyAddresses = addresses,
        };
        desk.Done();
        if (settings is { Listen.IsLoopback: false } && settings.Url?.Scheme != Uri.UriSchemeHttps)
            desk.Problem("listen", "open-desk", $"'{settings.Listen}' can be reached from other machines without encryption.", "Listen on 127.0.0.1, or put a proxy that ends TLS before it and say its address: \"url\": \"https://…\".");
        return desk.IsThere ? settings : null;
    }

    private Uri? Address(string name, string? otherwise)
    {
        if (desk.Text(name, otherwise) is not { } text)
            return null;
        if (Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.AbsolutePath == "/" && (uri.Scheme == Uri.UriSchemeHttp || (uri.Scheme == Uri.UriSchemeHttps && name == "url")))
            return uri;
        desk.Problem(name, "not-address", $"'{text}' is no address for it.", name == "url" ? "Write it like https://desk.example.org." : "Write it like http://127.0.0.1:8460; a proxy before it ends TLS.");
        return null;
    }

    private static IPAddress? Ip(SettingReader proxy, string text)
    {
        if (IPAddress.TryParse(text, out var address))
            return address;
        proxy.Problem("addresses", "not-ip", $"'{text}' is no IP address.", "Write it like 127.0.0.1.");
        return null;
    }
}
