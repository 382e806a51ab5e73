using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text.RegularExpressions;

namespace TransFlow.Core.Segments.Srx;

/// <summary>
/// Segmentation rules of somebody else, as other translation tools exchange them (SRX 2.0, LISA OSCAR 2008; GMX-V and TMX name it as theirs).
/// Where a language has rules here, they take the place of TransFlow's own.
/// </summary>
public sealed class SrxRules
{
    private readonly ImmutableArray<LanguageMap> _maps;
    private readonly ImmutableDictionary<string, ImmutableArray<SrxRule>> _rules;
    private readonly bool _cascades;

    internal SrxRules(ImmutableArray<LanguageMap> maps, ImmutableDictionary<string, ImmutableArray<SrxRule>> rules, bool cascades) =>
        (_maps, _rules, _cascades) = (maps, rules, cascades);

    /// <summary>Reads a file of rules.</summary>
    /// <param name="file">Its bytes, XML in any encoding.</param>
    /// <param name="name">Its name as people know it, for refusals.</param>
    /// <returns>The rules; refused when it is no SRX 2.0, or a rule cannot be understood.</returns>
    public static Outcome<SrxRules> Read(byte[] file, string name)
    {
        if (!SrxReader.Read(file, name).Try(out var rules, out var refusal))
            return refusal;
        rules.Fingerprint = Convert.ToHexStringLower(SHA256.HashData(file).AsSpan(0, 16));
        return rules;
    }

    /// <summary>A digest of the file that they were read from: other rules, other sentences.</summary>
    public string Fingerprint { get; private set; } = "";

    /// <summary>Whether any rules are for a language.</summary>
    /// <param name="language">A BCP 47 tag.</param>
    public bool Has(string language) => !RulesFor(language).IsEmpty;

    /// <summary>Where sentences end.</summary>
    /// <param name="text">The paragraph, as <see cref="Sentences.SentenceSplitter"/> takes it.</param>
    /// <param name="language">Its language as a BCP 47 tag.</param>
    /// <returns>For every segment but the last, the offset in UTF-16 units after its last visible character.</returns>
    /// <exception cref="RegexMatchTimeoutException">A rule needs more than two seconds for this paragraph.</exception>
    internal ImmutableArray<int> Boundaries(string text, string language)
    {
        var words = new SrxText(text);
        var decided = new Dictionary<int, bool>();
        var hasPairs = words.Plain.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF');
        foreach (var rule in RulesFor(language))
        {
            foreach (var at in rule.Places(words.Plain, hasPairs))
                decided.TryAdd(at, rule.Breaks);
        }

        return words.Ends(decided.Where(d => d.Value).Select(d => d.Key));
    }

    /// <summary>SRX 2.0, 2.3: with cascading all maps that fit count, in order; without, the first.</summary>
    private ImmutableArray<SrxRule> RulesFor(string language)
    {
        var fitting = _maps.Where(m => m.Pattern.IsMatch(language));
        return [.. (_cascades ? fitting : fitting.Take(1)).SelectMany(m => _rules[m.Rules])];
    }
}

/// <summary>Which languages a list of rules is for.</summary>
/// <param name="Pattern">Fits the whole tag.</param>
/// <param name="Rules">The name of the list.</param>
internal sealed record LanguageMap(Regex Pattern, string Rules);

/// <summary>A place where a sentence ends, or does not.</summary>
/// <param name="Breaks">Whether it ends there.</param>
/// <param name="Place">Fits the empty text between what stands before and what stands after.</param>
/// <param name="PlaceAmongPairs">The same for texts with characters of two units.</param>
internal sealed record SrxRule(bool Breaks, Regex Place, Lazy<Regex> PlaceAmongPairs)
{
    /// <summary>The places in a text, in order.</summary>
    /// <param name="text">The text.</param>
    /// <param name="hasPairs">Whether it has characters outside the basic plane, which are two units each.</param>
    public IEnumerable<int> Places(string text, bool hasPairs)
    {
        for (var match = (hasPairs ? PlaceAmongPairs.Value : Place).Match(text); match.Success; match = match.NextMatch())
            yield return match.Index;
    }
}
