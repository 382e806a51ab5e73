using TransFlow.Core.Publishing;
using TransFlow.Engine.Settings;

namespace TransFlow.Engine.Tests.Settings;

[TestClass]
public sealed class StyleSettingsTests
{
    [TestMethod]
    public void A_whole_style_is_read()
    {
        var style = Read("\"headingCase\": \"title\", \"protected\": [\"iPhone\"], \"quotes\": \"“”‘’\", \"date\": \"MMM d, yyyy\", \"dateZone\": \"Asia/Seoul\", \"caption\": \"*{caption}*\", \"translationKeys\": \"hugo\", \"url\": \"{site}/en/{slug}\"").Style!;
        Assert.AreEqual(HeadingCase.Title, style.HeadingCase);
        Assert.AreEqual(new QuoteStyle("“", "”", "‘", "’"), style.Quotes);
        Assert.AreEqual("Nov. 26, 2026", style.Date.Of(new DateOnly(2026, 11, 26)));
        Assert.AreEqual(TranslationKeyPreset.Hugo, style.TranslationKeys);
        Assert.IsNull(style.Names);
        Assert.AreEqual(new NameList(" & ", ", ", " & "), Read("\"names\": [\"A & B\", \"A, B & C\"]").Style!.Names);
        Assert.IsNull(style.Retraction);
        Assert.AreEqual(new QuoteStyle("«\u00A0", "\u00A0»", "«\u00A0", "\u00A0»"), Read("\"quotes\": [\"«\u00A0\", \"\u00A0»\"]").Style!.Quotes);
        Assert.IsNull(Read("\"credits\": \"x\"").Style!.Quotes);
    }

    [TestMethod]
    [DataRow("\"headingCase\": \"caps\"", "It can be asTyped, upper, sentence, title.")]
    [DataRow("\"quotes\": \"abcd\"", "such as \"“”‘’\"")]
    [DataRow("\"quotes\": \"“”‘\"", "such as \"“”‘’\"")]
    [DataRow("\"date\": \"yyyy-MM\"", "Places are yyyy, MMMM, MMM, MM, M, dd, d")]
    [DataRow("\"dateZone\": \"Seoul\"", "Asia/Seoul")]
    [DataRow("\"months\": [\"a\"]", "List the twelve")]
    [DataRow("\"caption\": \"*{credit}*\"", "Put {caption} into it.")]
    [DataRow("\"names\": [\"A and\"]", "[\"A and B\", \"A, B and C\"]")]
    [DataRow("\"names\": [\"A and B\", \"A, B\"]", "[\"A and B\", \"A, B and C\"]")]
    [DataRow("\"translationKeys\": \"gatsby\"", "It can be none, auto, hugo, jekyll, wordpress.")]
    public void What_is_wrong_is_told_with_its_line_and_what_is_allowed(string style, string remedy)
    {
        var problem = Read(style).Problems.Single();
        Assert.AreEqual(3, problem.Line);
        Assert.Contains(remedy, problem.Remedy);
    }

    [TestMethod]
    public void Title_case_needs_the_small_words_of_a_language_that_is_not_English()
    {
        Assert.AreEqual("no-small-words", Read("\"headingCase\": \"title\"", "fr").Problems.Single().Code);
        Assert.IsEmpty(Read("\"headingCase\": \"title\", \"smallWords\": [\"de\"]", "fr").Problems);
        Assert.IsEmpty(Read("\"headingCase\": \"title\"", "ja").Problems, "a language without capitals is never changed");
    }

    [TestMethod]
    public void A_template_for_previews_is_looked_at_when_the_settings_are_read()
    {
        using var folder = new TemporaryFolder();
        folder.Write("site/article.html", "{{content}}\n{{titel}}");
        string[] Problems(string preview) => [.. SettingsFile.Read(folder.Write("transflow.json", $$"""{ "source": {}, "targets": { "en": {} }, "preview": {{preview}} }"""), new Dictionary<string, string>()).Problems.Select(p => p.ToString())];
        Assert.Contains("site/article.html:2: The template's '{{titel}}' is no place.", Problems("{ \"template\": \"site/article.html\" }").Single());
        Assert.Contains("cannot be read", Problems("{ \"template\": \"site/none.html\" }").Single());
        Assert.Contains("There is no template", Problems("{ \"assets\": \"site\" }").Single());
        folder.Write("site/article.html", "{{content}}{{title}}{{lang}}");
        Assert.Contains("There is no folder 'css'", Problems("{ \"template\": \"site/article.html\", \"assets\": \"css\" }").Single());
        Assert.IsEmpty(Problems("{ \"template\": \"site/article.html\", \"assets\": \"site\" }"));
    }

    private static (HouseStyle? Style, System.Collections.Immutable.ImmutableArray<Core.Refusal> Problems) Read(string style, string language = "en")
    {
        using var folder = new TemporaryFolder();
        var (settings, problems) = SettingsFile.Read(folder.Write("transflow.json", $$"""
            { "source": {},
              "targets": { "{{language}}": { "style": {
                {{style}} } } } }
            """), new Dictionary<string, string>());
        return (settings?.Targets[language].Style, problems);
    }
}
