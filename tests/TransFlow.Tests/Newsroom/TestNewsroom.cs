using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using TransFlow.Cli;
using TransFlow.Engine.Settings;
using TransFlow.Engine.Store;
using TransFlow.Engine.Tests.Store.Rooms;

namespace TransFlow.Tests.Newsroom;

/// <summary>A copy of the sample newsroom in a folder of its own, worked through the command line.</summary>
internal sealed partial class TestNewsroom : IDisposable
{
    private static int _number;

    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero)) { AutoAdvanceAmount = TimeSpan.FromMilliseconds(1) };

    private readonly PostgresRoom? _postgres;

    public TestNewsroom(bool withReturns = false, StoreKind store = StoreKind.Sqlite, string? server = null)
    {
        if (store == StoreKind.Postgres)
        {
            _postgres = server is null ? new PostgresRoom() : new PostgresRoom(server);
            Environment["TRANSFLOW__STORE"] = _postgres.Setting;
        }

        Folder = Path.Combine(Path.GetTempPath(), $"transflow-tests-{System.Environment.ProcessId}-{Interlocked.Increment(ref _number)}");
        Copy(SampleFolder, Folder);
        if (!withReturns)
            Directory.Delete(PathOf("translations/returned"), recursive: true);
    }

    /// <summary>The sample newsroom as it was built beside the tests.</summary>
    public static string SampleFolder { get; } = Path.Combine(AppContext.BaseDirectory, "Newsroom");

    public string Folder { get; }

    public string Out { get; private set; } = "";

    public string Error { get; private set; } = "";

    /// <summary>The worker's desk takes whatever port is free: many workers run at once.</summary>
    public Dictionary<string, string> Environment { get; } = new() { ["TRANSFLOW__DESK__LISTEN"] = "http://127.0.0.1:0" };

    public string PathOf(string relative) => Path.Combine(Folder, relative);

    public string Read(string relative) => File.ReadAllText(PathOf(relative));

    public bool Exists(string relative) => File.Exists(PathOf(relative));

    public void Write(string relative, string text) => Write(relative, Encoding.UTF8.GetBytes(text));

    public void Write(string relative, byte[] bytes)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(relative))!);
        File.WriteAllBytes(PathOf(relative), bytes);
    }

    /// <summary>Lets time pass.</summary>
    public void Later(TimeSpan time) => _clock.Advance(time);

    /// <summary>The moment, as the newsroom's clock has it.</summary>
    public DateTimeOffset Now => _clock.GetUtcNow();

    /// <summary>Puts settings in front of the first key of the sample's.</summary>
    public void Set(string settings) => Write("transflow.json", Read("transflow.json").Replace("\"source\": {", settings + ",\n  \"source\": {", StringComparison.Ordinal));

    /// <summary>Changes a piece of the settings.</summary>
    public void Set(string piece, string other)
    {
        Assert.Contains(piece, Read("transflow.json"));
        Write("transflow.json", Read("transflow.json").Replace(piece, other, StringComparison.Ordinal));
    }

    /// <summary>Runs a command that has to be refused, and gives what it said.</summary>
    public async Task<string> Refused(params string[] arguments)
    {
        Assert.AreEqual(1, await Run(arguments), $"transflow {string.Join(' ', arguments)}: {Out}{Error}");
        return Error;
    }

    /// <summary>Puts the clock of the next commands forward or back.</summary>
    public void Jump(TimeSpan by) => _clock.AdjustTime(_clock.GetUtcNow() + by);

    /// <summary>Runs a command and keeps what it wrote.</summary>
    public Task<int> Run(params string[] arguments) => RunWith("", arguments);

    /// <summary>Runs a command with standard input.</summary>
    public async Task<int> RunWith(string input, params string[] arguments)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        using var reader = new StringReader(input);
        var terminal = new Terminal(output, error, reader, Folder, Environment, _clock);
        var work = CommandLine.Run(arguments, terminal, CancellationToken.None);
        while (await Task.WhenAny(work, Task.Delay(20)) != work)
            _clock.Advance(TimeSpan.FromSeconds(1));
        (Out, Error) = (output.ToString(), error.ToString());
        return await work;
    }

    /// <summary>Runs a command that has to be done without complaint.</summary>
    public async Task Do(params string[] arguments)
    {
        var code = await Run(arguments);
        Assert.AreEqual(0, code, $"transflow {string.Join(' ', arguments)}: {Out}{Error}");
    }

    /// <summary>Does something to the store behind its back.</summary>
    public void Execute(string sql)
    {
        if (_postgres is not null)
        {
            _postgres.Execute(sql);
            return;
        }

        using var connection = new SqliteConnection($"Data Source={PathOf("translations/.transflow/newsroom.db")};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    /// <summary>Asks the database of the store something behind its back.</summary>
    public T Ask<T>(string sql) => _postgres!.Query<T>(sql).Single();

    /// <summary>Opens the newsroom as the program does.</summary>
    public Engine.Newsroom Open(TimeProvider clock) =>
        Engine.Newsroom.Open(SettingsFile.Read(PathOf("transflow.json"), Environment).Settings!, clock, NullLogger.Instance).Value!;

    /// <summary>Takes the right to write anything in its folder, until it is given back. Root may write all the same.</summary>
    public IDisposable ReadOnly() => new Shut(Folder);

    /// <summary>Differs when something was written into the store.</summary>
    public object Written()
    {
        if (_postgres is not null)
            return _postgres.Query<bool>("SELECT to_regclass('event') IS NOT NULL").Single() ? _postgres.Query<string>("SELECT (SELECT count(*) FROM event) || ' ' || (SELECT count(*) FROM package) || ' ' || (SELECT count(*) FROM returned)").Single() : "";
        var store = new FileInfo(PathOf("translations/.transflow/newsroom.db"));
        var ahead = new FileInfo(store.FullName + "-wal");
        return ahead is { Exists: true, Length: > 0 } ? (ahead.Length, ahead.LastWriteTimeUtc, store.LastWriteTimeUtc) : (0L, default(DateTime), store.LastWriteTimeUtc);
    }

    /// <summary>Lets every step of the schedule run each second.</summary>
    public void WorkEverySecond()
    {
        foreach (var step in new[] { "INTAKE", "COLLECT", "PUBLISH" })
            Environment[$"TRANSFLOW__SCHEDULE__{step}"] = "0/1 * * * * ?";
    }

    /// <summary>The edition as 'status --json' tells it.</summary>
    public async Task<JsonNode> Edition(string article, string language = "en")
    {
        await Do("status", article, "--json");
        return JsonNode.Parse(Out)!["editions"]!.AsArray().Single(e => (string)e!["language"]! == language)!;
    }

    /// <summary>Where an edition stands.</summary>
    public async Task<string> Stage(string article, string language = "en") => (string)(await Edition(article, language))["stage"]!;

    /// <summary>The reasons of quarantined files by path.</summary>
    public async Task<Dictionary<string, string>> Quarantine()
    {
        await Do("status", "--json");
        return JsonNode.Parse(Out)!["quarantine"]!.AsArray().ToDictionary(q => (string)q!["path"]!, q => (string)q!["reason"]!);
    }

    /// <summary>Every file with its content, but for the store.</summary>
    public SortedDictionary<string, string> Snapshot() => new(
        Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories)
            .Select(f => Path.GetRelativePath(Folder, f)).Where(f => !f.Contains(".transflow/", StringComparison.Ordinal))
            // On which day something was archived is the clock's, not the newsroom's.
            .GroupBy(f => ArchiveDay().Replace(f, "")).ToDictionary(f => f.Key, f => Convert.ToHexString(File.ReadAllBytes(PathOf(f.First())))), StringComparer.Ordinal);

    [GeneratedRegex("(?<=^translations/archive/)[0-9-]{10}/")]
    private static partial Regex ArchiveDay();

    public void Dispose()
    {
        Directory.Delete(Folder, recursive: true);
        _postgres?.Dispose();
    }

    /// <summary>A folder that may only be read.</summary>
    private sealed class Shut : IDisposable
    {
        private readonly string _folder;

        public Shut(string folder)
        {
            _folder = folder;
            Change("a+rX,a-w");
        }

        public void Dispose() => Change("u+w");

        private void Change(string rights)
        {
            using var chmod = System.Diagnostics.Process.Start("chmod", ["-R", rights, _folder]);
            chmod.WaitForExit();
        }
    }

    private static void Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }
}
