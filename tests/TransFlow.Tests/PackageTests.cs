using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using TransFlow.Core.Exchange;
using TransFlow.Tests.Newsroom;
using TransFlow.Xliff;

namespace TransFlow.Tests;

/// <summary>What people get, in the form that their tools read, and what goes with it.</summary>
[TestClass]
public sealed class PackageTests
{
    private const string Story = "envoys-phone-talks";
    private const string ToTranslate = $"translations/en/translate/{Story}.xlf";

    private static IEnumerable<object[]> Forms => FileForm.Names.Select(n => new object[] { n });

    [TestMethod]
    [DynamicData(nameof(Forms))]
    public async Task A_person_gets_files_in_the_form_of_the_settings_and_what_comes_back_is_taken(string form)
    {
        using var room = new TestNewsroom();
        Set(room, "mina", $"\"format\": \"{form}\"");
        await room.Do("run", "--once");
        var file = File.ReadAllBytes(room.PathOf(ToTranslate));
        Assert.IsEmpty(XliffValidator.Validate(new MemoryStream(file)).Where(d => d.Severity == DiagnosticSeverity.Error), form);
        StringAssert.Contains(room.Read(ToTranslate), $"version=\"{form[..3]}\"", StringComparison.Ordinal);
        Assert.AreEqual(form.EndsWith("-modules", StringComparison.Ordinal), room.Read(ToTranslate).Contains("<gls:glossary", StringComparison.Ordinal));
        await room.Do("run", "--once");
        StringAssert.StartsWith(room.Out, "Nothing new.", StringComparison.Ordinal, "an untouched file is no return");
        CollectionAssert.AreEqual(file, File.ReadAllBytes(room.PathOf(ToTranslate)));

        room.Write(ToTranslate, Translated(room.Read(ToTranslate)));
        await room.Do("run", "--once");
        Assert.AreEqual("edit", await room.Stage(Story));
        Assert.AreEqual("translate", await room.Stage("autumn-rice-prices"));
    }

    [TestMethod]
    public async Task A_tool_decides_the_form_and_a_change_of_the_settings_changes_files_that_nobody_touched()
    {
        using var room = new TestNewsroom();
        await room.Do("run", "--once");
        StringAssert.Contains(room.Read(ToTranslate), "version=\"2.0\"", StringComparison.Ordinal);
        var mine = Encoding.UTF8.GetString(SampleReturns.Translated("autumn-rice-prices"))[..^50];
        room.Write("translations/en/translate/autumn-rice-prices.xlf", mine);
        Set(room, "mina", "\"tool\": \"omegat\"");
        await room.Do("run", "--once");
        StringAssert.Contains(room.Read(ToTranslate), "version=\"1.2\"", StringComparison.Ordinal);
        Assert.AreEqual(mine, room.Read("translations/en/translate/autumn-rice-prices.xlf"), "what somebody works on stays");
        Set(room, "mina", "\"tool\": \"poedit\"");
        await room.Do("run", "--once");
        StringAssert.Contains(room.Read(ToTranslate), "version=\"2.0\"", StringComparison.Ordinal);
    }

    [TestMethod]
    [DataRow("\"tool\": \"typewriter\"", "It can be lokalize")]
    [DataRow("\"format\": \"3.0\"", "It can be 1.2, 1.2-filled")]
    public async Task A_form_that_is_not_known_is_refused_with_those_that_are(string profile, string words)
    {
        using var room = new TestNewsroom();
        Set(room, "mina", profile);
        Assert.AreEqual(3, await room.Run("status"));
        StringAssert.Contains(room.Error, words, StringComparison.Ordinal);
    }

    [TestMethod]
    public async Task A_package_has_the_work_and_what_helps_and_a_manifest_that_adds_up()
    {
        using var room = new TestNewsroom(withReturns: true);
        await room.Do("run", "--once");
        var files = await Package(room, Story);
        var manifest = JsonNode.Parse(files["manifest.json"])!;
        Assert.AreEqual("mina", (string)manifest["recipient"]!);
        Assert.AreEqual("2026-03-16", (string)manifest["expires"]!);
        CollectionAssert.AreEquivalent(files.Keys.Where(k => k != "manifest.json").ToList(), manifest["files"]!.AsArray().Select(f => (string)f!["name"]!).ToList());
        foreach (var file in manifest["files"]!.AsArray())
            Assert.AreEqual(Convert.ToHexStringLower(SHA256.HashData(files[(string)file!["name"]!])), (string)file["sha256"]!);

        StringAssert.Contains(Text(files, "terms.tbx"), "<term>외교부</term>", StringComparison.Ordinal);
        Assert.DoesNotContain("장마당", Text(files, "terms.csv"), "only what occurs");
        StringAssert.Contains(Text(files, "preview.html"), "왜 지금인가?", StringComparison.Ordinal);
        Assert.DoesNotContain("://", Text(files, "preview.html"));
        CollectionAssert.AreEqual(File.ReadAllBytes(room.PathOf(ToTranslate)), files.Single(f => Regex.IsMatch(f.Key, @"^[^/]*\.xlf$")).Value);
    }

    [TestMethod]
    public async Task Signed_off_sentences_of_earlier_editions_that_are_like_this_one_travel_as_a_memory()
    {
        using var room = new TestNewsroom(withReturns: true);
        await room.Do("run", "--once");
        room.Write("translations/articles/later.ko.md", "# 쌀값\n\n" + FirstSentence(room) + " 새 문장이다.\n");
        await room.Do("run", "--once");
        var memory = Text(await Package(room, "later"), "memory.tmx");
        StringAssert.Contains(memory, FirstSentence(room), StringComparison.Ordinal);
        Assert.DoesNotContain("새 문장", memory);
        Assert.IsLessThan(5, Regex.Count(memory, "<tu>"), "a few that are like it, not all there are");
    }

