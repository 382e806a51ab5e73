using System.Globalization;
using System.Text;
using TransFlow.Core.Ports;
using TransFlow.Engine.Store;

namespace TransFlow.Engine.Outbox;

/// <summary>The words of a digest: counts and links. No article text, no titles, no reasons, nobody's name.</summary>
internal static class DigestText
{
    private static readonly (string Heading, string[] Kinds)[] Chapters =
    [
        ("Late", ["overdue"]), ("Retracted", ["retracted"]), ("Retraction asked for", ["retraction-asked"]), ("Corrections begun", ["correction-begun"]),
        ("Published", ["published"]), ("Published again", ["updated"]), ("New articles", ["article-taken-in"]), ("Changed articles", ["article-revised"]),
        ("Sent back", ["sent-back"]), ("Held", ["held"]), ("Embargo lifted", ["embargo-lifted"]), ("Parked", ["parked"]), ("Not taken", ["quarantined"]),
        ("Changed by hand", ["published-file-changed", "published-file-gone"]), ("Deliveries parked", ["delivery-parked"]),
    ];

    /// <summary>The kinds of events that a digest tells of.</summary>
    public static IEnumerable<string> Kinds => Chapters.SelectMany(c => c.Kinds);

    /// <summary>The digest of some events.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="events">The events, of which those are told that have a chapter.</param>
    /// <param name="withheld">How many more there are that may not be told.</param>
    /// <param name="link">An edition's address, with <c>{article}</c> and <c>{lang}</c>; null for none.</param>
    public static Delivery Of(string id, IReadOnlyCollection<EventRow> events, int withheld, string? link)
    {
        var text = new StringBuilder();
        var counts = new List<string>();
        foreach (var (heading, kinds) in Chapters)
        {
            var own = events.Where(e => kinds.Contains(e.Event.Kind)).ToList();
            if (own.Count == 0)
                continue;
            counts.Add(string.Create(CultureInfo.InvariantCulture, $"{own.Count} {heading.ToLowerInvariant()}"));
            text.Append(CultureInfo.InvariantCulture, $"{heading}: {own.Count}\n");
            foreach (var place in own.Select(e => Place(e, link)).Where(p => p.Length > 0).Distinct(StringComparer.Ordinal))
                text.Append("  ").Append(place).Append('\n');
            text.Append('\n');
        }

        if (withheld > 0)
            text.Append(CultureInfo.InvariantCulture, $"{withheld} more are of editions that are held.\n");
        return new Delivery(id, $"TransFlow: {(counts.Count == 0 ? "nothing to tell" : string.Join(", ", counts.Take(4)))}", text.ToString());
    }

    private static string Place(EventRow row, string? link)
    {
        if (row.Event.Article.Length == 0)
            return "";
        var name = row.Event.Language is null ? row.Event.Article : $"{row.Event.Article} [{row.Event.Language}]";
        return link is null || row.Event.Language is null
            ? name
            : $"{name} {link.Replace("{article}", Uri.EscapeDataString(row.Event.Article), StringComparison.Ordinal).Replace("{lang}", Uri.EscapeDataString(row.Event.Language), StringComparison.Ordinal)}";
    }
}
