using TransFlow.Core.Segments.Srx;

namespace TransFlow.Core.Segments.Sentences;

/// <summary>Finds the sentences of many texts of a language, by somebody else's rules where they have any for it. One serves one thread.</summary>
/// <param name="language">The language as a BCP 47 tag.</param>
/// <param name="rules">The rules; null for none.</param>
internal sealed class Splitter(string language, SrxRules? rules)
{
    private readonly SentenceRules _own = LanguageRules.For(language);
    private readonly SrxRules? _others = rules is not null && rules.Has(language) ? rules : null;
    private readonly List<int> _ends = [];
    private readonly List<(int Start, int End)> _sentences = [];

    /// <summary>Whether the rules are our own.</summary>
    public bool IsOurs => _others is null;

    /// <summary>The sentences of a text, without the white space around them.</summary>
    /// <param name="text">The text, as <see cref="SentenceSplitter"/> takes it.</param>
    /// <returns>Where each begins, and after its last visible character; good until the next text.</returns>
    /// <exception cref="System.Text.RegularExpressions.RegexMatchTimeoutException">A rule needs more than two seconds for this text.</exception>
    public List<(int Start, int End)> Split(ReadOnlySpan<char> text)
    {
        _ends.Clear();
        _sentences.Clear();
        if (_others is not null)
            _ends.AddRange(_others.Boundaries(text.ToString(), language));
        else
            Boundaries(text, _own, _ends);
        SentenceSpans.Visible(text, _ends, _sentences);
        return _sentences;
    }

    /// <summary>Adds the exclusive end of every sentence but the last.</summary>
    public static void Boundaries(ReadOnlySpan<char> text, SentenceRules rules, List<int> ends)
    {
        if (LetterComposition.Needs(text))
            new LetterComposition(text).Boundaries(rules, ends);
        else
            BlankRuns.Boundaries(text, rules, ends);
    }
}
