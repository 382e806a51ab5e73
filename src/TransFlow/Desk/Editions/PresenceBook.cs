using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace TransFlow.Desk.Editions;

/// <summary>Who has which edition open, as far as this process knows; a page that is open says so again from time to time.</summary>
/// <param name="clock">The clock.</param>
internal sealed class PresenceBook(TimeProvider clock)
{
    /// <summary>How long a page counts as open after it last said so.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly ConcurrentDictionary<(string Article, string Language, string Person), DateTimeOffset> _seen = new();

    /// <summary>Notes that a person has an edition open.</summary>
    /// <returns>The others who have it open, in alphabetical order.</returns>
    public ImmutableArray<string> Note(string article, string language, string person)
    {
        var now = clock.GetUtcNow();
        _seen[(article, language, person)] = now;
        foreach (var (key, at) in _seen)
        {
            if (at < now - Patience)
                _seen.TryRemove(KeyValuePair.Create(key, at));
        }

        return [.. _seen.Keys.Where(k => k.Article == article && k.Language == language && k.Person != person).Select(k => k.Person).Order(StringComparer.Ordinal)];
    }
}
