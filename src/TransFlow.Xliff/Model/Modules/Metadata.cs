namespace TransFlow.Xliff;

/// <summary>Metadata of a file, group, unit or candidate (XLIFF 2.1, 5.4).</summary>
public sealed record Metadata : XliffElement
{
    /// <summary>Makes one.</summary>
    public Metadata()
        : base(Module(XliffNamespaces.Metadata, "metadata"))
    {
    }

    internal Metadata(in Reading read)
        : base(read)
    {
    }

    /// <summary>Its id; null when not stated.</summary>
    public string? Id { get => Get("id"); init => Set("id", value); }

    /// <summary>The groups, in order.</summary>
    public IEnumerable<MetaGroup> Groups { get => All<MetaGroup>(); init => Replace(value, _ => false); }
}

/// <summary>A group of metadata (XLIFF 2.1, 5.4.3.2).</summary>
public sealed record MetaGroup : XliffElement
{
    /// <summary>Makes one.</summary>
    public MetaGroup()
        : base(Module(XliffNamespaces.Metadata, "metaGroup"))
    {
    }

    internal MetaGroup(in Reading read)
        : base(read)
    {
    }

    /// <summary>Its id; null when not stated.</summary>
    public string? Id { get => Get("id"); init => Set("id", value); }

    /// <summary>What they are about; null when not stated.</summary>
    public string? Category { get => Get("category"); init => Set("category", value); }

    /// <summary><c>source</c>, <c>target</c> or <c>ignorable</c>; null when not stated.</summary>
    public string? AppliesTo { get => Get("appliesTo"); init => Set("appliesTo", value); }

    /// <summary>Groups in it, in order.</summary>
    public IEnumerable<MetaGroup> Groups { get => All<MetaGroup>(); init => Replace(value, _ => false); }

    /// <summary>The data, in order.</summary>
    public IEnumerable<Meta> Items { get => All<Meta>(); init => Replace(value, _ => false); }
}

/// <summary>A piece of metadata (XLIFF 2.1, 5.4.3.3).</summary>
public sealed record Meta : XliffElement
{
    /// <summary>Makes one.</summary>
    /// <param name="type">What it is.</param>
    /// <param name="text">Its value.</param>
    public Meta(string type, string text)
        : base(Module(XliffNamespaces.Metadata, "meta")) => (Type, Content) = (type, [new PlainText(text)]);

    internal Meta(in Reading read)
        : base(read)
    {
    }

    /// <summary>What it is; empty when not stated.</summary>
    public string Type { get => Get("type") ?? ""; init => Set("type", value); }
}
