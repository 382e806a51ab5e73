using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using TransFlow.Tests.Newsroom;

namespace TransFlow.Tests;

/// <summary>
/// Kills the program with signal 9 at random moments while it works, and holds what comes of it against a newsroom that nobody
/// disturbed: the same editions, the same pages, every event once.
/// </summary>
[TestClass]
public sealed partial class KillTests
{
    private const int Kills = 25;
    private const int Stories = 24;

    [TestMethod]
    public async Task Killed_at_random_moments_nothing_is_lost_and_nothing_doubled()
    {
        using var quiet = new TestNewsroom(withReturns: true);
        Many.Articles(quiet, Stories);
        await quiet.Do("run", "--once");
        var translations = Returns(quiet, "translate");
        await Drop(quiet, translations);
        var edits = Returns(quiet, "edit");
        await Drop(quiet, edits);

        using var killed = new TestNewsroom(withReturns: true);
        var chance = new Random(20231106);
        var (kills, amidWork, known) = (0, 0, 0);
        for (var round = 0; kills < Kills && round < 4 * Kills; round++)
        {
            if (round < Stories)
                Many.Article(killed, round + 1);
            Lay(killed, translations.Take(Math.Max(0, round - 2)));
            Lay(killed, edits.Take(Math.Max(0, round - 4)).Where(e => killed.Exists(PlaceOf(e.Key))));
            var isKilled = await KillOnce(killed, round % 3 == 2 ? ["run"] : ["run", "--once"], chance.Next(0, 80));
            var now = (await Events(killed)).Count;
            kills += isKilled ? 1 : 0;
            amidWork += isKilled && now > known ? 1 : 0;
            known = now;
        }

        Assert.AreEqual(Kills, kills);
        Assert.IsGreaterThanOrEqualTo(5, amidWork, "of the kills, several fall into a pass that changed something");
        await Drop(killed, translations);
        await Drop(killed, edits);
        await killed.Do("check");
        Assert.AreEqual(await Editions(quiet), await Editions(killed));
        CollectionAssert.AreEqual(await Events(quiet), await Events(killed));
        CollectionAssert.AreEqual(quiet.Snapshot(), killed.Snapshot());
    }

    /// <summary>Where the file was handed out that a return was made of.</summary>
    private static string PlaceOf(string name) => name.Replace("translations/returned/edit-", "translations/en/edit/", StringComparison.Ordinal);

    /// <summary>Kills the program some milliseconds after it began to write; true when it was still there.</summary>
    private static async Task<bool> KillOnce(TestNewsroom room, string[] arguments, int milliseconds)
    {
        var before = Written(room);
        using var process = NewsroomProcess.Start(room, arguments);
        var end = process.Code();
        for (var i = 0; i < 150 && !end.IsCompleted && Written(room) == before; i++)
            await Task.Delay(10);
        if (await Task.WhenAny(end, Task.Delay(milliseconds)) == end)
        {
            Assert.AreEqual(0, await end, process.Error);
            return false;
        }

        await process.Kill();
        return true;
    }

    private static (long, DateTime, DateTime) Written(TestNewsroom room)
    {
        var store = new FileInfo(room.PathOf("translations/.transflow/newsroom.db"));
        var ahead = new FileInfo(store.FullName + "-wal");
        return ahead is { Exists: true, Length: > 0 } ? (ahead.Length, ahead.LastWriteTimeUtc, store.LastWriteTimeUtc) : (0, default, store.LastWriteTimeUtc);
    }

    private static Dictionary<string, string> Returns(TestNewsroom room, string stage)
    {
        var folder = room.PathOf($"translations/en/{stage}");
        return Directory.EnumerateFiles(folder, "story-*.xlf").Order(StringComparer.Ordinal).ToDictionary(
            f => $"translations/returned/{stage}-{Path.GetFileName(f)}",
            f => Source().Replace(File.ReadAllText(f).Replace("state=\"translated\"", "state=\"reviewed\"", StringComparison.Ordinal), m => m.Value + (stage == "translate" ? $"<target>EN {m.Groups[1].Value}</target>" : "")));
    }

    private static async Task Drop(TestNewsroom room, Dictionary<string, string> files)
    {
        Lay(room, files);
        await room.Do("run", "--once");
    }

    private static void Lay(TestNewsroom room, IEnumerable<KeyValuePair<string, string>> files)
    {
        foreach (var (name, text) in files)
            room.Write(name, text);
    }

    private static async Task<string> Editions(TestNewsroom room)
    {
        await room.Do("status", "--json");
        return JsonNode.Parse(room.Out)!["editions"]!.ToJsonString();
    }

    /// <summary>
    /// What happened to editions, in words without numbers and times, in alphabetical order; a return that came before its
    /// article was taken in waits in quarantine for a while, which is no loss.
    /// </summary>
    private static async Task<List<string>> Events(TestNewsroom room)
    {
        await room.Do("history", "--json");
        return [.. JsonNode.Parse(room.Out)!.AsArray().Where(e => !((string)e!["kind"]!).StartsWith("quarantine", StringComparison.Ordinal)).Select(e => string.Create(CultureInfo.InvariantCulture, $"{e!["kind"]} {e["article"]} {e["language"]} {e["actor"]} {e["details"]!.ToJsonString()}")).Order(StringComparer.Ordinal)];
    }

    [GeneratedRegex("<source>(.*?)</source>(?=\\s*</segment>)", RegexOptions.Singleline)]
    private static partial Regex Source();
}
