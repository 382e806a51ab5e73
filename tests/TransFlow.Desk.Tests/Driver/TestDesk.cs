using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using TransFlow.Desk.SignIn;
using TransFlow.Engine;
using TransFlow.Engine.Settings;
using TransFlow.Tests.Newsroom;

namespace TransFlow.Desk.Tests.Driver;

/// <summary>The desk of a copy of the sample newsroom, after its first pass, on a free port of this machine.</summary>
internal sealed class TestDesk : IAsyncDisposable
{
    public const string Password = "four words that differ";

    /// <summary>A title and 300 sentences in blocks of three: more than one page of an edition.</summary>
    public static readonly string LongArticle = "---\nlang: ko\ntitle: 긴 기사\n---\n\n" + string.Concat(Enumerable.Range(1, 100).Select(i => $"쌀값이 {i}원 올랐다. 소식통이 {i}번 말했다. 시장은 {i}시에 열린다.\n\n"));

    /// <summary>Slow by design, so once.</summary>
    private static readonly string Hash = Passwords.Hash("anybody", Password).Value!;

    private readonly TestNewsroom _room;
    private readonly WebApplication _app;

    private TestDesk(TestNewsroom room, Newsroom newsroom, WebApplication app, FakeTimeProvider clock) => (_room, Newsroom, _app, Clock) = (room, newsroom, app, clock);

    public Newsroom Newsroom { get; }

    public FakeTimeProvider Clock { get; }

    public IServiceProvider Services => _app.Services;

    public Uri Address => new(_app.Urls.First());

    public TestNewsroom Room => _room;

    /// <summary>Starts a desk: mina translates and jonas edits English, aoi and ren Japanese, eva is the desk chief, nobody knows otto.</summary>
    /// <param name="settings">More settings, as the environment says them.</param>
    public static Task<TestDesk> Start(params (string Name, string Value)[] settings) => Start(["jonas"], settings);

    /// <summary>The same with other editors of English.</summary>
    /// <param name="editors">Who edits English.</param>
    /// <param name="settings">More settings, as the environment says them.</param>
    public static async Task<TestDesk> Start(string[] editors, params (string Name, string Value)[] settings)
    {
        var room = new TestNewsroom(withReturns: true);
        room.Write("transflow.json", room.Read("transflow.json").Replace("\"chiefs\": []", "\"chiefs\": [\"eva\"]", StringComparison.Ordinal)
            .Replace("\"edit\": { \"en\": [\"jonas\"]", $"\"edit\": {{ \"en\": [{string.Join(", ", editors.Select(e => $"\"{e}\""))}]", StringComparison.Ordinal));
        foreach (var (name, value) in settings)
            room.Environment[name] = value;
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero)) { AutoAdvanceAmount = TimeSpan.FromMilliseconds(1) };
        var (read, problems) = SettingsFile.Read(room.PathOf("transflow.json"), room.Environment);
        var newsroom = Newsroom.Open(read ?? throw new InvalidOperationException(problems[0].ToString()), clock, NullLogger.Instance).Value!;
        await Pass(newsroom, clock);
        foreach (var person in new[] { "mina", "jonas", "aoi", "ren", "eva", "otto" })
            newsroom.Accounts.Open(person, Hash, "test");
        var builder = DeskHost.Builder(newsroom, clock);
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.MapDesk();
        await app.StartAsync();
        return new TestDesk(room, newsroom, app, clock);
    }

    /// <summary>One pass of the worker.</summary>
    public Task Pass() => Pass(Newsroom, Clock);

    /// <summary>A browser in which nobody has signed in.</summary>
    public TestVisitor Visitor() => new(Address);

    /// <summary>A browser in which a person has signed in.</summary>
    public async Task<TestVisitor> SignedIn(string person)
    {
        var visitor = Visitor();
        using var answer = await visitor.SignIn(person, Password);
        Assert.AreEqual(HttpStatusCode.Redirect, answer.StatusCode, person);
        return visitor;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        Newsroom.Dispose();
        _room.Dispose();
    }

    private static async Task Pass(Newsroom newsroom, FakeTimeProvider clock)
    {
        var work = newsroom.Pass(CancellationToken.None);
        while (await Task.WhenAny(work, Task.Delay(20)) != work)
            clock.Advance(TimeSpan.FromSeconds(1));
        Assert.IsEmpty(await work, "steps were left");
    }
}
