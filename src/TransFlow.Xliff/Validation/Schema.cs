using System.Collections.Immutable;
using System.Numerics;

namespace TransFlow.Xliff.Validation;

/// <summary>What may stand where, read from <c>schema.txt</c>.</summary>
internal static class Schema
{
    private static readonly Dictionary<string, ElementRule> Elements = new(StringComparer.Ordinal);
    private static readonly Dictionary<string, AttributeRule> Attributes = new(StringComparer.Ordinal);
    private static readonly Dictionary<string, ulong> Bits = new(StringComparer.Ordinal);
    private static readonly Dictionary<string, int> Places = new(StringComparer.Ordinal);
    private static readonly HashSet<string> Tokens = new(StringComparer.Ordinal);

    static Schema()
    {
        using var stream = typeof(Schema).Assembly.GetManifestResourceStream("TransFlow.Xliff.Validation.schema.txt")!;
        using var reader = new StreamReader(stream);
        var lines = new List<string[]>();
        while (reader.ReadLine() is { } line)
            lines.Add(line.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        lines.RemoveAll(w => w.Length == 0 || w[0] == "#");
        foreach (var words in lines.Where(w => w[0] == "element"))
            Places.Add(words[1], Places.Count);
        foreach (var name in lines.Where(w => w[0][0] == '@').OrderBy(w => !w.Contains("required")).Select(w => w[0][1..]).Distinct().Take(64))
            Bits.Add(name, 1UL << Bits.Count);
        Tokens.UnionWith(lines.Where(w => w[0][0] == '@').GroupBy(w => w[0][1..]).Where(g => g.All(w => w[2] == "nmtoken")).Select(g => g.Key));
        Load(lines);
    }

    /// <summary>The rule of an element such as <c>core:unit</c>; null when its vocabulary has no such element.</summary>
    public static ElementRule? Element(string term) => Elements.GetValueOrDefault(term);

    /// <summary>The rule of an attribute that a module puts on elements of others, such as <c>fs:fs</c>; null when the module has none of that name.</summary>
    public static AttributeRule? Attribute(string term) => Attributes.GetValueOrDefault(term);

    /// <summary>The bit that stands for an attribute such as <c>id</c> or <c>xml:lang</c>; 0 for the rarest, which have none.</summary>
    public static ulong Bit(string attribute) => Bits.GetValueOrDefault(attribute);

    /// <summary>Whether attributes of a name, such as <c>id</c>, hold name tokens wherever they stand.</summary>
    public static bool IsToken(string attribute) => Tokens.Contains(attribute);

    /// <summary>The bit that stands for an element such as <c>core:unit</c>.</summary>
    public static ulong ElementBit(string term) => 1UL << Places[term];

    private static void Load(List<string[]> lines)
    {
        var last = "";
        foreach (var words in lines)
        {
            if (words[0] == "element")
                Elements[last = words[1]] = new ElementRule(words[2], words[3], words[4], ElementBit(words[1]));
            else if (words[0] == "attribute")
                Attributes[words[1]] = new AttributeRule(words[1], words[2], ValueType.Of(words[3]), false, false);
            else if (words[0] == ":")
                Elements[last] = Elements[last].With(words[1..]);
            else
                Elements[last] = Elements[last].With(new AttributeRule(words[0][1..], words[1], ValueType.Of(words[2]), words.Contains("required"), words.Contains("@2.2")));
        }
    }
}

/// <summary>What an element may hold.</summary>
/// <param name="ContentRule">The rule that its content obeys.</param>
/// <param name="AttributeRule">The rule that an attribute breaks which it does not have.</param>
/// <param name="Foreign">Which attributes of other namespaces it may have: <c>any</c>, <c>none</c>, <c>codes</c> or <c>segment</c>.</param>
/// <param name="Bit">The bit that stands for it in the contents of others.</param>
internal sealed record ElementRule(string ContentRule, string AttributeRule, string Foreign, ulong Bit)
{
    private readonly AttributeRule?[] _byBit = new AttributeRule?[64];

    public ImmutableArray<Term> Terms { get; private init; } = [];

    public ImmutableArray<AttributeRule> Attributes { get; private init; } = [];

    /// <summary>The bits of the attributes that it has to have.</summary>
    public ulong Required { get; private init; }

    /// <summary>True when words may stand in it.</summary>
    public bool HoldsText { get; init; }

    /// <summary>True when anything may stand in it.</summary>
    public bool IsFree { get; init; }

    /// <summary>The rule of an attribute of its own; null when it has none.</summary>
    /// <param name="bit">The attribute's bit.</param>
    public AttributeRule? Attribute(ulong bit) => _byBit[BitOperations.TrailingZeroCount(bit)];

    /// <summary>The rule of an attribute of its own that has no bit; null when it has none.</summary>
    /// <param name="name">The attribute's name.</param>
    public AttributeRule? Attribute(string name) => Attributes.FirstOrDefault(a => a.Name == name);

    public ElementRule With(AttributeRule attribute)
    {
        var bit = Schema.Bit(attribute.Name);
        if (bit != 0)
            _byBit[BitOperations.TrailingZeroCount(bit)] = attribute;
        return this with { Attributes = Attributes.Add(attribute), Required = attribute.IsRequired ? Required | bit : Required };
    }

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
    private readonly ulong _bits = Names.Where(n => n != "foreign").Aggregate(0UL, (bits, name) => bits | Schema.ElementBit(name));
    private readonly bool _isForeign = Names[0] == "foreign";

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

    public bool Fits(Node node) => (node.Facts.Kind & _bits) != 0 || (_isForeign && !node.Facts.IsCore && node.Space.Length > 0 && node.Space != node.Parent?.Space);

    public override string ToString() => string.Join(" or ", Names.Select(n => $"'{n.Replace("core:", "", StringComparison.Ordinal)}'"));
}

/// <summary>What an attribute may hold.</summary>
/// <param name="Name">Its name, with its prefix when it has one.</param>
/// <param name="Rule">The rule that a wrong value breaks.</param>
/// <param name="Type">The kind of value.</param>
/// <param name="IsRequired">True when the element needs it.</param>
/// <param name="Is22">True when it is allowed from 2.2 on.</param>
internal sealed record AttributeRule(string Name, string Rule, ValueType Type, bool IsRequired, bool Is22);
