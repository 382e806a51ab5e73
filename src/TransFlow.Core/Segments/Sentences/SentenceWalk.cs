namespace TransFlow.Core.Segments.Sentences;

/// <summary>Walks once over the marks of a text and asks the rules wherever a sentence may end.</summary>
internal ref struct SentenceWalk
{
    private readonly ReadOnlySpan<char> _text;
    private readonly SentenceRules _rules;
    private readonly List<int> _ends;
    private readonly int _textEnd;
    private readonly SentenceTail _tail;
    private MarkList _marks;
    private WalkMemory _memory;
    private int _segmentStart;
    private int _index;

    private SentenceWalk(ReadOnlySpan<char> text, SentenceRules rules, MarkList marks, List<int> ends)
    {
        _text = text;
        _rules = rules;
        _marks = marks;
        _ends = ends;
        _tail = new SentenceTail(text);
        _textEnd = text.TrimEnd().Length;
        _segmentStart = Skip(0);
    }

    /// <summary>Finds the boundaries of a text in which Hangul is composed.</summary>
    /// <param name="text">The text.</param>
    /// <param name="rules">The language's rules.</param>
    /// <param name="ends">Where the exclusive end of every segment but the last goes.</param>
    public static void Boundaries(ReadOnlySpan<char> text, SentenceRules rules, List<int> ends)
    {
        Span<int> open = stackalloc int[(int)MarkKind.Count];
        open.Clear();
        var marks = new MarkList(text, open);
        try
        {
            if (marks.Count > 0)
                new SentenceWalk(text, rules, marks, ends).Run();
        }
        finally
        {
            marks.Dispose();
        }
    }

    private void Run()
    {
        while (_index < _marks.Count)
        {
            ref readonly var mark = ref _marks[_index];
            if (mark.Role == MarkRole.Stop)
                AtStop();
            else if (mark.Role == MarkRole.Open && mark.Partner != Mark.None && _rules.Jumps(mark.Kind))
                AtPair(mark.Kind, mark.Position, mark.Partner);
            else
                AtOther(mark.Role, mark.Position);
        }
    }

    private void AtOther(MarkRole role, int position)
    {
        _index++;
        if (role == MarkRole.LineBreak)
            EndLine(position);
        else if (role == MarkRole.BlockEnd)
            EndSegment(_text[..position].TrimEnd().Length);
    }

    private void AtStop()
    {
        var first = _index;
        var start = _marks[first].Position;
        var run = _tail.StopRun(ref _marks, ref _index);
        var end = _tail.Extend(ref _marks, ref _index, run.End, _rules);
        Judge(new StopRun(start, run.End, run.Kind), MarkKind.None, start, end);
    }

    private void AtPair(MarkKind kind, int opener, int closer)
    {
        for (_index++; _index < closer; _index++)
        {
            if (_marks[_index].Role == MarkRole.LineBreak)
                EndLine(_marks[_index].Position);
        }

        var run = _tail.LastStop(ref _marks, closer, opener);
        _index = closer + 1;
        if (run.Kind == MarkKind.None || run.Start < _segmentStart)
            return;
        var end = _tail.Extend(ref _marks, ref _index, _marks[closer].Position + 1, _rules);
        Judge(run, kind, opener, end);
    }

    private void Judge(StopRun run, MarkKind pair, int opener, int end)
    {
        if (end >= _textEnd)
            return;
        var candidate = new Candidate
        {
            Text = _text,
            SegmentStart = _segmentStart,
            StopStart = run.Start,
            StopEnd = run.End,
            End = end,
            Stop = run.Kind,
            Pair = pair,
            Opener = Math.Max(opener, _segmentStart),
            Next = Skip(end),
        };
        if (!_text[end..candidate.Next].Contains(Characters.HardBreak) && _rules.Ends(candidate, ref _memory))
            EndSegment(end);
    }

    private void EndLine(int position)
    {
        if (position > _segmentStart)
            EndSegment(position + 1);
    }

    private void EndSegment(int end)
    {
        if (end >= _textEnd || end <= _segmentStart)
            return;
        _ends.Add(end);
        _segmentStart = Skip(end);
    }

    private readonly int Skip(int from)
    {
        while (from < _text.Length && char.IsWhiteSpace(_text[from]))
            from++;
        return from;
    }
}
