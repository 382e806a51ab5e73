using System.Collections.Immutable;
using TransFlow.Core.Segments;
using TransFlow.Core.Segments.Sentences;

namespace TransFlow.Core.Stages;

/// <summary>Which sentences a rule catches by what they are.</summary>
public enum SentencePart
{
    /// <summary>Whatever they are.</summary>
    All,

    /// <summary>Block quotes and direct speech.</summary>
    Quotations,

    /// <summary>What stands in block quotes.</summary>
    BlockQuotes,

    /// <summary>Sentences in which somebody is quoted as speaking.</summary>
    DirectSpeech,
}

/// <summary>Sends some segments of an article to other people, or along another route. All that it names has to fit.</summary>
/// <param name="Strand">The strand that they become.</param>
public sealed record StrandRule(Strand Strand)
{
    /// <summary>The stages that they pass; null for those of the article.</summary>
    public Route? Route { get; init; }

    /// <summary>Which sentences.</summary>
    public SentencePart Part { get; init; }

    /// <summary>Of which sections; empty for the whole article.</summary>
    public ImmutableArray<string> Sections { get; init; } = [];

    /// <summary>Lays the strands of an edition anew: where each segment goes follows from the rules alone, what was done with it stays.</summary>
    /// <param name="edition">The edition.</param>
    /// <param name="source">Its source article, of its revision.</param>
    /// <param name="route">The route of what no rule catches.</param>
    /// <param name="rules">The rules; the first that catches a segment counts, and it goes through the gates of the others that catch it, too.</param>
    /// <returns>The edition, its route that of all its segments together.</returns>
    public static Edition Lay(Edition edition, Extraction source, Route route, ImmutableArray<StrandRule> rules)
    {
        var caught = Caught(source, rules);
        var used = rules.Where(r => caught.Values.Any(c => c[0] == r)).ToList();
        var ways = caught.ToDictionary(c => c.Key, c => WayOf(c.Value, route));
        var whole = ways.Values.Distinct().Aggregate(route, (all, way) => all.With(way));
        return edition with
        {
            Route = whole,
            Strands = used.Where(r => !r.Strand.People.IsEmpty).Select(r => KeyValuePair.Create(r.Strand.Name, r.Strand)).ToImmutableSortedDictionary(StringComparer.Ordinal),
            Segments =
            [
                .. edition.Segments.Select(s => caught.TryGetValue((s.UnitId, s.Index), out var own)
                    ? s with { Strand = own[0].Strand.Name, Skips = Beyond(whole, ways[(s.UnitId, s.Index)]) }
                    : s with { Strand = null, Skips = Beyond(whole, route) }),
            ],
        };
    }

    /// <summary>
    /// The stages of a segment: those of its rule, and the gates of others that catch it. A rule that gives sentences to a person must
    /// not take them out of a section that somebody has to sign off; where it names no route, that of the section counts.
    /// </summary>
    private static Route WayOf(ImmutableArray<StrandRule> rules, Route route)
    {
        var others = rules.Skip(1).Select(r => r.Route).OfType<Route>();
        return rules[0].Route is { } own ? others.Aggregate(own, (all, other) => all.With(other, onlyGates: true)) : others.Aggregate(route, (all, other) => all.With(other));
    }

    /// <summary>The segments that rules catch, each with its rules in their order.</summary>
    private static Dictionary<(string, int), ImmutableArray<StrandRule>> Caught(Extraction source, ImmutableArray<StrandRule> rules)
    {
        var caught = new Dictionary<(string, int), ImmutableArray<StrandRule>>();
        if (rules.IsEmpty)
            return caught;
        var sections = Section.Of(source);
        for (var u = 0; u < source.Units.Length; u++)
        {
            var unit = source.Units[u];
            for (var i = 0; i < unit.Segments.Length; i++)
            {
                ImmutableArray<StrandRule> own = [.. rules.Where(r => r.Catches(unit, unit.Segments[i], sections[u], source.Language))];
                if (!own.IsEmpty)
                    caught[(unit.Id, i)] = own;
            }
        }

        return caught;
    }

    private bool Catches(Unit unit, Segment segment, ImmutableArray<Section> sections, string language)
    {
        if (!Sections.IsEmpty && !sections.Any(s => Sections.Any(s.Is)))
            return false;
        return Part switch
        {
            SentencePart.BlockQuotes => IsBlockQuote(unit),
            SentencePart.DirectSpeech => IsSpeech(unit, segment, language),
            SentencePart.Quotations => IsBlockQuote(unit) || IsSpeech(unit, segment, language),
            _ => true,
        };
    }

    private static bool IsBlockQuote(Unit unit) => unit.Kind == UnitKind.Quotation;

    private static bool IsSpeech(Unit unit, Segment segment, string language) => unit.Kind is not (UnitKind.FrontMatter or UnitKind.Heading or UnitKind.Attribute) && DirectSpeech.IsIn(segment.Source.Text, language);

    private static ImmutableArray<string>? Beyond(Route whole, Route own) =>
        whole.Stages.Length == own.Stages.Length ? null : [.. whole.Stages.Select(s => s.Name).Where(s => own.IndexOf(s) < 0)];
}
