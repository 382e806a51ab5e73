using System.Diagnostics;
using System.Globalization;
using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using TransFlow.Core.Segments;
using TransFlow.Core.Stages;
using TransFlow.Engine;
using TransFlow.Engine.Adapters;
using TransFlow.Engine.Files;
using TransFlow.Engine.Jobs;
using TransFlow.Engine.Settings;
using TransFlow.Engine.Store;

namespace TransFlow.Benchmarks;

/// <summary>
/// A newsroom of 10,000 live editions and 1,000,000 segments: what the board reads, the status, the sweep, and a worker that has
/// nothing to do. On SQLite; with <c>TRANSFLOW_TEST_POSTGRES</c> in the environment, in a schema of that database.
/// </summary>
internal static class StoreBenchmark
{
    private const int Articles = 5_000;
    private const int Paragraphs = 25;
    private const int Batch = 50;
    private const int Rounds = 9;

    public static void Run()
    {
        var folder = Directory.CreateTempSubdirectory("transflow-benchmark-").FullName;
        try
        {
            var settings = Settings(folder);
            using (var newsroom = Newsroom.Open(settings, TimeProvider.System, NullLogger.Instance).Value!)
            {
                Fill(newsroom, folder);
                Measure(newsroom);
                Suggest(newsroom);
            }

            Idle(folder);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static NewsroomSettings Settings(string folder)
    {
        var server = Environment.GetEnvironmentVariable("TRANSFLOW_TEST_POSTGRES");
        var store = string.IsNullOrEmpty(server) ? "sqlite:newsroom.db" : $"postgres:{server}";
        Console.WriteLine($"store: {store.Split(':')[0]}");
        File.WriteAllText(Path.Combine(folder, "transflow.json"), $$"""
            { "source": {}, "targets": { "en": {}, "ja": {} }, "store": "{{store}}",
              "people": { "translate": { "en": ["mina"], "ja": ["aoi"] }, "edit": { "en": ["jonas"], "ja": ["ken"] },
              "profiles": { "mina": { "format": "2.0-modules" } } } }
            """);
        Directory.CreateDirectory(Path.Combine(folder, "translations", "articles"));
        for (var i = 0; i < Articles; i++)
            File.WriteAllText(Path.Combine(folder, "translations", "articles", $"story-{i:0000}.ko.md"), Article(i));
        return SettingsFile.Read(Path.Combine(folder, "transflow.json"), new Dictionary<string, string>()).Settings!;
    }

    private static string Article(int number)
    {
        var text = new StringBuilder();
        for (var i = 0; i < Paragraphs; i++)
            text.Append(CultureInfo.InvariantCulture, $"기사 {number}의 {i}번째 문단이다. 서울시가 오는 10월부터 심야버스를 {number}-{i}번 늘린다고 밝혔다. 새 {number}-{i} 노선은 강남과 외곽을 잇는다. 자세한 내용은 {number}권 {i}쪽에 있다.\n\n");
        return text.ToString();
    }

    private static void Fill(Newsroom newsroom, string folder)
    {
        var room = newsroom.Room;
        new Intake(room, new FolderSource(newsroom.Settings.Source.Folder)).Run(CancellationToken.None).GetAwaiter().GetResult();
        var (editions, segments) = (0, 0);
        foreach (var articles in room.Store.Articles().Chunk(Batch))
        {
            var changes = new Changes();
            foreach (var row in articles.SelectMany(a => room.Store.Editions(a.Id)))
            {
                var live = Live(row.Edition, folder);
                (editions, segments) = (editions + 1, segments + live.Segments.Length);
                changes = changes with
                {
                    Editions = changes.Editions.Add((live, row.Version)),
                    Packages = changes.Packages.AddRange(Package(live, "translate"), Package(live, "edit")),
                    Events = changes.Events.Add(Event.Of("published", live.Article, live.Language, Event.Program)),
                };
            }

            if (!room.Store.Commit(changes, room.Clock.GetUtcNow()))
                throw new InvalidOperationException("Somebody else works in this newsroom.");
        }

        Console.WriteLine(FormattableString.Invariant($"{editions:N0} live editions, {segments:N0} segments, {room.Store.PackageHeads().Length:N0} packages"));
    }

    private static Edition Live(Edition edition, string folder)
    {
        var finished = edition with { Segments = [.. edition.Segments.Select(Finished)] };
        var page = Encoding.UTF8.GetBytes(string.Join("\n\n", finished.Segments.Select(s => s.Target!.Text)));
        var path = Path.Combine(folder, "translations", "published", edition.Language, $"{edition.Article}.md");
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, page);
        return finished with { Live = new LiveEdition(finished.Fingerprint, $"{edition.Article}.md", Digest.Of(page), TimeProvider.System.GetUtcNow()) };
    }

    private static SegmentWork Finished(SegmentWork segment)
    {
        var done = segment with { Target = Content.Of($"Translated: {segment.Source.Text}"), Changes = [new Change("mina", "translate")] };
        return done with { SignOffs = [new SignOff("translate", "mina", done.Fingerprint), new SignOff("edit", "jonas", done.Fingerprint)] };
    }

    private static PackageRow Package(Edition edition, string stage) => new(
        $"tf-{edition.Article}-{edition.Language}-{stage}", edition.Article, edition.Language, stage, edition.Revision, 0, $"{edition.Language}/{stage}/{edition.Article}.xlf", new byte[20_000], TimeProvider.System.GetUtcNow());

    private static void Measure(Newsroom newsroom)
    {
        newsroom.Step("sweep", CancellationToken.None).GetAwaiter().GetResult();
        var times = Timing.Medians(
            Rounds,
            () => newsroom.Store.Heads(),
            () => newsroom.Status(),
            () => newsroom.Step("sweep", CancellationToken.None).GetAwaiter().GetResult(),
            () => newsroom.Step("collect", CancellationToken.None).GetAwaiter().GetResult());
        Timing.Print("all editions' heads, as the board reads them", $"{times[0]:0} ms", "goal: 200 or less");
        Timing.Print("status", $"{times[1]:0} ms", "goal: 200 or less");
        Timing.Print("sweep with nothing to do", $"{times[2]:0} ms", "goal: 200 or less");
        Timing.Print("collect with nothing to do", $"{times[3]:0} ms");
    }

    /// <summary>What helps with a package of a hundred segments, looked up among all that is signed off.</summary>
    private static void Suggest(Newsroom newsroom)
    {
        var room = newsroom.Room;
        File.WriteAllText(Path.Combine(newsroom.Settings.Source.Folder, "late.ko.md"), Article(Articles));
        new Intake(room, new FolderSource(newsroom.Settings.Source.Folder)).Run(CancellationToken.None).GetAwaiter().GetResult();
        var edition = room.Store.Edition("late", "en")!.Edition;
        var package = Core.Exchange.Package.Cut(room.Extract("late", 1), edition)!;
        var found = 0;
        var times = Timing.Medians(Rounds, () => found = new ReferenceShelf(room).For(package).Value!.Memory.Length);
        Timing.Print(FormattableString.Invariant($"suggestions for a package of {edition.Segments.Length} segments, {found} found"), $"{times[0]:0} ms");
    }

    /// <summary>A worker as a process: what it takes once it has looked at everything and handed an article out with its suggestions.</summary>
    private static void Idle(string folder)
    {
        using var worker = Process.Start(new ProcessStartInfo("dotnet", [BuiltProgram.File, "run"]) { WorkingDirectory = folder, RedirectStandardError = true })!;
        Task.Delay(TimeSpan.FromSeconds(60)).GetAwaiter().GetResult();
        worker.Refresh();
        var (before, mark) = (worker.TotalProcessorTime, Stopwatch.GetTimestamp());
        Task.Delay(TimeSpan.FromSeconds(120)).GetAwaiter().GetResult();
        worker.Refresh();
        var used = (worker.TotalProcessorTime - before) / Stopwatch.GetElapsedTime(mark);
        Timing.Print("idle worker, over two minutes", $"{used:0.00%} of a core", "goal: 1 % or less");
        Timing.Print("its memory, most since its start", $"{Peak(worker.Id) / 1024:0} MB", "goal: 300 or less");
        worker.Kill();
        worker.WaitForExit();
    }

    /// <summary>The most memory that a process ever held, in kilobytes.</summary>
    private static double Peak(int process) =>
        double.Parse(File.ReadLines($"/proc/{process}/status").First(l => l.StartsWith("VmHWM:", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture);
}
