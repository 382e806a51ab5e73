using System.Collections.Immutable;

namespace TransFlow.Core.Stages;

/// <summary>Something that happened; written once, never changed.</summary>
/// <param name="Kind">What happened, in kebab case and past tense, such as <c>handed-out</c>.</param>
/// <param name="Article">The article's id; empty for the newsroom as a whole.</param>
/// <param name="Language">The edition's language; null for the article as a whole.</param>
/// <param name="Actor">The person's id, or <c>transflow</c> for the program itself.</param>
/// <param name="Details">What a reader of the history wants to know, by name; never article text, never secrets.</param>
public sealed record Event(string Kind, string Article, string? Language, string Actor, ImmutableSortedDictionary<string, string> Details)
{
    /// <summary>The actor of what the program does by itself.</summary>
    public const string Program = "transflow";

    /// <summary>Makes an event from pairs of name and value.</summary>
    /// <param name="kind">What happened.</param>
    /// <param name="article">The article's id.</param>
    /// <param name="language">The edition's language, or null.</param>
    /// <param name="actor">Who did it.</param>
    /// <param name="details">Names and values; those without a value are left out.</param>
    /// <returns>The event.</returns>
    public static Event Of(string kind, string article, string? language, string actor, params ReadOnlySpan<(string Name, string Value)> details)
    {
        var sorted = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in details)
        {
            if (value.Length > 0)
                sorted[name] = value;
        }

        return new Event(kind, article, language, actor, sorted.ToImmutable());
    }
}
