namespace TransFlow.Xliff.Validation;

/// <summary>What the specification knows of a name.</summary>
/// <param name="Vocabulary">The short name of its vocabulary, such as <c>core</c>; null for a foreign one.</param>
/// <param name="Term">The name with its vocabulary, such as <c>core:unit</c>; null for a foreign one.</param>
/// <param name="Rule">The rule of elements of this name; null when the vocabulary has none.</param>
/// <param name="Own">The bit of an attribute of this name among <see cref="Schema"/>'s; 0 when there is none.</param>
/// <param name="Attribute">The rule of an attribute of this name that a module puts on elements of others; null when there is none.</param>
internal sealed record NameFacts(string? Vocabulary, string? Term, ElementRule? Rule, ulong Own, AttributeRule? Attribute)
{
    public bool IsCore { get; } = Vocabulary == "core";

    /// <summary>Whether the specification has elements or attributes of this name.</summary>
    public bool IsKnown => Rule is not null || Own != 0 || Attribute is not null;

    /// <summary>The bit of elements of this name; 0 when there are none.</summary>
    public ulong Kind { get; } = Rule?.Bit ?? 0;

    public static NameFacts Of(XliffName name)
    {
        var vocabulary = Validation.Vocabulary.Prefix(name.Namespace);
        var term = vocabulary is null ? null : $"{vocabulary}:{name.LocalName}";
        var own = name.Namespace.Length == 0 ? name.LocalName : name.Namespace == Validation.Vocabulary.Xml ? "xml:" + name.LocalName : null;
        return new(vocabulary, term, term is null ? null : Schema.Element(term), own is null ? 0 : Schema.Bit(own), term is null ? null : Schema.Attribute(term));
    }
}
