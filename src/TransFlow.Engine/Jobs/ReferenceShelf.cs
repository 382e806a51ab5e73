using System.Collections.Immutable;
using TransFlow.Core;
using TransFlow.Core.Exchange;
using TransFlow.Core.Formats;
using TransFlow.Core.Formats.Tbx;
using TransFlow.Core.Formats.Terms;

namespace TransFlow.Engine.Jobs;

/// <summary>What the newsroom has to look things up in: its termbase, and the signed-off segments of its editions.</summary>
/// <param name="room">The newsroom.</param>
internal sealed class ReferenceShelf(NewsroomContext room)
{
    /// <summary>What helps with a package; refused when a file of terms is broken.</summary>
    public Outcome<Companions> For(Package package)
    {
        if (!Termbase().Try(out var terms, out var refusal))
            return refusal;
        return Companions.For(package, terms, source => EarlierPairs.MostLike(source, room.Store.Pairs(package.Language, source)).Select(m => (m.Source, m.Target)));
    }

    /// <summary>The terms in the files of the exchange room's folder <c>terms</c>; refused when one is broken.</summary>
    public Outcome<ImmutableArray<TermEntry>> Termbase()
    {
        var folder = Path.Combine(room.Settings.Exchange, "terms");
        var entries = ImmutableArray.CreateBuilder<TermEntry>();
        var files = Directory.Exists(folder) ? Directory.GetFiles(folder) : [];
        foreach (var path in files.Order(StringComparer.Ordinal))
        {
            try
            {
                entries.AddRange(Terms(path, File.ReadAllBytes(path)));
            }
            catch (BrokenFileException e)
            {
                return e.ToRefusal(room.Relative(path));
            }
        }

        return entries.ToImmutable();
    }

    /// <summary>The termbase as pairs of a term and what may stand for it in a language; none when a file of terms is broken.</summary>
    public ImmutableArray<(string Source, string Target)> Pairs(string language) => Termbase().Try(out var terms, out _) ? [.. terms.SelectMany(e => Pairs(e, language))] : [];

    /// <summary>The pairs of one entry.</summary>
    public IEnumerable<(string Source, string Target)> Pairs(TermEntry entry, string language) =>
        from source in Of(entry, room.Settings.Source.Language)
        from target in Of(entry, language)
        select (source, target);

    private static IEnumerable<string> Of(TermEntry entry, string language) =>
        entry.Languages.Where(l => Languages.AreSame(l.Language, language)).SelectMany(l => l.Terms).Where(t => t.Status != TermStatus.Forbidden).Select(t => t.Text);

    /// <summary>The terms of a file, by what its name ends in; none of a file of another kind.</summary>
    /// <exception cref="BrokenFileException">The file is broken.</exception>
    public static ImmutableArray<TermEntry> Terms(string name, byte[] bytes)
    {
        using var stream = new MemoryStream(bytes);
        return Path.GetExtension(name).ToUpperInvariant() switch
        {
            ".TBX" => [.. TbxReader.Read(stream)],
            ".CSV" or ".TSV" => [.. TermTable.Read(stream)],
            _ => [],
        };
    }
}
