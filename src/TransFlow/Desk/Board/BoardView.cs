using System.Buffers;
using System.Collections.Immutable;
using TransFlow.Core.Stages;
using TransFlow.Engine.Settings;
using Route = TransFlow.Core.Stages.Route;

namespace TransFlow.Desk.Board;

/// <summary>What a person asks of the board.</summary>
/// <param name="Show">Which editions: <c>mine</c>, <c>open</c>, <c>late</c>, <c>published</c> or <c>all</c>.</param>
/// <param name="Language">Only this language; empty for all.</param>
/// <param name="Place">Only this stage, or <c>ready</c>, <c>published</c> or <c>retracted</c>; empty for all.</param>
/// <param name="Search">Words that a title, in either language, or the id holds; empty for all.</param>
/// <param name="Page">The page, from 1.</param>
public sealed record BoardQuery(string Show, string Language, string Place, string Search, int Page)
{
    /// <summary>What there is to choose from.</summary>
    public static ImmutableArray<string> Shows { get; } = ["mine", "open", "late", "published", "all"];

    /// <summary>The address of the board that is asked the same, but for what is said here.</summary>
    /// <param name="show">Which editions.</param>
    /// <param name="language">The language.</param>
    /// <param name="place">The place.</param>
    /// <param name="page">The page.</param>
    /// <returns>The address.</returns>
    public string Address(string? show = null, string? language = null, string? place = null, int page = 1)
    {
        var values = new[] { ("show", show ?? Show), ("language", language ?? Language), ("stage", place ?? Place), ("q", Search), ("page", page > 1 ? page.ToString(System.Globalization.CultureInfo.InvariantCulture) : "") };
        return "/?" + string.Join('&', values.Where(v => v.Item2.Length > 0).Select(v => $"{v.Item1}={Uri.EscapeDataString(v.Item2)}"));
    }
}

/// <summary>The board as one person sees it.</summary>
/// <param name="Query">What was asked.</param>
/// <param name="Entries">The editions of the page.</param>
/// <param name="Total">How many there are on all pages.</param>
public sealed record BoardView(BoardQuery Query, ImmutableArray<BoardEntry> Entries, int Total)
{
    private static readonly SearchValues<char> Curly = SearchValues.Create("“”„‟‘’‚‛");

    /// <summary>Editions on one page.</summary>
    public const int PageSize = 50;

    /// <summary>How many there are of each kind, whatever the filters say.</summary>
    public required ImmutableSortedDictionary<string, int> Counts { get; init; }

    /// <summary>How many stand where, by language and place; places in the order of the work.</summary>
    public required ImmutableArray<(string Language, ImmutableArray<(string Place, int Count)> Places)> Stages { get; init; }

    /// <summary>What has waited since before this moment is late, where its stage has no due time.</summary>
    public DateTimeOffset LateBefore { get; init; }

    /// <summary>The moment of the view.</summary>
    public DateTimeOffset Now { get; init; }

    /// <summary>How many pages there are; at least 1.</summary>
    public int Pages => Math.Max(1, (Total + PageSize - 1) / PageSize);

    /// <summary>Whether an edition is late.</summary>
    /// <param name="entry">The edition.</param>
    /// <returns>True when it has waited too long.</returns>
    public bool IsLate(BoardEntry entry) => IsLate(entry, Now, LateBefore);

