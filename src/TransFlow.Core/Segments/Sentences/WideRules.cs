using System.Buffers;

namespace TransFlow.Core.Segments.Sentences;

/// <summary>
/// Japanese and Chinese: stops of full width end a sentence without a space; a quotation and its reporting clause are one
/// segment, whether the clause comes before or after; a stop of half width follows the rules of Latin scripts.
/// In Japanese a particle ties a quotation to its clause, in Chinese a verb of saying does.
/// </summary>
/// <param name="isJapanese">True for Japanese, false for Chinese.</param>
internal sealed class WideRules(bool isJapanese) : SentenceRules
{
    private const int LongestSubject = 12;
    private const int LongestReport = 24;
    private const int ShortestClause = 4;
    private const int LongestList = 400;

    private static readonly LatinRules Latin = new();
    private static readonly Abbreviations English = Abbreviations.For("english");
    private static readonly SearchValues<char> ClauseEnds = SearchValues.Create("，。！？；：,.!?“「『");
    private static readonly WordFile Chinese = WordFile.Load("chinese");
    private static readonly WordSet Saying = Chinese["saying"];
    private static readonly WordSet Continuing = Chinese["continuing"];
    private static readonly WordSet NotSaying = Chinese["not-saying"];
    private static readonly WordSet Transitive = Chinese["transitive"];
    private static readonly SearchValues<string> Likewise = SearchValues.Create(["这么", "這麼", "这样", "這樣", "如此", "同样", "同樣", "亦"], StringComparison.Ordinal);
    private static readonly WordSet Denying = Chinese["denying"];
    private static readonly WordSet Cries = Chinese["cries"];
    private static readonly WordFile Japanese = WordFile.Load("japanese");
    private static readonly WordSet Beginnings = Japanese["beginnings"];
    private static readonly WordSet Said = Japanese["said"];
    private static readonly WordSet Listing = Japanese["listing"];
    private static readonly WordSet JapaneseFinal = Japanese["final"];
    private static readonly WordSet JapaneseNotFinal = Japanese["not-final"];
    private static readonly WordSet ChineseFinal = Chinese["final"];

    /// <summary>What goes on behind a quotation that a verb brought: the time of it, what it was said of, what was done with it.</summary>
    private static readonly SearchValues<char> Leading = SearchValues.Create("后後时時的地等之以来來为為一这這那，、；");

    /// <summary>With what words end that say how somebody speaks.</summary>
    private static readonly SearchValues<char> How = SearchValues.Create("地声聲着著续續又便才就即然");

    private static readonly SearchValues<char> Counting = SearchValues.Create("一二三四五六七八九十百千万两兩几幾半好很再又也却卻还還就才");

    /// <inheritdoc/>
    public override bool Jumps(MarkKind kind) => true;

    /// <inheritdoc/>
    public override bool Ends(in Candidate candidate, ref WalkMemory memory)
    {
        if (candidate.Stop == MarkKind.Note && !isJapanese)
            return false;
        if (candidate.Pair != MarkKind.None)
            return EndsAfterPair(candidate);
        if (candidate.StopStart <= candidate.SegmentStart || IsJoiner(candidate.After))
            return false;
        return candidate.Stop switch
        {
            MarkKind.FullStop => !(isJapanese && IsInName(candidate)),
            MarkKind.Ellipsis => EndsInEllipsis(candidate),
            MarkKind.Note => EndsInNote(candidate),
            MarkKind.Dot when IsWithinNumber(candidate, ref memory) => false,
            _ when candidate.Text[candidate.StopEnd - 1] is '！' or '？' or '．' => !Quotes(candidate) && !MarkedName.IsBefore(candidate) && !IsListMark(candidate),
            MarkKind.Exclaim when MarkedName.IsBefore(candidate) => false,
            MarkKind.Exclaim when Characters.IsHan(candidate.After) || IsKana(candidate.After) => !Quotes(candidate),
            _ => Latin.Ends(candidate, ref memory),
        };
    }

