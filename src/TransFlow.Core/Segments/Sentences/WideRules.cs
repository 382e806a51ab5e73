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

    private static readonly LatinRules Latin = new();
    private static readonly SearchValues<char> ClauseEnds = SearchValues.Create("，。！？；：,.!?“「『");
    private static readonly WordFile Chinese = WordFile.Load("chinese");
    private static readonly WordSet Saying = Chinese["saying"];
    private static readonly WordSet Continuing = Chinese["continuing"];

    /// <inheritdoc/>
    public override bool Jumps(MarkKind kind) => true;

    /// <inheritdoc/>
    public override bool Ends(in Candidate candidate, ref WalkMemory memory)
    {
        if (candidate.Pair != MarkKind.None)
            return EndsAfterPair(candidate);
        if (candidate.StopStart <= candidate.SegmentStart || IsJoiner(candidate.After))
            return false;
        return candidate.Stop switch
        {
            MarkKind.FullStop => true,
            MarkKind.Ellipsis => false,
            _ when candidate.Text[candidate.StopEnd - 1] is '！' or '？' or '．' => !Quotes(candidate),
            MarkKind.Exclaim when Characters.IsHan(candidate.After) || IsKana(candidate.After) => !Quotes(candidate),
            _ => Latin.Ends(candidate, ref memory),
        };
    }

    /// <summary>A closed pair ends a sentence when it is the whole sentence, or the quotation that a colon, or a comma after a verb of saying, announced.</summary>
    private bool EndsAfterPair(in Candidate candidate)
    {
        if (IsJoiner(candidate.After) || candidate.IsAttributed || Quotes(candidate))
            return false;
        if (!MarkTable.IsQuote(candidate.Pair) && candidate.Pair is not (MarkKind.Corner or MarkKind.WhiteCorner))
            return candidate.Opener == candidate.SegmentStart;
        var before = candidate.Text[candidate.SegmentStart..candidate.Opener];
        var announced = before is [.., '：' or ':'] || (!isJapanese && before is [.., '，' or ','] && EndsSaying(before[..^1]) && Continuing.LengthAtStart(candidate.Rest) == 0);
        var alone = candidate.Opener == candidate.SegmentStart
            && (candidate.IsSpaced || isJapanese || MarkTable.Classify(candidate.After, out _) is MarkRole.Open or MarkRole.Straight || !Says(candidate.Rest));
        return announced || alone;
    }

    /// <summary>Whether a clause says who said it.</summary>
    private static bool Says(ReadOnlySpan<char> rest)
    {
        var end = rest.IndexOfAny(ClauseEnds);
        var clause = end < 0 ? rest : rest[..end];
        clause = clause[..Math.Min(clause.Length, LongestSubject)];
        for (var at = 0; at < clause.Length; at++)
        {
            if (Saying.LengthAtStart(clause[at..]) > 0)
                return true;
        }

        return false;
    }

    /// <summary>Whether a clause ends with a verb of saying.</summary>
    private static bool EndsSaying(ReadOnlySpan<char> clause)
    {
        for (var at = Math.Max(0, clause.Length - Saying.Longest); at < clause.Length; at++)
        {
            if (Saying.Contains(clause[at..]))
                return true;
        }

        return false;
    }

    /// <summary>Whether the particle of quotation follows.</summary>
    private static bool Quotes(in Candidate candidate) => !candidate.IsSpaced
        && (candidate.After is 'と' or 'っ' or 'な' or 'の' or 'を' or 'が' or 'は' or 'に' or 'も' || candidate.Rest is ['で', not ('も' or '、'), ..]);

    private static bool IsKana(char c) => c is >= '\u3041' and <= '\u30FE';

    private static bool IsJoiner(char c) => c is '、' or '，' or ',' or '；' or ';' or '：' or '）' or ')' or '」' or '』' or '”' or '’';
}
