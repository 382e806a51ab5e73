namespace TransFlow.Xliff;

/// <summary>Rules that targets have to obey (XLIFF 2.1, 5.7).</summary>
public sealed record ValidationRules : XliffElement
{
    /// <summary>Makes one.</summary>
    public ValidationRules()
        : base(Module(XliffNamespaces.ValidationRules, "validation"))
    {
    }

    internal ValidationRules(in Reading read)
        : base(read)
    {
    }

    /// <summary>The rules, in order.</summary>
    public IEnumerable<ValidationRule> Items { get => All<ValidationRule>(); init => Replace(value, _ => false); }
}

/// <summary>One rule; it has exactly one of the first five, or a rule of somebody's own.</summary>
public sealed record ValidationRule : XliffElement
{
    /// <summary>Makes one.</summary>
    public ValidationRule()
        : base(Module(XliffNamespaces.ValidationRules, "rule"))
    {
    }

    internal ValidationRule(in Reading read)
        : base(read)
    {
    }

    /// <summary>What must be in the target; null when not stated.</summary>
    public string? IsPresent { get => Get("isPresent"); init => Set("isPresent", value); }

    /// <summary>What must not be in it; null when not stated.</summary>
    public string? IsNotPresent { get => Get("isNotPresent"); init => Set("isNotPresent", value); }

    /// <summary>What it must begin with; null when not stated.</summary>
    public string? StartsWith { get => Get("startsWith"); init => Set("startsWith", value); }

    /// <summary>What it must end with; null when not stated.</summary>
    public string? EndsWith { get => Get("endsWith"); init => Set("endsWith", value); }

    /// <summary>How often, from 1; null when not stated.</summary>
    public int? Occurs { get => Number("occurs"); init => SetNumber("occurs", value); }

    /// <summary>True when it holds only if the source has it too; null when not stated.</summary>
    public bool? ExistsInSource { get => Flag("existsInSource"); init => SetFlag("existsInSource", value); }

    /// <summary>Whether case matters; null when not stated.</summary>
    public bool? IsCaseSensitive { get => Flag("caseSensitive"); init => SetFlag("caseSensitive", value); }

    /// <summary>True when it does not hold here; null when not stated.</summary>
    public bool? IsDisabled { get => Flag("disabled"); init => SetFlag("disabled", value); }

    /// <summary><c>none</c>, <c>nfc</c> or <c>nfd</c>; null when not stated.</summary>
    public string? Normalization { get => Get("normalization"); init => Set("normalization", value); }
}
