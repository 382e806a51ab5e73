using System.Collections.Immutable;

namespace TransFlow.Core.Segments.Units;

/// <summary>The sentences to which notes belong: by them notes that say the same are told apart, whatever their numbers.</summary>
/// <param name="text">The article's text.</param>
/// <param name="units">The sentences and codes of its units.</param>
internal sealed class NoteOwners(string text, IEnumerable<(ImmutableArray<Segment> Segments, ImmutableArray<InlineCode> Codes)> units)
{
    private readonly Lazy<Dictionary<string, string>> _owners = new(() =>
    {
        var owners = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (segments, codes) in units)
        {
            foreach (var mark in codes.Where(c => c.Kind == CodeKind.FootnoteMark))
            {
                if (segments.FirstOrDefault(s => s.Source.Parts.Any(p => p.Kind == InlineKind.Standalone && p.Value == mark.Id)) is { Source: { } sentence })
                    owners.TryAdd(mark.Opening, sentence.Text);
            }
        }

        return owners;
    });

    /// <summary>The words of the first sentence that has the mark of a note; null where a unit is no note's first.</summary>
    /// <param name="kind">The unit's kind.</param>
    /// <param name="place">Where it stands.</param>
    public string? Of(UnitKind kind, UnitPlace place)
    {
        if (kind != UnitKind.Footnote)
            return null;
        var line = text.AsSpan(0, place.Start);
        line = line[(line.LastIndexOf('\n') + 1)..].Trim();
        return line is ['[', '^', .., ']', ':'] ? _owners.Value.GetValueOrDefault(line[..^1].ToString()) : null;
    }
}
