using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Http.HttpResults;
using TransFlow.Core.Publishing;
using TransFlow.Desk.Assets;
using TransFlow.Desk.Pages;
using TransFlow.Engine;
using TransFlow.Engine.Jobs;

namespace TransFlow.Desk.Editions;

/// <summary>
/// The page as the reader will get it. What an article holds is a stranger's HTML: it is shown in a sandbox of no origin, without
/// scripts, forms and anything from elsewhere but the newsroom's own site.
/// </summary>
internal static class PreviewRoutes
{
    private static readonly string Style = DeskAssets.Text("preview.css");

    /// <summary>How changed blocks are marked and missing pictures framed, whatever the template.</summary>
    private static readonly string Marks = string.Join('\n', Style.Split('\n').Where(l => l.StartsWith(".transflow-", StringComparison.Ordinal)));

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/editions/{article}/{language}/preview", Get).RequireAuthorization(Policies.Language);
        routes.MapGet("/editions/{article}/{language}/preview/{side}", Page).RequireAuthorization(Policies.Language);
    }

    private static IResult Get(HttpContext context, Newsroom newsroom, string article, string language)
    {
        if (!newsroom.Pages(article, language).Try(out var pages, out _))
            return Results.NotFound();
        var preview = Preview(newsroom, pages, "target", language);
        return new RazorComponentResult<PreviewPage>(new { Visit = Visit.Of(context), View = pages, Changed = preview?.Changed ?? 0, ChangedKeys = preview?.ChangedKeys ?? [], SourceLanguage = newsroom.Settings.Source.Language, TemplateRefusal = newsroom.Template()?.Refusal });
    }

    private static IResult Page(HttpContext context, Newsroom newsroom, string article, string language, string side)
    {
        if (side is not ("source" or "target") || !newsroom.Pages(article, language).Try(out var pages, out _) || Preview(newsroom, pages, side, language) is not { } preview)
            return Results.NotFound();
        preview = preview with { Html = PreviewPictures.In(preview.Html, newsroom.Settings, pages.SourcePath) };
        var images = PictureRoutes.Site(newsroom.Settings) is { } site ? $" {site}" : "";
        var shown = side == "source" ? newsroom.Settings.Source.Language : language;
        var template = newsroom.Template()?.Value;
        // Only styles of the newsroom's own are let in; those that an article brings are not among them.
        string[] styles = template is null ? [Style] : [.. template.Styles, Marks];
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = $"sandbox; default-src 'none'; style-src {string.Join(' ', styles.Select(PreviewTemplate.PolicyOf))}; img-src data:{images};{(template is null ? "" : " font-src data:;")} form-action 'none'; base-uri 'none'; frame-ancestors 'self'";
        headers.XFrameOptions = "SAMEORIGIN";
        headers["Referrer-Policy"] = "no-referrer";
        return Results.Content(template is null ? Document(preview, shown) : Marked(template.Fill(preview, shown)), "text/html; charset=utf-8");
    }

    private static PagePreview? Preview(Newsroom newsroom, EditionPages pages, string side, string language)
    {
        var site = newsroom.Settings.Source.Site;
        var outcome = side == "source"
            ? PagePreview.Of(pages.Source, pages.SourcePath, newsroom.Settings.Source.Language, site, null, newsroom.Settings.Source.BreaksLines, newsroom.Settings.Source.IsMdx)
            : pages.Now is { } now ? PagePreview.Of(now.Markdown, now.Path, language, site, pages.Live, newsroom.Settings.Source.BreaksLines, newsroom.Settings.Source.IsMdx) : null;
        return outcome?.Value;
    }

    /// <summary>The site's own document with changed blocks marked.</summary>
    private static string Marked(string document) =>
        document.IndexOf("</head>", StringComparison.OrdinalIgnoreCase) is >= 0 and var end ? document.Insert(end, $"<style>{Marks}</style>") : $"<style>{Marks}</style>{document}";

    private static string Document(PagePreview preview, string language)
    {
        var encode = HtmlEncoder.Create(System.Text.Unicode.UnicodeRanges.All);
        string Mark(string? key) => key is not null && preview.ChangedKeys.Contains(key) ? $" class=\"{PagePreview.ChangedClass}\"" : "";
        var (titleKey, title) = preview.FrontMatter.FirstOrDefault(f => f.Key is "title" or "post_title");
        var data = string.Concat(preview.FrontMatter.Select(f => $"<div{Mark(f.Key)}><dt>{encode.Encode(f.Key)}</dt><dd>{encode.Encode(f.Value)}</dd></div>"));
        return $"""
            <!DOCTYPE html>
            <html lang="{encode.Encode(language)}" dir="{PageLanguage.DirectionOf(language)}"><head><meta charset="utf-8"><title>{encode.Encode(title ?? "")}</title><style>{Style}</style></head>
            <body>{(title is null ? "" : $"<h1{Mark(titleKey)}>{encode.Encode(title)}</h1>")}
            {preview.Html}
            {(data.Length == 0 ? "" : $"<details{(preview.ChangedKeys.IsEmpty ? "" : " open")}><summary>Front matter</summary><dl>{data}</dl></details>")}
            </body></html>
            """;
    }
}
