using System.Net;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using TransFlow.Desk.Tests.Driver;

namespace TransFlow.Desk.Tests;

/// <summary>Every route of the desk, whoever asks. A new route fails here until it is said who may use it.</summary>
[TestClass]
public sealed class RightsTests
{
    private const string Anyone = "anyone";

    /// <summary>Who may use which route. In paths, an edition stands for its language's.</summary>
    private static readonly Dictionary<string, string> Expected = new(StringComparer.Ordinal)
    {
        ["GET /"] = "member",
        ["GET /sign-in"] = Anyone,
        ["POST /sign-in"] = Anyone,
        ["POST /sign-out"] = "member",
        ["POST /preferences"] = Anyone,
        ["GET /assets/{digest}/{name}"] = Anyone,
        ["GET /editions/{article}/{language}"] = "language",
        ["GET /editions/{article}/{language}/others"] = "language",
        ["GET /editions/{article}/{language}/segments"] = "language",
        ["POST /editions/{article}/{language}/segments"] = "language",
        ["GET /editions/{article}/{language}/shown"] = "language",
        ["POST /editions/{article}/{language}/shown"] = "language",
        ["GET /editions/{article}/{language}/preview"] = "language",
        ["GET /editions/{article}/{language}/preview/{side}"] = "language",
        ["GET /editions/{article}/{language}/by-hand"] = "language",
        ["POST /editions/{article}/{language}/by-hand"] = "language",
        ["GET /editions/{article}/{language}/history"] = "language",
        ["GET /editions/{article}/{language}/work"] = "language",
        ["GET /editions/{article}/{language}/claim"] = "language",
        ["POST /editions/{article}/{language}/claim"] = "language",
        ["GET /editions/{article}/{language}/hand-over"] = "language",
        ["POST /editions/{article}/{language}/hand-over"] = "language",
        ["GET /editions/{article}/{language}/break"] = "language",
        ["POST /editions/{article}/{language}/break"] = "language",
        ["GET /editions/{article}/{language}/hold"] = "language",
        ["POST /editions/{article}/{language}/hold"] = "chief",
        ["GET /editions/{article}/{language}/release"] = "language",
        ["POST /editions/{article}/{language}/release"] = "chief",
        ["GET /editions/{article}/{language}/retry"] = "language",
        ["POST /editions/{article}/{language}/retry"] = "chief",
        ["GET /editions/{article}/{language}/embargo"] = "language",
        ["POST /editions/{article}/{language}/embargo"] = "answers",
        ["GET /editions/{article}/{language}/lift"] = "language",
        ["POST /editions/{article}/{language}/lift"] = "answers",
        ["GET /editions/{article}/{language}/describe"] = "language",
        ["POST /editions/{article}/{language}/describe"] = "answers",
        ["GET /editions/{article}/{language}/publish"] = "language",
        ["POST /editions/{article}/{language}/publish"] = "chief",
        ["GET /editions/{article}/{language}/correct"] = "language",
        ["POST /editions/{article}/{language}/correct"] = "answers",
        ["GET /editions/{article}/{language}/reopen"] = "language",
        ["POST /editions/{article}/{language}/reopen"] = "answers",
        ["GET /editions/{article}/{language}/retract"] = "language",
        ["POST /editions/{article}/{language}/retract"] = "answers",
        ["GET /editions/{article}/{language}/pictures/{number:int}"] = "language",
        ["GET /editions/{article}/{language}/package"] = "language",
        ["GET /history"] = "member",
        ["GET /schedule"] = "named",
        ["GET /people"] = "named",
        ["GET /health"] = "chief",
        ["GET /keys"] = "member",
        ["GET /packages"] = "named",
        ["POST /packages"] = "named",
        ["* {*path:nonfile}"] = "member",
    };

    [TestMethod]
    public async Task Every_route_says_who_may_use_it_and_it_is_as_it_is_meant()
    {
        await using var desk = await TestDesk.Start();
        var actual = Routes(desk).ToDictionary(r => r.Route, r => Policy(r.Endpoint), StringComparer.Ordinal);
        CollectionAssert.AreEqual(Expected.OrderBy(e => e.Key, StringComparer.Ordinal).ToList(), actual.OrderBy(e => e.Key, StringComparer.Ordinal).ToList());
    }

