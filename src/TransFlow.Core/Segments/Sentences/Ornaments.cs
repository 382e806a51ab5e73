using System.Buffers;

namespace TransFlow.Core.Segments.Sentences;

/// <summary>
/// Emoji among the older symbols, which are one UTF-16 unit: behind a stop without a blank any of them belongs to the sentence before it, with a blank those
/// that adorn; marks of items and signs that point, as in <c>왔다. ✅ 확인</c>, belong to what follows.
/// </summary>
internal static class Ornaments
{
    /// <summary>Pointing hands, boxes, telephones, envelopes, notes of music, which are stops, and quotation marks.</summary>
    private static readonly SearchValues<char> NotEmoji = SearchValues.Create("☎☏☐☑☒☚☛☜☝☞☟♩♪♫♬♭♮♯✆✉❛❜❝❞❟❠");

    private static readonly SearchValues<char> Adorning = SearchValues.Create("★☆☀☁☂☃☄☔☕☘☮☯☹☺☻♠♡♢♣♤♥♦♧♨⚘⚡⚽⚾⛄⛅⛈⛱✊✋✌✨✩✪✫✬✭✮✯✰✿❀❁❃❄❅❆❇❣❤⭐");

    /// <summary>Whether a character is such an emoji.</summary>
    /// <param name="c">The character.</param>
    public static bool Is(char c) => (c is >= '\u2600' and <= '\u2767' && !NotEmoji.Contains(c)) || c is '⭐' or '⭕';

    /// <summary>Whether it adorns the sentence before it also where a blank stands between them.</summary>
    /// <param name="c">The character.</param>
    public static bool Adorns(char c) => c >= '\u2600' && Adorning.Contains(c);
}
