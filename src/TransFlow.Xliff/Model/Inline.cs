using System.Globalization;
using System.Xml;

namespace TransFlow.Xliff;

/// <summary>What inline codes have in common (XLIFF 2.1, 4.2.3).</summary>
public abstract record Code : XliffElement
{
    private protected Code(XliffName tag)
        : base(tag)
    {
    }

    private protected Code(in Reading read)
        : base(read)
    {
    }

    /// <summary>Its id, unique on its side of the unit; empty when not stated.</summary>
    public string Id { get => Get("id") ?? ""; init => Set("id", value); }

    /// <summary>Its kind: <c>fmt</c>, <c>ui</c>, <c>quote</c>, <c>link</c>, <c>image</c> or <c>other</c>; null when not stated.</summary>
    public string? Type { get => Get("type"); init => Set("type", value); }

    /// <summary>Its finer kind, <c>prefix:value</c>; null when not stated.</summary>
    public string? SubType { get => Get("subType"); init => Set("subType", value); }

    /// <summary>False when it must not be used more often; null when not stated.</summary>
    public bool? CanCopy { get => Flag("canCopy"); init => SetFlag("canCopy", value); }

    /// <summary>False when it must not be left out; null when not stated.</summary>
    public bool? CanDelete { get => Flag("canDelete"); init => SetFlag("canDelete", value); }

    /// <summary>Whether it may change places: <c>yes</c>, <c>firstNo</c> or <c>no</c>; null when not stated.</summary>
    public string? CanReorder { get => Get("canReorder"); init => Set("canReorder", value); }

    /// <summary>The id of the code it copies; null for none.</summary>
    public string? CopyOf { get => Get("copyOf"); init => Set("copyOf", value); }

    /// <summary>Its style for a preview (<c>fs:fs</c>, the name of an HTML element); null when not stated.</summary>
    public string? Format { get => Of(XliffNamespaces.FormatStyle, "fs"); init => Set(XliffNamespaces.FormatStyle, "fs", value); }
}

/// <summary>A code that stands alone (<c>ph</c>).</summary>
public sealed record StandaloneCode : Code
{
    /// <summary>Makes one.</summary>
    /// <param name="id">Its id.</param>
    public StandaloneCode(string id)
        : base(Core("ph")) => Id = id;

    internal StandaloneCode(in Reading read)
        : base(read)
    {
    }

    /// <summary>The id of its original data; null for none.</summary>
    public string? DataRef { get => Get("dataRef"); init => Set("dataRef", value); }

    /// <summary>What a tool shows for it; null when not stated.</summary>
    public string? Display { get => Get("disp"); init => Set("disp", value); }

    /// <summary>The plain text that it amounts to; null when not stated.</summary>
    public string? Equivalent { get => Get("equiv"); init => Set("equiv", value); }

    /// <summary>The ids of the units that hold its text, separated by spaces; null for none.</summary>
    public string? SubFlows { get => Get("subFlows"); init => Set("subFlows", value); }
}

/// <summary>A code that spans text (<c>pc</c>).</summary>
public sealed record SpanningCode : Code
{
    /// <summary>Makes one.</summary>
    /// <param name="id">Its id.</param>
    public SpanningCode(string id)
        : base(Core("pc")) => Id = id;

    internal SpanningCode(in Reading read)
        : base(read)
    {
    }

    /// <summary>The id of its opening half's original data; null for none.</summary>
    public string? StartDataRef { get => Get("dataRefStart"); init => Set("dataRefStart", value); }

    /// <summary>The id of its closing half's original data; null for none.</summary>
    public string? EndDataRef { get => Get("dataRefEnd"); init => Set("dataRefEnd", value); }

    /// <summary>What a tool shows for its opening half; null when not stated.</summary>
    public string? StartDisplay { get => Get("dispStart"); init => Set("dispStart", value); }

    /// <summary>What a tool shows for its closing half; null when not stated.</summary>
    public string? EndDisplay { get => Get("dispEnd"); init => Set("dispEnd", value); }

    /// <summary>The plain text that its opening half amounts to; null when not stated.</summary>
    public string? StartEquivalent { get => Get("equivStart"); init => Set("equivStart", value); }

