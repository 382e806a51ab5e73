using System.Collections.Immutable;
using System.Globalization;
using TransFlow.Core.Stages;

namespace TransFlow.Engine.Jobs;

/// <summary>Events in words, for people who read the history.</summary>
public static class EventWords
{
    /// <summary>Every kind of event, by name.</summary>
    public static ImmutableArray<string> Kinds { get; } =
    [
        "accepted", "account-closed", "account-opened", "account-password-changed", "arrived", "article-moved", "article-realigned",
        "article-revised", "article-taken-in", "assigned", "claim-broken", "claim-lapsed", "claimed", "commented", "commented-all", "correction-begun",
        "correction-described", "delivery-dropped", "delivery-parked", "delivery-replayed", "edited", "edition-begun", "embargo-lift-asked",
        "embargo-lifted", "embargo-set", "hand-change-discarded", "hand-change-taken", "handed-out", "handed-over", "held", "note-settled",
        "overdue", "parked", "published", "published-file-changed", "published-file-gone", "published-file-restored", "quarantine-lifted",
        "quarantined", "released", "reopened", "rerouted", "retracted", "retraction-asked", "retried", "returned", "reused", "sent-back",
        "terms-proposed", "tombstone-published", "updated",
    ];

    /// <summary>What happened, in a sentence without the name of who did it.</summary>
    /// <param name="happened">The event.</param>
    /// <returns>The sentence; the bare details for a kind that has no words.</returns>
    public static string Of(Event happened)
    {
        string D(string name) => happened.Details.GetValueOrDefault(name, "");
        string If(string name, string before, string after = "") => D(name).Length > 0 ? $"{before}{D(name)}{after}" : "";
        return happened.Kind switch
        {
            "article-taken-in" => $"took the article in: {Count(D("units"), "unit")}",
            "article-revised" => $"took a changed source in: revision {D("revision")}, {Count(D("units"), "unit")}",
            "article-moved" => $"found the article moved to {D("path")}",
            "article-realigned" => "brought the article into line with how this version splits it",
            "edition-begun" => "began the edition",
            "assigned" => $"gave {D("stage")} to {D("person")}",
            "claimed" => $"claimed {D("stage")}",
            "handed-over" => $"handed {D("stage")} over from {D("from")} to {D("to")}",
            "claim-broken" => $"took {D("stage")} back from {D("from")}: {D("reason")}",
            "claim-lapsed" => $"let the claim on {D("stage")} lapse{If("from", ", which ", " had")}",
            "handed-out" => $"handed out {D("file")} to {D("to")}",
            "returned" => $"returned {D("stage")}: {D("finished")} finished, {D("changed")} changed, {D("left")} left{Some(D("refused"), " refused")}{If("noticed", "; noticed: ")}",
            "arrived" => $"{(D("stage") == "ready" ? "it is through its stages" : $"it reached {D("stage")}")}{If("from", " from ")}{If("revision", ", with revision ")}{If("due", ", due ")}{If("keeps", "; ", $" has it until {D("until")}")}",
            "overdue" => $"{D("stage")} was due {D("due")}{If("with", ", with ")}{If("to", "; told ")}",
            "reused" => $"took {Count(D("segments"), "segment")} from earlier editions, by {D("stage")}{If("from", " (", ")")}",
            "rerouted" => $"applied the settings of now: route {D("route")}, {Count(D("segments"), "segment")} sent elsewhere, at {D("stage")}{If("due", ", due ")}",
            "edited" => $"{(D("finished") == "yes" ? "finished" : "changed")} sentence {D("segment")} of {D("unit")} at {D("stage")}",
            "commented" => $"said something beside sentence {D("segment")} of {D("unit")}",
            "commented-all" => $"said something beside {Count(D("segments"), "segment")}",
            "accepted" => $"accepted {Count(D("segments"), "segment")} at {D("stage")}",
            "sent-back" => $"sent {Count(D("segments"), "segment")} back from {D("stage")}: {D("reason")}",
            "reopened" => $"opened {Count(D("segments"), "segment")} again at {D("stage")}: {D("reason")}",
            "note-settled" => $"settled a note of {D("of")} beside {D("unit")}",
            "terms-proposed" => $"proposed {Count(D("count"), "term")}",
            "held" => $"held it: {D("reason")}",
            "released" => "released it",
            "embargo-set" => $"set an embargo until {D("until")} ({D("zone")})",
            "embargo-lift-asked" => $"turned the first key to lift the embargo: {D("reason")}",
            "embargo-lifted" => $"lifted the embargo until {D("was")}; first key by {D("first")}: {D("reason")}",
            "correction-begun" => $"began {(D("kind") == "silent" ? "a silent correction" : $"a {D("kind")}")}{(D("urgent").Length > 0 ? ", urgent" : "")}{If("units", " of ")}: {D("reason")}",
            "correction-described" => (D("kind") == "silent" ? "said that the page tells readers nothing of it" : $"said what the page tells of the {D("kind")}{If("line", ": ")}") + If("lineBefore", "; it had said: "),
            "retraction-asked" => $"turned the first key to retract it: {D("reason")}",
            "retracted" => $"retracted it; first key by {D("first")}: {D("reason")}",
            "published" or "updated" => $"{(happened.Kind == "published" ? "published" : "published again")} {D("path")}, revision {D("revision")}{If("correction", " (", ")")}",
            "tombstone-published" => $"put a tombstone at {D("path")}",
            "published-file-changed" => $"noticed that {D("file")} was changed by hand",
            "published-file-gone" => $"noticed that {D("file")} is gone",
            "published-file-restored" => $"noticed that {D("file")} is again as it was published",
            "hand-change-taken" => $"took a change of {D("file")} by hand into {Count(D("segments"), "segment")} ({D("kind")}): {D("reason")}",
            "hand-change-discarded" => $"let the next publication replace what was changed in {D("file")} by hand",
            "parked" => $"stopped trying: {D("reason")}",
            "retried" => "let it be tried again",
            "quarantined" => $"did not take {D("file")}: {D("reason")}",
            "quarantine-lifted" => $"took {D("file")} off the list of what was not taken",
            "delivery-parked" => $"stopped telling {D("way")} of {D("number")}: {D("reason")}",
            "delivery-dropped" => $"dropped {D("number")} for {D("way")}: {D("reason")}",
            "delivery-replayed" => $"told {Count(D("deliveries"), "delivery", "deliveries")} again{If("way", " to ")}",
            _ => string.Join(", ", happened.Details.Select(d => $"{d.Key} {d.Value}")),
        };
    }

    private static string Count(string number, string one, string? many = null) => $"{number} {(number == "1" ? one : many ?? one + "s")}";

    private static string Some(string number, string what) => int.TryParse(number, CultureInfo.InvariantCulture, out var count) && count > 0 ? $", {number}{what}" : "";
}
