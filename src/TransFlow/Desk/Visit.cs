using System.Collections.Immutable;
using Microsoft.AspNetCore.Antiforgery;
using TransFlow.Desk.Words;
using TransFlow.Engine;

namespace TransFlow.Desk;

/// <summary>One person's look at one page.</summary>
/// <param name="Person">The person's id; empty before sign-in.</param>
/// <param name="Words">The words of the interface.</param>
/// <param name="Path">The page with its query.</param>
public sealed record Visit(string Person, DeskWords Words, string Path)
{
    /// <summary>True for a desk chief.</summary>
    public bool IsChief { get; init; }

    /// <summary>The languages whose editions the person may see.</summary>
    public ImmutableArray<string> Languages { get; init; } = [];

    /// <summary>The colours: <c>light</c>, <c>dark</c>, or <c>auto</c> for those of the system.</summary>
    public string Theme { get; init; } = "auto";

    /// <summary>False when the person switched shortcuts of single keys off.</summary>
    public bool HasKeys { get; init; } = true;

    /// <summary>True when people sign in here, and so can sign out.</summary>
    public bool SignsInHere { get; init; }

    /// <summary>The field of a form that proves it ours, and its value.</summary>
    public (string Field, string Value) Form { get; init; }

    /// <summary>The time that dates are told against.</summary>
    public DateTimeOffset Now { get; init; }

    /// <summary>The time zone in which times are told.</summary>
    public required TimeZoneInfo Zone { get; init; }

    /// <summary>What the last act came to; null for nothing to say.</summary>
    public string? Said { get; init; }

    /// <summary>What is to be looked at of that; null for nothing.</summary>
    public string? Doubt { get; init; }

    internal static Visit Of(HttpContext context)
    {
        var newsroom = context.RequestServices.GetRequiredService<Newsroom>();
        var clock = context.RequestServices.GetRequiredService<TimeProvider>();
        var rights = new Rights(newsroom.Settings);
        var person = context.User.Identity?.Name ?? "";
        var request = context.Request;
        var asked = request.GetTypedHeaders().AcceptLanguage.OrderByDescending(l => l.Quality ?? 1).Select(l => l.Value.ToString());
        var words = DeskWords.For(request.Cookies[Preferences.Language], asked);
        var tokens = context.RequestServices.GetRequiredService<IAntiforgery>().GetAndStoreTokens(context);
        return new Visit(person, words, request.Path + request.QueryString)
        {
            IsChief = rights.IsChief(person),
            Languages = rights.Languages(person),
            Theme = request.Cookies[Preferences.Theme] is "light" or "dark" ? request.Cookies[Preferences.Theme]! : "auto",
            HasKeys = request.Cookies[Preferences.Keys] != "off",
            SignsInHere = newsroom.Settings.Desk?.ProxyHeader is null,
            Form = (tokens.FormFieldName, tokens.RequestToken!),
            Now = clock.GetUtcNow(),
            Zone = TimeZoneInfo.FindSystemTimeZoneById(newsroom.Settings.Schedule.TimeZone),
            Said = SaidWords(words, request.Query["said"], request.Query["n"]),
        };
    }

    /// <summary>A moment as people of the newsroom say it.</summary>
    /// <param name="time">The moment.</param>
    /// <returns>Date and time to the minute.</returns>
    public string Time(DateTimeOffset time) => TimeZoneInfo.ConvertTime(time, Zone).ToString("yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>How long ago something was.</summary>
    /// <param name="since">When it was.</param>
    /// <returns>Minutes, hours or days.</returns>
    public string Ago(DateTimeOffset since) => (Now - since) switch
    {
        { TotalMinutes: < 1 } => Words["ago.now"],
        { TotalHours: < 1 } t => Words["ago.minutes", (int)t.TotalMinutes],
        { TotalDays: < 2 } t => Words["ago.hours", (int)t.TotalHours],
        var t => Words["ago.days", (int)t.TotalDays],
    };

    /// <summary>Only words of ours are told back: an address cannot put its own on the page.</summary>
    private static string? SaidWords(DeskWords words, string? said, string? number) =>
        said is null || words.Or($"said.{said}", "") is not { Length: > 0 } text ? null : text.Replace("{0}", int.TryParse(number, out var n) ? n.ToString(System.Globalization.CultureInfo.InvariantCulture) : "", StringComparison.Ordinal);
}
