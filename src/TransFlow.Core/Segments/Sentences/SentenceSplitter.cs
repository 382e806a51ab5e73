using System.Collections.Immutable;
using TransFlow.Core.Segments.Srx;

namespace TransFlow.Core.Segments.Sentences;

/// <summary>
/// Splits a paragraph into sentences. A text is one paragraph as its reader sees it: a hard line break is U+2028 and always
/// ends a segment, a line feed is white space (a blank line ends a paragraph), U+FFFC stands for an inline object,
/// a footnote mark is written <c>[^label]</c> and belongs to the sentence before it.
/// </summary>
public static class SentenceSplitter
{
    /// <summary>Where sentences end.</summary>
    /// <param name="text">The paragraph.</param>
    /// <param name="language">Its language as a BCP 47 tag, of which the primary subtag decides.</param>
    /// <returns>
    /// For every segment but the last, the offset in UTF-16 units after its last visible character (its hard line break where it has one);
    /// the white space after it belongs to no segment.
    /// </returns>
    public static ImmutableArray<int> Boundaries(string text, string language)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(language);
        var ends = new List<int>();
        Splitter.Boundaries(text, LanguageRules.For(language), ends);
        return [.. ends];
    }

    /// <summary>The sentences and the white space around them.</summary>
    /// <param name="text">The paragraph.</param>
    /// <param name="language">Its language as a BCP 47 tag, of which the primary subtag decides.</param>
    /// <returns>Spans in order that cover the text exactly; none is empty, and no two pieces of white space stand side by side.</returns>
    public static ImmutableArray<SentenceSpan> Split(string text, string language) =>
        SentenceSpans.Of(text, Boundaries(text, language));

    /// <summary>The sentences and the white space around them, by somebody else's rules where they have any for the language.</summary>
    /// <param name="text">The paragraph.</param>
    /// <param name="language">Its language as a BCP 47 tag.</param>
    /// <param name="rules">The rules; null for none.</param>
    /// <returns>Spans as <see cref="Split(string, string)"/> gives them.</returns>
    /// <exception cref="System.Text.RegularExpressions.RegexMatchTimeoutException">A rule needs more than two seconds for this paragraph.</exception>
    public static ImmutableArray<SentenceSpan> Split(string text, string language, SrxRules? rules) =>
        rules is not null && rules.Has(language) ? SentenceSpans.Of(text, rules.Boundaries(text, language)) : Split(text, language);
}
