using System.Text.RegularExpressions;
using TransFlow.Desk.Tests.Driver;
using TransFlow.Desk.Words;

namespace TransFlow.Desk.Tests;

[TestClass]
public sealed partial class WordsTests
{
    [TestMethod]
    public void Each_language_has_the_same_words_with_the_same_places()
    {
        var english = DeskWords.All.Single(w => w.Language == "en");
        foreach (var words in DeskWords.All)
        {
            // In English refusals are told as the engine tells them.
            var keys = words.Keys.Where(k => !k.StartsWith("refusal.", StringComparison.Ordinal)).ToList();
            CollectionAssert.AreEqual(english.Keys.ToList(), keys, words.Language);
            foreach (var key in keys)
            {
                Assert.AreNotEqual("", words[key].Trim(), key);
                Assert.AreEqual(Places(english[key]), Places(words[key]), $"{words.Language} {key}");
            }
        }
    }

    [TestMethod]
    public void Every_word_that_a_page_asks_for_is_there()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(root.FullName, "TransFlow.sln")))
            root = root.Parent!;
        var asked = Directory.EnumerateFiles(Path.Combine(root.FullName, "src/TransFlow/Desk"), "*.*", SearchOption.AllDirectories).Where(f => f.EndsWith(".razor", StringComparison.Ordinal) || f.EndsWith(".cs", StringComparison.Ordinal))
            .SelectMany(f => Asked().Matches(File.ReadAllText(f)).Select(m => m.Groups[1].Value)).Where(k => !k.EndsWith('.')).Distinct().ToList();
        Assert.IsGreaterThan(40, asked.Count);
        CollectionAssert.IsSubsetOf(asked, DeskWords.All.First().Keys.ToList());
    }

    [TestMethod]
    [DataRow(null, "ko-KR,ko;q=0.9,en;q=0.8", "ko")]
    [DataRow(null, "fr,en;q=0.5,ko;q=0.9", "ko")]
    [DataRow(null, "fr", "en")]
    [DataRow("en", "ko", "en")]
    [DataRow("xx", "ko", "ko")]
    public async Task The_desk_speaks_the_language_that_was_chosen_else_that_of_the_browser(string? chosen, string asked, string expected)
    {
        await using var desk = await TestDesk.Start();
        using var visitor = desk.Visitor();
        visitor.Client.DefaultRequestHeaders.AcceptLanguage.Clear();
        visitor.Client.DefaultRequestHeaders.AcceptLanguage.ParseAdd(asked);
        if (chosen is not null)
            (await visitor.Post("/preferences", ("language", chosen))).Dispose();
        Assert.AreEqual(expected, (await visitor.Page("/sign-in")).DocumentElement.GetAttribute("lang"));
    }

    private static string Places(string words) => string.Join(' ', Place().Matches(words).Select(m => m.Value).Order(StringComparer.Ordinal));

    [GeneratedRegex(@"\{\d\}")]
    private static partial Regex Place();

    [GeneratedRegex(@"\b[wW](?:ords)?\[""([a-z.-]+)""")]
    private static partial Regex Asked();
}
