namespace TransFlow.Xliff;

/// <summary>Resources that go with a file or unit (XLIFF 2.1, 5.5).</summary>
public sealed record ResourceData : XliffElement
{
    /// <summary>Makes one.</summary>
    public ResourceData()
        : base(Module(XliffNamespaces.ResourceData, "resourceData"))
    {
    }

    internal ResourceData(in Reading read)
        : base(read)
    {
    }

    /// <summary>Its id; null when not stated.</summary>
    public string? Id { get => Get("id"); init => Set("id", value); }

    /// <summary>References to the file's resources, in order.</summary>
    public IEnumerable<ResourceItemRef> References { get => All<ResourceItemRef>(); init => Replace(value, e => e is ResourceItem); }

    /// <summary>The resources, in order.</summary>
    public IEnumerable<ResourceItem> Items { get => All<ResourceItem>(); init => Replace(value, _ => false); }
}

/// <summary>A reference from a unit to a resource of its file.</summary>
public sealed record ResourceItemRef : XliffElement
{
    /// <summary>Makes one.</summary>
    /// <param name="reference">The resource's id.</param>
    public ResourceItemRef(string reference)
        : base(Module(XliffNamespaces.ResourceData, "resourceItemRef")) => Reference = reference;

    internal ResourceItemRef(in Reading read)
        : base(read)
    {
    }

    /// <summary>Its id; null when not stated.</summary>
    public string? Id { get => Get("id"); init => Set("id", value); }

    /// <summary>The resource's id; empty when not stated.</summary>
    public string Reference { get => Get("ref") ?? ""; init => Set("ref", value); }
}

/// <summary>A resource: something to look at or to change besides the text.</summary>
public sealed record ResourceItem : XliffElement
{
    /// <summary>Makes one.</summary>
    public ResourceItem()
        : base(Module(XliffNamespaces.ResourceData, "resourceItem"))
    {
    }

    internal ResourceItem(in Reading read)
        : base(read)
    {
    }

    /// <summary>Its id; null when not stated.</summary>
    public string? Id { get => Get("id"); init => Set("id", value); }

    /// <summary>Its media type; null when not stated.</summary>
    public string? MimeType { get => Get("mimeType"); init => Set("mimeType", value); }

    /// <summary>True when it is for context only; null when not stated.</summary>
    public bool? IsContext { get => Flag("context"); init => SetFlag("context", value); }

    /// <summary>It in the source language; null for none.</summary>
    public ResourceSource? Source { get => First<ResourceSource>(); init => Put(value, e => e is ResourceTarget or ResourceReference); }

    /// <summary>It in the target language; null for none.</summary>
    public ResourceTarget? Target { get => First<ResourceTarget>(); init => Put(value, e => e is ResourceReference); }

    /// <summary>What else to look at, in order.</summary>
    public IEnumerable<ResourceReference> References { get => All<ResourceReference>(); init => Replace(value, _ => false); }
}

/// <summary>A resource in the source language, here or elsewhere.</summary>
public sealed record ResourceSource : XliffElement
{
    /// <summary>Makes one.</summary>
    public ResourceSource()
        : base(Module(XliffNamespaces.ResourceData, "source"))
    {
    }

    internal ResourceSource(in Reading read)
        : base(read)
    {
    }

    /// <summary>Where it is; null when it is here.</summary>
    public string? Address { get => Get("href"); init => Set("href", value); }
}

/// <summary>A resource in the target language, here or elsewhere.</summary>
public sealed record ResourceTarget : XliffElement
{
    /// <summary>Makes one.</summary>
    public ResourceTarget()
        : base(Module(XliffNamespaces.ResourceData, "target"))
    {
    }

    internal ResourceTarget(in Reading read)
        : base(read)
    {
    }

    /// <summary>Where it is; null when it is here.</summary>
    public string? Address { get => Get("href"); init => Set("href", value); }
}

/// <summary>Something to look at besides a resource.</summary>
public sealed record ResourceReference : XliffElement
{
    /// <summary>Makes one.</summary>
    public ResourceReference()
        : base(Module(XliffNamespaces.ResourceData, "reference"))
    {
    }

    internal ResourceReference(in Reading read)
        : base(read)
    {
    }

    /// <summary>Where it is; null when it is here.</summary>
    public string? Address { get => Get("href"); init => Set("href", value); }
}
