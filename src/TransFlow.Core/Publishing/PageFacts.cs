using TransFlow.Core.Segments;

namespace TransFlow.Core.Publishing;

/// <summary>What a site wants to know of a page without reading it.</summary>
/// <param name="Title">Its title.</param>
public sealed record PageFacts(string Title)
{
    private static readonly string[] Titles = ["title", "post_title"];
    private static readonly string[] Descriptions = ["description", "summary", "post_excerpt", "excerpt", "lead"];
    private static readonly string[] Dates = ["date", "post_date"];

    /// <summary>Its description or lead; null when it has none.</summary>
    public string? Description { get; init; }

    /// <summary>Its date as its front matter has it; null when it has none.</summary>
    public string? Date { get; init; }

    /// <summary>The key that the article has in all languages; its id when the front matter names none.</summary>
    public string Key { get; init; } = "";

    /// <summary>Its public address; null when none is known.</summary>
    public string? Address { get; init; }

    /// <summary>The address of the original, when the page links to it.</summary>
    public string? Original { get; init; }

    /// <summary>The day of an article, as its front matter has it.</summary>
    internal static string? DateOf(Extraction article) => First(article, Dates);

    /// <summary>The title of an article, as its front matter has it.</summary>
    internal static string? TitleOf(Extraction article) => First(article, Titles);

    /// <summary>The facts of a page.</summary>
    /// <param name="page">The page, taken apart.</param>
    /// <param name="article">The article's id.</param>
    /// <returns>The facts.</returns>
    public static PageFacts Of(Extraction page, string article) => new(TitleOf(page) ?? page.Units.FirstOrDefault(u => u.Kind == UnitKind.Heading)?.Text.Trim() ?? article)
    {
        Description = First(page, Descriptions),
        Date = DateOf(page),
        Key = page.Rules.IdentityKeys.Select(page.Value).FirstOrDefault(v => !string.IsNullOrWhiteSpace(v)) ?? article,
    };

    private static string? First(Extraction article, IEnumerable<string> keys) =>
        keys.Select(article.Value).FirstOrDefault(v => !string.IsNullOrWhiteSpace(v))?.Trim();
}
