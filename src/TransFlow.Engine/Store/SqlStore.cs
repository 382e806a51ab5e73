using System.Collections.Immutable;
using System.Data.Common;
using System.Globalization;
using System.Text.Json;
using Dapper;
using TransFlow.Core.Segments;
using TransFlow.Core.Stages;

namespace TransFlow.Engine.Store;

/// <summary>What the stores have in common: the same tables, read and written in SQL that both databases understand.</summary>
internal abstract class SqlStore : INewsroomStore
{
    private const string PackageHeadColumns = "SELECT token, article, language, stage, revision, round, sha256 FROM package";

    private const string SignedColumns = "SELECT article, language, place, context, source, pair FROM signed";

    /// <summary>Words that stand in more pairs than this say nothing of one.</summary>
    private const int Common = 200;

    /// <summary>How many of a source's rarest words are looked up.</summary>
    private const int Looked = 4;

    /// <summary>How many pairs are looked at that have a source's very words, and as many that share its common words.</summary>
    private const int Shared = 20;

    /// <summary>More words than a sentence has that somebody wrote.</summary>
    private const int MostWords = 60;

    private const int Batch = 100;

    private const string PackageColumns = "SELECT token, article, language, stage, revision, round, path, xliff, at, person FROM package";

    /// <summary>Opens the store that the settings name; its tables are made or brought up to date.</summary>
    /// <param name="address">Where it is.</param>
    /// <param name="keep">The folder in which a backup is kept before tables are changed.</param>
    /// <exception cref="InvalidDataException">A newer version of this program wrote the store.</exception>
    /// <exception cref="DbException">The database cannot be opened.</exception>
    public static SqlStore Open(StoreAddress address, string keep) =>
        address.Kind == StoreKind.Postgres ? PostgresStore.Open(address.ConnectionString, keep) : SqliteStore.Open(address.File, keep);

    /// <inheritdoc/>
    public abstract IStoreLocks Locks { get; }

    /// <summary>The clock of those who share the store.</summary>
    /// <param name="machine">This machine's.</param>
    /// <returns>The store's, where several machines may share it; else the machine's.</returns>
    public virtual TimeProvider Clock(TimeProvider machine) => machine;

    /// <inheritdoc/>
    public bool Commit(Changes changes, DateTimeOffset at)
    {
        using var connection = Connect();
        using var transaction = Begin(connection);
        var write = new StoreWrite(connection, transaction, at);
        if (!write.Articles(changes.Articles) || !write.Editions(changes.Editions) || !write.Accounts(changes.Accounts, changes.ClosedAccounts) || !write.Feeds(changes.Feeds))
            return false;
        write.Revisions(changes.Revisions);
        write.Packages(changes.Packages);
        write.Returns(changes.Returns);
        write.Quarantine(changes.Quarantined, changes.Lifted);
        write.Outgoing(changes.Outgoing, changes.Arrived);
        write.Core(changes.Core);
        write.Outbox(changes.Queued, changes.Unqueued);
        write.Events(changes.Events);
        transaction.Commit();
        return true;
    }

    /// <inheritdoc/>
    public ImmutableArray<ArticleRow> Articles() =>
        Query("SELECT id, path, sha256, revision FROM article ORDER BY id", r => new ArticleRow(r.GetString(0), r.GetString(1), r.GetString(2), r.GetInt32(3)));

    /// <inheritdoc/>
    public RevisionRow? Revision(string article, int number) =>
        Query("SELECT article, number, path, source, detail, at FROM revision WHERE article = @article AND number = @number", RevisionOf, new { article, number }).FirstOrDefault();

    /// <inheritdoc/>
    public ImmutableArray<EditionHead> Heads(bool onlyOpen = false) => Query(
        "SELECT article, language, version, revision, round, stage, person, done, segments, sent_back, hold, parked, live, is_live, marks FROM edition WHERE @open = 0 OR stage IS NOT NULL OR is_live = 0 ORDER BY article, language",
        HeadOf,
        new { open = onlyOpen ? 1 : 0 });

    /// <inheritdoc/>
    public ImmutableArray<EditionRow> Editions(string article) =>
        Query("SELECT document, version FROM edition WHERE article = @article ORDER BY language", EditionOf, new { article });

