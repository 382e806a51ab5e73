using System.Text.RegularExpressions;
using TransFlow.Core.Articles;
using TransFlow.Core.Segments;

namespace TransFlow.Core.Publishing;

/// <summary>Where in the publication folder a page goes, such as <c>_posts/{yyyy}-{mm}-{dd}-{slug}.md</c>.</summary>
/// <param name="Pattern">The path, with <c>{dir}</c>, <c>{name}</c>, <c>{slug}</c>, <c>{lang}</c>, <c>{yyyy}</c>, <c>{mm}</c>, <c>{dd}</c>.</param>
public sealed partial record PagePath(string Pattern)
{
    /// <summary>Why nothing can be published by the pattern; null when something can.</summary>
    public string? Problem
    {
        get
        {
            var unknown = Place().Matches(Pattern).FirstOrDefault(m => m.Value is not ("{dir}" or "{name}" or "{slug}" or "{lang}" or "{yyyy}" or "{mm}" or "{dd}"));
            if (unknown is not null)
                return $"'{unknown.Value}' in it stands for nothing";
            if (!Pattern.Contains("{slug}", StringComparison.Ordinal) && !Pattern.Contains("{name}", StringComparison.Ordinal))
                return "all articles would have one path";
            return Pattern.EndsWith('/') || Path.IsPathRooted(Pattern) || Pattern.Split('/').Contains("..") ? "it is no path of a file below the publication folder" : null;
        }
    }

    /// <summary>The path of a page.</summary>
    /// <param name="source">The source article.</param>
    /// <param name="article">Its id.</param>
    /// <param name="path">Its path below the source folder, with <c>/</c> between folders.</param>
    /// <param name="language">The page's language.</param>
    /// <returns>The path below the publication folder; refused when it takes a date and the article has none.</returns>
    public Outcome<string> Of(Extraction source, string article, string path, string language)
    {
        var day = Day().Match(PageFacts.DateOf(source) ?? "");
        if (!day.Success && DayPlace().IsMatch(Pattern))
            return new Refusal("no-date", $"The page's path is '{Pattern}', and the article has no date.", "Write it in the front matter: date: 2026-03-01.");
        var name = ArticleIdentity.StemOf(path);
        var folder = path[..(path.LastIndexOf('/') + 1)];
        // A page of MDX under another name would not be read as one.
        var pattern = ArticleIdentity.IsMdx(path) && Pattern.EndsWith(".md", StringComparison.Ordinal) ? Pattern + "x" : Pattern;
        return Place().Replace(pattern.Replace("{dir}/", folder, StringComparison.Ordinal), place => place.Value switch
        {
            "{dir}" => folder.TrimEnd('/'),
            "{name}" => name,
            "{slug}" => article,
            "{lang}" => language,
            "{yyyy}" => day.Groups[1].Value,
            "{mm}" => day.Groups[2].Value,
            _ => day.Groups[3].Value,
        });
    }

    [GeneratedRegex(@"\{[^{}]*\}", RegexOptions.CultureInvariant)]
    private static partial Regex Place();

    [GeneratedRegex(@"\{(?:yyyy|mm|dd)\}", RegexOptions.CultureInvariant)]
    private static partial Regex DayPlace();

    [GeneratedRegex(@"^\s*([0-9]{4})-([0-9]{2})-([0-9]{2})", RegexOptions.CultureInvariant)]
    private static partial Regex Day();
}
