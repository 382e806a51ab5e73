using System.Globalization;

namespace TransFlow.Core.Segments;

/// <summary>How much text there is.</summary>
/// <param name="Words">Words between white space that have a letter or digit in them; in Korean these are eojeol. Languages without spaces have few: there characters count.</param>
/// <param name="Characters">Characters as a reader sees them, without white space.</param>
public readonly record struct TextSize(int Words, int Characters)
{
    /// <summary>The size of a text.</summary>
    /// <param name="text">The text, without markup.</param>
    /// <returns>Its size.</returns>
    public static TextSize Of(string text)
    {
        var words = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return new TextSize(words.Count(w => w.Any(char.IsLetterOrDigit)), words.Sum(w => new StringInfo(w).LengthInTextElements));
    }

    /// <summary>Both together.</summary>
    /// <param name="one">A size.</param>
    /// <param name="other">Another.</param>
    public static TextSize operator +(TextSize one, TextSize other) => Add(one, other);

    /// <summary>Both together.</summary>
    /// <param name="one">A size.</param>
    /// <param name="other">Another.</param>
    /// <returns>Their sum.</returns>
    public static TextSize Add(TextSize one, TextSize other) => new(one.Words + other.Words, one.Characters + other.Characters);
}
