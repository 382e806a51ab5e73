using TransFlow.Core.Segments;

namespace TransFlow.Engine.Jobs;

/// <summary>What people call an article.</summary>
internal static class ArticleTitle
{
    private static readonly string[] Keys = ["title", "post_title"];

    /// <summary>The front matter's title, else the first heading, else the article's id.</summary>
    public static string Of(Extraction source, string article)
    {
        var title = Keys.Select(source.Value).FirstOrDefault(t => !string.IsNullOrWhiteSpace(t)) ?? source.Units.FirstOrDefault(u => u.Kind == UnitKind.Heading)?.Text;
        return string.IsNullOrWhiteSpace(title) ? article : title.Trim();
    }
}
