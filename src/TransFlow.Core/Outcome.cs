using System.Diagnostics.CodeAnalysis;

namespace TransFlow.Core;

/// <summary>A value, or the refusal that stands in its place.</summary>
/// <typeparam name="T">The value's type.</typeparam>
public sealed class Outcome<T>
    where T : notnull
{
    private Outcome(T? value, Refusal? refusal) => (Value, Refusal) = (value, refusal);

    /// <summary>The value; null when refused.</summary>
    public T? Value { get; }

    /// <summary>The reason; null when there is a value.</summary>
    public Refusal? Refusal { get; }

    /// <summary>Tells the two cases apart.</summary>
    /// <param name="value">The value, when there is one.</param>
    /// <param name="refusal">The reason, when there is none.</param>
    /// <returns>True when there is a value.</returns>
    public bool Try([NotNullWhen(true)] out T? value, [NotNullWhen(false)] out Refusal? refusal)
    {
        value = Value;
        refusal = Refusal;
        return Refusal is null;
    }

    /// <summary>Wraps a value.</summary>
    /// <param name="value">The value.</param>
    public static implicit operator Outcome<T>(T value) => new(value, null);

    /// <summary>Wraps a reason.</summary>
    /// <param name="refusal">The reason.</param>
    public static implicit operator Outcome<T>(Refusal refusal) => new(default, refusal);
}
