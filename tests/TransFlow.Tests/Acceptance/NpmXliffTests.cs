using System.Text.Json.Nodes;
using TransFlow.Tests.Newsroom;

namespace TransFlow.Tests.Acceptance;

/// <summary>The npm library xliff, which reads files into JSON and writes them anew: it keeps only one segment of a unit.</summary>
[TestClass]
public sealed class NpmXliffTests
{
    private const string Script = """
        const fs = require('fs'), path = require('path');
        const xliff = require(path.join(process.argv[2], 'node_modules', 'xliff'));
        const [input, output, old] = process.argv.slice(3);
        const english = v => typeof v === 'string' ? v.replace(/[가-힣]+/g, 'word')
          : Array.isArray(v) ? v.map(english)
          : Object.fromEntries(Object.entries(v).map(([k, w]) => [k, k === 'contents' ? english(w) : typeof w === 'object' && !['id'].includes(k) && w !== null ? { ...w, ...(w.contents ? { contents: english(w.contents) } : {}) } : w]));
        (async () => {
          const read = old ? xliff.xliff12ToJs : xliff.xliff2js, write = old ? xliff.jsToXliff12 : xliff.js2xliff;
          const js = await read(fs.readFileSync(input, 'utf8'));
          for (const file of Object.values(js.resources))
            for (const unit of Object.values(file))
              unit.target = english(unit.source);
          fs.writeFileSync(output, await write(js));
        })().catch(e => { console.error(e); process.exit(1); });
        """;

    [TestMethod]
    [DataRow("2.0")]
    [DataRow("1.2")]
    public async Task Whatever_the_library_loses_is_refused_by_name_and_the_rest_is_taken(string form)
    {
        var (node, packages) = (Tool.OnPath("node"), Tool.FolderOf("TRANSFLOW_NPM_XLIFF"));
        using var room = new TestNewsroom();
        await room.Do("run", "--once");
        room.Write("fill.cjs", Script);
        foreach (var article in new[] { "autumn-rice-prices", "envoys-phone-talks", "school-firewood-quota", "sinuiju-customs-trucks" })
        {
            await room.Do("export", article, "-l", "en", "--form", form, "-o", "out");
            var file = Directory.EnumerateFiles(room.PathOf("out"), article + ".*").Single();
            await node.Run(room.Folder, "fill.cjs", packages, file, room.PathOf("back.xlf"), form == "1.2" ? "old" : "");
            var code = await room.Run("return", "back.xlf");
            var refused = room.Error;
            await room.Do("units", article, "-l", "en", "--json");
            var left = JsonNode.Parse(room.Out)!.AsArray().Where(u => (string)u!["stage"]! == "translate").Select(u => (string)u!["name"]!).ToList();
            Assert.AreEqual(left.Count > 0 ? 1 : 0, code, refused);
            foreach (var unit in left)
                StringAssert.Contains(refused, unit, StringComparison.Ordinal, $"{article}: what is left is told");
            if (form == "1.2")
                Assert.IsEmpty(left, $"{article}: {refused}");
        }
    }
}
