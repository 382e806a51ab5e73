using System.Globalization;
using System.Text.RegularExpressions;

namespace TransFlow.Core.Segments;

/// <summary>What of a sentence is held against another's: a word, or, where a script does without blanks between words, a part of one kind.</summary>
/// <param name="Text">Its text.</param>
/// <param name="IsApart">Whether a blank stands before it.</param>
/// <param name="Kind">Of which kind it is.</param>
internal readonly partial record struct DifferencePiece(string Text, bool IsApart, PieceKind Kind)
{
    /// <summary>The pieces of a sentence, in order.</summary>
    /// <param name="text">The sentence.</param>
    public static DifferencePiece[] Of(string text)
    {
        var pieces = new List<DifferencePiece>();
        foreach (var word in text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            // Korean has blanks: its words are what they are, also with Chinese signs in brackets.
            if (Unspaced().IsMatch(word) && !word.Any(Sentences.Characters.IsHangul))
                Cut(word, pieces);
            else
                pieces.Add(new DifferencePiece(word, true, PieceKind.Word));
        }

        return [.. pieces];
    }

    private static void Cut(string word, List<DifferencePiece> pieces)
    {
        for (var at = 0; at < word.Length;)
        {
            var (length, kind) = Run().Match(word, at) is { Success: true } run
                ? (run.Length, run.Groups["kana"].Success ? PieceKind.Kana : PieceKind.Word)
                : (StringInfo.GetNextTextElementLength(word, at), KindOf(word, at));
            pieces.Add(new DifferencePiece(word.Substring(at, length), at == 0, kind));
            at += length;
        }
    }

    private static PieceKind KindOf(string word, int at) =>
        char.IsHighSurrogate(word[at]) ? (word[at] is >= '\uD840' and <= '\uD88F' ? PieceKind.Han : PieceKind.Sign)
        : Sentences.Characters.IsHan(word[at]) || word[at] is '々' or '〇' ? PieceKind.Han
        : char.IsLetter(word[at]) ? PieceKind.Letter
        : PieceKind.Sign;

    /// <summary>Han, kana, Thai, Lao, Burmese and Khmer, which run on without blanks.</summary>
    [GeneratedRegex(@"[\u0E00-\u0EFF\u1000-\u109F\u1780-\u17FF\u3005\u3007\u3040-\u30FF\u3400-\u9FFF\uF900-\uFAFF\uFF66-\uFF9D\uD840-\uD88F]", RegexOptions.CultureInvariant)]
    private static partial Regex Unspaced();

    /// <summary>
    /// What is one piece wherever it stands: a number with what it counts, a foreign word, hiragana. What a number counts is one sign, but for
    /// money and measures that have two.
    /// </summary>
    [GeneratedRegex("""
        \G(?:
          \p{Nd}+(?:[.,．，:：]\p{Nd}+)*[十百千万萬亿億兆]*
            (?:朝元|美元|韩元|韓元|日元|欧元|歐元|港元|公斤|公里|公吨|公顷|公尺|平方|立方|分之|[かヶカケ箇個个][月所国年]|[\u30A0-\u30FF]+|つ|[%％‰℃㎏㎞㎡]|[\u3400-\u9FFF\uF900-\uFAFF])?
        | [\u30A0-\u30FF\uFF66-\uFF9F]+
        | (?<kana>[\u3040-\u309F]+)
        | (?:(?![\u0E00-\u0EFF\u1000-\u109F\u1780-\u17FF\u3005-\u30FF\u3400-\u9FFF\uF900-\uFAFF])[\p{L}\p{M}\p{Nd}'’])+
        )
        """, RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Run();
}