    /// <inheritdoc/>
    public EditionRow? Edition(string article, string language) =>
        Query("SELECT document, version FROM edition WHERE article = @article AND language = @language", EditionOf, new { article, language }).FirstOrDefault();

    /// <inheritdoc/>
    public ImmutableArray<(Content Source, Content Target)> Pairs(string language, Content source)
    {
        var words = SignedSegments.WordsOf(language, source).Take(MostWords).ToList();
        if (words.Count == 0)
            return [];
        var same = Query(string.Create(CultureInfo.InvariantCulture, $"SELECT DISTINCT pair FROM signed WHERE source = {SignedSegments.SourceOf(language, source)} ORDER BY pair LIMIT {Shared}"), r => r.GetInt64(0));
        var found = Query(Each(words, w => $"SELECT word, pair FROM pair_word WHERE word = {w} ORDER BY pair", Common + 1), r => (Word: r.GetInt64(0), Pair: r.GetInt64(1))).ToLookup(f => f.Word, f => f.Pair);
        var rare = found.Where(w => w.Count() <= Common).OrderBy(w => w.Count()).ThenBy(w => words.IndexOf(w.Key)).Take(Looked).SelectMany(w => w);
        // Sentences made to one pattern have nothing but common words; of those, the same pairs come first for each word.
        var common = found.Where(w => w.Count() > Common).SelectMany(w => w).GroupBy(p => p).OrderByDescending(p => p.Count()).ThenBy(p => p.Key).Take(Shared).Select(p => p.Key);
        var pairs = same.Concat(rare).Concat(common).Distinct().ToList();
        return pairs.Count == 0 ? [] : Query($"SELECT source, target FROM pair WHERE id IN ({List(pairs)})", r => (Content.Parse(r.GetString(0)), Content.Parse(r.GetString(1))));
    }

    /// <inheritdoc/>
    public ImmutableArray<SignedPlace> InContext(IEnumerable<long> contexts) => Signed(contexts, n => $"{SignedColumns} WHERE context = {n}");

    /// <inheritdoc/>
    public ImmutableArray<SignedPlace> OfSource(IEnumerable<long> sources) => Signed(sources, n => $"{SignedColumns} WHERE source = {n}");

    /// <inheritdoc/>
    public int Sign(int most)
    {
        using var connection = Connect();
        using var transaction = Begin(connection);
        var documents = connection.Query<string>("SELECT document FROM edition WHERE signed IS NULL ORDER BY article, language LIMIT @most", new { most }, transaction).ToList();
        new StoreWrite(connection, transaction, default).Sign(documents.Select(EditionDocument.Read));
        transaction.Commit();
        return documents.Count;
    }

    private ImmutableArray<SignedPlace> Signed(IEnumerable<long> digests, Func<string, string> of) =>
    [
        .. digests.Distinct().Chunk(Batch).SelectMany(batch => Query(Each(batch, of, Batch), r => new SignedPlace(r.GetString(0), r.GetString(1), r.GetInt32(2), r.GetInt64(3), r.GetInt64(4), r.GetInt64(5)))),
    ];

    /// <summary>One question for many digests, each with a limit of its own: some sentences stand in every article.</summary>
    private static string Each(IEnumerable<long> digests, Func<string, string> of, int most) => string.Join(" UNION ALL ",
        digests.Select((d, i) => string.Create(CultureInfo.InvariantCulture, $"SELECT * FROM ({of(d.ToString(CultureInfo.InvariantCulture))} LIMIT {most}) AS q{i}")));

    private static string List(IEnumerable<long> numbers) => string.Join(", ", numbers.Select(n => n.ToString(CultureInfo.InvariantCulture)));

    /// <inheritdoc/>
    public ImmutableArray<PackageRow> Packages(string article, string language) =>
        Query(PackageColumns + " WHERE article = @article AND language = @language ORDER BY number DESC", PackageOf, new { article, language });

    /// <inheritdoc/>
    public ImmutableArray<PackageHead> PackageHeads() => Query(PackageHeadColumns + " ORDER BY number DESC", PackageHeadOf);

    /// <inheritdoc/>
    public ImmutableArray<PackageHead> PackageHeads(string article, string language) =>
        Query(PackageHeadColumns + " WHERE article = @article AND language = @language ORDER BY number DESC", PackageHeadOf, new { article, language });

