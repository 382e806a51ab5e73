using System.Collections.Immutable;
using TransFlow.Core.Formats.Tbx;
using TransFlow.Core.Formats.Tmx;
using TransFlow.Core.Segments;

namespace TransFlow.Core.Exchange;

/// <summary>What helps with a package and is no part of it: terms that occur in it, and segments of earlier editions that are like its own.</summary>
/// <param name="Terms">The terms, each concept with its source and target language alone.</param>
/// <param name="Memory">The segments, in the order of the package; for one segment the most like first.</param>
public sealed record Companions(ImmutableArray<TermEntry> Terms, ImmutableArray<MemoryUnit> Memory)
{
    /// <summary>None.</summary>
    public static Companions None { get; } = new([], []);

    /// <summary>Finds what helps with a package.</summary>
    /// <param name="package">The package.</param>
    /// <param name="termbase">The newsroom's terms.</param>
    /// <param name="earlier">Gives the segments of earlier editions that are like a source, the most like first.</param>
    /// <returns>What was found.</returns>
    public static Companions For(Package package, IEnumerable<TermEntry> termbase, Func<Content, IEnumerable<(Content Source, Content Target)>> earlier)
    {
        var sources = package.Units.SelectMany(u => u.Segments).Select(s => s.Source).ToList();
        var text = string.Join('\n', sources.Select(s => s.Text));
        return new Companions(
            [.. termbase.Select(e => Narrowed(e, package)).Where(e => IsIn(e, package.SourceLanguage, text))],
            [.. sources.SelectMany(earlier).DistinctBy(p => (p.Source, p.Target)).Select(p => MemoryUnits.Of(p.Source, p.Target, package.SourceLanguage, package.Language))]);
    }

    private static TermEntry Narrowed(TermEntry entry, Package package) => entry with
    {
        Languages = [.. entry.Languages.Where(l => Languages.AreSame(l.Language, package.SourceLanguage)), .. entry.Languages.Where(l => Languages.AreSame(l.Language, package.Language))],
    };

    /// <summary>Korean words carry their particles, so a term occurs where its letters do.</summary>
    private static bool IsIn(TermEntry entry, string source, string text) =>
        entry.Languages.Length > 1 && entry.Languages.Where(l => Languages.AreSame(l.Language, source)).SelectMany(l => l.Terms).Any(t => text.Contains(t.Text, StringComparison.OrdinalIgnoreCase));
}
