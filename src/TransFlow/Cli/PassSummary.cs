using System.Globalization;
using TransFlow.Engine.Store;

namespace TransFlow.Cli;

/// <summary>Says in one line what a pass did.</summary>
internal static class PassSummary
{
    private static readonly (string Kind, string Words)[] Kinds =
    [
        ("article-taken-in", "taken in"), ("article-revised", "revised"), ("handed-out", "handed out"), ("returned", "returned"),
        ("published", "published"), ("updated", "published again"), ("quarantined", "not taken"), ("parked", "parked"),
    ];

    public static void Write(TextWriter output, IReadOnlyCollection<EventRow> events)
    {
        var counts = Kinds.Select(k => (k.Words, Count: events.Count(e => e.Event.Kind == k.Kind))).Where(k => k.Count > 0)
            .Select(k => string.Create(CultureInfo.InvariantCulture, $"{k.Count} {k.Words}")).ToList();
        output.WriteLine(counts.Count == 0 ? "Nothing new." : $"This pass: {string.Join(", ", counts)}.");
        output.WriteLine();
    }
}
