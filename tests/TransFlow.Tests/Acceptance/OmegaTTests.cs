using System.Text.RegularExpressions;
using TransFlow.Tests.Newsroom;

namespace TransFlow.Tests.Acceptance;

/// <summary>OmegaT, in its console, over the sample newsroom: it makes its own segments and its own memory, and fills the files from it.</summary>
[TestClass]
public sealed class OmegaTTests
{
    private const string Settings = """
        <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
        <omegat><project version="1.0"><source_dir>__DEFAULT__</source_dir><target_dir>__DEFAULT__</target_dir><tm_dir>__DEFAULT__</tm_dir><glossary_dir>__DEFAULT__</glossary_dir>
        <glossary_file>__DEFAULT__</glossary_file><dictionary_dir>__DEFAULT__</dictionary_dir><source_lang>ko</source_lang><target_lang>en</target_lang><sentence_seg>false</sentence_seg>
        <support_default_translations>true</support_default_translations><remove_tags>false</remove_tags></project></omegat>
        """;

    [TestMethod]
    public async Task OmegaT_fills_the_files_that_it_is_given_and_every_word_of_it_is_taken()
    {
        var omegat = Tool.OnPath("omegat");
        using var room = new TestNewsroom();
        room.Write("transflow.json", room.Read("transflow.json").Replace("\"credit\": \"Mina Park\"", "\"credit\": \"Mina Park\", \"tool\": \"omegat\"", StringComparison.Ordinal));
        await room.Do("run", "--once");
        var articles = Directory.EnumerateFiles(room.PathOf("translations/en/translate"), "*.xlf").ToList();
        Assert.HasCount(4, articles);
        Project(room);
        foreach (var file in articles)
            File.Copy(file, room.PathOf($"omegat/source/{Path.GetFileName(file)}"));

        await omegat.Run(room.Folder, "--mode=console-createpseudotranslatetmx", $"--pseudotranslatetmx={room.PathOf("its.tmx")}", "--pseudotranslatetype=equal", Config(room), "--quiet", room.PathOf("omegat"));
        await room.Do("memory", "convert", "its.tmx", "-o", "its-own.tmx");
        room.Write("omegat/omegat/project_save.tmx", Regex.Replace(room.Read("its-own.tmx"), "(<tuv xml:lang=\"en\"><seg>)(.*?)(</seg>)", m => m.Groups[1].Value + English(m.Groups[2].Value) + m.Groups[3].Value));
        await omegat.Run(room.Folder, "--mode=console-translate", Config(room), "--quiet", room.PathOf("omegat"));

        foreach (var file in Directory.EnumerateFiles(room.PathOf("omegat/target"), "*.xlf"))
            File.Copy(file, room.PathOf($"translations/en/translate/{Path.GetFileName(file)}"), overwrite: true);
        await room.Do("run", "--once");
        foreach (var article in articles.Select(a => Path.GetFileNameWithoutExtension(a)))
        {
            Assert.AreEqual("edit", await room.Stage(article), article);
            await room.Do("accept", article, "-l", "en");
        }

        await room.Do("run", "--once");
        foreach (var article in articles.Select(a => Path.GetFileNameWithoutExtension(a)))
            Assert.AreEqual("published", await room.Stage(article), article);
        Assert.IsEmpty(await room.Quarantine());
    }

    [TestMethod]
    public async Task OmegaT_takes_translations_out_of_the_memory_of_a_package()
    {
        var omegat = Tool.OnPath("omegat");
        using var room = new TestNewsroom(withReturns: true);
        await room.Do("run", "--once");
        var heading = Regex.Match(room.Read("translations/articles/autumn-rice-prices.ko.md"), @"^## (.+)$", RegexOptions.Multiline).Groups[1].Value;
        room.Write("translations/articles/later.ko.md", $"# 새 기사\n\n{heading}\n");
        await room.Do("run", "--once");
        await room.Do("export", "later", "-l", "en", "--form", "1.2-filled", "--package", "-o", "out");
        Project(room);
        System.IO.Compression.ZipFile.ExtractToDirectory(Directory.EnumerateFiles(room.PathOf("out"), "*.zip").Single(), room.PathOf("package"));
        Directory.CreateDirectory(room.PathOf("omegat/tm/auto"));
        File.Copy(room.PathOf("package/memory.tmx"), room.PathOf("omegat/tm/auto/memory.tmx"));
        var work = Directory.EnumerateFiles(room.PathOf("package"), "*.xlf").Single();
        File.Copy(work, room.PathOf("omegat/source/later.xlf"));
        await omegat.Run(room.Folder, "--mode=console-translate", Config(room), "--quiet", room.PathOf("omegat"));
        var target = Regex.Matches(room.Read("omegat/target/later.xlf"), "<target>(.*?)</target>").Select(m => m.Groups[1].Value).Last();
        Assert.DoesNotMatchRegex("[가-힣]", target, "the heading was translated in an earlier edition");
        StringAssert.Contains(room.Read("package/memory.tmx"), $"<seg>{target}</seg>", StringComparison.Ordinal);
    }

    private static string Config(TestNewsroom room) => $"--config-dir={room.PathOf("omegat-settings")}";

    private static string English(string korean) => Regex.Replace(korean, "[가-힣]+", "word");

    private static void Project(TestNewsroom room)
    {
        foreach (var folder in new[] { "source", "target", "omegat", "tm", "glossary", "dictionary" })
            Directory.CreateDirectory(room.PathOf($"omegat/{folder}"));
        room.Write("omegat/omegat.project", Settings);
    }
}
