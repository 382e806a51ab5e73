using System.Buffers;

namespace TransFlow.Core.Segments.Sentences;

/// <summary>
/// Words right behind a quotation that make it a part of their sentence, though it ends with a stop: a copula or a particle (<c>「なぜ？」だった。</c>),
/// the noun for what it is (<c>「いいね！」ボタンを押す</c>, <c>“为什么？”一词走红网络</c>), a word that joins another to it (<c>“不许动！”和“举手！”是两句话</c>).
/// </summary>
internal static class QuotationTies
{
    private static readonly WordFile Japanese = WordFile.Load("japanese");
    private static readonly WordSet Beginnings = Japanese["beginnings"];
    private static readonly WordSet Tying = Japanese["tying"];
    private static readonly WordSet JapaneseNouns = Japanese["nouns"];
    private static readonly WordFile Chinese = WordFile.Load("chinese");
    private static readonly WordSet ChineseNouns = Chinese["nouns"];
    private static readonly WordSet Affecting = Chinese["affecting"];
    private static readonly WordSet Joining = Chinese["joining"];

    /// <summary>What follows 是 where it is no copula, or answers: 是的, 是谁.</summary>
    private static readonly SearchValues<char> NotCopula = SearchValues.Create("的啊吗嗎不谁誰呀否吧呢嘛么时時呵，。！？；：、…");

    /// <summary>What follows 等 where it is the verb, as in 等他回来.</summary>
    private static readonly SearchValues<char> Waiting = SearchValues.Create("他她它我你您们們着著到了待一等不候会會这這那大众眾，。！？");

    /// <summary>Whether the words behind a Japanese quotation go with it.</summary>
    /// <param name="rest">What follows the closing mark.</param>
    /// <param name="isCry">True when the quotation ends with a question or cry.</param>
    public static bool InJapanese(ReadOnlySpan<char> rest, bool isCry)
    {
        if (Tying.LengthAtStart(rest) is > 0 and var length && length > Beginnings.LengthAtStart(rest))
            return true;
        if (rest is ['・', '「' or '『', ..] || (rest is ['へ', var place, ..] && Characters.IsHan(place)))
            return true;
        // Behind a statement newspapers begin sentences with 氏は, too.
        if (rest is ['氏', var particle, ..] && (isCry || particle is not ('は' or 'の' or 'も')))
            return true;
        var noun = JapaneseNouns.LengthAtStart(rest);
        return noun > 0 && noun < rest.Length && (rest[noun] is 'が' or 'を' or 'に' or 'の' or 'で' or 'も' or 'と' or 'や' or 'へ' || (isCry && rest[noun] == 'は'));
    }

    /// <summary>Whether the words behind a Chinese quotation go with it.</summary>
    /// <param name="rest">What follows the closing mark.</param>
    /// <param name="isCry">True when the quotation ends with a question or cry.</param>
    public static bool InChinese(ReadOnlySpan<char> rest, bool isCry)
    {
        if (rest is ['吗' or '嗎', ..] or ['吧' or '呢', '？' or '?' or '。' or '！' or '，', ..] || (isCry && Affecting.LengthAtStart(rest) > 0))
            return true;
        if (rest is ['是', var next, ..] && !NotCopula.Contains(next))
            return true;
        if (ChineseNouns.LengthAtStart(rest) > 0)
            return true;
        var joining = Joining.LengthAtStart(rest);
        return joining > 0 && joining < rest.Length && rest[joining] is '“' or '「' or '『' or '‘';
    }

    /// <summary>Whether the word that ends a list follows in Chinese, as in <c>“为什么？”“怎么办？”等问题</c>.</summary>
    /// <param name="rest">What follows the last quotation.</param>
    public static bool EndsListInChinese(ReadOnlySpan<char> rest) => rest is ['等', var next, ..] && !Waiting.Contains(next);
}
