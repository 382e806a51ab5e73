namespace TransFlow.Xliff;

/// <summary>The glossary of a unit (XLIFF 2.1, 5.2).</summary>
public sealed record Glossary : XliffElement
{
    /// <summary>Makes one.</summary>
    public Glossary()
        : base(Module(XliffNamespaces.Glossary, "glossary"))
    {
    }

    internal Glossary(in Reading read)
        : base(read)
    {
    }

    /// <summary>The entries, in order.</summary>
    public IEnumerable<GlossaryEntry> Items { get => All<GlossaryEntry>(); init => Replace(value, _ => false); }
}

/// <summary>A term with its translations or definition (XLIFF 2.1, 5.2.3.2).</summary>
public sealed record GlossaryEntry : XliffElement
{
    /// <summary>Makes one.</summary>
    public GlossaryEntry()
        : base(Module(XliffNamespaces.Glossary, "glossEntry"))
    {
    }

    internal GlossaryEntry(in Reading read)
        : base(read)
    {
    }

    /// <summary>Its id; null when not stated.</summary>
    public string? Id { get => Get("id"); init => Set("id", value); }

    /// <summary>The text it is about, as a fragment identifier; null when not stated.</summary>
    public string? Reference { get => Get("ref"); init => Set("ref", value); }

    /// <summary>The term; null when it is missing, which only a broken document does.</summary>
    public GlossaryTerm? Term { get => First<GlossaryTerm>(); init => Put(value, _ => true); }

    /// <summary>Its translations, in order.</summary>
    public IEnumerable<GlossaryTranslation> Translations { get => All<GlossaryTranslation>(); init => Replace(value, e => e is not GlossaryTerm); }

    /// <summary>What it means; null for none.</summary>
    public GlossaryDefinition? Definition { get => First<GlossaryDefinition>(); init => Put(value, _ => false); }
}

/// <summary>A term in the source language.</summary>
public sealed record GlossaryTerm : XliffElement
{
    /// <summary>Makes one.</summary>
    /// <param name="text">Its words.</param>
    public GlossaryTerm(string text)
        : base(Module(XliffNamespaces.Glossary, "term")) => Content = [new PlainText(text)];

    internal GlossaryTerm(in Reading read)
        : base(read)
    {
    }

    /// <summary>Where it is from; null when not stated.</summary>
    public string? Origin { get => Get("source"); init => Set("source", value); }
}

/// <summary>A term in the target language.</summary>
public sealed record GlossaryTranslation : XliffElement
{
    /// <summary>Makes one.</summary>
    /// <param name="text">Its words.</param>
    public GlossaryTranslation(string text)
        : base(Module(XliffNamespaces.Glossary, "translation")) => Content = [new PlainText(text)];

    internal GlossaryTranslation(in Reading read)
        : base(read)
    {
    }

    /// <summary>Its id; null when not stated.</summary>
    public string? Id { get => Get("id"); init => Set("id", value); }

    /// <summary>The text it is about, as a fragment identifier; null when not stated.</summary>
    public string? Reference { get => Get("ref"); init => Set("ref", value); }

    /// <summary>Where it is from; null when not stated.</summary>
    public string? Origin { get => Get("source"); init => Set("source", value); }
}

/// <summary>What a term means.</summary>
public sealed record GlossaryDefinition : XliffElement
{
    /// <summary>Makes one.</summary>
    /// <param name="text">Its words.</param>
    public GlossaryDefinition(string text)
        : base(Module(XliffNamespaces.Glossary, "definition")) => Content = [new PlainText(text)];

    internal GlossaryDefinition(in Reading read)
        : base(read)
    {
    }

    /// <summary>Where it is from; null when not stated.</summary>
    public string? Origin { get => Get("source"); init => Set("source", value); }
}
