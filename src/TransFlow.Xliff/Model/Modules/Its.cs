namespace TransFlow.Xliff;

/// <summary>What is wrong with a text (ITS 2.0, 8.17; XLIFF 2.1, 5.9).</summary>
public sealed record QualityIssues : XliffElement
{
    /// <summary>Makes one.</summary>
    public QualityIssues()
        : base(Module(XliffNamespaces.Its, "locQualityIssues"))
    {
    }

    internal QualityIssues(in Reading read)
        : base(read)
    {
    }

    /// <summary>Its id (<c>xml:id</c>), by which text refers to it; required, null when not stated.</summary>
    public string? Id { get => Of(XliffNamespaces.Xml, "id"); init => Set(XliffNamespaces.Xml, "id", value); }

    /// <summary>The issues, in order.</summary>
    public IEnumerable<QualityIssue> Items { get => All<QualityIssue>(); init => Replace(value, _ => false); }
}

/// <summary>One thing that is wrong.</summary>
public sealed record QualityIssue : XliffElement
{
    /// <summary>Makes one.</summary>
    public QualityIssue()
        : base(Module(XliffNamespaces.Its, "locQualityIssue"))
    {
    }

    internal QualityIssue(in Reading read)
        : base(read)
    {
    }

    /// <summary>Its kind, one of ITS's; null when not stated.</summary>
    public string? Type { get => Get("locQualityIssueType"); init => Set("locQualityIssueType", value); }

    /// <summary>What is wrong; null when not stated.</summary>
    public string? Comment { get => Get("locQualityIssueComment"); init => Set("locQualityIssueComment", value); }

    /// <summary>How grave it is, from 0 to 100; null when not stated.</summary>
    public decimal? Severity { get => Fraction("locQualityIssueSeverity"); init => SetFraction("locQualityIssueSeverity", value); }

    /// <summary>The model that names it; null when not stated.</summary>
    public string? Profile { get => Get("locQualityIssueProfileRef"); init => Set("locQualityIssueProfileRef", value); }

    /// <summary>False when it has been dealt with; null when not stated.</summary>
    public bool? IsEnabled { get => Flag("locQualityIssueEnabled"); init => SetFlag("locQualityIssueEnabled", value); }
}

/// <summary>Who made a text (ITS 2.0, 8.11).</summary>
public sealed record ProvenanceRecords : XliffElement
{
    /// <summary>Makes one.</summary>
    public ProvenanceRecords()
        : base(Module(XliffNamespaces.Its, "provenanceRecords"))
    {
    }

    internal ProvenanceRecords(in Reading read)
        : base(read)
    {
    }

    /// <summary>Its id (<c>xml:id</c>), by which text refers to it; required, null when not stated.</summary>
    public string? Id { get => Of(XliffNamespaces.Xml, "id"); init => Set(XliffNamespaces.Xml, "id", value); }

    /// <summary>The records, the latest first.</summary>
    public IEnumerable<ProvenanceRecord> Items { get => All<ProvenanceRecord>(); init => Replace(value, _ => false); }
}

/// <summary>One record of who made or revised a text.</summary>
public sealed record ProvenanceRecord : XliffElement
{
    /// <summary>Makes one.</summary>
    public ProvenanceRecord()
        : base(Module(XliffNamespaces.Its, "provenanceRecord"))
    {
    }

    internal ProvenanceRecord(in Reading read)
        : base(read)
    {
    }

    /// <summary>Who translated; null when not stated.</summary>
    public string? Person { get => Get("person"); init => Set("person", value); }

    /// <summary>For whom; null when not stated.</summary>
    public string? Organization { get => Get("org"); init => Set("org", value); }

    /// <summary>With what; null when not stated.</summary>
    public string? Tool { get => Get("tool"); init => Set("tool", value); }

    /// <summary>Who revised; null when not stated.</summary>
    public string? RevisionPerson { get => Get("revPerson"); init => Set("revPerson", value); }

    /// <summary>For whom; null when not stated.</summary>
    public string? RevisionOrganization { get => Get("revOrg"); init => Set("revOrg", value); }

    /// <summary>With what; null when not stated.</summary>
    public string? RevisionTool { get => Get("revTool"); init => Set("revTool", value); }
}
