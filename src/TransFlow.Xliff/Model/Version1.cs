namespace TransFlow.Xliff;

/// <summary>The header of a file of XLIFF 1.2 (2.2.3); kept as it is, but for its notes.</summary>
public sealed record FileHeader : XliffElement
{
    /// <summary>Makes one.</summary>
    public FileHeader()
        : base(Version1("header"))
    {
    }

    internal FileHeader(in Reading read)
        : base(read)
    {
    }

    /// <summary>The notes of its file, in order.</summary>
    public IEnumerable<Note> Notes { get => All<Note>(); init => Replace(value, e => e.Tag.Namespace != Tag.Namespace); }
}

/// <summary>The body of a file of XLIFF 1.2: its groups and units (2.2.4).</summary>
public sealed record FileBody : XliffElement
{
    /// <summary>Makes one.</summary>
    public FileBody()
        : base(Version1("body"))
    {
    }

    internal FileBody(in Reading read)
        : base(read)
    {
    }

    /// <summary>Its translation units and groups as they stand in it, in order.</summary>
    public IEnumerable<XliffContainer> Items { get => Elements.OfType<XliffContainer>(); init => Replace(value, _ => false); }
}

/// <summary>A translation unit of XLIFF 1.2 (2.2.4).</summary>
public sealed record TransUnit : XliffContainer
{
    /// <summary>Makes one.</summary>
    /// <param name="id">Its id, unique in the file.</param>
    public TransUnit(string id)
        : base(Version1("trans-unit")) => Id = id;

    internal TransUnit(in Reading read)
        : base(read)
    {
    }

    /// <summary>What it is called in the original; null when not stated.</summary>
    public string? Name { get => Get("resname"); init => Set("resname", value); }

    /// <summary>True when the target is approved; null when not stated.</summary>
    public bool? IsApproved { get => Flag("approved"); init => SetFlag("approved", value); }

    /// <summary>Its source; null when it is missing, which only a broken document does.</summary>
    public Source? Source { get => First<Source>(); init => Put(value, _ => true); }

    /// <summary>Its source cut into segments by <c>mrk</c>; null when it is not cut.</summary>
    public SegmentedSource? SegmentedSource { get => First<SegmentedSource>(); init => Put(value, e => e is not Xliff.Source); }

    /// <summary>Its target; null when there is none.</summary>
    public Target? Target { get => First<Target>(); init => Put(value, e => e is not (Xliff.Source or Xliff.SegmentedSource)); }

    /// <summary>Translation candidates, in order.</summary>
    public IEnumerable<AlternativeTranslation> Alternatives => All<AlternativeTranslation>();
}

/// <summary>The source of a translation unit of XLIFF 1.2 cut into segments, each a <c>mrk</c> of type <c>seg</c>.</summary>
public sealed record SegmentedSource : InlineContent
{
    /// <summary>Makes one.</summary>
    public SegmentedSource()
        : base(Version1("seg-source"))
    {
    }

    internal SegmentedSource(in Reading read)
        : base(read)
    {
    }
}

/// <summary>A translation candidate of XLIFF 1.2 (<c>alt-trans</c>).</summary>
public sealed record AlternativeTranslation : XliffElement
{
    /// <summary>Makes one.</summary>
    public AlternativeTranslation()
        : base(Version1("alt-trans"))
    {
    }

    internal AlternativeTranslation(in Reading read)
        : base(read)
    {
    }

    /// <summary>How good it is, as its maker says it, such as <c>85%</c>; null when not stated.</summary>
    public string? Quality { get => Get("match-quality"); init => Set("match-quality", value); }

    /// <summary>Where it is from; null when not stated.</summary>
    public string? Origin { get => Get("origin"); init => Set("origin", value); }

    /// <summary>The segment it is for; null for the whole unit.</summary>
    public string? SegmentId { get => Get("mid"); init => Set("mid", value); }

    /// <summary>Its source; null when it states none.</summary>
    public Source? Source { get => First<Source>(); init => Put(value, _ => true); }

    /// <summary>Its target; null when it states none.</summary>
    public Target? Target { get => First<Target>(); init => Put(value, e => e is not (Xliff.Source or Xliff.SegmentedSource)); }
}

/// <summary>Something in the original that is no text, in XLIFF 1.2 (<c>bin-unit</c>); kept as it is.</summary>
public sealed record BinaryUnit : XliffElement
{
    /// <summary>Makes one.</summary>
    /// <param name="id">Its id.</param>
    public BinaryUnit(string id)
        : base(Version1("bin-unit")) => Id = id;

    internal BinaryUnit(in Reading read)
        : base(read)
    {
    }

    /// <summary>Its id; empty when not stated.</summary>
    public string Id { get => Get("id") ?? ""; init => Set("id", value); }
}

/// <summary>A code of XLIFF 1.2 that spans text (<c>g</c>).</summary>
public sealed record PairedCode : XliffElement
{
    /// <summary>Makes one.</summary>
    /// <param name="id">Its id.</param>
    public PairedCode(string id)
        : base(Version1("g")) => Id = id;

    internal PairedCode(in Reading read)
        : base(read)
    {
    }

    /// <summary>Its id; empty when not stated.</summary>
    public string Id { get => Get("id") ?? ""; init => Set("id", value); }

    /// <summary>Its kind, such as <c>bold</c> or <c>x-…</c>; null when not stated.</summary>
    public string? Type { get => Get("ctype"); init => Set("ctype", value); }
}

/// <summary>Any other code of XLIFF 1.2: <c>x</c>, <c>bx</c>, <c>ex</c>, <c>ph</c>, <c>it</c>, <c>bpt</c>, <c>ept</c>; the last four hold the markup itself.</summary>
public sealed record NativeCode : XliffElement
{
    /// <summary>Makes one.</summary>
    /// <param name="element">The element: <c>x</c>, <c>bx</c>, <c>ex</c>, <c>ph</c>, <c>it</c>, <c>bpt</c> or <c>ept</c>.</param>
    /// <param name="id">Its id.</param>
    public NativeCode(string element, string id)
        : base(Version1(element)) => Id = id;

    internal NativeCode(in Reading read)
        : base(read)
    {
    }

    /// <summary>Its id; empty when not stated.</summary>
    public string Id { get => Get("id") ?? ""; init => Set("id", value); }

    /// <summary>What its two halves share; null when not stated.</summary>
    public string? PairRef { get => Get("rid"); init => Set("rid", value); }

    /// <summary>Whether it is the <c>open</c> or <c>close</c> half (<c>it</c> only); null when not stated.</summary>
    public string? Position { get => Get("pos"); init => Set("pos", value); }

    /// <summary>Its kind, such as <c>bold</c> or <c>x-…</c>; null when not stated.</summary>
    public string? Type { get => Get("ctype"); init => Set("ctype", value); }

    /// <summary>The plain text that it amounts to; null when not stated.</summary>
    public string? EquivalentText { get => Get("equiv-text"); init => Set("equiv-text", value); }

    /// <summary>What both halves of it are known by.</summary>
    internal string PairId => Step is InlineStepKind.SpanStart or InlineStepKind.SpanEnd && PairRef is { Length: > 0 } pair ? pair : Id;

    internal InlineStepKind Step => (Tag.LocalName, Position) switch
    {
        ("bx" or "bpt", _) or ("it", "open") => InlineStepKind.SpanStart,
        ("ex" or "ept", _) or ("it", "close") => InlineStepKind.SpanEnd,
        _ => InlineStepKind.Code,
    };
}
