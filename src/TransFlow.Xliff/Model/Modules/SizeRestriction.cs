namespace TransFlow.Xliff;

/// <summary>The profiles that a file's size and length restrictions follow (XLIFF 2.1, 5.6).</summary>
public sealed record SizeProfiles : XliffElement
{
    /// <summary>Makes one.</summary>
    public SizeProfiles()
        : base(Module(XliffNamespaces.SizeRestriction, "profiles"))
    {
    }

    internal SizeProfiles(in Reading read)
        : base(read)
    {
    }

    /// <summary>The profile of restrictions on size; null when not stated.</summary>
    public string? General { get => Get("generalProfile"); init => Set("generalProfile", value); }

    /// <summary>The profile of restrictions on storage; null when not stated.</summary>
    public string? Storage { get => Get("storageProfile"); init => Set("storageProfile", value); }

    /// <summary>What is done to text before it is measured; null when not stated.</summary>
    public SizeNormalization? Normalization { get => First<SizeNormalization>(); init => Put(value, _ => true); }
}

/// <summary>Which Unicode normalization text has before it is measured.</summary>
public sealed record SizeNormalization : XliffElement
{
    /// <summary>Makes one.</summary>
    public SizeNormalization()
        : base(Module(XliffNamespaces.SizeRestriction, "normalization"))
    {
    }

    internal SizeNormalization(in Reading read)
        : base(read)
    {
    }

    /// <summary>For size: <c>none</c>, <c>nfc</c> or <c>nfd</c>; null when not stated.</summary>
    public string? General { get => Get("general"); init => Set("general", value); }

    /// <summary>For storage: likewise; null when not stated.</summary>
    public string? Storage { get => Get("storage"); init => Set("storage", value); }
}

/// <summary>What a profile says of an element; its content is the profile's own.</summary>
public sealed record SizeData : XliffElement
{
    /// <summary>Makes one.</summary>
    /// <param name="profile">The profile.</param>
    public SizeData(string profile)
        : base(Module(XliffNamespaces.SizeRestriction, "data")) => Profile = profile;

    internal SizeData(in Reading read)
        : base(read)
    {
    }

    /// <summary>Its id; null when not stated.</summary>
    public string? Id { get => Get("id"); init => Set("id", value); }

    /// <summary>The profile; empty when not stated.</summary>
    public string Profile { get => Get("profile") ?? ""; init => Set("profile", value); }
}
