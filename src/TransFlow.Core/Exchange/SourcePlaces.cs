using TransFlow.Core.Segments;
using TransFlow.Core.Stages;

namespace TransFlow.Core.Exchange;

/// <summary>Where an edition has which source words: so that each sentence of a return is found without going through all segments.</summary>
internal sealed class SourcePlaces
{
    private readonly ILookup<Content, int> _places;
    private readonly ILookup<(string UnitId, Content Source), int> _own;
    private readonly ILookup<string, int> _units;

    /// <summary>Notes the places.</summary>
    /// <param name="segments">The edition's segments.</param>
    public SourcePlaces(IReadOnlyList<SegmentWork> segments)
    {
        var all = Enumerable.Range(0, segments.Count);
        _places = all.ToLookup(i => segments[i].Source);
        _own = all.ToLookup(i => (segments[i].UnitId, segments[i].Source));
        _units = all.ToLookup(i => segments[i].UnitId, StringComparer.Ordinal);
    }

    /// <summary>The places of some words, in order.</summary>
    public IEnumerable<int> Of(Content source) => _places[source];

    /// <summary>The places of some words in a unit, in order.</summary>
    public IEnumerable<int> Of(string unitId, Content source) => _own[(unitId, source)];

    /// <summary>The places of a unit, in order.</summary>
    public IEnumerable<int> OfUnit(string unitId) => _units[unitId];
}