    /// <summary>The plain text that its closing half amounts to; null when not stated.</summary>
    public string? EndEquivalent { get => Get("equivEnd"); init => Set("equivEnd", value); }

    /// <summary>False when it must not cross another; null when not stated.</summary>
    public bool? CanOverlap { get => Flag("canOverlap"); init => SetFlag("canOverlap", value); }

    /// <summary>Direction of what it spans; null when not stated.</summary>
    public string? Direction { get => Get("dir"); init => Set("dir", value); }
}

/// <summary>The start of a code that spans text and may cross others or leave the segment (<c>sc</c>).</summary>
public sealed record SpanningCodeStart : Code
{
    /// <summary>Makes one.</summary>
    /// <param name="id">Its id.</param>
    public SpanningCodeStart(string id)
        : base(Core("sc")) => Id = id;

    internal SpanningCodeStart(in Reading read)
        : base(read)
    {
    }

    /// <summary>The id of its original data; null for none.</summary>
    public string? DataRef { get => Get("dataRef"); init => Set("dataRef", value); }

    /// <summary>What a tool shows for it; null when not stated.</summary>
    public string? Display { get => Get("disp"); init => Set("disp", value); }

    /// <summary>The plain text that it amounts to; null when not stated.</summary>
    public string? Equivalent { get => Get("equiv"); init => Set("equiv", value); }

    /// <summary>True when its end is outside the unit; null when not stated.</summary>
    public bool? IsIsolated { get => Flag("isolated"); init => SetFlag("isolated", value); }

    /// <summary>False when it must not cross another; null when not stated.</summary>
    public bool? CanOverlap { get => Flag("canOverlap"); init => SetFlag("canOverlap", value); }

    /// <summary>Direction of what it spans; null when not stated.</summary>
    public string? Direction { get => Get("dir"); init => Set("dir", value); }
}

/// <summary>The end of a code that began with <c>sc</c> (<c>ec</c>); only an isolated one has an id.</summary>
public sealed record SpanningCodeEnd : Code
{
    /// <summary>Makes one.</summary>
    public SpanningCodeEnd()
        : base(Core("ec"))
    {
    }

    internal SpanningCodeEnd(in Reading read)
        : base(read)
    {
    }

    /// <summary>The id of its start; null when it is isolated.</summary>
    public string? StartRef { get => Get("startRef"); init => Set("startRef", value); }

    /// <summary>The id of its original data; null for none.</summary>
    public string? DataRef { get => Get("dataRef"); init => Set("dataRef", value); }

    /// <summary>What a tool shows for it; null when not stated.</summary>
    public string? Display { get => Get("disp"); init => Set("disp", value); }

    /// <summary>The plain text that it amounts to; null when not stated.</summary>
    public string? Equivalent { get => Get("equiv"); init => Set("equiv", value); }

    /// <summary>True when its start is outside the unit; null when not stated.</summary>
    public bool? IsIsolated { get => Flag("isolated"); init => SetFlag("isolated", value); }

    /// <summary>False when it must not cross another; null when not stated.</summary>
    public bool? CanOverlap { get => Flag("canOverlap"); init => SetFlag("canOverlap", value); }
}

/// <summary>What annotations have in common (XLIFF 2.1, 4.7.3).</summary>
public abstract record Annotation : XliffElement
{
    private protected Annotation(XliffName tag)
        : base(tag)
    {
    }

    private protected Annotation(in Reading read)
        : base(read)
    {
    }

    /// <summary>Its id; empty when not stated (in 1.2 its <c>mid</c>).</summary>
    public string Id { get => Get("id") ?? Get("mid") ?? ""; init => Set(IsOfVersion1 ? "mid" : "id", value); }

    /// <summary>Its kind: <c>generic</c>, <c>comment</c>, <c>term</c> or <c>prefix:value</c> (in 1.2 its <c>mtype</c>); null when not stated.</summary>
    public string? Type { get => Get("type") ?? Get("mtype"); init => Set(IsOfVersion1 ? "mtype" : "type", value); }

