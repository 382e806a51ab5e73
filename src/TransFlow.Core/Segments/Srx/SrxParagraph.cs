using System.Text.RegularExpressions;

namespace TransFlow.Core.Segments.Srx;

/// <summary>One text to which rules are put.</summary>
/// <param name="text">The text.</param>
internal sealed class SrxParagraph(string text)
{
    /// <summary>What a rule may need from one place of a paragraph to the next.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly bool _hasPairs = text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF');

    /// <summary>The text.</summary>
    public string Text => text;

    /// <summary>The places of a rule, in order.</summary>
    /// <param name="rule">The rule.</param>
    /// <exception cref="RegexMatchTimeoutException">It needs more than two seconds for one of them.</exception>
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
    /// <exception cref="RegexMatchTimeoutException">It needs more than two seconds.</exception>
    public bool Holds(SrxRule rule, int place) => Match(rule, place).Success;

    private Match Match(SrxRule rule, int from)
    {
        try
        {
            return (_hasPairs ? rule.PlaceAmongPairs.Value : rule.Place).Match(text, from);
        }
        catch (RegexMatchTimeoutException)
        {
            throw new RegexMatchTimeoutException(text, rule.Written, Patience);
        }
    }
}
