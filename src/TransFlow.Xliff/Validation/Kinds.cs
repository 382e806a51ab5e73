namespace TransFlow.Xliff.Validation;

/// <summary>The bits of kinds of elements that rules ask for again and again.</summary>
internal static class Kinds
{
    public static readonly ulong Holders = Of("xliff", "file", "group", "unit");
    public static readonly ulong Skeleton = Of("skeleton");
    public static readonly ulong Unit = Of("unit");
    public static readonly ulong Segment = Of("segment");
    public static readonly ulong Parts = Of("segment", "ignorable");
    public static readonly ulong Source = Of("source");
    public static readonly ulong Target = Of("target");
    public static readonly ulong Notes = Of("notes");
    public static readonly ulong OriginalData = Of("originalData");
    public static readonly ulong Codes = Of("ph", "pc", "sc", "ec");
    public static readonly ulong Annotations = Of("mrk", "sm", "em");
    public static readonly ulong Inline = Codes | Annotations | Of("cp");

    /// <summary>The bits of some elements of the core.</summary>
    public static ulong Of(params string[] names) => names.Aggregate(0UL, (bits, name) => bits | Schema.ElementBit("core:" + name));
}
