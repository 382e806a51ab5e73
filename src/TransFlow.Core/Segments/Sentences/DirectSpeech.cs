using System.Text.RegularExpressions;
using TransFlow.Core.Exchange;

namespace TransFlow.Core.Segments.Sentences;

/// <summary>
/// Tells sentences in which somebody is quoted as speaking from those in which a word or a title stands between quotation marks:
/// speech is a clause of its own, so it ends like a sentence, or is longer than a name and followed by who said it.
/// </summary>
internal static partial class DirectSpeech
{
    /// <summary>Names and titles are seldom longer.</summary>
    private const int MostWordsOfName = 3;

    private const string Stops = ".?!…。！？,";

    /// <summary>Whether a sentence quotes speech.</summary>
    /// <param name="text">The sentence.</param>
    /// <param name="language">Its language.</param>
    public static bool IsIn(string text, string language)
    {
        var isKorean = Languages.First(language) == "ko";
        foreach (var quote in Quotes().EnumerateMatches(text))
        {
            var inside = text.AsSpan(quote.Index + 1, quote.Length - 2).Trim();
            var rest = text.AsSpan(quote.Index + quote.Length);
            if (inside.IsEmpty)
                continue;
            if (Stops.Contains(inside[^1], StringComparison.Ordinal) || (isKorean && AfterVerb().IsMatch(rest) && KoreanEndings.EndsSentence(inside, false)))
                return true;
            if (Words(inside) > MostWordsOfName && (!isKorean || Quotative().IsMatch(rest)))
                return true;
            // Between marks from end to end it is a statement that somebody makes, though it has no end mark of its own.
            if (text.AsSpan(0, quote.Index).IsWhiteSpace() && rest.Trim(" .。,—–-").IsEmpty && Words(inside) > 1)
                return true;
        }

        return false;
    }

    private static int Words(ReadOnlySpan<char> text)
    {
        var words = 0;
        foreach (var part in text.Split(' '))
            words += text[part].IsWhiteSpace() ? 0 : 1;
        return words;
    }

    [GeneratedRegex("“[^“”]*”|„[^“”„]*[“”]|\"[^\"]*\"|«[^«»]*»|「[^「」]*」|『[^『』]*』")]
    private static partial Regex Quotes();

    /// <summary>The particles and verbs by which Korean says that it was said, or called so.</summary>
    [GeneratedRegex(@"^\s?(이?라고|이?라며|이?라면서|이?라는|하고|고|며|면서|는)")]
    private static partial Regex Quotative();

    /// <summary>Those that follow a verb; what is called something ends with a noun, and has 이 after it.</summary>
    [GeneratedRegex(@"^\s?(라고|라며|라면서|하고|고|며|면서|는)")]
    private static partial Regex AfterVerb();
}