    /// <summary>Whether an ellipsis stands behind a clause, and not just a word, that is whole: with a polite or a past form in Japanese, with a particle that asks or closes in Chinese.</summary>
    private bool EndsInEllipsis(in Candidate candidate)
    {
        var before = candidate.Text[Math.Max(candidate.SegmentStart, candidate.StopStart - LongestReport)..candidate.StopStart];
        var clause = before[(before.LastIndexOfAny(ClauseEnds) + 1)..];
        if (clause.Length < ShortestClause)
            return false;
        return isJapanese
            ? JapaneseFinal.ContainsEndOf(clause) && !JapaneseNotFinal.ContainsEndOf(clause)
            : ChineseFinal.ContainsEndOf(clause) && !(clause[^1] == '了' && (char.IsAsciiDigit(candidate.After) || Counting.Contains(candidate.After)));
    }

    /// <summary>Whether a note of music stands for the stop, as in <c>楽しいよ♪また行こう</c>: before a blank, or behind the last syllable of a verb or a particle.</summary>
    private static bool EndsInNote(in Candidate candidate) => candidate.IsSpaced || (IsHiragana(candidate.Before) && char.IsLetter(candidate.After) && !Quotes(candidate));

    /// <summary>A closed pair ends a sentence when it is the whole sentence, or the quotation that a colon, or a comma after a verb of saying, announced.</summary>
    private bool EndsAfterPair(in Candidate candidate)
    {
        // What stands in angle brackets is a title, whatever mark it ends with.
        if (IsJoiner(candidate.After) || IsStopped(candidate) || candidate.IsAttributed || Quotes(candidate) || Lists(candidate) || IsTied(candidate) || candidate.Pair is MarkKind.DoubleAngle or MarkKind.Angle)
            return false;
        if (!MarkTable.IsQuote(candidate.Pair) && candidate.Pair is not (MarkKind.Corner or MarkKind.WhiteCorner))
            return candidate.Opener == candidate.SegmentStart;
        var before = candidate.Text[candidate.SegmentStart..candidate.Opener];
        // A cry, as in "“加油！”声响彻全场", and what is somebody's.
        if (!isJapanese && candidate.Rest is ['声' or '聲', not ('明' or '音' or '称' or '稱'), ..] or ['的', not ('确' or '確'), ..])
            return false;
        if (!isJapanese && before is [.., '：' or ':'] && EndsSaying(before[..^1]) && SaysSo(candidate.Rest))
            return true;
        if (isJapanese ? ReportsInJapanese(candidate.Rest) : Reports(candidate.Rest, EndsSaying(before.TrimEnd("：:，,")) ? Transitive : Saying))
            return false;
        var announced = before is [.., '：' or ':'] || (!isJapanese && Continuing.LengthAtStart(candidate.Rest) == 0 && (before is [.., '，' or ','] ? EndsSaying(before[..^1]) : Tells(candidate, before)));
        var alone = candidate.Opener == candidate.SegmentStart
            && (candidate.IsSpaced || isJapanese || MarkTable.Classify(candidate.After, out _) is MarkRole.Open or MarkRole.Straight || !Says(candidate.Rest));
        return announced || alone;
    }

    /// <summary>
    /// Whether a verb stands right before a statement that ends with its own full stop, as in <c>发言人表示“我们反对。我们抗议。”</c>: nothing but a word that leads on
    /// goes on behind it.
    /// </summary>
    private static bool Tells(in Candidate candidate, ReadOnlySpan<char> before) =>
        candidate.Stop == MarkKind.FullStop && !Leading.Contains(candidate.After) && !QuotationTies.InChinese(candidate.Rest, isCry: false) && (EndsSaying(before) || before is [.., not ('就' or '但' or '只' or '还' or '還'), '是']);

    /// <summary>Whether the words behind the pair go with it; in Japanese white corners around a question or cry are those of a title, as in <c>『ハイキュー!!』劇場版</c>.</summary>
    private bool IsTied(in Candidate candidate)
    {
        if (candidate.IsSpaced || candidate.Opener != candidate.SegmentStart)
            return false;
        var isCry = candidate.Stop == MarkKind.Exclaim;
        if (!isJapanese)
            return QuotationTies.InChinese(candidate.Rest, isCry);
        return (isCry && candidate.Pair == MarkKind.WhiteCorner && char.IsLetterOrDigit(candidate.After)) || QuotationTies.InJapanese(candidate.Rest, isCry);
    }

    /// <summary>
    /// Whether a clause says that somebody else says so, too, as in <c>另一名居民也这么说</c>: behind a quotation that a verb of saying and a colon
    /// opened, which has its reporting clause, it is a sentence of its own.
    /// </summary>
    private static bool SaysSo(ReadOnlySpan<char> rest) =>
        Clause(rest) is var clause && (clause.Contains('也') || clause.ContainsAny(Likewise));

