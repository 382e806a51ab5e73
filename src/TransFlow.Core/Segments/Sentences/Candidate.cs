using System.Buffers;

namespace TransFlow.Core.Segments.Sentences;

/// <summary>A place where a sentence may end: a run of stops with what closes after it, at the top of the text or inside a closed pair.</summary>
internal readonly ref struct Candidate
{
    private const int LongestQuestion = 120;

    private static readonly SearchValues<char> ClauseStops = SearchValues.Create(".。?？!！\u2028");

    /// <summary>The whole text.</summary>
    public required ReadOnlySpan<char> Text { get; init; }

    /// <summary>Where the segment that may end here began.</summary>
    public required int SegmentStart { get; init; }

    /// <summary>Where the run of stops begins.</summary>
    public required int StopStart { get; init; }

    /// <summary>After the run of stops.</summary>
    public required int StopEnd { get; init; }

    /// <summary>After everything that belongs to the sentence: closing marks, footnote marks, a glued bracket.</summary>
    public required int End { get; init; }

    /// <summary>What the run amounts to: <see cref="MarkKind.Dot"/>, <see cref="MarkKind.Exclaim"/>, <see cref="MarkKind.Ellipsis"/> or <see cref="MarkKind.FullStop"/>.</summary>
    public required MarkKind Stop { get; init; }

    /// <summary>The pair that the run stands in; <see cref="MarkKind.None"/> at the top.</summary>
    public required MarkKind Pair { get; init; }

    /// <summary>Offset of the pair's opening mark; that of the run at the top.</summary>
    public required int Opener { get; init; }

    /// <summary>The first visible character after the sentence; the text's length when there is none.</summary>
    public required int Next { get; init; }

    /// <summary>True when white space follows.</summary>
    public bool IsSpaced => Next > End;

    /// <summary>The character before the run of stops; a space at the start.</summary>
    public char Before => StopStart > SegmentStart ? Text[StopStart - 1] : ' ';

    /// <summary>The first visible character of what follows; a space at the end of the text.</summary>
    public char After => Next < Text.Length ? Text[Next] : ' ';

    /// <summary>The text that follows.</summary>
    public ReadOnlySpan<char> Rest => Text[Next..];

    /// <summary>True when a dash and a name follow a quotation, as in <c>“It is over.” — A merchant</c>: they say who said it.</summary>
    public bool IsAttributed =>
        (MarkTable.IsQuote(Pair) || Pair is MarkKind.Corner or MarkKind.WhiteCorner || (End > StopEnd && Text[End - 1] is '"' or '”' or '’' or '»' or '\'')) && Rest.Length > 0 && Rest.TrimStart("—–―─") is var rest && (rest.Length < Rest.Length || rest.StartsWith("- "))
        && rest.TrimStart("- ") is [var name, ..] clause && char.IsLetter(name) && !Speaks(clause) && !(Text.TrimStart()[0] == Rest[0] && IsAnswered(clause));

    /// <summary>Whether an answer stands behind what begins a text, as in <c>― 다음 목표는. “우승이다.”</c>.</summary>
    private static bool IsAnswered(ReadOnlySpan<char> clause) =>
        clause[..Math.Min(clause.Length, LongestQuestion)].IndexOfAny(ClauseStops) is > 0 and var end && clause[(end + 1)..].TrimStart(' ') is ['“' or '"' or '「', ..];

    /// <summary>Whether a text begins with a question or another sentence, as the next one in an interview does: its dash names nobody.</summary>
    private static bool Speaks(ReadOnlySpan<char> clause)
    {
        var end = clause[..Math.Min(clause.Length, LongestQuestion)].IndexOfAny(ClauseStops);
        return end > 0 && (clause[end] is '?' or '？' || clause[end - 1] is 'か' or '까' or '나' or '냐' or '다' or '요' or '죠');
    }
}
