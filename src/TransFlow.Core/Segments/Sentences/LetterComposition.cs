using System.Runtime.InteropServices;

namespace TransFlow.Core.Segments.Sentences;

/// <summary>
/// A text whose conjoining jamo were composed to syllables (Unicode Standard, section 3.12), and kana with their sound marks to one letter, so that word lists
/// match texts in either form, with the way back to the offsets of the text as it was given.
/// </summary>
internal sealed class LetterComposition
{
    private const int SyllableBase = 0xAC00;
    private const int LeadBase = 0x1100;
    private const int VowelBase = 0x1161;
    private const int TailBase = 0x11A7;
    private const int LeadCount = 19;
    private const int VowelCount = 21;
    private const int TailCount = 28;
    private const char VoicedMark = '\u3099';
    private const char SemiVoicedMark = '\u309A';

    private readonly char[] _text;
    private readonly int[] _offsets;
    private int _length;

    /// <summary>Composes a text.</summary>
    /// <param name="text">The text.</param>
    public LetterComposition(ReadOnlySpan<char> text)
    {
        _text = new char[text.Length];
        _offsets = new int[text.Length + 1];
        for (var i = 0; i < text.Length; i++)
            Append(text[i], i);
        _offsets[_length] = text.Length;
    }

    /// <summary>Whether a text holds jamo or sound marks that could be composed.</summary>
    /// <param name="text">The text.</param>
    public static bool Needs(ReadOnlySpan<char> text) => text.ContainsAnyInRange((char)VowelBase, (char)(TailBase + TailCount - 1)) || text.ContainsAny(VoicedMark, SemiVoicedMark);

    /// <summary>The composed text.</summary>
    public string Text => new(_text, 0, _length);

    /// <summary>Where a unit of the composed text began in the text as it was given; its length for the place after the last.</summary>
    /// <param name="at">The unit.</param>
    public int Offset(int at) => _offsets[at];

    /// <summary>Adds the boundaries of the text as it was given.</summary>
    /// <param name="rules">The language's rules.</param>
    /// <param name="ends">Where they go.</param>
    public void Boundaries(SentenceRules rules, List<int> ends)
    {
        var first = ends.Count;
        BlankRuns.Boundaries(_text.AsSpan(0, _length), rules, ends);
        foreach (ref var end in CollectionsMarshal.AsSpan(ends)[first..])
            end = _offsets[end];
    }

    private void Append(char c, int offset)
    {
        if (_length > 0 && Compose(_text[_length - 1], c) is var syllable and not '\0')
        {
            _text[_length - 1] = syllable;
            return;
        }

        _offsets[_length] = offset;
        _text[_length++] = c;
    }

    private static char Compose(char last, char c)
    {
        if (c is VoicedMark or SemiVoicedMark)
            return ComposeKana(last, c);
        var vowel = c - VowelBase;
        if (last - LeadBase is >= 0 and < LeadCount && vowel is >= 0 and < VowelCount)
            return (char)(SyllableBase + ((((last - LeadBase) * VowelCount) + vowel) * TailCount));
        var tail = c - TailBase;
        var syllable = last - SyllableBase;
        var isOpenSyllable = syllable is >= 0 and < LeadCount * VowelCount * TailCount && syllable % TailCount == 0;
        return isOpenSyllable && tail is > 0 and < TailCount ? (char)(last + tail) : '\0';
    }

    /// <summary>The letter for a kana and its sound mark: the next in the table, or the one after that.</summary>
    private static char ComposeKana(char last, char mark)
    {
        var isHiragana = last is >= '\u3041' and <= '\u3096';
        var kana = isHiragana ? last : last is >= '\u30A1' and <= '\u30F6' ? (char)(last - '\u30A1' + '\u3041') : '\0';
        if (kana is 'は' or 'ひ' or 'ふ' or 'へ' or 'ほ')
            return (char)(last + (mark == VoicedMark ? 1 : 2));
        if (mark == SemiVoicedMark)
            return '\0';
        return last switch
        {
            'う' => 'ゔ',
            'ウ' => 'ヴ',
            'ワ' => 'ヷ',
            'ヰ' => 'ヸ',
            'ヱ' => 'ヹ',
            'ヲ' => 'ヺ',
            'ゝ' => 'ゞ',
            'ヽ' => 'ヾ',
            _ => kana is >= 'か' and <= 'と' and not 'っ' && IsVoiceless(kana) ? (char)(last + 1) : '\0',
        };
    }

    /// <summary>Whether a kana between か and と is the one without a sound mark; they take turns, with the small っ between.</summary>
    private static bool IsVoiceless(char kana) => (kana - 'か') % 2 == (kana > 'っ' ? 1 : 0);
}
