namespace TransFlow.Xliff;

/// <summary>What was changed, and when (XLIFF 2.0, change tracking); read and kept.</summary>
public sealed record ChangeTrack : XliffElement
{
    /// <summary>Makes one.</summary>
    public ChangeTrack()
        : base(Module(XliffNamespaces.ChangeTracking, "changeTrack"))
    {
    }

    internal ChangeTrack(in Reading read)
        : base(read)
    {
    }

    /// <summary>What was changed, in order.</summary>
    public IEnumerable<Revisions> Items { get => All<Revisions>(); init => Replace(value, _ => false); }
}

/// <summary>The revisions of one element.</summary>
public sealed record Revisions : XliffElement
{
    /// <summary>Makes one.</summary>
    public Revisions()
        : base(Module(XliffNamespaces.ChangeTracking, "revisions"))
    {
    }

    internal Revisions(in Reading read)
        : base(read)
    {
    }

    /// <summary>The kind of element; null when not stated.</summary>
    public string? AppliesTo { get => Get("appliesTo"); init => Set("appliesTo", value); }

    /// <summary>Its id; null when not stated.</summary>
    public string? Reference { get => Get("ref"); init => Set("ref", value); }

    /// <summary>The revision that holds; null when not stated.</summary>
    public string? Current { get => Get("currentVersion"); init => Set("currentVersion", value); }

    /// <summary>The revisions, in order.</summary>
    public IEnumerable<Revision> Items { get => All<Revision>(); init => Replace(value, _ => false); }
}

/// <summary>One revision.</summary>
public sealed record Revision : XliffElement
{
    /// <summary>Makes one.</summary>
    public Revision()
        : base(Module(XliffNamespaces.ChangeTracking, "revision"))
    {
    }

    internal Revision(in Reading read)
        : base(read)
    {
    }

    /// <summary>Who made it; null when not stated.</summary>
    public string? Author { get => Get("author"); init => Set("author", value); }

    /// <summary>When; null when not stated.</summary>
    public string? Time { get => Get("datetime"); init => Set("datetime", value); }

    /// <summary>Its name; null when not stated.</summary>
    public string? Version { get => Get("version"); init => Set("version", value); }

    /// <summary>What it changed, in order.</summary>
    public IEnumerable<RevisionItem> Items { get => All<RevisionItem>(); init => Replace(value, _ => false); }
}

/// <summary>What one revision made of a property; it may hold codes and annotations.</summary>
public sealed record RevisionItem : XliffElement
{
    /// <summary>Makes one.</summary>
    public RevisionItem()
        : base(Module(XliffNamespaces.ChangeTracking, "item"))
    {
    }

    internal RevisionItem(in Reading read)
        : base(read)
    {
    }

    /// <summary>The property, such as <c>content</c>; empty when not stated.</summary>
    public string Property { get => Get("property") ?? ""; init => Set("property", value); }
}
