using System.Text.Encodings.Web;
using System.Text.Json;
using TransFlow.Core.Ports;
using TransFlow.Engine.Store;

namespace TransFlow.Engine.Outbox;

/// <summary>An event as webhooks tell it.</summary>
internal static class EventBody
{
    /// <summary>Details that are told: none of them is in anybody's own words, and none names a person.</summary>
    private static readonly HashSet<string> Told = new(StringComparer.Ordinal)
    {
        "stage", "due", "until", "zone", "was", "revision", "units", "segments", "finished", "changed", "left", "refused", "missing", "path", "sha256", "correction", "kind", "urgent", "package",
    };

    private static readonly HashSet<string> People = new(StringComparer.Ordinal) { "person", "to", "from", "with", "first" };

    private static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The event as JSON on one line; the same event gives the same bytes.</summary>
    /// <param name="row">The event.</param>
    /// <param name="namesPeople">Whether it says who did what.</param>
    public static Delivery Of(EventRow row, bool namesPeople)
    {
        var details = row.Event.Details.Where(d => IsTold(row.Event.Kind, d.Key, namesPeople)).ToDictionary(StringComparer.Ordinal);
        var body = new { id = row.Hash, row.Number, at = row.At.UtcDateTime, row.Event.Kind, row.Event.Article, row.Event.Language, Actor = namesPeople ? row.Event.Actor : null, details };
        return new Delivery(row.Hash, row.Event.Kind, JsonSerializer.Serialize(body, Json));
    }

    private static bool IsTold(string kind, string detail, bool namesPeople) =>
        Told.Contains(detail) || (kind == "arrived" && detail == "from") || (namesPeople && People.Contains(detail));
}
