namespace TransFlow.Xliff;

/// <summary>The translation candidates of a unit (XLIFF 2.1, 5.1).</summary>
public sealed record Matches : XliffElement
{
    /// <summary>Makes one.</summary>
    public Matches()
        : base(Module(XliffNamespaces.Matches, "matches"))
    {
    }

    internal Matches(in Reading read)
        : base(read)
    {
    }

    /// <summary>The candidates, in order.</summary>
    public IEnumerable<Match> Items { get => All<Match>(); init => Replace(value, _ => false); }
}

/// <summary>A translation candidate (XLIFF 2.1, 5.1.3.2).</summary>
public sealed record Match : XliffElement
{
    /// <summary>Makes one.</summary>
    /// <param name="reference">What it is a candidate for, as a fragment identifier such as <c>#s1</c>.</param>
    public Match(string reference)
        : base(Module(XliffNamespaces.Matches, "match")) => Reference = reference;

    internal Match(in Reading read)
        : base(read)
    {
    }

    /// <summary>What it is a candidate for, as a fragment identifier; empty when not stated.</summary>
    public string Reference { get => Get("ref") ?? ""; init => Set("ref", value); }

    /// <summary>Its id; null when not stated.</summary>
    public string? Id { get => Get("id"); init => Set("id", value); }

    /// <summary><c>am</c>, <c>mt</c>, <c>icm</c>, <c>idm</c>, <c>tb</c>, <c>tm</c> or <c>other</c>; null when not stated.</summary>
    public string? Type { get => Get("type"); init => Set("type", value); }

    /// <summary>Its finer kind, <c>prefix:value</c>; null when not stated.</summary>
    public string? SubType { get => Get("subType"); init => Set("subType", value); }

    /// <summary>Where it is from; null when not stated.</summary>
    public string? Origin { get => Get("origin"); init => Set("origin", value); }

    /// <summary>How like the sources are, from 0 to 100; null when not stated.</summary>
    public decimal? Similarity { get => Fraction("similarity"); init => SetFraction("similarity", value); }

    /// <summary>How good its target is, from 0 to 100; null when not stated.</summary>
    public decimal? Quality { get => Fraction("matchQuality"); init => SetFraction("matchQuality", value); }

    /// <summary>How well it suits, from 0 to 100; null when not stated.</summary>
    public decimal? Suitability { get => Fraction("matchSuitability"); init => SetFraction("matchSuitability", value); }

    /// <summary>True when its target is in another language, for reference only; null when not stated.</summary>
    public bool? IsReference { get => Flag("reference"); init => SetFlag("reference", value); }

    /// <summary>Its metadata; null for none.</summary>
    public Metadata? Metadata { get => First<Metadata>(); init => Put(value, _ => true); }

    /// <summary>The original data of its codes; null for none.</summary>
    public OriginalData? OriginalData { get => First<OriginalData>(); init => Put(value, e => e is InlineContent); }

    /// <summary>Its source; null when it is missing, which only a broken document does.</summary>
    public Source? Source { get => First<Source>(); init => Put(value, e => e is InlineContent); }

    /// <summary>Its target; null when it is missing, which only a broken document does.</summary>
    public Target? Target { get => First<Target>(); init => Put(value, _ => false); }
}
