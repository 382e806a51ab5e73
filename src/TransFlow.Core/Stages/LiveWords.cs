using System.Runtime.CompilerServices;
using TransFlow.Core.Segments;

namespace TransFlow.Core.Stages;

/// <summary>The words that readers have of an edition, wherever they stand on its page: gathered once for all its segments.</summary>
internal sealed class LiveWords
{
    private static readonly ConditionalWeakTable<LiveEdition, LiveWords> Gathered = [];

    private readonly HashSet<Content> _words;
    private readonly HashSet<string> _emptied;

    private LiveWords(LiveEdition live)
    {
        var targets = live.Targets ?? [];
        _words = targets.Where(t => !t.Target.IsEmpty).Select(t => t.Target).ToHashSet(Content.Reading);
        _emptied = targets.Where(t => t.Target.IsEmpty).Select(t => t.UnitId).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>The words of what is live.</summary>
    /// <param name="live">What is live.</param>
    public static LiveWords Of(LiveEdition live) => Gathered.GetValue(live, l => new LiveWords(l));

    /// <summary>Whether a segment's words are among them; of an empty target, whether its unit has one there.</summary>
    /// <param name="segment">The segment.</param>
    public bool Has(SegmentWork segment) => segment.Target is { } target && (target.IsEmpty ? _emptied.Contains(segment.UnitId) : _words.Contains(target));
}
