using System.Collections.Immutable;
using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using TransFlow.Desk.Pages;
using TransFlow.Engine;
using TransFlow.Engine.Store;

namespace TransFlow.Desk.Editions;

/// <summary>What happened, to one edition and in the newsroom.</summary>
internal static class HistoryRoutes
{
    /// <summary>Events of the whole newsroom that one page looks at.</summary>
    private const int Window = 200;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/history", All).RequireAuthorization(Policies.Member);
        routes.MapGet("/editions/{article}/{language}/history", One).RequireAuthorization(Policies.Language);
    }

    private static RazorComponentResult<HistoryPage> All(HttpContext context, Newsroom newsroom)
    {
        var visit = Visit.Of(context);
        var last = newsroom.Store.LastEvent();
        var end = long.TryParse(context.Request.Query["before"], NumberStyles.None, CultureInfo.InvariantCulture, out var before) && before > 0 && before <= last ? before - 1 : last;
        var start = Math.Max(0, end - Window);
        var events = newsroom.Store.Events(after: start).TakeWhile(e => e.Number <= end).Where(e => Sees(visit, e)).Reverse().ToImmutableArray();
        return new RazorComponentResult<HistoryPage>(new { Visit = visit, Events = events, Older = start > 0 ? start + 1 : 0 });
    }

    private static IResult One(HttpContext context, Newsroom newsroom, string article, string language)
    {
        if (!newsroom.Sheet(article, language).Try(out var sheet, out _))
            return Results.NotFound();
        var events = newsroom.Store.Events(article, language).Reverse().ToImmutableArray();
        return new RazorComponentResult<HistoryPage>(new { Visit = Visit.Of(context), Events = events, Sheet = sheet });
    }

    /// <summary>An event is for those who see its language; one about the newsroom itself for desk chiefs.</summary>
    private static bool Sees(Visit visit, EventRow row) =>
        row.Event.Language is { } language ? visit.Languages.Contains(language) : visit.IsChief || (row.Event.Article.Length > 0 && !visit.Languages.IsEmpty);
}
