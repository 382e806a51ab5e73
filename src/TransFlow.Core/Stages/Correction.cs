namespace TransFlow.Core.Stages;

/// <summary>What a change of a live edition is to its readers; what tells them most stands first.</summary>
public enum CorrectionKind
{
    /// <summary>Something was wrong; the page says what.</summary>
    Correction,

    /// <summary>Something is new; the page says what.</summary>
    Update,

    /// <summary>A slip that changes no meaning; the page says nothing.</summary>
    Silent,
}

/// <summary>A live edition is being changed. What is live stays as it is until the change is through its stages.</summary>
/// <param name="Kind">What it is to the readers.</param>
/// <param name="Reason">Why, for the newsroom.</param>
/// <param name="Person">Who began it.</param>
/// <param name="At">When.</param>
public sealed record Correction(CorrectionKind Kind, string Reason, string Person, DateTimeOffset At)
{
    /// <summary>What the page will say, in its own language, as plain text; null while nobody wrote it.</summary>
    public string? Line { get; init; }

    /// <summary>True when the source was changed since somebody said what it is to the readers: what was said does not speak of that.</summary>
    public bool IsAsked { get; init; }

    /// <summary>True when it cannot be published before somebody writes its line, or says again what it is.</summary>
    public bool LacksLine => IsAsked || (Kind != CorrectionKind.Silent && Line is null);
}

/// <summary>What a page says of an earlier change.</summary>
/// <param name="Kind">What the change was; never silent.</param>
/// <param name="Text">The words, plain text in the page's language.</param>
/// <param name="Date">The newsroom's day on which the change was ready.</param>
public sealed record Notice(CorrectionKind Kind, string Text, DateOnly Date);

/// <summary>An article was retracted in all its languages: nothing more is done with it, and a tombstone stands where it was.</summary>
/// <param name="Reason">Why, for the newsroom.</param>
/// <param name="First">Who asked for it.</param>
/// <param name="Second">Who agreed.</param>
/// <param name="Date">The newsroom's day.</param>
public sealed record Retraction(string Reason, string First, string Second, DateOnly Date);
