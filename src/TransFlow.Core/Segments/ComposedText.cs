using System.Text;
using System.Text.RegularExpressions;

namespace TransFlow.Core.Segments;

/// <summary>
/// Letters in one piece, as NFC has them (UAX #15), where a tool or a system took them apart. What NFC writes otherwise though it is in one
/// piece stays: of <c>神</c> (U+FA19) it would make another shape of the character, which in a name is another name.
/// </summary>
internal static partial class ComposedText
{
    /// <summary>The text with its letters composed.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The text itself when there is nothing to compose.</returns>
    public static string Of(string text) => IsPlain(text) ? text : Pieces().Replace(text, piece => piece.Value.Normalize(NormalizationForm.FormC));

    /// <summary>Whether a text has nothing that could be composed: Latin, Hangul syllables, kana and ideographs with their punctuation.</summary>
    public static bool IsPlain(string text)
    {
        foreach (var c in text)
        {
            if (c is not (< '\u0300' or (>= '\uAC00' and <= '\uD7A3') or (>= '\u4E00' and <= '\u9FFF') or (>= '\u3041' and <= '\u3096') or (>= '\u30A0' and <= '\u30FF') or (>= '\u3000' and <= '\u3029') or (>= '\u2010' and <= '\u2027') or (>= '\uFF01' and <= '\uFF9D')))
                return false;
        }

        return true;
    }

    /// <summary>Letters of Hangul that make a syllable, and any other letter with the marks that stand on it.</summary>
    [GeneratedRegex(@"[\u1100-\u1112][\u1161-\u1175][\u11A8-\u11C2]?|[\uAC00-\uD7A3][\u11A8-\u11C2]|(?:[\uD800-\uDBFF][\uDC00-\uDFFF]|[^\p{M}\uD800-\uDFFF])\p{M}+", RegexOptions.CultureInvariant)]
    private static partial Regex Pieces();
}
