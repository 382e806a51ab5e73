using System.Collections.Immutable;
using TransFlow.Core.Publishing;
using TransFlow.Core.Segments;

namespace TransFlow.Core.Tests.Newsroom;

/// <summary>The sample newsroom: its Korean articles and their English parallels.</summary>
internal static class Sample
{
    private static readonly string Root = Path.Combine(AppContext.BaseDirectory, "Data");

    public static IEnumerable<string> Articles { get; } =
        ["autumn-rice-prices", "envoys-phone-talks", "school-firewood-quota", "sinuiju-customs-trucks"];

    public static HouseStyle English { get; } = new()
    {
        HeadingCase = HeadingCase.Upper,
        Credits = "*Translated by {translators}. Edited by {editors}.*",
        ReadIn = "[Read in Korean]({source_url})",
        Boilerplate = [new Boilerplate("network", Read("newsroom/network.en.md")), new Boilerplate("contact", Read("newsroom/contact.en.md"))],
        Links = ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal, [KeyValuePair.Create("https://example.com/ko/", "https://example.com/en/")]),
        FrontMatter = ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal, [KeyValuePair.Create("permalink", ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal, [KeyValuePair.Create("/ko/", "/en/")]))]),
    };

    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    public static string Parallel(string article) => Read($"parallels/{article}.en.md");

    public static Extraction Korean(string article) => Extract(File.ReadAllBytes(Path.Combine(Root, "newsroom", $"{article}.ko.md")), "ko");

    public static Extraction Extract(ReadOnlySpan<byte> bytes, string language, FrontMatterRules? rules = null, ImmutableArray<string>? unitIds = null)
    {
        var options = new ExtractionOptions(language)
        {
            FrontMatter = rules,
            UnitIds = unitIds ?? [],
            Standing = [new StandingText("network", Read($"newsroom/network.{language}.md")), new StandingText("contact", Read($"newsroom/contact.{language}.md"))],
        };
        return MarkdownExtractor.Extract(bytes, "article.md", options).Try(out var extraction, out var refusal) ? extraction : throw new AssertFailedException(refusal.ToString());
    }
}
