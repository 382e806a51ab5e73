using System.Diagnostics;
using System.Text.RegularExpressions;

namespace TransFlow.Core.Segments.Srx;

/// <summary>One text to which rules are put.</summary>
/// <param name="text">The text.</param>
internal sealed class SrxParagraph(string text)
{
    /// <summary>What a rule may need for a paragraph.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>What each rule has needed so far: one that looks back through the whole paragraph needs little at each place, and much at all of them.</summary>
    private readonly Dictionary<SrxRule, TimeSpan> _needed = new(ReferenceEqualityComparer.Instance);

    private readonly bool _hasPairs = text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF');

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
    /// <exception cref="RegexMatchTimeoutException">It needs more than two seconds, for this place and those before.</exception>
    public bool Holds(SrxRule rule, int place) => Match(rule, place).Success;

    private Match Match(SrxRule rule, int from)
    {
        var expression = _hasPairs ? rule.PlaceAmongPairs.Value : rule.Place;
        var start = Stopwatch.GetTimestamp();
        try
        {
            var match = expression.Match(text, from);
            var needed = _needed.GetValueOrDefault(rule) + Stopwatch.GetElapsedTime(start);
            _needed[rule] = needed;
            return needed <= Patience ? match : throw new RegexMatchTimeoutException(text, rule.Written, Patience);
        }
        catch (RegexMatchTimeoutException)
        {
            throw new RegexMatchTimeoutException(text, rule.Written, Patience);
        }
    }
}