    /// <summary>Whether the sentence has its own stop behind the pair, as in <c>「日本一！」。</c></summary>
    private static bool IsStopped(in Candidate candidate) =>
        !candidate.IsSpaced && MarkTable.Classify(candidate.After, out var kind) == MarkRole.Stop && kind is MarkKind.FullStop or MarkKind.Exclaim;

    /// <summary>
    /// Whether more quotations follow, and then a word that makes them a list, as in <c>「反対！」「許せない！」などの声が上がった</c>, or,
    /// when all of them are cries, the particle or the noun that goes with the last one goes with all: <c>「万歳！」「万歳！」と叫んだ</c>.
    /// </summary>
    private bool Lists(in Candidate candidate)
    {
        var list = candidate.Rest[..Math.Min(candidate.Rest.Length, LongestList)];
        var areCries = IsCry(candidate.Text[candidate.StopEnd - 1]);
        var first = candidate.Text[candidate.Opener..candidate.End];
        var areTheSame = true;
        var isList = false;
        while (list is ['「' or '『' or '“', ..])
        {
            var close = list.IndexOf(list[0] switch { '「' => '」', '『' => '』', _ => '”' });
            if (close < 0)
                return false;
            areCries &= IsCry(list[close - 1]);
            areTheSame &= list[..(close + 1)].SequenceEqual(first);
            list = list[(close + 1)..].TrimStart('、');
            isList = true;
        }

        if (isJapanese)
            return isList && (Listing.LengthAtStart(list) > 0 || (areCries && (list is ['と' or 'の', ..] || QuotationTies.InJapanese(list, true))));
        return (areCries && (Cries.LengthAtStart(list) > 0 || (isList && (list is ['的', not ('确' or '確'), ..] || (areTheSame && Reports(list, Saying)))))) || (isList && QuotationTies.EndsListInChinese(list));
    }

    private static bool IsCry(char c) => c is '！' or '!';

    /// <summary>Whether a clause says who said it.</summary>
    private static bool Says(ReadOnlySpan<char> rest)
    {
        var end = rest.IndexOfAny(ClauseEnds);
        var clause = end < 0 ? rest : rest[..end];
        clause = clause[..Math.Min(clause.Length, LongestSubject)];
        for (var at = 0; at < clause.Length; at++)
        {
            // Somebody says it: a verb without a word before it begins a sentence, as in 问了半天.
            if (Saying.LengthAtStart(clause[at..]) is not (> 0 and var length) || (at == 0 && length < clause.Length) || IsInOtherWord(clause, at, at + length))
                continue;
            if (!Denying.ContainsEndOf(clause[..at]))
                return true;
            at += length - 1;
        }

        return false;
    }

    /// <summary>Whether characters of saying are part of a word that says nothing, as in <c>谈判</c> and <c>问题</c>.</summary>
    private static bool IsInOtherWord(ReadOnlySpan<char> clause, int start, int end)
    {
        for (var at = Math.Max(0, end - NotSaying.Longest); at <= start; at++)
        {
            if (at + NotSaying.LengthAtStart(clause[at..]) >= end)
                return true;
        }

        return false;
    }

    /// <summary>Whether a clause that ends with a verb of saying, and with it its sentence, has no words for its object but the quotation before it.</summary>
    private static bool Reports(ReadOnlySpan<char> rest, WordSet verbs)
    {
        var clause = Clause(rest, out var isSecond);
        if (clause.Length < 2 || NotSaying.ContainsEndOf(clause))
            return false;
        for (var length = Math.Min(verbs.Longest, clause.Length); length > 0; length--)
        {
            if (verbs.Contains(clause[^length..]))
                return isSecond ? length == clause.Length || How.Contains(clause[^(length + 1)]) : !Denying.ContainsEndOf(clause[..^length]);
        }

        return false;
    }

    /// <summary>Whether a sentence of nothing but a subject and a verb of saying follows: it has the quotation before it for its object.</summary>
    private static bool ReportsInJapanese(ReadOnlySpan<char> rest)
    {
        var clause = Clause(rest);
        var subject = clause.IndexOfAny('は', 'が');
        return subject is > 0 and <= LongestSubject && Said.Contains(clause[(subject + 1)..]);
    }

