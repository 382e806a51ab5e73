using System.Text.RegularExpressions;
using TransFlow.Tests.Newsroom;

namespace TransFlow.Tests.Acceptance;

/// <summary>Translate Toolkit's command line over the sample newsroom.</summary>
[TestClass]
public sealed class TranslateToolkitTests
{
    private static readonly string[] Articles = ["autumn-rice-prices", "envoys-phone-talks", "school-firewood-quota", "sinuiju-customs-trucks"];

    [TestMethod]
    public async Task What_went_through_PO_and_back_is_taken_but_for_units_whose_codes_PO_cannot_say()
    {
        var (there, back) = (Tool.OnPath("xliff2po"), Tool.OnPath("po2xliff"));
        using var room = new TestNewsroom();
        await room.Do("run", "--once");
        foreach (var article in Articles)
        {
            await room.Do("export", article, "-l", "en", "--form", "1.2", "-o", "out");
            var file = Directory.EnumerateFiles(room.PathOf("out"), article + ".*").Single();
            await there.Run(room.Folder, "--progress=none", "-i", file, "-o", "work.po");
            room.Write("work.po", Regex.Replace(room.Read("work.po"), "msgid ((?:\".*\"\n)+)msgstr \"\"\n(?!\")", m => $"msgid {m.Groups[1].Value}msgstr {Regex.Replace(m.Groups[1].Value, "[가-힣]+", "word")}"));
            await back.Run(room.Folder, "--progress=none", "-i", "work.po", "-t", file, "-o", $"{article}.xlf");
            var codes = Regex.Count(File.ReadAllText(file), "<trans-unit (?:(?!</trans-unit>).)*<source>(?:(?!</source>).)*<[gx] ", RegexOptions.Singleline);
            Assert.AreEqual(codes > 0 ? 1 : 0, await room.Run("return", $"{article}.xlf"), room.Error);
            await room.Do("units", article, "-l", "en", "--json");
            var units = System.Text.Json.Nodes.JsonNode.Parse(room.Out)!.AsArray();
            Assert.IsLessThanOrEqualTo(codes, units.Count(u => (string)u!["stage"]! == "translate"), $"{article}: {room.Error}");
        }
    }

    [TestMethod]
    public async Task A_file_that_pofilter_passed_is_taken()
    {
        var filter = Tool.OnPath("pofilter");
        using var room = new TestNewsroom();
        await room.Do("run", "--once");
        foreach (var article in Articles)
        {
            await room.Do("export", article, "-l", "en", "--form", "1.2", "-o", "out");
            var file = Directory.EnumerateFiles(room.PathOf("out"), article + ".*").Single();
            room.Write("filled.xlf", Regex.Replace(File.ReadAllText(file), "<source>(.*?)</source>", m => m.Value + "<target>" + Regex.Replace(m.Groups[1].Value, "[가-힣]+", "word") + "</target>", RegexOptions.Singleline));
            await filter.Run(room.Folder, "--progress=none", "-t", "untranslated", "-t", "doublespacing", "-t", "endpunc", "-t", "startcaps", "-i", "filled.xlf", "-o", "filtered.xlf");
            if (room.Exists("filtered.xlf"))
                Assert.AreEqual(0, await room.Run("return", "filtered.xlf"), room.Error);
            File.Delete(room.PathOf("filtered.xlf"));
            room.Write("whole.xlf", room.Read("filled.xlf"));
            await room.Do("return", "whole.xlf");
            Assert.AreEqual("edit", await room.Stage(article));
        }
    }

    [TestMethod]
    public async Task Our_termbase_is_read_and_theirs_by_us()
    {
        var (tbx, csv, tmx) = (Tool.OnPath("tbx2po"), Tool.OnPath("csv2tbx"), Tool.OnPath("po2tmx"));
        using var room = new TestNewsroom();
        await room.Do("terms", "convert", "translations/terms/starter.tsv", "-o", "ours.tbx", "--to", "martif");
        await tbx.Run(room.Folder, "--progress=none", "-i", "ours.tbx", "-o", "ours.po");
        StringAssert.Contains(room.Read("ours.po"), "msgid \"김정은\"", StringComparison.Ordinal);
        room.Write("theirs.csv", "comment,source,target\nmarket,쌀값,rice price\n");
        await csv.Run(room.Folder, "--progress=none", "--columnorder=comment,source,target", "-i", "theirs.csv", "-o", "theirs.tbx");
        await room.Do("terms", "convert", "theirs.tbx", "-o", "back.csv");
        StringAssert.Contains(room.Read("back.csv"), "rice price", StringComparison.Ordinal);
        room.Write("a.po", "msgid \"\"\nmsgstr \"\"\n\"Content-Type: text/plain; charset=UTF-8\\n\"\n\nmsgid \"쌀값\"\nmsgstr \"rice price\"\n");
        await tmx.Run(room.Folder, "--progress=none", "-l", "en", "--source-language=ko", "-i", "a.po", "-o", "a.tmx");
        await room.Do("memory", "convert", "a.tmx", "-o", "a.csv");
        StringAssert.Contains(room.Read("a.csv"), "쌀값,rice price", StringComparison.Ordinal);
    }
}
