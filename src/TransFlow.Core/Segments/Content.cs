using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace TransFlow.Core.Segments;

/// <summary>
/// The words of one segment: text with inline codes, immutable and compared by value.
/// Written down as <em>tagged text</em>: <c>{1}bold{/1} and {2/}</c>, with <c>{{</c> and <c>}}</c> for braces.
/// </summary>
public sealed class Content : IEquatable<Content>
{
    private string? _text;
    private string? _tagged;

    /// <summary>Makes a content; neighbouring texts are joined and empty ones dropped.</summary>
    /// <param name="parts">The parts in reading order.</param>
    public Content(IEnumerable<Inline> parts)
        : this(parts is List<Inline> list ? CollectionsMarshal.AsSpan(list) : parts.ToArray())
    {
    }

    /// <summary>Makes a content; neighbouring texts are joined and empty ones dropped.</summary>
    /// <param name="parts">The parts in reading order.</param>
    public Content(ReadOnlySpan<Inline> parts) => Parts = Normalise(parts);

    /// <summary>No words and no codes.</summary>
    public static Content Empty { get; } = new(ReadOnlySpan<Inline>.Empty);

    /// <summary>The parts in reading order; no two texts side by side, none empty.</summary>
    public ImmutableArray<Inline> Parts { get; }

    /// <summary>The words alone, without inline codes.</summary>
    public string Text => _text ??= Parts is [{ Kind: InlineKind.Text, Value: var only }] ? only : string.Concat(Parts.Where(p => p.Kind == InlineKind.Text).Select(p => p.Value));

    /// <summary>True when there are neither words nor codes.</summary>
    public bool IsEmpty => Parts.IsEmpty;

    /// <summary>The content without white space at its edges.</summary>
    internal Content Trimmed()
    {
        var parts = Parts.ToList();
        if (parts is [{ Kind: InlineKind.Text } first, ..])
            parts[0] = first with { Value = first.Value.TrimStart() };
        if (parts is [.., { Kind: InlineKind.Text } last])
            parts[^1] = last with { Value = last.Value.TrimEnd() };
        return new Content(parts);
    }

    /// <summary>The content without the codes that a block does not have, nor the white space that stands at its edges without them.</summary>
    /// <param name="codes">The ids of the block's codes.</param>
    internal Content WithCodesOf(IReadOnlySet<string> codes)
    {
        bool IsThere(Inline part) => part.Kind == InlineKind.Text || codes.Contains(part.Value);
        return Parts.All(IsThere) ? this : new Content(Parts.Where(IsThere)).Trimmed();
    }

    /// <summary>Contents are the same to a reader when they have the same words with codes in the same places, whatever their ids.</summary>
    internal static IEqualityComparer<Content> Reading { get; } = EqualityComparer<Content>.Create((one, other) => ReferenceEquals(one, other) || (one is not null && one.ReadsAs(other)), one =>
    {
        var hash = new HashCode();
        foreach (var (kind, value) in one.Parts)
            hash.Add((kind, kind == InlineKind.Text ? value : null));
        return hash.ToHashCode();
    });

    /// <summary>Whether another content is the same to a reader.</summary>
    /// <param name="other">The other.</param>
    internal bool ReadsAs(Content? other) => other is not null && Parts.Length == other.Parts.Length
        && Parts.Zip(other.Parts).All(p => p.First.Kind == p.Second.Kind && (p.First.Kind != InlineKind.Text || p.First.Value == p.Second.Value));

    /// <summary>The words with something in the place of each code: of the code itself, so that texts of different blocks can be compared.</summary>
    /// <param name="codes">The block's codes by their ids; nothing stands for one that it does not have.</param>
    /// <param name="sign">What stands for a part that is a code's.</param>
    internal string Written(IReadOnlyDictionary<string, InlineCode> codes, Func<InlineKind, InlineCode, string> sign) =>
        string.Concat(Parts.Select(p => p.Kind == InlineKind.Text ? p.Value : codes.TryGetValue(p.Value, out var code) ? sign(p.Kind, code) : ""));

    /// <summary>The content with other ids for its codes.</summary>
    /// <param name="ids">The new ids by the former; a code that is not among them keeps its own.</param>
    internal Content Recoded(IReadOnlyDictionary<string, string> ids) => ids.Count == 0 ? this :
        new(Parts.Select(p => p.Kind != InlineKind.Text && ids.TryGetValue(p.Value, out var id) ? p with { Value = id } : p));

    /// <summary>The content with its codes numbered in the order in which they come: two sentences of a block that read the same have codes of other ids.</summary>
    internal Content InOrder() => Recoded(Order());