    [TestMethod]
    public async Task Nothing_in_a_package_names_people_machines_paths_or_times()
    {
        using var room = new TestNewsroom(withReturns: true);
        await room.Do("run", "--once");
        foreach (var article in new[] { Story, "sinuiju-customs-trucks" })
        {
            var files = await Package(room, article);
            var all = string.Join('\n', files.Select(f => f.Key + "\n" + Encoding.UTF8.GetString(f.Value)));
            var recipient = article == Story ? "mina" : "jonas";
            foreach (var name in new[] { "Mina Park", "Jonas Reed", "mina", "jonas", "aoi", System.Environment.MachineName, System.Environment.UserName, room.Folder, "/translations", "09:00", "T09" }.Where(n => n != recipient))
            {
                // As a word: two letters stand in an id sooner or later.
                var word = name.All(char.IsAsciiLetterOrDigit) && name != "T09" ? $"(?<![0-9A-Za-z]){name}(?![0-9A-Za-z])" : Regex.Escape(name);
                Assert.DoesNotMatchRegex(word, Regex.Replace(all, "<source>.*?</source>|<data .*?</data>", "", RegexOptions.Singleline), $"{article}: {name}");
            }

            Assert.AreEqual(1, Regex.Count(all, recipient), "the recipient, once, in the manifest");
        }
    }

    [TestMethod]
    public async Task The_same_package_has_the_same_bytes()
    {
        using var one = new TestNewsroom(withReturns: true);
        using var other = new TestNewsroom(withReturns: true);
        await one.Do("run", "--once");
        await other.Do("run", "--once");
        await other.Do("run", "--once");
        CollectionAssert.AreEqual(await PackageBytes(one, Story), await PackageBytes(other, Story));
    }

    [TestMethod]
    public async Task A_held_edition_gives_no_package_and_a_broken_file_of_terms_is_told()
    {
        using var room = new TestNewsroom();
        await room.Do("run", "--once");
        room.Write("translations/terms/bad.csv", "ko,en\n\"쌀,rice\n");
        Assert.AreEqual(1, await room.Run("export", Story, "-l", "en", "--package", "-o", "out"));
        StringAssert.Contains(room.Error, "translations/terms/bad.csv:2", StringComparison.Ordinal);
        Assert.AreEqual(1, await room.Run("check"));
        StringAssert.Contains(room.Out, "translations/terms/bad.csv:2", StringComparison.Ordinal);
        File.Delete(room.PathOf("translations/terms/bad.csv"));
        await room.Do("hold", Story, "-l", "en", "--reason", "Not now.");
        Assert.AreEqual(1, await room.Run("export", Story, "-l", "en", "--package", "-o", "out"));
        StringAssert.Contains(room.Error, "Not now.", StringComparison.Ordinal);
        Assert.IsFalse(Directory.Exists(room.PathOf("out")));
    }

    [TestMethod]
    public async Task A_package_may_be_handed_back_as_it_is_with_the_work_done_in_it()
    {
        using var room = new TestNewsroom();
        await room.Do("run", "--once");
        var files = await Package(room, Story);
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, bytes) in files)
            {
                using var entry = archive.CreateEntry(name).Open();
                entry.Write(name.Contains('/', StringComparison.Ordinal) || !name.EndsWith(".xlf", StringComparison.Ordinal) ? bytes : SampleReturns.Translated(Story));
            }
        }

        room.Write("translations/returned/back.zip", stream.ToArray());
        await room.Do("run", "--once");
        Assert.AreEqual("edit", await room.Stage(Story));
        Assert.IsEmpty(await room.Quarantine());
    }

    /// <summary>A file in any form, each target filled.</summary>
    private static string Translated(string file)
    {
        var without = Regex.Replace(file, @"\s*<target[^>]*>.*?</target>(?!\s*</mtc:match>)", "", RegexOptions.Singleline);
        return Regex.Replace(without, @"(?<!<mtc:match [^>]*>\s*)<source>(.*?)</source>", m => m.Value + "<target>" + Regex.Replace(m.Groups[1].Value, "[가-힣]+", "word") + "</target>", RegexOptions.Singleline);
    }

    private static string FirstSentence(TestNewsroom room) =>
        Regex.Match(room.Read("translations/articles/autumn-rice-prices.ko.md"), @"^[가-힣 ]{20,}[^.\n]*\.", RegexOptions.Multiline).Value;

    private static void Set(TestNewsroom room, string person, string profile) => room.Write("transflow.json", Regex.Replace(room.Read("transflow.json"), $"\"{person}\": {{ \"credit\": \"([^\"]*)\"[^}}]*}}", $"\"{person}\": {{ \"credit\": \"$1\", {profile} }}"));

    private static string Text(Dictionary<string, byte[]> files, string name) => Encoding.UTF8.GetString(files[name]);

    private static async Task<byte[]> PackageBytes(TestNewsroom room, string article)
    {
        await room.Do("export", article, "-l", "en", "--package", "-o", "out");
        return File.ReadAllBytes(Directory.EnumerateFiles(room.PathOf("out"), article + "*.zip").Single());
    }

    private static async Task<Dictionary<string, byte[]>> Package(TestNewsroom room, string article)
    {
        using var archive = new ZipArchive(new MemoryStream(await PackageBytes(room, article)));
        return archive.Entries.ToDictionary(e => e.FullName, e =>
        {
            using var stream = e.Open();
            using var copy = new MemoryStream();
            stream.CopyTo(copy);
            return copy.ToArray();
        });
    }
}