    /// <inheritdoc/>
    public int PackageCount() => Query("SELECT count(*) FROM package", r => (int)r.GetInt64(0))[0];

    /// <inheritdoc/>
    public PackageRow? Package(string token) =>
        Query(PackageColumns + " WHERE token = @token", PackageOf, new { token }).FirstOrDefault();

    /// <inheritdoc/>
    public bool IsReturned(string sha256, string path) =>
        !Query("SELECT 1 FROM returned WHERE sha256 = @sha256 AND path = @path", r => r.GetInt32(0), new { sha256, path }).IsEmpty;

    /// <inheritdoc/>
    public ReturnRow? Returned(string sha256, string path) =>
        Query("SELECT sha256, path, token, outcome, at FROM returned WHERE sha256 = @sha256 AND path = @path", ReturnOf, new { sha256, path }).FirstOrDefault();

    /// <inheritdoc/>
    public ImmutableArray<ReturnRow> TakenReturns(string token) => Query("""
        SELECT sha256, path, token, outcome, at FROM returned WHERE outcome IN ('taken', 'partly') AND token IN (
          SELECT other.token FROM package one JOIN package other ON other.article = one.article AND other.language = one.language AND other.stage = one.stage WHERE one.token = @token)
        ORDER BY at, path
        """, ReturnOf, new { token });

    /// <inheritdoc/>
    public bool IsTaken(string sha256) =>
        !Query("SELECT 1 FROM returned WHERE sha256 = @sha256 AND outcome IN ('taken', 'nothing-new') LIMIT 1", r => r.GetInt32(0), new { sha256 }).IsEmpty;

    /// <inheritdoc/>
    public ImmutableArray<string> Outgoing(string language, string path) =>
        Query("SELECT sha256 FROM outgoing WHERE language = @language AND path = @path ORDER BY sha256", r => r.GetString(0), new { language, path });

    /// <inheritdoc/>
    public ImmutableArray<OutgoingRow> Announced() =>
        Query("SELECT language, path, sha256 FROM outgoing WHERE by_hand = 0 ORDER BY language, path, sha256", r => new OutgoingRow(r.GetString(0), r.GetString(1), r.GetString(2)));

    /// <inheritdoc/>
    public string? Core() => Query("SELECT core FROM program", r => r.GetString(0)).FirstOrDefault();

    /// <inheritdoc/>
    public ImmutableArray<QuarantineRow> Quarantine() =>
        Query("SELECT path, sha256, reason, rejected, at FROM quarantine ORDER BY path", r => new QuarantineRow(r.GetString(0), r.GetString(1), r.GetString(2), r.GetString(3), Time(r.GetString(4))));

    /// <inheritdoc/>
    public ImmutableArray<AccountRow> Accounts() => Query("SELECT person, version, password, stamp, at FROM account ORDER BY person",
        r => new AccountRow(r.GetString(0), r.GetInt32(1), r.GetString(2), r.GetString(3), Time(r.GetString(4))));

    /// <inheritdoc/>
    public ImmutableArray<EventRow> Events(string? article = null, string? language = null, long after = 0, long last = long.MaxValue, string? kind = null) =>
        Query("SELECT number, at, kind, article, language, actor, details, hash FROM event WHERE number > @after AND number <= @last AND (@kind IS NULL OR kind = @kind) AND (@article IS NULL OR article = @article) AND (@language IS NULL OR language = @language OR language IS NULL) ORDER BY number", EventOf, new { article, language, after, last, kind });

    /// <inheritdoc/>
    public long LastEvent() => Query("SELECT coalesce(max(number), 0) FROM event", r => r.GetInt64(0))[0];

    /// <inheritdoc/>
    public (long Number, string Hash) RecordEnd() => Query("SELECT number, hash FROM record", r => (r.GetInt64(0), r.GetString(1)))[0];

    /// <inheritdoc/>
    public ImmutableArray<OutboxRow> Outbox() => Query("SELECT way, first, last, attempts, due, problem, parked FROM outbox ORDER BY way, last",
        r => new OutboxRow(r.GetString(0), r.GetInt64(1), r.GetInt64(2), r.GetInt32(3), Time(r.GetString(4))) { Problem = Text(r, 5), IsParked = r.GetInt32(6) != 0 });

