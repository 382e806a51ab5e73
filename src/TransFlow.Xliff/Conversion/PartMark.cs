namespace TransFlow.Xliff;

/// <summary>By what a mark of 1.2 that makes a part of a unit is known on both sides: segments and what stands between them are counted apart.</summary>
/// <param name="IsSegment">Whether it makes a segment.</param>
/// <param name="Mid">Its id.</param>
internal readonly record struct PartMark(bool IsSegment, string Mid)
{
    /// <summary>Whether a mark makes a part; others are annotations.</summary>
    public static bool Is(MarkedSpan mark) => mark.Attributes.ValueOf("mtype") is "seg" or "x-ignorable";

    /// <summary>A mark's kind and id.</summary>
    public static PartMark Of(MarkedSpan mark) => new(mark.Attributes.ValueOf("mtype") == "seg", mark.Attributes.ValueOf("mid") ?? mark.Of(XliffNamespaces.Core20, "place") ?? "");
}