    /// <summary>The words up to the stop after them; nothing when they are long, or something else than a stop follows.</summary>
    private static ReadOnlySpan<char> Clause(ReadOnlySpan<char> rest)
    {
        var clause = Clause(rest, out var isSecond);
        return isSecond ? [] : clause;
    }

    /// <summary>The same, and behind a comma the words for what else somebody does, as in <c>老王叹了口气，说道。</c></summary>
    private static ReadOnlySpan<char> Clause(ReadOnlySpan<char> rest, out bool isSecond)
    {
        var clause = rest[..Math.Min(rest.Length, LongestReport + 1)];
        var end = clause.IndexOfAny(ClauseEnds);
        isSecond = end > 0 && clause[end] == '，';
        if (isSecond)
        {
            clause = clause[(end + 1)..];
            end = clause.IndexOfAny(ClauseEnds);
        }

        return end > 0 && clause[end] is ('。' or '！' or '？') ? clause[..end] : [];
    }

    /// <summary>Whether a clause ends with a verb of saying.</summary>
    private static bool EndsSaying(ReadOnlySpan<char> clause) => Saying.ContainsEndOf(clause) && !NotSaying.ContainsEndOf(clause);

    /// <summary>Whether a point belongs to a number, as in <c>２．１％</c>, to an abbreviation of full width, as in <c>Ｎｏ．１</c>, or to a date, as in <c>2023. 6. 23. 施行</c>.</summary>
    private static bool IsWithinNumber(in Candidate candidate, ref WalkMemory memory)
    {
        if (candidate.Text[candidate.StopStart] == '．')
            return !candidate.IsSpaced && candidate.End == candidate.StopEnd && (BeginsNumber(candidate) || WideForms.Continue(candidate.Text[candidate.SegmentStart..candidate.StopStart], candidate.Rest, English));
        if (candidate.StopEnd > memory.ProtectedUntil && char.IsAsciiDigit(candidate.Before))
            memory.ProtectedUntil = PointedDate.EndOfWhole(candidate.Text, candidate.StopStart);
        return candidate.StopEnd <= memory.ProtectedUntil;
    }

    /// <summary>Whether a number begins with its point, as in <c>打率は．６２５</c>: what stands before it ends no sentence.</summary>
    private static bool BeginsNumber(in Candidate candidate) => (char.IsAsciiDigit(candidate.After) || candidate.After is >= '０' and <= '９') && candidate.Before is 'は' or 'が' or 'を' or '率' or '差';

    /// <summary>A number with its point of full width, and a label before it, at the beginning of a sentence.</summary>
    private static bool IsListMark(in Candidate candidate)
    {
        var before = candidate.Text[candidate.SegmentStart..candidate.StopStart];
        var label = before.TrimEnd("０１２３４５６７８９0123456789");
        return candidate.Text[candidate.StopEnd - 1] == '．' && before.Length - label.Length is 1 or 2 && label is "" or "注" or "表" or "図" or "図表" or "写真" or "資料" or "例" or "別紙" or "图" or "附表" or "附件";
    }

    /// <summary>Whether the particle of quotation follows.</summary>
    private static bool Quotes(in Candidate candidate) => !candidate.IsSpaced && Beginnings.LengthAtStart(candidate.Rest) == 0
        && (candidate.After is 'と' or 'っ' or 'な' or 'の' or 'を' or 'が' or 'は' or 'に' or 'も' || candidate.Rest is ['で', not ('も' or '、'), ..]);

    /// <summary>
    /// Whether a full stop belongs to a name, as in <c>モーニング娘。の曲</c>: no sentence begins with a particle. Before a word in hiragana
    /// it is not told from the first syllable of another, as in <c>のちに</c>.
    /// </summary>
    private static bool IsInName(in Candidate candidate)
    {
        if (candidate.IsSpaced || candidate.End != candidate.StopEnd || candidate.Rest is not [var particle, var next, ..] || Beginnings.LengthAtStart(candidate.Rest) > 0)
            return false;
        return particle is ('の' or 'を' or 'は' or 'が' or 'に' or 'も') && char.IsLetterOrDigit(next) && !IsHiragana(next);
    }

    private static bool IsHiragana(char c) => c is >= '\u3041' and <= '\u309F' or 'ー' or '～' or '〜';

    private static bool IsKana(char c) => c is >= '\u3041' and <= '\u30FE';

    private static bool IsJoiner(char c) => c is '、' or '，' or ',' or '；' or ';' or '：' or '）' or ')' or '」' or '』' or '”' or '’';
}
