using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using TransFlow.Core;
using TransFlow.Core.Stages;
using TransFlow.Engine.Jobs;

namespace TransFlow.Desk.Words;

/// <summary>
/// The words of the desk in one language. Its own stand in <c>Desk/Words/&lt;language&gt;.json</c> by key; what the engine says stands in
/// <c>&lt;language&gt;.sentences.json</c> by the engine's English pattern, so that each refusal, finding and check has its own words with its values.
/// </summary>
public sealed partial class DeskWords
{
    private static readonly ImmutableArray<DeskWords> Known = [new("en"), new("ko")];

    private readonly FrozenDictionary<string, string> _words;
    private readonly FrozenDictionary<string, string> _sentences;

    private DeskWords(string language) => (Language, _words, _sentences) = (language, Read(language), Read(language + ".sentences"));

    /// <summary>The languages in which there are words, the first being that of whoever asks for none of them.</summary>
    public static IEnumerable<DeskWords> All => Known;

    /// <summary>The language as a BCP 47 tag.</summary>
    public string Language { get; }

    /// <summary>The keys in alphabetical order.</summary>
    public IEnumerable<string> Keys => _words.Keys.Order(StringComparer.Ordinal);

    /// <summary>The engine's sentences that have words of their own here, by pattern.</summary>
    public IReadOnlyDictionary<string, string> Sentences => _sentences;

    /// <summary>The words under a key.</summary>
    /// <param name="key">The key.</param>
    /// <exception cref="KeyNotFoundException">There is no such key.</exception>
    public string this[string key] => _words[key];

    /// <summary>The words under a key with values in their places.</summary>
    /// <param name="key">The key.</param>
    /// <param name="values">The values.</param>
    public string this[string key, params object[] values] => string.Format(CultureInfo.InvariantCulture, _words[key], values);

    /// <summary>The words under a key, or others when there is no such key.</summary>
    /// <param name="key">The key.</param>
    /// <param name="otherwise">The others.</param>
    /// <returns>The words.</returns>
    public string Or(string key, string otherwise) => _words.GetValueOrDefault(key, otherwise);

    /// <summary>A sentence of the engine in this language; in English where it has no words here.</summary>
    /// <param name="sentence">The sentence.</param>
    /// <returns>The words.</returns>
    public string Say(Sentence sentence) => _sentences.TryGetValue(sentence.Pattern, out var pattern) ? Filled(pattern, name => int.TryParse(name, out var n) && n < sentence.Values.Length ? sentence.Values[n] : "") : sentence.Text;

    /// <summary>What is wrong and what to do, after the unit that is concerned.</summary>
    /// <param name="refusal">The refusal.</param>
    /// <returns>The words.</returns>
    public string Refusal(Refusal refusal) => $"{(refusal.Unit is null ? "" : refusal.Unit + ": ")}{Said(refusal)} {Advice(refusal)}".TrimEnd();

    /// <summary>What is wrong: the sentence, or, where it has no words of its own here, what is said of its code in general.</summary>
    /// <param name="refusal">The refusal.</param>
    /// <returns>The words.</returns>
    public string Said(Refusal refusal) => _sentences.ContainsKey(refusal.Said.Pattern) ? Say(refusal.Said) : Or($"refusal.{refusal.Code}", refusal.Message);

    /// <summary>What to do: empty where it is part of what is said of the code in general.</summary>
    /// <param name="refusal">The refusal.</param>
    /// <returns>The words.</returns>
    public string Advice(Refusal refusal) => _sentences.ContainsKey(refusal.Advice.Pattern) ? Say(refusal.Advice) : _words.ContainsKey($"refusal.{refusal.Code}") ? "" : refusal.Remedy;

    /// <summary>An event in a sentence: of its kind, with its details; what stands between square brackets goes when a detail of it is missing.</summary>
    /// <param name="happened">The event.</param>
    /// <returns>The sentence; in English as the command line says it.</returns>
    public string Told(Event happened)
    {
        if (!_words.TryGetValue($"told.{happened.Kind}", out var pattern))
            return EventWords.Of(happened);
        var whole = Optional().Replace(pattern, m => Place().Matches(m.Value).All(p => happened.Details.GetValueOrDefault(p.Groups["name"].Value, "").Length > 0) ? m.Value[1..^1] : "");
        return Filled(whole, name => happened.Details.GetValueOrDefault(name, ""));
    }

    /// <summary>The words for a person: in the language that was chosen, else in the first that the browser asks for.</summary>
    /// <param name="chosen">What the person chose; null for nothing.</param>
    /// <param name="asked">The browser's languages, best first.</param>
    /// <returns>The words.</returns>
    public static DeskWords For(string? chosen, IEnumerable<string> asked)
    {
        foreach (var tag in asked.Prepend(chosen ?? ""))
        {
            if (Known.FirstOrDefault(k => string.Equals(tag.Split('-')[0], k.Language, StringComparison.OrdinalIgnoreCase)) is { } found)
                return found;
        }

        return Known[0];
    }

    /// <summary>A pattern with its values. <c>{0:stage}</c> is a value that has words of its own, under <c>stage.</c> and the value.</summary>
    private string Filled(string pattern, Func<string, string> value) => Place().Replace(pattern, m => m.Groups["name"] switch
    {
        { Success: false } => m.Value[..1],
        var name when m.Groups["of"] is { Success: true } of => Named(of.Value, value(name.Value)),
        var name => value(name.Value),
    });

    /// <summary>Values that are lists have words for each.</summary>
    private string Named(string of, string value) => string.Join(", ", value.Split(", ").Select(v => Or($"{of}.{v}", v)));

    private static FrozenDictionary<string, string> Read(string name)
    {
        using var stream = typeof(DeskWords).Assembly.GetManifestResourceStream($"desk.{name}.json")!;
        return JsonSerializer.Deserialize<Dictionary<string, string>>(stream)!.ToFrozenDictionary(StringComparer.Ordinal);
    }

    [GeneratedRegex(@"\{\{|\}\}|\{(?<name>[A-Za-z0-9]+)(?::(?<of>[a-z-]+))?\}")]
    private static partial Regex Place();

    [GeneratedRegex(@"\[[^\[\]]*\]")]
    private static partial Regex Optional();
}
