using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

namespace TransFlow.Desk.Words;

/// <summary>The words of the desk in one language; they stand in <c>Desk/Words/&lt;language&gt;.json</c>.</summary>
public sealed class DeskWords
{
    private static readonly ImmutableArray<DeskWords> Known = [Read("en"), Read("ko")];

    private readonly FrozenDictionary<string, string> _words;

    private DeskWords(string language, FrozenDictionary<string, string> words) => (Language, _words) = (language, words);

    /// <summary>The languages in which there are words, the first being that of whoever asks for none of them.</summary>
    public static IEnumerable<DeskWords> All => Known;

    /// <summary>The language as a BCP 47 tag.</summary>
    public string Language { get; }

    /// <summary>The keys in alphabetical order.</summary>
    public IEnumerable<string> Keys => _words.Keys.Order(StringComparer.Ordinal);

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

    /// <summary>A refusal: in English as the engine says it, in other languages as the words for its code say it, if there are any.</summary>
    /// <param name="refusal">The refusal.</param>
    /// <returns>What is wrong and what to do.</returns>
    public string Refusal(Core.Refusal refusal)
    {
        var place = refusal.Unit is null ? "" : refusal.Unit + ": ";
        return place + Or($"refusal.{refusal.Code}", $"{refusal.Message} {refusal.Remedy}");
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

    private static DeskWords Read(string language)
    {
        using var stream = typeof(DeskWords).Assembly.GetManifestResourceStream($"desk.{language}.json")!;
        return new DeskWords(language, JsonSerializer.Deserialize<Dictionary<string, string>>(stream)!.ToFrozenDictionary(StringComparer.Ordinal));
    }
}
