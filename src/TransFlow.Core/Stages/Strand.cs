using System.Collections.Immutable;

namespace TransFlow.Core.Stages;

/// <summary>Some of an edition's segments that go to other people than the rest at some of its stages.</summary>
/// <param name="Name">Its name, as the rule has it: small letters, digits and hyphens.</param>
/// <param name="People">Who may work it, by the stage's name; at other stages it goes with the rest.</param>
public sealed record Strand(string Name, ImmutableSortedDictionary<string, ImmutableArray<string>> People)
{
    /// <summary>Whether a person is named for a stage of it.</summary>
    /// <param name="stage">The stage's name.</param>
    /// <param name="person">The person.</param>
    /// <returns>True when the strand has people of its own there, and the person is one of them.</returns>
    public bool Names(string stage, string person) => People.TryGetValue(stage, out var people) && people.Contains(person);

    /// <inheritdoc/>
    public bool Equals(Strand? other) => other is not null && Name == other.Name && People.Count == other.People.Count && People.All(p => other.People.TryGetValue(p.Key, out var people) && people.SequenceEqual(p.Value));

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Name, People.Count);
}

/// <summary>What one person has of an edition: a stage, or a strand's part of it. Packages are cut for seats.</summary>
/// <param name="Stage">The stage's name.</param>
/// <param name="Strand">The strand's name; null for all segments that belong to none with people of its own there.</param>
public readonly record struct Seat(string Stage, string? Strand)
{
    /// <summary>What stands between the two names.</summary>
    public const char Mark = '+';

    /// <summary>The seat of a name.</summary>
    /// <param name="name">Such as <c>translate</c> or <c>translate+quotations</c>.</param>
    /// <returns>The seat.</returns>
    public static Seat Of(string name) => name.IndexOf(Mark, StringComparison.Ordinal) is > 0 and var at ? new Seat(name[..at], name[(at + 1)..]) : new Seat(name, null);

    /// <summary>The name, as assignments, packages and <c>--stage</c> have it.</summary>
    public string Name => Strand is null ? Stage : $"{Stage}{Mark}{Strand}";

    /// <inheritdoc/>
    public override string ToString() => Name;
}
