namespace TransFlow.Xliff;

/// <summary>The notes of a file, group or unit (XLIFF 2.1, 4.2.2.8).</summary>
public sealed record Notes : XliffElement
{
    /// <summary>Makes one.</summary>
    public Notes()
        : base(Core("notes"))
    {
    }

    internal Notes(in Reading read)
        : base(read)
    {
    }

    /// <summary>The notes, in order.</summary>
    public IEnumerable<Note> Items { get => All<Note>(); init => Replace(value, _ => false); }

    internal static Notes? Of(IEnumerable<Note> notes) => notes.Any() ? new Notes { Items = notes } : null;
}

/// <summary>A note to translators, or from them (XLIFF 2.1, 4.2.2.9; XLIFF 1.2, 2.2.3).</summary>
public sealed record Note : XliffElement
{
    /// <summary>Makes a note.</summary>
    /// <param name="text">What it says.</param>
    public Note(string text)
        : base(Core("note")) => Content = [new PlainText(text)];

    internal Note(in Reading read)
        : base(read)
    {
    }

    /// <summary>Its id (2.x only; left out where it is put into 1.2); null when not stated.</summary>
    public string? Id { get => Get("id"); init => Set("id", value); }

    /// <summary>What it is about (2.x only; put into 1.2, it is what <see cref="From"/> says unless that is stated); null when not stated.</summary>
    public string? Category { get => Get("category"); init => Set("category", value); }

    /// <summary>From 1, the most important, to 10; null when not stated.</summary>
    public int? Priority { get => Number("priority"); init => SetNumber("priority", value); }

    /// <summary>Whether it is about the <c>source</c> or the <c>target</c>; null when not stated.</summary>
    public string? AppliesTo { get => Get("appliesTo"); init => Set("appliesTo", value); }

    /// <summary>What in the unit it is about, as a fragment identifier (2.2); null when not stated.</summary>
    public string? Reference { get => Get("ref"); init => Set("ref", value); }

    /// <summary>Who wrote it (1.2 only); null when not stated.</summary>
    public string? From { get => Get("from"); init => Set("from", value); }
}

/// <summary>The markup that a unit's codes stand for (XLIFF 2.1, 4.2.2.10).</summary>
public sealed record OriginalData : XliffElement
{
    /// <summary>Makes one.</summary>
    public OriginalData()
        : base(Core("originalData"))
    {
    }

    internal OriginalData(in Reading read)
        : base(read)
    {
    }

    /// <summary>The data, in order.</summary>
    public IEnumerable<Data> Items { get => All<Data>(); init => Replace(value, _ => false); }

    internal static OriginalData? Of(IEnumerable<Data> data) => data.Any() ? new OriginalData { Items = data } : null;
}

/// <summary>The markup that a code stands for (XLIFF 2.1, 4.2.2.11).</summary>
public sealed record Data : XliffElement
{
    /// <summary>Makes one.</summary>
    /// <param name="id">Its id, unique in the unit's original data.</param>
    /// <param name="text">The markup.</param>
    public Data(string id, string text)
        : base(Core("data")) => (Id, Content) = (id, CodePoint.Encode(text));

    internal Data(in Reading read)
        : base(read)
    {
    }

    /// <summary>Its id; empty when not stated.</summary>
    public string Id { get => Get("id") ?? ""; init => Set("id", value); }

    /// <summary>Its direction: <c>ltr</c>, <c>rtl</c> or <c>auto</c>; null when not stated.</summary>
    public string? Direction { get => Get("dir"); init => Set("dir", value); }
}
