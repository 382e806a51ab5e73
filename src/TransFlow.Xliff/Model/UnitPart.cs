namespace TransFlow.Xliff;

/// <summary>A segment, or what stands between two.</summary>
public abstract record UnitPart : XliffElement
{
    private protected UnitPart(XliffName tag)
        : base(tag)
    {
    }

    private protected UnitPart(in Reading read)
        : base(read)
    {
    }

    /// <summary>Its id; null when not stated.</summary>
    public string? Id { get => Get("id"); init => Set("id", value); }

    /// <summary>Its source; null when it is missing, which only a broken document does.</summary>
    public Source? Source { get => First<Source>(); init => Put(value, _ => true); }

    /// <summary>Its target; null when there is none.</summary>
    public Target? Target { get => First<Target>(); init => Put(value, _ => false); }

    /// <summary>The target that it has when it states none: what stands between segments stands in the target as in the source. Null for a segment.</summary>
    internal Target? ImpliedTarget => this is Ignorable ? Empty with { Space = Source?.Space, Content = Source?.Content ?? [] } : null;

    /// <summary>An empty target in the namespace of its part.</summary>
    internal Target Empty => new() { Tag = new XliffName(Tag.Prefix, "target", Tag.Namespace) };
}

/// <summary>A segment (XLIFF 2.1, 4.2.2.6).</summary>
public sealed record Segment : UnitPart
{
    /// <summary>Makes a segment.</summary>
    public Segment()
        : base(Core("segment"))
    {
    }

    internal Segment(in Reading read)
        : base(read)
    {
    }

    /// <summary>How far it is: <c>initial</c>, <c>translated</c>, <c>reviewed</c> or <c>final</c>; null when not stated.</summary>
    public string? State { get => Get("state"); init => Set("state", value); }

    /// <summary>A tool's own finer state, <c>prefix:value</c>; null when not stated.</summary>
    public string? SubState { get => Get("subState"); init => Set("subState", value); }

    /// <summary>False when tools must not cut it or join it; null when not stated.</summary>
    public bool? CanResegment { get => Flag("canResegment"); init => SetFlag("canResegment", value); }

    /// <summary>The case of plural, gender or select that it is for (<c>pgs:case</c>, 2.2); null when not stated.</summary>
    public string? Case { get => Of(XliffNamespaces.Plurals, "case"); init => Set(XliffNamespaces.Plurals, "case", value); }
}

/// <summary>Text between segments, mostly white space (XLIFF 2.1, 4.2.2.7).</summary>
public sealed record Ignorable : UnitPart
{
    /// <summary>Makes one.</summary>
    public Ignorable()
        : base(Core("ignorable"))
    {
    }

    internal Ignorable(in Reading read)
        : base(read)
    {
    }
}

/// <summary>Text with codes and annotations in it.</summary>
public abstract record InlineContent : XliffElement
{
    private protected InlineContent(XliffName tag)
        : base(tag)
    {
    }

    private protected InlineContent(in Reading read)
        : base(read)
    {
    }

    /// <summary>The content as one flat sequence: text, codes, and the two ends of what spans text.</summary>
    public IEnumerable<InlineStep> Steps => InlineStep.Of(Content);
}

/// <summary>The source of a segment, an ignorable, a candidate, or a translation unit of 1.2.</summary>
public sealed record Source : InlineContent
{
    /// <summary>Makes a source.</summary>
    public Source()
        : base(Core("source"))
    {
    }

    /// <summary>Makes a source of plain text.</summary>
    /// <param name="text">The text.</param>
    public Source(string text)
        : base(Core("source")) => Content = CodePoint.Encode(text);

    internal Source(in Reading read)
        : base(read)
    {
    }
}

/// <summary>The target of a segment, an ignorable, a candidate, or a translation unit of 1.2.</summary>
public sealed record Target : InlineContent
{
    /// <summary>Makes a target.</summary>
    public Target()
        : base(Core("target"))
    {
    }

    /// <summary>Makes a target of plain text.</summary>
    /// <param name="text">The text.</param>
    public Target(string text)
        : base(Core("target")) => Content = CodePoint.Encode(text);

    internal Target(in Reading read)
        : base(read)
    {
    }

    /// <summary>Its place in the unit's target, from 1, when it is not the source's; null otherwise.</summary>
    public int? Order { get => Number("order"); init => SetNumber("order", value); }

    /// <summary>The state of the whole unit (1.2 only); null when not stated.</summary>
    public string? State { get => Get("state"); init => Set("state", value); }

    /// <summary>How the state came to be (1.2 only); null when not stated.</summary>
    public string? StateQualifier { get => Get("state-qualifier"); init => Set("state-qualifier", value); }
}
