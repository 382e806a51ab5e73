using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Logging.Abstractions;
using TransFlow.Core.Segments;
using TransFlow.Core.Stages;
using TransFlow.Desk;
using TransFlow.Engine;
using TransFlow.Engine.Settings;
using TransFlow.Engine.Store;

namespace TransFlow.Benchmarks;

/// <summary>The desk of a large newsroom: how long the server takes for a page, and how large it is on the wire.</summary>
internal static partial class DeskBenchmark
{
    private const int Articles = 5_000;
    private const int Rounds = 30;
    private const string Password = "four words that differ";

    /// <summary>Makes a newsroom of 10,000 editions and measures its pages.</summary>
    public static void Run() => Measure().GetAwaiter().GetResult();

    private static async Task Measure()
    {
        var folder = Directory.CreateTempSubdirectory("transflow-desk-").FullName;
        try
        {
            Begin(folder);
            var settings = SettingsFile.Read(Path.Combine(folder, "transflow.json"), new Dictionary<string, string>()).Settings!;
            using var newsroom = Newsroom.Open(settings, TimeProvider.System, NullLogger.Instance).Value!;
            foreach (var numbers in Enumerable.Range(1, Articles).Chunk(500))
                Fill(newsroom, [.. numbers.Select(i => Article(string.Create(CultureInfo.InvariantCulture, $"story-{i:00000}"), i, paragraphs: 12))]);
            Fill(newsroom, Article("long", 0, paragraphs: 400));
            newsroom.Accounts.Open("eva", new PasswordHasher<string>().HashPassword("eva", Password), "benchmark");
            await using var app = DeskHost.Builder(newsroom, TimeProvider.System).Build();
            app.MapDesk();
            await app.StartAsync();
            await Pages(new Uri(app.Urls.First()), newsroom.Store.Heads().Length);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task Pages(Uri address, int editions)
    {
        using var client = new HttpClient(new HttpClientHandler { AutomaticDecompression = DecompressionMethods.None }) { BaseAddress = address };
        var form = Token().Match(await client.GetStringAsync(new Uri("/sign-in", UriKind.Relative))).Groups[1].Value;
        using var content = new FormUrlEncodedContent(new Dictionary<string, string> { ["form"] = form, ["person"] = "eva", ["password"] = Password });
        using var signedIn = await client.PostAsync(new Uri("/sign-in", UriKind.Relative), content);
        signedIn.EnsureSuccessStatusCode();
        Timing.Print("editions", $"{editions:N0}");
        await Page(client, "the smallest page: keys", "/keys", "");
        await Page(client, "board, first page", "/", "100 ms, 100 KB");
        await Page(client, "board, last page", $"/?show=all&page={editions / 50}", "");
        await Page(client, "board, search by title", "/?q=4321", "");
        await Page(client, "edition", "/editions/story-00001/en", "");
        await Page(client, "edition of 801 sentences, a page of it", "/editions/long/en", "");
        client.DefaultRequestHeaders.Add("Sec-Fetch-Site", "same-origin");
        client.DefaultRequestHeaders.Add("Accept-Encoding", "br");
        await Page(client, "the same, compressed", "/editions/long/en", "");
        client.DefaultRequestHeaders.Clear();
        await Page(client, "history", "/history", "");
        var page = await client.GetStringAsync(new Uri("/", UriKind.Relative));
        foreach (var asset in Asset().Matches(page).Select(m => m.Value))
            Timing.Print(asset.Split('/')[^1], $"{(await client.GetByteArrayAsync(new Uri(asset, UriKind.Relative))).Length / 1000.0:F1} KB");
    }

    private static async Task Page(HttpClient client, string what, string path, string goal)
    {
        var times = new List<double>();
        var (size, first) = (0, 0.0);
        for (var round = 0; round <= Rounds; round++)
        {
            var start = Stopwatch.GetTimestamp();
            size = (await client.GetByteArrayAsync(new Uri(path, UriKind.Relative))).Length;
            var time = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            if (round == 0)
                first = time;
            else
                times.Add(time);
        }

        Timing.Print(what, $"{times.Order().ElementAt(times.Count / 2):F1} ms (first {first:F0}), {size / 1000.0:F1} KB", goal);
    }

    private static void Begin(string folder)
    {
        Directory.CreateDirectory(Path.Combine(folder, "translations", "articles"));
        File.WriteAllText(Path.Combine(folder, "transflow.json"), """
            { "source": {}, "targets": { "en": {}, "ja": {} }, "desk": { "listen": "http://127.0.0.1:0", "chiefs": ["eva"] },
              "people": { "translate": { "en": ["mina"], "ja": ["aoi"] }, "edit": { "en": ["jonas"], "ja": ["ren"] } } }
            """);
    }

    /// <summary>Puts articles and their editions straight into the store: taking them in one by one is another matter.</summary>
    private static void Fill(Newsroom newsroom, params (string Id, byte[] Bytes, Extraction Source)[] articles)
    {
        var at = TimeProvider.System.GetUtcNow();
        newsroom.Store.Commit(new Changes
        {
            Articles = [.. articles.Select(a => (new ArticleRow(a.Id, a.Id + ".ko.md", "", 1), 0))],
            Revisions = [.. articles.Select(a => new RevisionRow(a.Id, 1, a.Id + ".ko.md", a.Bytes, [.. a.Source.Units.Select(u => u.Id)], [], at))],
            Editions = [.. articles.SelectMany(a => newsroom.Settings.Targets.Select(t => (EditionRevision.Begin(a.Id, t.Key, a.Source, t.Value.Route), 0)))],
            Events = [.. articles.SelectMany(a => newsroom.Settings.Targets.Keys.SelectMany(l => new[] { "edition-begun", "assigned", "handed-out" }.Select(k => Event.Of(k, a.Id, l, Event.Program, ("stage", "translate")))))],
        }, at);
    }

    private static (string Id, byte[] Bytes, Extraction Source) Article(string id, int number, int paragraphs)
    {
        var text = string.Join("\n\n", Enumerable.Range(1, paragraphs).Select(p => $"{p}번째 문단의 첫 문장이다. **소식통**은 “값이 올랐다”고 전했다."));
        var bytes = Encoding.UTF8.GetBytes($"---\nlang: ko\ntitle: 기사 {number}번의 제목\n---\n\n{text}\n");
        return (id, bytes, MarkdownExtractor.Extract(bytes, id + ".ko.md", new ExtractionOptions("ko")).Value!);
    }

    [GeneratedRegex("name=\"form\" value=\"([^\"]*)\"")]
    private static partial Regex Token();

    [GeneratedRegex("/assets/[0-9a-f]+/[a-z.]+")]
    private static partial Regex Asset();
}