    /// <summary>The numbers of the codes, in the order in which they come, by their ids.</summary>
    internal IReadOnlyDictionary<string, string> Order()
    {
        if (Parts.All(p => p.Kind == InlineKind.Text))
            return ImmutableDictionary<string, string>.Empty;
        var ids = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var part in Parts.Where(p => p.Kind != InlineKind.Text))
            ids.TryAdd(part.Value, (ids.Count + 1).ToString(CultureInfo.InvariantCulture));
        return ids;
    }

    /// <summary>The ids that the codes of another content have, by the ids that those in the same places have here.</summary>
    /// <param name="other">The other, which reads the same.</param>
    internal Dictionary<string, string> IdsIn(Content other)
    {
        var ids = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (own, its) in Parts.Zip(other.Parts).Where(p => p.First.Kind != InlineKind.Text))
            ids[own.Value] = its.Value;
        return ids;
    }

    /// <summary>A content of plain text.</summary>
    /// <param name="text">The words.</param>
    /// <returns>The content.</returns>
    public static Content Of(string text) => new((ReadOnlySpan<Inline>)[new Inline(InlineKind.Text, text)]);

    /// <summary>Reads tagged text.</summary>
    /// <param name="tagged">What <see cref="ToString"/> wrote.</param>
    /// <param name="content">The content, when it could be read.</param>
    /// <returns>False when a brace is neither doubled nor part of a code's mark.</returns>
    public static bool TryParse(string tagged, [NotNullWhen(true)] out Content? content)
    {
        content = null;
        var parts = new List<Inline>();
        var text = new StringBuilder();
        for (var i = 0; i < tagged.Length; i++)
        {
            var c = tagged[i];
            if (c is not ('{' or '}'))
                text.Append(c);
            else if (i + 1 < tagged.Length && tagged[i + 1] == c)
                text.Append(tagged[i++]);
            else
            {
                var end = c == '{' ? tagged.IndexOf('}', i) : -1;
                if (end < 0 || Mark(tagged[(i + 1)..end]) is not { } mark)
                    return false;
                parts.Add(new Inline(InlineKind.Text, text.ToString()));
                parts.Add(mark);
                text.Clear();
                i = end;
            }
        }

        parts.Add(new Inline(InlineKind.Text, text.ToString()));
        content = new Content(parts);
        return true;
    }

    /// <summary>Reads tagged text that this program wrote.</summary>
    /// <param name="tagged">What <see cref="ToString"/> wrote.</param>
    /// <returns>The content.</returns>
    /// <exception cref="FormatException">The text is not tagged text.</exception>
    public static Content Parse(string tagged) =>
        TryParse(tagged, out var content) ? content : throw new FormatException($"Not tagged text: {tagged}");

    /// <inheritdoc/>
    public bool Equals(Content? other) => ReferenceEquals(this, other) || (other is not null && Parts.AsSpan().SequenceEqual(other.Parts.AsSpan()));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Content);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var part in Parts)
            hash.Add(part);
        return hash.ToHashCode();
    }

    /// <summary>The content as tagged text.</summary>
    public override string ToString() => _tagged ??= Parts switch
    {
        [] => "",
        [{ Kind: InlineKind.Text, Value: var only }] => Doubled(only),
        _ => Tagged(new StringBuilder()).ToString(),
    };

    private static Inline? Mark(string inside)
    {
        var kind = inside.StartsWith('/') ? InlineKind.Close : inside.EndsWith('/') ? InlineKind.Standalone : InlineKind.Open;
        var id = inside.Trim('/');
        return id.Length == 0 || id.Contains('{', StringComparison.Ordinal) ? null : new Inline(kind, id);
    }

    private static ImmutableArray<Inline> Normalise(ReadOnlySpan<Inline> parts)
    {
        if (IsNormal(parts))
            return [.. parts];
        var result = ImmutableArray.CreateBuilder<Inline>(parts.Length);
        for (var i = 0; i < parts.Length; i++)
        {
            if (parts[i].Kind != InlineKind.Text)
                result.Add(parts[i]);
            else if (Run(parts, ref i) is { Length: > 0 } text)
                result.Add(new Inline(InlineKind.Text, text));
        }

        return result.DrainToImmutable();
    }

    /// <summary>The text that begins at a place, as far as it goes.</summary>
    private static string Run(ReadOnlySpan<Inline> parts, ref int at)
    {
        var first = at;
        while (at + 1 < parts.Length && parts[at + 1].Kind == InlineKind.Text)
            at++;
        if (at == first)
            return parts[first].Value;
        var text = new DefaultInterpolatedStringHandler(0, 0, CultureInfo.InvariantCulture, stackalloc char[512]);
        foreach (var part in parts[first..(at + 1)])
            text.AppendLiteral(part.Value);
        return text.ToStringAndClear();
    }

    private static bool IsNormal(ReadOnlySpan<Inline> parts)
    {
        var afterText = false;
        foreach (var (kind, value) in parts)
        {
            var isText = kind == InlineKind.Text;
            if (isText && (afterText || value.Length == 0))
                return false;
            afterText = isText;
        }

        return true;
    }

    private StringBuilder Tagged(StringBuilder tagged)
    {
        foreach (var (kind, value) in Parts)
        {
            _ = kind switch
            {
                InlineKind.Open => tagged.Append('{').Append(value).Append('}'),
                InlineKind.Close => tagged.Append("{/").Append(value).Append('}'),
                InlineKind.Standalone => tagged.Append('{').Append(value).Append("/}"),
                _ => tagged.Append(Doubled(value)),
            };
        }

        return tagged;
    }

    /// <summary>A text as it stands in tagged text.</summary>
    internal static string Doubled(string text) => text.AsSpan().ContainsAny('{', '}')
        ? text.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal)
        : text;
}
