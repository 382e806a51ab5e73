using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using TransFlow.Core.Exchange;

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
    private readonly ConcurrentDictionary<string, SrxCascade?> _cascadesByLanguage = new(StringComparer.Ordinal);

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

    /// <summary>Whether a language is named; its list of rules may be empty, and then nothing ends a sentence.</summary>
    /// <param name="language">A BCP 47 tag.</param>
    public bool Has(string language) => For(language) is not null;

    /// <summary>Where sentences end.</summary>
    /// <param name="text">The paragraph, as <see cref="Sentences.SentenceSplitter"/> takes it.</param>
    /// <param name="language">Its language as a BCP 47 tag.</param>
    /// <returns>For every segment but the last, the offset in UTF-16 units after its last visible character.</returns>
    /// <exception cref="RegexMatchTimeoutException">A rule needs more than two seconds for this paragraph.</exception>
    internal ImmutableArray<int> Boundaries(string text, string language)
    {
        var words = new SrxText(text);
        return words.Ends(For(language)?.Places(words.Plain) ?? []);
    }

    /// <summary>SRX 2.0, 2.3: with cascading all maps that fit count, in order; without, the first.</summary>
    private SrxCascade? For(string language) => _cascadesByLanguage.GetOrAdd(language, tag =>
    {
        var fitting = _maps.Where(m => m.Fits(tag)).ToList();
        return fitting.Count == 0 ? null : new SrxCascade((_cascades ? fitting : fitting.Take(1)).SelectMany(m => _rules[m.Rules]));
    });
}

/// <summary>Which languages a list of rules is for.</summary>
/// <param name="Pattern">Fits the whole tag.</param>
/// <param name="Rules">The name of the list.</param>
internal sealed record LanguageMap(Regex Pattern, string Rules)
{
    /// <summary>Whether a language is meant, by the code that its tag has or by the shorter one of the same language.</summary>
    /// <param name="language">A BCP 47 tag.</param>
    public bool Fits(string language) => Pattern.IsMatch(language) || (Languages.Short(language) is var tag && tag != language && Pattern.IsMatch(tag));
}

/// <summary>A place where a sentence ends, or does not.</summary>
/// <param name="Breaks">Whether it ends there.</param>
/// <param name="Written">The expressions as they stand in the file.</param>
/// <param name="Place">Fits the empty text between what stands before and what stands after; where no sentence ends, only at the place at which it is put.</param>
/// <param name="PlaceAmongPairs">The same for texts with characters outside the basic plane, which are two units each.</param>
/// <param name="Ending">With what the text before ends.</param>
internal sealed record SrxRule(bool Breaks, string Written, Regex Place, Lazy<Regex> PlaceAmongPairs, SrxEnding Ending);
