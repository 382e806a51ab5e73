using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace TransFlow.Core;

/// <summary>
/// A sentence for a person, with the values in it kept apart. It is written as a plain interpolated string in English, and other
/// languages have their words for its <see cref="Pattern"/>.
/// </summary>
[InterpolatedStringHandler]
public sealed class Sentence : IEquatable<Sentence>
{
    private readonly StringBuilder _pattern = new();
    private readonly StringBuilder _text = new();
    private readonly ImmutableArray<string>.Builder _values = ImmutableArray.CreateBuilder<string>();

    /// <summary>Called by the compiler for an interpolated string.</summary>
    /// <param name="literalLength">Characters that are fixed.</param>
    /// <param name="formattedCount">Values.</param>
    public Sentence(int literalLength, int formattedCount)
    {
        _pattern.EnsureCapacity(literalLength + (3 * formattedCount));
        _text.EnsureCapacity(literalLength + (8 * formattedCount));
    }

    /// <summary>The fixed words, with <c>{0}</c>, <c>{1}</c> … for the values and doubled braces for braces.</summary>
    public string Pattern => _pattern.ToString();

    /// <summary>The values, as they stand in the sentence.</summary>
    public ImmutableArray<string> Values => _values.ToImmutable();

    /// <summary>The sentence in English.</summary>
    public string Text => _text.ToString();

    /// <summary>Called by the compiler for the fixed words.</summary>
    /// <param name="words">The words.</param>
    public void AppendLiteral(string words)
    {
        _text.Append(words);
        _pattern.Append(words.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal));
    }

    /// <summary>Called by the compiler for a value.</summary>
    /// <typeparam name="T">Its type.</typeparam>
    /// <param name="value">The value.</param>
    /// <param name="format">How it is written; null for as it is.</param>
    public void AppendFormatted<T>(T value, string? format = null)
    {
        var written = value is IFormattable formattable ? formattable.ToString(format, CultureInfo.InvariantCulture) : value?.ToString() ?? "";
        _text.Append(written);
        _pattern.Append(CultureInfo.InvariantCulture, $"{{{_values.Count}}}");
        _values.Add(written);
    }

    /// <summary>A sentence without values.</summary>
    /// <param name="words">The words.</param>
    public static implicit operator Sentence(string words)
    {
        var sentence = new Sentence(words.Length, 0);
        sentence.AppendLiteral(words);
        return sentence;
    }

    /// <inheritdoc/>
    public bool Equals(Sentence? other) => other is not null && Pattern == other.Pattern && _values.SequenceEqual(other._values);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Sentence);

    /// <inheritdoc/>
    public override int GetHashCode() => Text.GetHashCode(StringComparison.Ordinal);

    /// <inheritdoc/>
    public override string ToString() => Text;
}
