using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using TransFlow.Core.Segments;

namespace TransFlow.Core.Articles;

/// <summary>Tells which article a source file is, and in which language.</summary>
public static class ArticleIdentity
{
    private const int LongestId = 100;

    /// <summary>
    /// The article's id: its key in the front matter (<c>translationKey</c>, <c>ref</c>, <c>slug</c> …), else its file name, or its folder's for
    /// a file that is its folder's page (<c>rice/index.ko.md</c> is <c>rice</c>, <c>news/_index.ko.md</c> is <c>news_index</c>);
    /// in lower case, with letters, digits, <c>-</c>, <c>_</c> and <c>.</c> only, so that it can name files and folders anywhere; a long or non-ASCII key is shortened and ends with a digest.
    /// </summary>
    /// <param name="source">The source article.</param>
    /// <param name="path">Its path, with <c>/</c> between folders.</param>
    /// <param name="rules">What its front matter keys are for.</param>
    /// <returns>The id; never empty.</returns>
    public static string IdOf(Extraction source, string path, FrontMatterRules rules)
    {
        var key = rules.IdentityKeys.Select(source.Value).FirstOrDefault(v => !string.IsNullOrWhiteSpace(v));
        var text = key ?? NameOf(path);
        var id = Slug(text);
        return id.Length is > 0 and <= LongestId && text.All(char.IsAscii)
            ? id
            : $"{(id.Length > 0 ? id[..Math.Min(id.Length, LongestId - 9)] + "-" : "article-")}{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.Normalize())).AsSpan(0, 4))}";
    }

    /// <summary>Whether a file is an article by its name: Markdown or MDX.</summary>
    /// <param name="path">The file's path.</param>
    /// <returns>True when it ends with <c>.md</c> or <c>.mdx</c>.</returns>
    public static bool IsArticle(string path) => path.EndsWith(".md", StringComparison.Ordinal) || path.EndsWith(".mdx", StringComparison.Ordinal);

    /// <summary>Whether a file is MDX by its name.</summary>
    /// <param name="path">The file's path.</param>
    /// <returns>True when it ends with <c>.mdx</c>.</returns>
    public static bool IsMdx(string path) => path.EndsWith(".mdx", StringComparison.OrdinalIgnoreCase);

    /// <summary>The language a file name speaks of: <c>story.ko.md</c> is in <c>ko</c>.</summary>
    /// <param name="path">The file's path.</param>
    /// <returns>The language tag; null when the name says nothing.</returns>
    public static string? LanguageOfName(string path)
    {
        var parts = path[(path.LastIndexOf('/') + 1)..].Split('.');
        return parts.Length >= 3 && IsLanguage(parts[^2]) ? parts[^2] : null;
    }

    /// <summary>The name of the same article in another language: <c>a/story.ko.md</c> becomes <c>a/story.en.md</c>; a name without a language stays.</summary>
    /// <param name="path">The source's path.</param>
    /// <param name="language">The other language.</param>
    /// <returns>The path.</returns>
    public static string PathIn(string path, string language)
    {
        if (LanguageOfName(path) is not { } own)
            return path;
        var end = path.LastIndexOf('.');
        return string.Concat(path.AsSpan(0, end - own.Length), language, path.AsSpan(end));
    }

    private static bool IsLanguage(string part) =>
        part.Split('-') is [{ Length: 2 or 3 } primary, ..] && primary.All(char.IsAsciiLetterLower);

    /// <summary>What tells a file from others: its name, and where each folder has a file of that name, the folder's.</summary>
    private static string NameOf(string path)
    {
        var stem = StemOf(path);
        if (stem.ToUpperInvariant() is not ("INDEX" or "_INDEX" or "README") || path.Split('/') is not [.., { Length: > 0 } folder, _])
            return stem;
        return stem[0] == '_' ? folder + stem : folder;
    }

    /// <summary>The name of a file without its ending, and without the language that it speaks of.</summary>
    internal static string StemOf(string path)
    {
        var name = path[(path.LastIndexOf('/') + 1)..];
        var stem = name.EndsWith(".md", StringComparison.OrdinalIgnoreCase) ? name[..^3] : Path.GetFileNameWithoutExtension(name);
        return LanguageOfName(path) is { } language ? stem[..^(language.Length + 1)] : stem;
    }

    private static string Slug(string text)
    {
        var slug = new StringBuilder(text.Length);
        foreach (var c in text.Trim().ToLower(CultureInfo.InvariantCulture))
        {
            if (char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '-' or '_' or '.')
                slug.Append(c);
            else if (slug.Length > 0 && slug[^1] != '-')
                slug.Append('-');
        }

        return slug.ToString().Trim('-', '.');
    }
}
