using System.Collections.Frozen;
using System.Collections.Immutable;

namespace TransFlow.Xliff.Validation;

/// <summary>What may stand where, read from <c>schema.txt</c>.</summary>
internal static class Schema
{
    private static readonly (FrozenDictionary<string, ElementRule> Elements, FrozenDictionary<string, AttributeRule> Attributes) Rules = Load();

    /// <summary>The rule of an element such as <c>core:unit</c>; null when its vocabulary has no such element.</summary>
    public static ElementRule? Element(string term) => Rules.Elements.GetValueOrDefault(term);

    /// <summary>The rule of an attribute that a module puts on elements of others, such as <c>fs:fs</c>; null when the module has none of that name.</summary>
    public static AttributeRule? Attribute(string term) => Rules.Attributes.GetValueOrDefault(term);

    private static (FrozenDictionary<string, ElementRule>, FrozenDictionary<string, AttributeRule>) Load()
    {
        using var stream = typeof(Schema).Assembly.GetManifestResourceStream("TransFlow.Xliff.Validation.schema.txt")!;
        using var reader = new StreamReader(stream);
        var elements = new Dictionary<string, ElementRule>(StringComparer.Ordinal);
        var attributes = new Dictionary<string, AttributeRule>(StringComparer.Ordinal);
        var last = "";
        while (reader.ReadLine() is { } line)
        {
            var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (words.Length == 0 || words[0] == "#")
                continue;
            if (words[0] == "element")
                elements[last = words[1]] = new ElementRule(words[2], words[3], words[4]);
            else if (words[0] == "attribute")
                attributes[words[1]] = new AttributeRule(words[1], words[2], words[3], false, false);
            else if (words[0] == ":")
                elements[last] = elements[last].With(words[1..]);
            else
                elements[last] = elements[last] with { Attributes = elements[last].Attributes.Add(new AttributeRule(words[0][1..], words[1], words[2], words.Contains("required"), words.Contains("@2.2"))) };
        }

        return (elements.ToFrozenDictionary(StringComparer.Ordinal), attributes.ToFrozenDictionary(StringComparer.Ordinal));
    }
}

/// <summary>What an element may hold.</summary>
/// <param name="ContentRule">The rule that its content obeys.</param>
/// <param name="AttributeRule">The rule that an attribute breaks which it does not have.</param>
/// <param name="Foreign">Which attributes of other namespaces it may have: <c>any</c>, <c>none</c>, <c>codes</c> or <c>segment</c>.</param>
internal sealed record ElementRule(string ContentRule, string AttributeRule, string Foreign)
{
    public ImmutableArray<Term> Terms { get; init; } = [];

    public ImmutableArray<AttributeRule> Attributes { get; init; } = [];

    /// <summary>True when words may stand in it.</summary>
    public bool HoldsText { get; init; }

    /// <summary>True when anything may stand in it.</summary>
    public bool IsFree { get; init; }

    public ElementRule With(IEnumerable<string> words) => words.Aggregate(this, (rule, word) => word switch
    {
        "text" => rule with { HoldsText = true },
        "free" => rule with { IsFree = true },
        "empty" => rule,
        _ => rule with { Terms = rule.Terms.Add(Term.Of(word)) },
    });
}

/// <summary>One term of a content: some elements, so many times.</summary>
/// <param name="Names">The elements; <c>foreign</c> for those of other namespaces.</param>
/// <param name="Least">How many there have to be.</param>
/// <param name="Most">How many there may be.</param>
/// <param name="Rule">The rule of its own that is broken when it is missing; null for the content's.</param>
/// <param name="Is22">True when it is allowed from 2.2 on.</param>
internal sealed record Term(ImmutableArray<string> Names, int Least, int Most, string? Rule, bool Is22)
{
    public static Term Of(string word)
    {
        var is22 = word.EndsWith("@2.2", StringComparison.Ordinal);
        var parts = (is22 ? word[..^4] : word).Split('/');
        var (names, least, most) = parts[0][^1] switch
        {
            '?' => (parts[0][..^1], 0, 1),
            '*' => (parts[0][..^1], 0, int.MaxValue),
            '+' => (parts[0][..^1], 1, int.MaxValue),
            _ => (parts[0], 1, 1),
        };
        return new Term([.. names.Split('|')], least, most, parts.Length > 1 ? parts[1] : null, is22);
    }

    public bool Fits(Node node) => Names.Contains(node.Term ?? "") || (Names[0] == "foreign" && !Vocabulary.IsCore(node.Space) && node.Space != node.Parent?.Space);

    public override string ToString() => string.Join(" or ", Names.Select(n => $"'{n.Replace("core:", "", StringComparison.Ordinal)}'"));
}

/// <summary>What an attribute may hold.</summary>
/// <param name="Name">Its name, with its prefix when it has one.</param>
/// <param name="Rule">The rule that a wrong value breaks.</param>
/// <param name="Type">The kind of value.</param>
/// <param name="IsRequired">True when the element needs it.</param>
/// <param name="Is22">True when it is allowed from 2.2 on.</param>
internal sealed record AttributeRule(string Name, string Rule, string Type, bool IsRequired, bool Is22);
