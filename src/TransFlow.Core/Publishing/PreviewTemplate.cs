using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.RegularExpressions;
using System.Text.Unicode;

namespace TransFlow.Core.Publishing;

/// <summary>
/// The site's own template for previews: HTML with places such as <c>{{content}}</c>. Its relative stylesheets and pictures are put into
/// the document, so that it needs nothing else from anywhere.
/// </summary>
public sealed partial class PreviewTemplate
{
    private static readonly ImmutableArray<string> Places = ["content", "title", "lang", "dir", "description", "date"];
    private static readonly ImmutableArray<string> Needed = ["content", "title", "lang"];
    private static readonly HtmlEncoder Encode = HtmlEncoder.Create(UnicodeRanges.All);

    private readonly string _html;

    private PreviewTemplate(string html) => _html = html;

    /// <summary>What stands where a newsroom has no template.</summary>
    public static PreviewTemplate Plain { get; } = new("""
        <!DOCTYPE html>
        <html lang="{{lang}}" dir="{{dir}}"><head><meta charset="utf-8"><title>{{title}}</title></head>
        <body><h1>{{title}}</h1>
        {{content}}</body></html>

        """.ReplaceLineEndings("\n"));

    /// <summary>The contents of its style elements, which a policy may allow by their digests.</summary>
    public IEnumerable<string> Styles => StyleElement().Matches(_html).Select(m => m.Groups[1].Value);

    /// <summary>Reads a template.</summary>
    /// <param name="html">The template.</param>
    /// <returns>The template; refused when it lacks a place, or has one that says nothing.</returns>
    public static Outcome<PreviewTemplate> Of(string html)
    {
        var places = Place().Matches(html);
        if (places.FirstOrDefault(p => !IsPlace(p.Groups[1].Value)) is { } stray)
            return new Refusal("template-place", $"The template's '{stray.Value}' is no place.", $"Places are {string.Join(", ", Places.Select(p => $"{{{{{p}}}}}"))} and {{{{page.KEY}}}} for a front matter value.") { Line = html.AsSpan(0, stray.Index).Count('\n') + 1 };
        return Needed.FirstOrDefault(n => !places.Any(p => p.Groups[1].Value == n)) is { } missing
            ? new Refusal("template-lacks", $"The template has no place for the {missing}.", $"Put {{{{{missing}}}}} into it.")
            : new PreviewTemplate(html);
    }

    /// <summary>Puts what it refers to into the document.</summary>
    /// <param name="asset">Gives a file of the template's folder by its relative path; null when it is not there or not in the folder.</param>
    /// <returns>The template with stylesheets and pictures in it; what is not there stays as it is written.</returns>
    public PreviewTemplate With(Func<string, byte[]?> asset)
    {
        var html = StyleLink().Replace(_html, link => Relative(Href().Match(link.Value).Groups[1].Value) is { } path && asset(path) is { } css
            ? $"<style>{Style(Encoding.UTF8.GetString(css).TrimStart('\uFEFF'), path, asset)}</style>"
            : link.Value);
        return new PreviewTemplate(PictureSource().Replace(html, m => Data(m.Groups[2].Value, "", asset) is { } data ? m.Groups[1].Value + data + m.Groups[3].Value : m.Value));
    }

    /// <summary>Fills the template.</summary>
    /// <param name="page">The page.</param>
    /// <param name="language">Its language.</param>
    /// <returns>The document.</returns>
    public string Fill(PagePreview page, string language)
    {
        string? Value(params ReadOnlySpan<string> keys)
        {
            foreach (var key in keys)
            {
                if (page.FrontMatter.FirstOrDefault(f => f.Key == key).Value is { } value)
                    return value;
            }

            return null;
        }

        return Place().Replace(_html, place => place.Groups[1].Value switch
        {
            "content" => page.Html,
            "lang" => Encode.Encode(language),
            "dir" => PageLanguage.DirectionOf(language),
            "title" => Encode.Encode(Value("title", "post_title") ?? ""),
            "description" => Encode.Encode(Value("description", "summary", "post_excerpt", "excerpt") ?? ""),
            "date" => Encode.Encode(Value("date", "post_date") ?? ""),
            var key => Encode.Encode(string.Join(", ", page.FrontMatter.Where(f => f.Key == key["page.".Length..]).Select(f => f.Value))),
        });
    }

    private static bool IsPlace(string name) => Places.Contains(name) || (name.StartsWith("page.", StringComparison.Ordinal) && name.Length > "page.".Length);

    /// <summary>What a stylesheet refers to is put into it, too; nothing in it may end the element.</summary>
    private static string Style(string css, string path, Func<string, byte[]?> asset)
    {
        var folder = path[..(path.LastIndexOf('/') + 1)];
        return StyleUrl().Replace(css, m => Data(m.Groups[1].Value, folder, asset) is { } data ? $"url({data})" : m.Value).Replace("</", "<\\/", StringComparison.Ordinal);
    }

    private static string? Data(string address, string folder, Func<string, byte[]?> asset)
    {
        if (Relative(address) is not { } path || TypeOf(path) is not { } type || asset(folder + path) is not { } bytes)
            return null;
        return $"data:{type};base64,{Convert.ToBase64String(bytes)}";
    }

    /// <summary>The path of an address without scheme, host and root; null for any other.</summary>
    private static string? Relative(string address)
    {
        var path = address.Split('?', '#')[0];
        return path.Length == 0 || path[0] is '/' or '\\' || path.Contains(':', StringComparison.Ordinal) ? null : Uri.UnescapeDataString(path);
    }

    private static string? TypeOf(string path) => path[(path.LastIndexOf('.') + 1)..].ToLowerInvariant() switch
    {
        "png" => "image/png",
        "jpg" or "jpeg" => "image/jpeg",
        "gif" => "image/gif",
        "webp" => "image/webp",
        "svg" => "image/svg+xml",
        "woff" => "font/woff",
        "woff2" => "font/woff2",
        _ => null,
    };

    /// <summary>A digest as a content security policy names it.</summary>
    /// <param name="style">The contents of a style element.</param>
    /// <returns>The source expression.</returns>
    public static string PolicyOf(string style) => $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(style.ReplaceLineEndings("\n"))))}'";

    [GeneratedRegex(@"\{\{\s*([^{}]*?)\s*\}\}")]
    private static partial Regex Place();

    [GeneratedRegex(@"<link\b(?=[^>]*\brel\s*=\s*[""']?stylesheet\b)[^>]*>", RegexOptions.IgnoreCase)]
    private static partial Regex StyleLink();

    [GeneratedRegex(@"\bhref\s*=\s*[""']?([^""'\s>]+)", RegexOptions.IgnoreCase)]
    private static partial Regex Href();

    [GeneratedRegex(@"(<img\b[^>]*?\bsrc\s*=\s*[""'])([^""']+)([""'])", RegexOptions.IgnoreCase)]
    private static partial Regex PictureSource();

    [GeneratedRegex(@"<style\b[^>]*>(.*?)</style>", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex StyleElement();

    [GeneratedRegex(@"url\(\s*[""']?([^""')]+)[""']?\s*\)", RegexOptions.IgnoreCase)]
    private static partial Regex StyleUrl();
}
