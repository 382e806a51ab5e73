using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace TransFlow.Tests.Newsroom;

/// <summary>A newsroom that nobody disturbed while it carried many articles to their pages: as it was at the end, and what its people returned.</summary>
/// <param name="Count">How many articles.</param>
/// <param name="Translations">Translators' returns by file.</param>
/// <param name="Edits">Editors' returns by file.</param>
internal sealed partial record Undisturbed(int Count, Dictionary<string, string> Translations, Dictionary<string, string> Edits)
{
    private string Editions { get; init; } = "";

    private List<string> Events { get; init; } = [];

    private SortedDictionary<string, string> Files { get; init; } = [];

    public static async Task<Undisturbed> Work(int count)
    {
        using var quiet = new TestNewsroom(withReturns: true);
        Many.Articles(quiet, count);
        await quiet.Do("run", "--once");
        var translations = Returns(quiet, "translate");
        await Drop(quiet, translations);
        var edits = Returns(quiet, "edit");
        await Drop(quiet, edits);
        Assert.AreEqual((count, count, count), (translations.Count, edits.Count, Directory.GetFiles(quiet.PathOf("translations/published/en"), "story-*").Length), "all were translated, edited and published");
        return new Undisturbed(count, translations, edits) { Editions = await EditionsOf(quiet), Events = await EventsOf(quiet), Files = quiet.Snapshot() };
    }

    /// <summary>The work that comes in at a round: an article, the translation of an earlier one, the edit of one before that.</summary>
    public void Feed(TestNewsroom room, int round)
    {
        if (round < Count)
            Many.Article(room, round + 1);
        Lay(room, Translations.Skip(round - 12).Take(Math.Min(10, round - 2)));
        Lay(room, Edits.Skip(round - 14).Take(Math.Min(10, round - 4)).Where(e => room.Exists(PlaceOf(e.Key))));
    }

    /// <summary>Lets the rest of the same work be done in a newsroom that was disturbed, and holds it against this one.</summary>
    /// <param name="room">The newsroom.</param>
    /// <param name="beside">An article that it has beside them.</param>
    public async Task AssertSame(TestNewsroom room, string beside = "no other")
    {
        for (var i = 1; i <= Count; i++)
            Many.Article(room, i);
        await room.Do("run", "--once");
        await Drop(room, Translations);
        await Drop(room, Edits);
        await room.Do("check");
        Assert.AreEqual(Editions, await EditionsOf(room, beside));
        CollectionAssert.AreEqual(Events, (await EventsOf(room)).Where(e => !e.Contains(beside, StringComparison.Ordinal)).ToList());
        var files = room.Snapshot().Where(f => !f.Key.Contains(beside, StringComparison.Ordinal)).ToList();
        Assert.AreEqual(string.Join('\n', Files.Except(files).Select(f => f.Key)), string.Join('\n', files.Except(Files).Select(f => $"{f.Key}: {File.ReadAllText(room.PathOf(f.Key))}")), "the same files");
    }

    /// <summary>Where the file was handed out that a return was made of.</summary>
    public static string PlaceOf(string name) => name.Replace("translations/returned/edit-", "translations/en/edit/", StringComparison.Ordinal);

    public static void Lay(TestNewsroom room, IEnumerable<KeyValuePair<string, string>> files)
    {
        foreach (var (name, text) in files)
            room.Write(name, text);
    }

    private static Dictionary<string, string> Returns(TestNewsroom room, string stage)
    {
        var folder = room.PathOf($"translations/en/{stage}");
        return Directory.EnumerateFiles(folder, "story-*.xlf").Order(StringComparer.Ordinal).ToDictionary(
            f => $"translations/returned/{stage}-{Path.GetFileName(f)}",
            f => Source().Replace(File.ReadAllText(f).Replace("state=\"translated\"", "state=\"reviewed\"", StringComparison.Ordinal), m => m.Value + (stage == "translate" ? $"<target>EN {Hangul().Replace(m.Groups[1].Value, c => ((char)('a' + (c.Value[0] % 26))).ToString())}</target>" : "")));
    }

    private static async Task Drop(TestNewsroom room, Dictionary<string, string> files)
    {
        Lay(room, files);
        await room.Do("run", "--once");
    }

    private static async Task<string> EditionsOf(TestNewsroom room, string beside = "no other")
    {
        await room.Do("status", "--json");
        return string.Join('\n', JsonNode.Parse(room.Out)!["editions"]!.AsArray().Where(e => (string)e!["article"]! != beside).Select(e => e!.ToJsonString()));
    }

    /// <summary>
    /// What happened to editions, in words without numbers and times, in alphabetical order; a return that came before its
    /// article was taken in waits in quarantine for a while, which is no loss.
    /// </summary>
    public static async Task<List<string>> EventsOf(TestNewsroom room)
    {
        await room.Do("history", "--json");
        return [.. JsonNode.Parse(room.Out)!.AsArray().Where(e => !((string)e!["kind"]!).StartsWith("quarantine", StringComparison.Ordinal)).Select(e => string.Create(CultureInfo.InvariantCulture, $"{e!["kind"]} {e["article"]} {e["language"]} {e["actor"]} {e["details"]!.ToJsonString()}")).Order(StringComparer.Ordinal)];
    }

    /// <summary>A translation that repeats its source is none.</summary>
    [GeneratedRegex("[\uAC00-\uD7A3]")]
    private static partial Regex Hangul();

    [GeneratedRegex("<source>((?:(?!</source>).)*)</source>(?=\\s*</segment>)", RegexOptions.Singleline)]
    private static partial Regex Source();
}
