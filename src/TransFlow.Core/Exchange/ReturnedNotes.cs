using System.Collections.Immutable;

namespace TransFlow.Core.Exchange;

/// <summary>Tells the notes that a person wrote from those that went out.</summary>
internal static class ReturnedNotes
{
    /// <summary>How much of a note is kept.</summary>
    public const int MostLetters = 10_000;

    private const int MostNotes = 200;

    /// <summary>The notes of a returned unit that are none of ours; one that is the beginning of ours was cut by a tool.</summary>
    public static ImmutableArray<string> New(ReturnedUnit sent, ReturnedUnit returned)
    {
        var ours = sent.Notes.Select(ContentTidy.Bare).ToList();
        return [.. returned.Notes.Where(n => ContentTidy.Bare(n) is { Length: > 0 } bare && !ours.Exists(o => o.StartsWith(bare, StringComparison.Ordinal)))
            .Select(n => n.Trim()).Select(n => n.Length > MostLetters ? n[..MostLetters] + "…" : n).Take(MostNotes)];
    }
}
