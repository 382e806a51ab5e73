using System.Collections.Concurrent;
using System.Collections.Immutable;
using TransFlow.Core.Stages;
using TransFlow.Engine;
using TransFlow.Engine.Store;

namespace TransFlow.Desk.Board;

/// <summary>
/// Every edition with what the board says of it, kept from one request to the next. The number of the last event tells whether
/// anything happened, since nothing happens to an edition without one.
/// </summary>
/// <param name="newsroom">The newsroom.</param>
internal sealed class BoardIndex(Newsroom newsroom)
{
    /// <summary>What happens beside the stages, and so does not end the waiting.</summary>
    private static readonly ImmutableHashSet<string> Aside =
    [
        "assigned", "claimed", "claim-broken", "claim-lapsed", "handed-over", "held", "released", "commented", "commented-all", "edited", "retried", "parked", "overdue",
        "embargo-set", "embargo-lift-asked", "embargo-lifted", "terms-proposed", "correction-described", "retraction-asked", "note-settled", "rerouted",
    ];

    private readonly Lock _turn = new();
    private readonly ConcurrentDictionary<(string Article, int Revision), string> _titles = new();
    private readonly Dictionary<(string Article, string? Language), DateTimeOffset> _moved = [];
    private long _event = -1;
    private ImmutableArray<BoardEntry> _entries = [];

    /// <summary>The editions as they are now, by article and language.</summary>
    public ImmutableArray<BoardEntry> Now()
    {
        lock (_turn)
        {
            var last = newsroom.Store.LastEvent();
            if (last != _event)
            {
                foreach (var row in newsroom.Store.Events(after: Math.Max(_event, 0)).Where(r => !Aside.Contains(r.Event.Kind)))
                    _moved[(row.Event.Article, row.Event.Language)] = row.At;
                _entries = [.. newsroom.Store.Heads().Select(h => new BoardEntry(h, Since(h)) { IsChangedByHand = IsChangedByHand(h) })];
                _event = last;
            }

            return _entries;
        }
    }

    /// <summary>An entry with its article's title.</summary>
    public BoardEntry Titled(BoardEntry entry) => entry with { Title = _titles.GetOrAdd((entry.Head.Article, entry.Head.Revision), k => newsroom.Title(k.Article, k.Revision)) };

    private bool IsChangedByHand(EditionHead head) => head.Marks is { IsRetracted: false, ChangedByHand: { } found and not Edition.Gone } && !newsroom.Store.Outgoing(head.Language, head.LivePath!).Contains(found);

    /// <summary>Since it reached its stage, whatever somebody did there; else since the last of what moved it.</summary>
    private DateTimeOffset Since(EditionHead head)
    {
        if (head is { Stage: not null, Marks.Since: { } reached })
            return reached;
        var own = _moved.GetValueOrDefault((head.Article, head.Language));
        var whole = _moved.GetValueOrDefault((head.Article, null));
        return own > whole ? own : whole;
    }
}
