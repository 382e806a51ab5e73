namespace TransFlow.Core.Segments.Sentences;

/// <summary>What belongs to a sentence around its stops: the run itself, closing marks, footnote marks, a glued bracket.</summary>
/// <param name="text">The text.</param>
internal readonly ref struct SentenceTail(ReadOnlySpan<char> text)
{
    private const int LongestNumbers = 16;

    private readonly ReadOnlySpan<char> _text = text;

    /// <summary>Takes the run of stops that begins at a mark.</summary>
    /// <param name="marks">The marks.</param>
    /// <param name="index">The first stop; after the call, the mark after the run.</param>
    /// <returns>The run.</returns>
    public StopRun StopRun(ref MarkList marks, ref int index)
    {
        var start = marks[index].Position;
        var end = start;
        while (index < marks.Count && marks[index].Role == MarkRole.Stop && Joins(end, marks[index].Position, start) && !(_text[end] is '…' or '♪' && end > start && BeginsNext(end)))
            end = AfterStop(marks[index++].Position);
        return Sentences.StopRun.Of(_text, start, end);
    }

    /// <summary>Takes what follows a run or a closed pair and belongs to the same sentence.</summary>
    /// <param name="marks">The marks.</param>
    /// <param name="index">The next mark; after the call, the mark after the end.</param>
    /// <param name="end">Where the run or pair ends.</param>
    /// <param name="rules">The language's rules.</param>
    /// <returns>Where the sentence would end.</returns>
    public int Extend(ref MarkList marks, ref int index, int end, SentenceRules rules)
    {
        var mayTakeBracket = true;
        while (end < _text.Length)
        {
            var after = AfterSign(end);
            if (after == end)
                after = AfterClose(ref marks, ref index, end, rules);
            if (after == end)
                after = AfterFootnote(ref marks, ref index, end);
            if (after == end)
                after = AfterNoteNumber(ref marks, ref index, end);
            if (after == end && mayTakeBracket)
            {
                after = AfterBracket(ref marks, ref index, end);
                mayTakeBracket = after == end;
            }

            if (after == end && end + 1 < _text.Length && _text[end + 1] is '(' or '（')
                after = AfterRemark(ref marks, ref index, end);

            if (after == end)
                break;
            end = after;
        }

        return end;
    }

    /// <summary>The stops at the end of what a pair holds.</summary>
    /// <param name="marks">The marks.</param>
    /// <param name="closer">The pair's closing mark.</param>
    /// <param name="opener">Offset of its opening mark.</param>
    /// <returns>The run; nothing when the last visible thing is no stop.</returns>
    public StopRun LastStop(ref MarkList marks, int closer, int opener)
    {
        var end = marks[closer].Position;
        var index = closer - 1;
        while (true)
        {
            while (end - 1 > opener && (char.IsWhiteSpace(_text[end - 1]) || Characters.IsInvisible(_text[end - 1]) || Characters.IsRaised(_text[end - 1])))
                end--;
            if (index < 0 || marks[index].Position <= opener || marks[index].Role is not (MarkRole.Close or MarkRole.Stop))
                return Sentences.StopRun.Nothing;
            if (AfterStop(marks[index].Position) != end)
                return Sentences.StopRun.Nothing;
            if (marks[index].Role == MarkRole.Stop)
                return RunBack(ref marks, index, end);
            (end, index) = Before(ref marks, index);
        }
    }

    private (int End, int Index) Before(ref MarkList marks, int index)
    {
        var partner = marks[index].Partner;
        if (partner != Mark.None && MarkTable.IsBracket(marks[index].Kind))
        {
            var start = marks[partner].Position;
            var before = _text[..start].TrimEnd();
            var follows = !before.IsEmpty && MarkTable.Classify(before[^1], out var kind) == MarkRole.Stop && kind != MarkKind.MiddleDot
                && (before.Length == start || Remark.Is(_text[(start + 1)..marks[index].Position]));
            if (IsFootnote(marks[partner].Position, marks[index].Position) || follows)
                return (start, partner - 1);
        }

        return (marks[index].Position, index - 1);
    }

    private StopRun RunBack(ref MarkList marks, int index, int end)
    {
        var start = marks[index].Position;
        while (index > 0 && marks[index - 1].Role == MarkRole.Stop && AfterStop(marks[index - 1].Position) == start)
            start = marks[--index].Position;
        return Sentences.StopRun.Of(_text, start, end);
    }

    private bool Joins(int end, int position, int start) =>
        position == end || (position == end + 1 && _text[end] == ' ' && _text[position] == '.' && IsSpacedDot(position, start));

    /// <summary>Whether an ellipsis or a note behind a stop of full width touches the words behind it, as in <c>行ってきます。……あれ</c> and <c>歌った。♪春が来た</c>: it is theirs.</summary>
    private bool BeginsNext(int end)
    {
        if (_text[end - 1] is not ('。' or '！' or '？'))
            return false;
        while (end < _text.Length && _text[end] is '…' or '♪')
            end++;
        return end < _text.Length && char.IsLetter(_text[end]);
    }

    /// <summary>Dots with single spaces between them, as in <c>. . .</c></summary>
    private bool IsSpacedDot(int position, int start) =>
        _text[position - 2] == '.' && (position - 2 == start || _text[position - 3] == ' ')
        && (position + 1 == _text.Length || _text[position + 1] != '.');

    private int AfterStop(int position)
    {
        var end = position + 1;
        if (MarkTable.Classify(_text[position], out var kind) == MarkRole.Stop && kind == MarkKind.MiddleDot)
        {
            while (end < _text.Length && _text[end] == _text[position])
                end++;
        }

        return end;
    }

    private int AfterSign(int end)
    {
        var c = _text[end];
        if (Characters.IsInvisible(c) || Characters.IsRaised(c))
            return end + 1;
        if (c == ' ' && end + 1 < _text.Length)
        {
            // Where a text begins with an emoji, the next one begins an item, too.
            if (IsFeeling(_text[(end + 1)..]) && IsFeeling(_text.TrimStart()))
                return end;
            var behind = Ornaments.Is(_text[end + 1]) && !Ornaments.Adorns(_text[end + 1]) ? end : AfterFeeling(end + 1);
            return behind > end + 1 ? behind : end;
        }

        if (AfterFeeling(end) is var after && after > end)
            return after;
        var isLast = end + 1 == _text.Length || char.IsWhiteSpace(_text[end + 1]);
        return isLast && c is Characters.Object or '†' or '‡' or '*' ? end + 1 : end;
    }

    /// <summary>Whether a text begins with an emoji, or with the name of one.</summary>
    private static bool IsFeeling(ReadOnlySpan<char> text) => Characters.IsEmoji(text[0]) || Ornaments.Adorns(text[0]) || NamedSign.EmojiLength(text) > 0;

    /// <summary>
    /// Emoji or their names before a blank, hearts, or what Koreans write for laughter and tears, <c>ㅋㅋ</c>, <c>ㅠㅠ</c> and <c>^^</c>: behind a stop, also when a blank
    /// comes first, they tell how the sentence before them is meant.
    /// </summary>
    private int AfterFeeling(int end)
    {
        var after = end;
        if (Characters.IsEmoji(_text[end]) || (Ornaments.Is(_text[end]) && _text.TrimStart()[0] != _text[end]))
        {
            while (after < _text.Length && (Characters.IsEmoji(_text[after]) || char.IsLowSurrogate(_text[after]) || Characters.IsInvisible(_text[after]) || _text[after] == '\uFE0F' || Ornaments.Is(_text[after])))
                after++;
        }
        else if (_text[end] == ':')
        {
            while (after < _text.Length && NamedSign.EmojiLength(_text[after..]) is > 0 and var name)
                after += name;
        }
        else if (_text[end] is 'ㅋ' or 'ㅎ' or 'ㅠ' or 'ㅜ')
        {
            while (after < _text.Length && _text[after] is 'ㅋ' or 'ㅎ' or 'ㅠ' or 'ㅜ')
                after++;
        }
        else if (_text[end] == '^' && end + 1 < _text.Length && _text[end + 1] == '^')
        {
            after += 2;
            while (after < _text.Length && _text[after] is '^' or ';')
                after++;
        }

        // Chinese and Japanese have no blank behind it, and begin items with stars and with signs that adorn nothing.
        return after == _text.Length || char.IsWhiteSpace(_text[after]) || (_text[end - 1] is '。' or '！' or '？' or '…' && !Characters.IsEmoji(_text.TrimStart()[0]) && _text[end] is not ('★' or '☆') && (Ornaments.Adorns(_text[end]) || !Ornaments.Is(_text[end]))) ? after : end;
    }

    private static bool IsAt(ref MarkList marks, int index, int position, MarkRole role) =>
        index < marks.Count && marks[index].Position == position && marks[index].Role == role;

    private int AfterClose(ref MarkList marks, ref int index, int end, SentenceRules rules)
    {
        if (IsAt(ref marks, index, end, MarkRole.Open) && ClosesByPlace(ref marks, index))
        {
            index++;
            return end + 1;
        }

        if (!IsAt(ref marks, index, end, MarkRole.Close))
            return end;
        var mark = marks[index];
        if (mark.Partner != Mark.None && rules.Jumps(mark.Kind))
            return end;
        index++;
        return end + 1;
    }

    /// <summary>An opening quote with white space after it can only close.</summary>
    private bool ClosesByPlace(ref MarkList marks, int index)
    {
        var mark = marks[index];
        return mark.Partner == Mark.None && MarkTable.IsQuote(mark.Kind)
            && (mark.Position + 1 == _text.Length || char.IsWhiteSpace(_text[mark.Position + 1]));
    }

    private int AfterFootnote(ref MarkList marks, ref int index, int end)
    {
        var start = end;
        while (start < _text.Length && char.IsWhiteSpace(_text[start]) && _text[start] != Characters.HardBreak)
            start++;
        if (!IsAt(ref marks, index, start, MarkRole.Open) || marks[index].Partner == Mark.None)
            return end;
        var partner = marks[index].Partner;
        var close = marks[partner].Position;
        if (!IsFootnote(start, close) && !(start == end && IsNumberInBrackets(start, close)))
            return end;
        index = partner + 1;
        return close + 1;
    }

    /// <summary>The number of a note that is glued to a stop, as in <c>갔다.1) 왜냐하면</c>.</summary>
    private int AfterNoteNumber(ref MarkList marks, ref int index, int end)
    {
        var close = end;
        while (close < _text.Length && close < end + 3 && char.IsAsciiDigit(_text[close]))
            close++;
        if (close == end || !IsAt(ref marks, index, close, MarkRole.Close) || marks[index].Partner != Mark.None || (close + 1 < _text.Length && !char.IsWhiteSpace(_text[close + 1]))
            || ListMark.IsBeforeBracket(_text, end, close))
            return end;
        index++;
        return close + 1;
    }

    private bool IsFootnote(int open, int close) => _text[open] == '[' && close > open + 2 && _text[open + 1] == '^';

    /// <summary>Whether a bracket holds the number of a note, or several: <c>[1]</c>, <c>[13, 14]</c>, <c>[1-3]</c>, <c>[주 1]</c>.</summary>
    private bool IsNumberInBrackets(int open, int close)
    {
        if (_text[open] != '[' || close - open is <= 1 or > LongestNumbers)
            return false;
        var numbers = _text[(open + 1)..close];
        if (numbers[0] is '주' or '註' or '注')
            numbers = numbers[1..].TrimStart(' ');
        return numbers is [>= '0' and <= '9', ..] && char.IsAsciiDigit(numbers[^1]) && AreNumbers(numbers);
    }

    /// <summary>Whether a text is numbers with no more digits than notes have, in a row or from one to another.</summary>
    private static bool AreNumbers(ReadOnlySpan<char> text)
    {
        const int MostDigits = 3;
        var digits = 0;
        foreach (var c in text)
        {
            digits = char.IsAsciiDigit(c) ? digits + 1 : 0;
            if (digits > MostDigits || (digits == 0 && c is not (',' or ' ' or '-' or '–')))
                return false;
        }

        return true;
    }

    private int AfterBracket(ref MarkList marks, ref int index, int end)
    {
        if (!IsAt(ref marks, index, end, MarkRole.Open) || marks[index].Partner == Mark.None
            || marks[index].Kind is not (MarkKind.Round or MarkKind.WideRound))
            return end;
        var partner = marks[index].Partner;
        var close = marks[partner].Position;
        if (LastStop(ref marks, partner, end).Kind != MarkKind.None || Credit.Is(_text[(end + 1)..close]) || ListMark.IsInBrackets(_text, end, close)
            || (_text[end - 1] > '\u2FFF' && Byline.Is(_text[(end + 1)..close]) && _text[(close + 1)..].IsWhiteSpace()))
            return end;
        index = partner + 1;
        return close + 1;
    }

    /// <summary>A bracket behind a blank that speaks of the sentence before it.</summary>
    private int AfterRemark(ref MarkList marks, ref int index, int end)
    {
        if (_text[end] != ' ' || !IsAt(ref marks, index, end + 1, MarkRole.Open) || marks[index].Partner == Mark.None
            || marks[index].Kind is not (MarkKind.Round or MarkKind.WideRound))
            return end;
        var partner = marks[index].Partner;
        var close = marks[partner].Position;
        if ((close + 1 < _text.Length && char.IsLetterOrDigit(_text[close + 1])) || LastStop(ref marks, partner, end).Kind != MarkKind.None || !Remark.Is(_text[(end + 2)..close]) || Credit.Is(_text[(end + 2)..close]))
            return end;
        index = partner + 1;
        return close + 1;
    }
}