    [TestMethod]
    public async Task A_route_that_says_nothing_is_closed_to_everybody()
    {
        await using var desk = await TestDesk.Start();
        var closed = await desk.Services.GetRequiredService<IAuthorizationPolicyProvider>().GetFallbackPolicyAsync();
        var plain = await desk.Services.GetRequiredService<IAuthorizationPolicyProvider>().GetDefaultPolicyAsync();
        var everybody = new System.Security.Claims.ClaimsPrincipal(new System.Security.Claims.ClaimsIdentity([new(System.Security.Claims.ClaimTypes.Name, "eva")], "test"));
        foreach (var policy in new[] { closed!, plain })
            Assert.IsFalse((await desk.Services.GetRequiredService<IAuthorizationService>().AuthorizeAsync(everybody, null, policy)).Succeeded);
    }

    /// <summary>Each person at each route: an anonymous visitor, one whom the settings do not know, one of another language, a translator, an editor, the chief.</summary>
    [TestMethod]
    public async Task Each_route_lets_in_whom_it_should_and_nobody_else()
    {
        await using var desk = await TestDesk.Start();
        var people = new[] { "", "otto", "aoi", "mina", "jonas", "eva" };
        foreach (var person in people)
        {
            using var visitor = person.Length == 0 ? desk.Visitor() : await desk.SignedIn(person);
            foreach (var (route, policy) in Expected.Where(e => e.Key != "POST /sign-out" && e.Key != "POST /sign-in"))
            {
                using var answer = await Ask(visitor, route);
                var isIn = policy switch
                {
                    Anyone => true,
                    "member" => person.Length > 0,
                    "named" => person.Length > 0 && person != "otto",
                    "language" => person is "mina" or "jonas" or "eva",
                    "answers" => person is "jonas" or "eva",
                    "chief" => person == "eva",
                    _ => throw new InvalidOperationException(policy),
                };
                var wasIn = answer.StatusCode is not (HttpStatusCode.Forbidden or HttpStatusCode.Unauthorized) && answer.Headers.Location?.OriginalString.Contains("/sign-in?", StringComparison.Ordinal) != true;
                Assert.AreEqual(isIn, wasIn, $"'{person}' at {route}: {answer.StatusCode}");
                Assert.AreNotEqual(HttpStatusCode.InternalServerError, answer.StatusCode, route);
            }
        }
    }

    [TestMethod]
    [DataRow("mina", "embargo", "clear, edit or sign off")]
    [DataRow("jonas", "hold", "desk chiefs")]
    public async Task Whoever_may_not_is_told_who_may(string person, string act, string who)
    {
        await using var desk = await TestDesk.Start();
        using var visitor = await desk.SignedIn(person);
        using var answer = await visitor.Post($"/editions/sinuiju-customs-trucks/en/{act}", ("reason", "x"), ("until", "2030-01-01T00:00"));
        Assert.AreEqual(HttpStatusCode.Forbidden, answer.StatusCode);
        var told = (await TestVisitor.Document(answer)).QuerySelector("main")!.TextContent;
        Assert.Contains(who, told);
        Assert.Contains("eva", told);
    }

    private static async Task<HttpResponseMessage> Ask(TestVisitor visitor, string route)
    {
        var parts = route.Split(' ');
        var path = parts[1].Replace("{article}", "envoys-phone-talks", StringComparison.Ordinal).Replace("{language}", "en", StringComparison.Ordinal)
            .Replace("{digest}", "0", StringComparison.Ordinal).Replace("{name}", "desk.css", StringComparison.Ordinal).Replace("{*path:nonfile}", "/nowhere", StringComparison.Ordinal)
            .Replace("{side}", "source", StringComparison.Ordinal).Replace("{number:int}", "0", StringComparison.Ordinal);
        return parts[0] == "POST" ? await visitor.Post(path) : await visitor.Get(path);
    }

    private static IEnumerable<(string Route, RouteEndpoint Endpoint)> Routes(TestDesk desk) =>
        from endpoint in desk.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        from method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["*"]
        select ($"{method} {endpoint.RoutePattern.RawText}", endpoint);

    private static string Policy(RouteEndpoint endpoint) =>
        endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null ? Anyone : string.Join('+', endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>().Select(a => a.Policy ?? "?"));
}
