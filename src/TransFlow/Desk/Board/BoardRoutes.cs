using Microsoft.AspNetCore.Http.HttpResults;
using TransFlow.Desk.Pages;
using TransFlow.Engine;

namespace TransFlow.Desk.Board;

/// <summary>The board.</summary>
internal static class BoardRoutes
{
    private const int LongestSearch = 100;

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/", Get).RequireAuthorization(Policies.Member);

    private static RazorComponentResult<BoardPage> Get(HttpContext context, Newsroom newsroom, BoardIndex index)
    {
        var visit = Visit.Of(context);
        string Value(string name) => context.Request.Query[name].ToString().Trim();
        var search = Value("q").Normalize();
        var query = new BoardQuery(
            BoardQuery.Shows.Contains(Value("show")) ? Value("show") : search.Length > 0 ? "all" : "",
            visit.Languages.Contains(Value("language")) ? Value("language") : "",
            visit.Words.Or($"stage.{Value("stage")}", "").Length > 0 ? Value("stage") : "",
            search.Length > LongestSearch ? search[..LongestSearch] : search,
            int.TryParse(Value("page"), out var page) && page is > 0 and < 1_000_000 ? page : 1);
        return new RazorComponentResult<BoardPage>(new { Visit = visit, View = BoardView.Of(index, newsroom.Settings, visit, query) });
    }
}