    /// <inheritdoc/>
    public FeedRow? Feed(string way) =>
        Query("SELECT way, fed, at, leave_until FROM outbox_way WHERE way = @way", r => new FeedRow(r.GetString(0), r.GetInt64(1), Time(r.GetString(2))) { LeaveUntil = Text(r, 3) is { } until ? Time(until) : null }, new { way }).FirstOrDefault();

    /// <inheritdoc/>
    public abstract void Backup(string file);

    /// <inheritdoc/>
    public abstract void Restore(string file);

    /// <inheritdoc/>
    public abstract void Dispose();

    /// <summary>What happens before tables are changed: workers of the older version must have stopped, and a backup is kept.</summary>
    protected Action<int> Keeping(string folder) => version =>
    {
        using var alone = Locks.Alone() ?? throw new InvalidDataException("Its tables have to be upgraded, and a worker of an older version still runs; stop it first.");
        Backup(Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"before-upgrade-of-version-{version}.backup")));
    };

    private static RevisionRow RevisionOf(DbDataReader r)
    {
        var detail = JsonSerializer.Deserialize<RevisionDetail>(r.GetString(4))!;
        return new RevisionRow(r.GetString(0), r.GetInt32(1), r.GetString(2), (byte[])r.GetValue(3), detail.UnitIds, detail.Standing, Time(r.GetString(5)));
    }

    private static EditionHead HeadOf(DbDataReader r) => new(r.GetString(0), r.GetString(1), r.GetInt32(2), r.GetInt32(3), r.GetInt32(4))
    {
        Stage = Text(r, 5),
        Person = Text(r, 6),
        Done = r.GetInt32(7),
        Segments = r.GetInt32(8),
        IsSentBack = r.GetInt32(9) != 0,
        Hold = Text(r, 10),
        Parked = Text(r, 11),
        LivePath = Text(r, 12),
        IsLive = r.GetInt32(13) != 0,
        Marks = EditionMarks.Read(Text(r, 14)),
    };

    private static string? Text(DbDataReader r, int column) => r.IsDBNull(column) ? null : r.GetString(column);

    private static EditionRow EditionOf(DbDataReader r) => new(EditionDocument.Read(r.GetString(0)), r.GetInt32(1));

    private static PackageRow PackageOf(DbDataReader r) =>
        new(r.GetString(0), r.GetString(1), r.GetString(2), r.GetString(3), r.GetInt32(4), r.GetInt32(5), r.GetString(6), (byte[])r.GetValue(7), Time(r.GetString(8))) { Person = Text(r, 9) };

    private static PackageHead PackageHeadOf(DbDataReader r) =>
        new(r.GetString(0), r.GetString(1), r.GetString(2), r.GetString(3), r.GetInt32(4), r.GetInt32(5), r.GetString(6));

    private static ReturnRow ReturnOf(DbDataReader r) => new(r.GetString(0), r.GetString(1), r.GetString(2), r.GetString(3), Time(r.GetString(4)));

    private static EventRow EventOf(DbDataReader r)
    {
        var details = JsonSerializer.Deserialize<SortedDictionary<string, string>>(r.GetString(6))!.ToImmutableSortedDictionary(StringComparer.Ordinal);
        return new EventRow(r.GetInt64(0), Time(r.GetString(1)), new Event(r.GetString(2), r.GetString(3), Text(r, 4), r.GetString(5), details), r.GetString(7));
    }

    private static DateTimeOffset Time(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind);

    private ImmutableArray<T> Query<T>(string sql, Func<DbDataReader, T> read, object? parameters = null)
    {
        using var connection = Connect();
        using var reader = (DbDataReader)connection.ExecuteReader(sql, parameters);
        var rows = ImmutableArray.CreateBuilder<T>();
        while (reader.Read())
            rows.Add(read(reader));
        return rows.ToImmutable();
    }

    /// <summary>Opens a connection.</summary>
    protected abstract DbConnection Connect();

    /// <summary>Begins a transaction that writes; while it lasts, no other begins, so that events form one chain.</summary>
    protected abstract DbTransaction Begin(DbConnection connection);
}

/// <summary>What a revision keeps beside its bytes.</summary>
/// <param name="UnitIds">Its units' ids.</param>
/// <param name="Standing">The standing texts of its time.</param>
internal sealed record RevisionDetail(ImmutableArray<string> UnitIds, ImmutableArray<StandingText> Standing);
