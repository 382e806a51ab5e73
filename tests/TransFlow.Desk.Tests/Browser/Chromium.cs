using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;

namespace TransFlow.Desk.Tests.Browser;

/// <summary>A real browser without a window, driven by its own DevTools protocol; each tab is a browser of its own to the desk.</summary>
internal sealed class Chromium : IAsyncDisposable
{
    private readonly Process _process;
    private readonly string _profile;
    private readonly ClientWebSocket _socket = new();
    private readonly ConcurrentDictionary<int, TaskCompletionSource<JsonNode>> _asked = new();
    private readonly SemaphoreSlim _turn = new(1, 1);
    private Task? _reading;
    private Task<string>? _draining;
    private int _number;

    private Chromium(Process process, string profile) => (_process, _profile) = (process, profile);

    /// <summary>Where the browser is; null when there is none. The same browser without its windows, which draws nothing but pages, takes half of the time.</summary>
    public static string? Program { get; } = new[] { Environment.GetEnvironmentVariable("TRANSFLOW_CHROMIUM"), "/usr/bin/chromium-headless-shell", "/usr/bin/chromium" }.FirstOrDefault(File.Exists);

    public static async Task<Chromium> Start()
    {
        var profile = Directory.CreateTempSubdirectory("transflow-browser-").FullName;
        var start = new ProcessStartInfo(Program!,
        [
            "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
            "--disable-dev-shm-usage", "--remote-debugging-port=0", $"--user-data-dir={profile}", "about:blank",
        ])
        { RedirectStandardError = true };
        var browser = new Chromium(Process.Start(start)!, profile);
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        var line = "";
        await using var undo = new Undo(browser);
        while (!line.Contains("DevTools listening on ", StringComparison.Ordinal))
            line = await browser._process.StandardError.ReadLineAsync(patience.Token) ?? throw new InvalidOperationException("Chromium ended before it began.");
        browser._draining = browser._process.StandardError.ReadToEndAsync(CancellationToken.None);
        await browser._socket.ConnectAsync(new Uri(line[line.IndexOf("ws://", StringComparison.Ordinal)..].Trim()), patience.Token);
        browser._reading = browser.Read();
        undo.IsDone = true;
        return browser;
    }

    /// <summary>A browser with no cookies, at an address.</summary>
    public async Task<Tab> Open(Uri address, int width = 1280, int height = 900, bool hasScripts = true, string language = "en", bool isDark = false)
    {
        var context = (string)(await Ask("Target.createBrowserContext", new JsonObject()))["browserContextId"]!;
        return await Open(context, address, width, height, hasScripts, language, isDark);
    }

    /// <summary>Another page of the same browser, with the same cookies.</summary>
    public Task<Tab> Beside(Tab tab, Uri address) => Open(tab.Context, address, 1280, 900, hasScripts: true, "en", isDark: false);

    private async Task<Tab> Open(string context, Uri address, int width, int height, bool hasScripts, string language, bool isDark)
    {
        var target = (string)(await Ask("Target.createTarget", new JsonObject { ["url"] = "about:blank", ["browserContextId"] = context }))["targetId"]!;
        var session = (string)(await Ask("Target.attachToTarget", new JsonObject { ["targetId"] = target, ["flatten"] = true }))["sessionId"]!;
        var tab = new Tab(this, context, session, address);
        await tab.Ask("Page.enable");
        await tab.Ask("Network.enable");
        await tab.Ask("Network.setExtraHTTPHeaders", new JsonObject { ["headers"] = new JsonObject { ["Accept-Language"] = language } });
        await tab.Ask("Emulation.setDeviceMetricsOverride", new JsonObject { ["width"] = width, ["height"] = height, ["deviceScaleFactor"] = 1, ["mobile"] = width < 600 });
        // Pages of other tests come up in the same browser, and would take the focus away.
        await tab.Ask("Emulation.setFocusEmulationEnabled", new JsonObject { ["enabled"] = true });
        await tab.Ask("Emulation.setEmulatedMedia", new JsonObject { ["features"] = new JsonArray(new JsonObject { ["name"] = "prefers-color-scheme", ["value"] = isDark ? "dark" : "light" }) });
        if (!hasScripts)
            await tab.Ask("Emulation.setScriptExecutionDisabled", new JsonObject { ["value"] = true });
        return tab;
    }

    /// <summary>Asks the browser for something.</summary>
    public async Task<JsonNode> Ask(string method, JsonObject parameters, string? session = null)
    {
        var id = Interlocked.Increment(ref _number);
        var answer = new TaskCompletionSource<JsonNode>(TaskCreationOptions.RunContinuationsAsynchronously);
        _asked[id] = answer;
        var request = new JsonObject { ["id"] = id, ["method"] = method, ["params"] = parameters };
        if (session is not null)
            request["sessionId"] = session;
        await _turn.WaitAsync();
        try
        {
            await _socket.SendAsync(Encoding.UTF8.GetBytes(request.ToJsonString()), WebSocketMessageType.Text, true, CancellationToken.None);
        }
        finally
        {
            _turn.Release();
        }

        var said = await answer.Task.WaitAsync(TimeSpan.FromMinutes(2));
        return said["error"] is { } error ? throw new InvalidOperationException($"{method}: {error.ToJsonString()}") : said["result"]!;
    }

    public async ValueTask DisposeAsync()
    {
        _socket.Dispose();
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        if (_reading is not null)
            await _reading;
        if (_draining is not null)
            await _draining;
        _turn.Dispose();
        for (var i = 0; i < 50 && Directory.Exists(_profile); i++)
        {
            try
            {
                Directory.Delete(_profile, recursive: true);
            }
            catch (IOException)
            {
                // Its last process is still closing files.
                await Task.Delay(100);
            }
        }
    }

    private async Task Read()
    {
        var buffer = new byte[1 << 16];
        using var whole = new MemoryStream();
        try
        {
            while (true)
            {
                var part = await _socket.ReceiveAsync(buffer, CancellationToken.None);
                whole.Write(buffer, 0, part.Count);
                if (!part.EndOfMessage)
                    continue;
                var said = JsonNode.Parse(whole.ToArray())!;
                whole.SetLength(0);
                if (said["id"] is { } id && _asked.TryRemove((int)id, out var answer))
                    answer.SetResult(said);
            }
        }
        catch (Exception e) when (e is WebSocketException or ObjectDisposedException or OperationCanceledException or System.Text.Json.JsonException)
        {
            foreach (var answer in _asked.Values)
                answer.TrySetException(new InvalidOperationException("The browser has ended.", e));
        }
    }

    /// <summary>Ends a browser that did not come up.</summary>
    private sealed class Undo(Chromium browser) : IAsyncDisposable
    {
        public bool IsDone { get; set; }

        public ValueTask DisposeAsync() => IsDone ? ValueTask.CompletedTask : browser.DisposeAsync();
    }
}
