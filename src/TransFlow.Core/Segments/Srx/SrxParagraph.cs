using System.Diagnostics;
using System.Text.RegularExpressions;

namespace TransFlow.Core.Segments.Srx;

/// <summary>One text to which rules are put, and the time that each of them took.</summary>
/// <param name="text">The text.</param>
internal sealed class SrxParagraph(string text)
{
    /// <summary>What a rule may need for a paragraph.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>What is shorter is not counted: a thousand times as much is nothing.</summary>
    private static readonly long Moment = Stopwatch.Frequency / 50_000;

    private readonly bool _hasPairs = text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF');
    private readonly Dictionary<SrxRule, long> _spent = new(ReferenceEqualityComparer.Instance);

    /// <summary>The text.</summary>
    public string Text => text;

    /// <summary>The places of a rule, in order.</summary>
    /// <param name="rule">The rule.</param>
    /// <exception cref="RegexMatchTimeoutException">It needs more than two seconds for all of them.</exception>
    public IEnumerable<int> Places(SrxRule rule)
    {
        for (var next = 0; Match(rule, next) is { Success: true } match; next = match.Index + 1)
        {
            yield return match.Index;
            if (match.Index == text.Length)
                break;
        }
    }

    /// <summary>Whether a rule holds at a place.</summary>
    /// <param name="rule">A rule that says where no sentence ends.</param>
    /// <param name="place">The place.</param>
    /// <exception cref="RegexMatchTimeoutException">It needs more than two seconds for all places that were asked about.</exception>
    public bool Holds(SrxRule rule, int place) => Match(rule, place).Success;

    private Match Match(SrxRule rule, int from)
    {
        var start = Stopwatch.GetTimestamp();
        Match match;
        try
        {
            match = (_hasPairs ? rule.PlaceAmongPairs.Value : rule.Place).Match(text, from);
        }
        catch (RegexMatchTimeoutException)
        {
            throw Slow(rule);
        }

        var spent = Stopwatch.GetTimestamp() - start;
        if (spent > Moment && (_spent[rule] = spent + _spent.GetValueOrDefault(rule)) > Patience.TotalSeconds * Stopwatch.Frequency)
            throw Slow(rule);
        return match;
    }

    private RegexMatchTimeoutException Slow(SrxRule rule) => new(text, rule.Written, Patience);
}
