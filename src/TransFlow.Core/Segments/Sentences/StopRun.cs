namespace TransFlow.Core.Segments.Sentences;

/// <summary>Neighbouring stops taken as one.</summary>
/// <param name="Start">Where the run begins.</param>
/// <param name="End">After the run.</param>
/// <param name="Kind">What it amounts to; <see cref="MarkKind.None"/> for no run.</param>
internal readonly record struct StopRun(int Start, int End, MarkKind Kind)
{
    /// <summary>No stops.</summary>
    public static StopRun Nothing { get; } = new(0, 0, MarkKind.None);

    /// <summary>Weighs a run.</summary>
    /// <param name="text">The text.</param>
    /// <param name="start">Where the run begins.</param>
    /// <param name="end">After the run.</param>
    /// <returns>The run; one full stop after an ellipsis character makes it a full stop.</returns>
    public static StopRun Of(ReadOnlySpan<char> text, int start, int end)
    {
        var dots = 0;
        var ellipses = 0;
        for (var i = start; i < end; i++)
        {
            if (MarkTable.Classify(text[i], out var kind) != MarkRole.Stop)
                continue;
            if (kind is MarkKind.Exclaim or MarkKind.FullStop)
                return new StopRun(start, end, kind);
            dots += kind == MarkKind.Dot ? 1 : 0;
            ellipses += kind is MarkKind.Dot or MarkKind.Note ? 0 : 1;
        }

        var weight = (ellipses, dots) switch
        {
            (0, 0) => MarkKind.Note,
            (0, 1) => MarkKind.Dot,
            ( > 0, 1) when text[end - 1] is '.' or '．' => MarkKind.FullStop,
            _ => MarkKind.Ellipsis,
        };
        return new StopRun(start, end, weight);
    }
}
