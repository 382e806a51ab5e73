namespace TransFlow.Core.Segments.Sentences;

/// <summary>Characters that the callers of segmentation use with a meaning, and classes that several rules ask for.</summary>
internal static class Characters
{
    /// <summary>A hard line break: always ends a segment.</summary>
    public const char HardBreak = '\u2028';

    /// <summary>A standalone inline object, such as an image.</summary>
    public const char Object = '\uFFFC';

    /// <summary>A Hangul syllable, or a Hangul letter standing alone.</summary>
    /// <param name="c">The character.</param>
    public static bool IsHangul(char c) => c is >= '\uAC00' and <= '\uD7A3' or >= '\u3131' and <= '\u318E';

    /// <summary>A Chinese character.</summary>
    /// <param name="c">The character.</param>
    public static bool IsHan(char c) => c is >= '\u4E00' and <= '\u9FFF' or >= '\u3400' and <= '\u4DBF' or >= '\uF900' and <= '\uFAFF';

    /// <summary>A letter of an alphabet that has capitals, such as the Latin one.</summary>
    /// <param name="c">The character.</param>
    public static bool IsLatin(char c) => char.IsAsciiLetter(c) || (c is >= '\u00C0' and < '\u0530' && char.IsLetter(c));

    /// <summary>A character that is no word and takes no room: zero-width spaces, joiners, direction marks.</summary>
    /// <param name="c">The character.</param>
    public static bool IsInvisible(char c) => c is >= '\u200B' and <= '\u200F' or '\u2060' or '\uFEFF' or '\u00AD';

    /// <summary>The first half of an emoji.</summary>
    /// <param name="c">The character.</param>
    public static bool IsEmoji(char c) => c is >= '\uD83C' and <= '\uD83E';

    /// <summary>A raised number or bracket, as marks of notes are.</summary>
    /// <param name="c">The character.</param>
    public static bool IsRaised(char c) => c is '¹' or '²' or '³' or (>= '\u2070' and <= '\u207E');
}