    internal static BoardView Of(BoardIndex index, NewsroomSettings settings, Visit visit, BoardQuery query)
    {
        var seen = index.Now().Where(e => visit.Languages.Contains(e.Head.Language)).ToList();
        var late = visit.Now - settings.Desk!.LateAfter;
        bool Is(BoardEntry e, string show) => show switch
        {
            "mine" => IsMine(e, settings, visit.Person) || IsForWhoAnswers(e, settings, visit),
            "open" => e.IsOpen,
            "late" => IsLate(e, visit.Now, late),
            "published" => e.Place == BoardEntry.Published,
            _ => true,
        };
        var counts = BoardQuery.Shows.ToImmutableSortedDictionary(s => s, s => seen.Count(e => Is(e, s)), StringComparer.Ordinal);
        if (query.Show.Length == 0)
            query = query with { Show = counts["mine"] > 0 ? "mine" : "open" };
        var found = seen.Where(e => Is(e, query.Show) && (query.Language.Length == 0 || e.Head.Language == query.Language) && (query.Place.Length == 0 || e.Place == query.Place));
        if (query.Search.Length > 0)
            found = found.Select(index.Titled).Where(e => Holds(e, query.Search));
        var sorted = found.OrderBy(e => IsLate(e, visit.Now, late) ? 0 : e.IsOpen ? 1 : 2).ThenBy(e => e.IsOpen ? e.Since.UtcTicks : -e.Since.UtcTicks).ThenBy(e => e.Head.Article, StringComparer.Ordinal).ThenBy(e => e.Head.Language, StringComparer.Ordinal).ToList();
        query = query with { Page = Math.Min(query.Page, Math.Max(1, (sorted.Count + PageSize - 1) / PageSize)) };
        return new BoardView(query, [.. sorted.Skip((query.Page - 1) * PageSize).Take(PageSize).Select(index.Titled)], sorted.Count)
        {
            Counts = counts,
            Stages = [.. visit.Languages.Select(l => (l, Places(settings, seen, l)))],
            LateBefore = late,
            Now = visit.Now,
        };
    }

    private static bool IsLate(BoardEntry entry, DateTimeOffset now, DateTimeOffset before) =>
        entry.Head.IsLate(now, otherwiseDue: entry.Since + (now - before));

    /// <summary>An edition waits for the person who has its stage, or sentences of it that are ahead; one that nobody has, for everybody who may take it by name and by four eyes.</summary>
    private static bool IsMine(BoardEntry entry, NewsroomSettings settings, string person) =>
        entry.Head.Hold is null && entry.Head.Seats.Any(s => s.Person is null ? settings.Names(Seat.Of(s.Name), entry.Head.Language, person) && !(s.Barred ?? []).Contains(person) : s.Person == person) || (entry.Head.Hold is null && entry.Head.Marks.Ahead is { } ahead && ahead.Contains(person));

    /// <summary>What waits for no stage, but for somebody who answers for texts: a change by hand, a second key, the line of a correction.</summary>
    private static bool IsForWhoAnswers(BoardEntry entry, NewsroomSettings settings, Visit visit)
    {
        var rights = new Rights(settings);
        var marks = entry.Head.Marks;
        var keys = marks.IsRetractionAsked || marks.Embargo > visit.Now ? marks.FirstKeys : null;
        return (entry.IsChangedByHand && rights.Edits(visit.Person, entry.Head.Language))
            || (((keys is { } turned && !turned.Contains(visit.Person)) || (marks.LacksLine && entry.Head is { Stage: null, Hold: null })) && rights.WorksAnswering(visit.Person, entry.Head.Language));
    }

    private static ImmutableArray<(string, int)> Places(NewsroomSettings settings, List<BoardEntry> seen, string language)
    {
        var counts = seen.Where(e => e.Head.Language == language).CountBy(e => e.Place).ToDictionary(StringComparer.Ordinal);
        // Routes by rule have stages that the languages' own have not.
        var stages = settings.Targets.Values.SelectMany(t => t.Route.Stages).Select(s => s.Name).Concat(seen.Select(e => e.Head.Stage).OfType<string>()).Distinct(StringComparer.Ordinal)
            .OrderBy(Route.RoleOf).ThenBy(s => s, StringComparer.Ordinal).ToList();
        return [.. stages.Append(BoardEntry.Ready).Append(BoardEntry.Published).Append(BoardEntry.Retracted).Select(p => (p, counts.GetValueOrDefault(p)))];
    }

    private static bool Holds(BoardEntry entry, string search)
    {
        string[] titles = [Straight(entry.Title), Straight(entry.Head.Marks.Title ?? ""), entry.Head.Article];
        return Straight(search).Split(' ', StringSplitOptions.RemoveEmptyEntries).All(w => Array.Exists(titles, t => t.Contains(w, StringComparison.OrdinalIgnoreCase)));
    }

    /// <summary>Text with the quotation marks that keyboards have.</summary>
    private static string Straight(string text) => !text.AsSpan().ContainsAny(Curly) ? text : string.Create(text.Length, text, (signs, from) =>
    {
        for (var i = 0; i < from.Length; i++)
            signs[i] = from[i] is '“' or '”' or '„' or '‟' ? '"' : from[i] is '‘' or '’' or '‚' or '‛' ? '\'' : from[i];
    });
}