    /// <summary>False when what it spans is not to be translated; null when not stated.</summary>
    public bool? Translate { get => Flag("translate"); init => SetFlag("translate", value); }

    /// <summary>What it is about, as an IRI or fragment identifier; null when not stated.</summary>
    public string? Reference { get => Get("ref"); init => Set("ref", value); }

    /// <summary>What it says; null when not stated.</summary>
    public string? Value { get => Get("value"); init => Set("value", value); }
}

/// <summary>An annotation of the text in it (<c>mrk</c>).</summary>
public sealed record MarkedSpan : Annotation
{
    /// <summary>Makes one.</summary>
    /// <param name="id">Its id.</param>
    public MarkedSpan(string id)
        : base(Core("mrk")) => Id = id;

    internal MarkedSpan(in Reading read)
        : base(read)
    {
    }
}

/// <summary>The start of an annotation that may cross others or leave the segment (<c>sm</c>).</summary>
public sealed record MarkedSpanStart : Annotation
{
    /// <summary>Makes one.</summary>
    /// <param name="id">Its id.</param>
    public MarkedSpanStart(string id)
        : base(Core("sm")) => Id = id;

    internal MarkedSpanStart(in Reading read)
        : base(read)
    {
    }
}

/// <summary>The end of an annotation that began with <c>sm</c> (<c>em</c>).</summary>
public sealed record MarkedSpanEnd : XliffElement
{
    /// <summary>Makes one.</summary>
    /// <param name="startRef">The id of its start.</param>
    public MarkedSpanEnd(string startRef)
        : base(Core("em")) => StartRef = startRef;

    internal MarkedSpanEnd(in Reading read)
        : base(read)
    {
    }

    /// <summary>The id of its start; empty when not stated.</summary>
    public string StartRef { get => Get("startRef") ?? ""; init => Set("startRef", value); }
}

/// <summary>A character that XML cannot hold (<c>cp</c>).</summary>
public sealed record CodePoint : XliffElement
{
    private static readonly System.Buffers.SearchValues<char> Controls =
        System.Buffers.SearchValues.Create([.. Enumerable.Range(0, ' ').Select(c => (char)c).Where(c => !XmlConvert.IsXmlChar(c)), '\uFFFE', '\uFFFF']);

    /// <summary>Makes one.</summary>
    /// <param name="value">The code point: one that XML cannot hold, from 0 to 10FFFF.</param>
    public CodePoint(int value)
        : base(Core("cp")) => Set("hex", value.ToString("X4", CultureInfo.InvariantCulture) is { Length: 5 } five ? "0" + five : value.ToString("X4", CultureInfo.InvariantCulture));

    internal CodePoint(in Reading read)
        : base(read)
    {
    }

    /// <summary>The code point as it is written.</summary>
    internal string Hex => Get("hex") ?? "";

    /// <summary>The code point; null when it is none.</summary>
    public int? Value => int.TryParse(Hex, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value) && value is >= 0 and <= 0x10FFFF ? value : null;

    /// <summary>The character; empty when it is none, or half of one.</summary>
    internal string Text => Value is { } value ? value is >= 0xD800 and <= 0xDFFF ? ((char)value).ToString() : char.ConvertFromUtf32(value) : "";

    /// <summary>Whether a text needs no second look: there is nothing in it that XML cannot hold, nor any half of a character that could be such a thing.</summary>
    internal static bool IsPlain(string text) => !text.AsSpan().ContainsAny(Controls) && !text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF');

    /// <summary>A text as content, with <c>cp</c> for what XML cannot hold.</summary>
    /// <param name="text">The text, any characters.</param>
    public static NodeList Encode(string text)
    {
        if (IsPlain(text))
            return [new PlainText(text)];
        var nodes = new List<XliffNode>();
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (i + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[i + 1], text[i]))
            {
                i++;
                continue;
            }

            if (XmlConvert.IsXmlChar(text[i]))
                continue;
            nodes.Add(new PlainText(text[start..i]));
            nodes.Add(new CodePoint(text[i]));
            start = i + 1;
        }

        nodes.Add(new PlainText(text[start..]));
        return [.. nodes];
    }
}
