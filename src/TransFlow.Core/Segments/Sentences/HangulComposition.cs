using System.Runtime.InteropServices;

namespace TransFlow.Core.Segments.Sentences;

/// <summary>
/// A text whose conjoining jamo were composed to syllables (Unicode Standard, section 3.12), so that word lists match texts in
/// either form, with the way back to the offsets of the text as it was given.
/// </summary>
internal sealed class HangulComposition
{
    private const int SyllableBase = 0xAC00;
    private const int LeadBase = 0x1100;
    private const int VowelBase = 0x1161;
    private const int TailBase = 0x11A7;
    private const int LeadCount = 19;
    private const int VowelCount = 21;
    private const int TailCount = 28;

    private readonly char[] _text;
    private readonly int[] _offsets;
    private int _length;

    /// <summary>Composes a text.</summary>
    /// <param name="text">The text.</param>
    public HangulComposition(ReadOnlySpan<char> text)
    {
        _text = new char[text.Length];
        _offsets = new int[text.Length + 1];
        for (var i = 0; i < text.Length; i++)
            Append(text[i], i);
        _offsets[_length] = text.Length;
    }

    /// <summary>Whether a text holds jamo that could be composed.</summary>
    /// <param name="text">The text.</param>
    public static bool Needs(ReadOnlySpan<char> text) => text.ContainsAnyInRange((char)VowelBase, (char)(TailBase + TailCount - 1));

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
        SentenceWalk.Boundaries(_text.AsSpan(0, _length), rules, ends);
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
        var vowel = c - VowelBase;
        if (last - LeadBase is >= 0 and < LeadCount && vowel is >= 0 and < VowelCount)
            return (char)(SyllableBase + ((((last - LeadBase) * VowelCount) + vowel) * TailCount));
        var tail = c - TailBase;
        var syllable = last - SyllableBase;
        var isOpenSyllable = syllable is >= 0 and < LeadCount * VowelCount * TailCount && syllable % TailCount == 0;
        return isOpenSyllable && tail is > 0 and < TailCount ? (char)(last + tail) : '\0';
    }
}
