using System.Collections.Immutable;
using TransFlow.Core;
using TransFlow.Core.Exchange;
using TransFlow.Core.Formats;
using TransFlow.Core.Formats.Tbx;
using TransFlow.Core.Formats.Terms;
using TransFlow.Core.Segments;

namespace TransFlow.Engine.Jobs;

/// <summary>What the newsroom has to look things up in: its termbase, and the signed-off segments of its editions.</summary>
/// <param name="room">The newsroom.</param>
internal sealed class ReferenceShelf(NewsroomContext room) : IDisposable
{
    /// <summary>Editions that are read while somebody waits; more are read beside the work, once after a start.</summary>
    private const int Few = 400;

    private readonly Lock _turn = new();
    private readonly Dictionary<string, Memory> _memories = new(StringComparer.Ordinal);
    private readonly CancellationTokenSource _end = new();
    private Task _reading = Task.CompletedTask;

    /// <summary>What helps with a package; refused when a file of terms is broken.</summary>
    public Outcome<Companions> For(Package package)
    {
        if (!Termbase().Try(out var terms, out var refusal))
            return refusal;
        lock (_turn)
            return Companions.For(package, terms, UpToDate(package.Language).Pairs);
    }

    /// <summary>What earlier editions have for segments, as far as they are read by now.</summary>
    /// <param name="language">The language.</param>
    /// <param name="sources">The segments, each with what does not count for it.</param>
    /// <returns>For each segment at most three; null when they are still being read.</returns>
    public ImmutableArray<ImmutableArray<(EarlierPair Pair, double Likeness)>>? Like(string language, IEnumerable<(Content Source, Func<EarlierPair, bool> Except)> sources)
    {
        if (!_turn.TryEnter(TimeSpan.Zero))
            return null;
        try
        {
            if (!_memories.ContainsKey(language) && room.Store.Heads().Count(h => h.Language == language) > Few)
            {
                _reading = _reading.ContinueWith(_ => Read(language), _end.Token, TaskContinuationOptions.None, TaskScheduler.Default);
                return null;
            }

            var pairs = UpToDate(language).Pairs;
            return [.. sources.Select(s => pairs.Like(s.Source, s.Except).ToImmutableArray())];
        }
        finally
        {
            _turn.Exit();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _end.Cancel();
        _reading.ContinueWith(_ => { }, TaskScheduler.Default).Wait();
        _end.Dispose();
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

    private void Read(string language)
    {
        lock (_turn)
            UpToDate(language);
    }

    /// <summary>The signed-off pairs in a language as they are now: only what something happened to is read again.</summary>
    private Memory UpToDate(string language)
    {
        var last = room.Store.LastEvent();
        if (!_memories.TryGetValue(language, out var memory))
        {
            memory = new Memory();
            foreach (var article in room.Store.Heads().Where(h => h.Language == language).Select(h => h.Article))
            {
                _end.Token.ThrowIfCancellationRequested();
                memory.Pairs.Put(article, PairsOf(article, language));
            }

            _memories[language] = memory;
        }
        else if (memory.Event < last)
        {
            foreach (var article in room.Store.Events(after: memory.Event).Where(e => e.Event.Article.Length > 0 && (e.Event.Language ?? language) == language).Select(e => e.Event.Article).Distinct(StringComparer.Ordinal))
                memory.Pairs.Put(article, PairsOf(article, language));
        }

        memory.Event = last;
        return memory;
    }

    /// <summary>Segments that passed all their stages; not those whose words stand in another.</summary>
    private IEnumerable<EarlierPair> PairsOf(string article, string language)
    {
        if (room.Store.Edition(article, language)?.Edition is not { } edition)
            return [];
        var joined = edition.Segments.Where(s => s.Target is { IsEmpty: true }).Select(s => s.UnitId).ToHashSet(StringComparer.Ordinal);
        return edition.Segments.Where(s => s.Target is { IsEmpty: false } && !joined.Contains(s.UnitId) && s.Position(edition.Route) == edition.Route.Stages.Length)
            .Select(s => new EarlierPair(article, s.UnitId, s.Index, s.Source, s.Target!));
    }

    /// <summary>The pairs of a language, and the last event that is in them.</summary>
    private sealed class Memory
    {
        public EarlierPairs Pairs { get; } = new();

        public long Event { get; set; }
    }
}
