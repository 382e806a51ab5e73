using System.Collections.Immutable;
using System.Data.Common;
using System.Globalization;
using System.Text.Json;
using Dapper;
using TransFlow.Core.Stages;
using TransFlow.Engine.Files;

namespace TransFlow.Engine.Store;

/// <summary>The writing half of one transaction, in SQL that both databases understand.</summary>
/// <param name="connection">The connection.</param>
/// <param name="transaction">The transaction.</param>
/// <param name="at">The moment of the events.</param>
internal sealed class StoreWrite(DbConnection connection, DbTransaction transaction, DateTimeOffset at)
{
    private const string InsertEdition = """
        INSERT INTO edition (article, language, version, revision, round, stage, person, done, segments, sent_back, hold, parked, live, is_live, marks, signed, document)
        VALUES (@Article, @Language, @Version, @Revision, @Round, @Stage, @Person, @Done, @Segments, @sentBack, @Hold, @Parked, @LivePath, @isLive, @marks, @signed, @document)
        ON CONFLICT DO NOTHING
        """;

    private const string UpdateEdition = """
        UPDATE edition SET version = @Version, revision = @Revision, round = @Round, stage = @Stage, person = @Person, done = @Done, segments = @Segments,
        sent_back = @sentBack, hold = @Hold, parked = @Parked, live = @LivePath, is_live = @isLive, marks = @marks, signed = @signed, document = @document
        WHERE article = @Article AND language = @Language AND version = @seen
        """;

    /// <summary>False when one was changed since it was seen.</summary>
    public bool Articles(ImmutableArray<(ArticleRow Row, int Seen)> articles)
    {
        foreach (var (row, seen) in articles)
        {
            var sql = seen == 0
                ? "INSERT INTO article (id, path, sha256, revision) VALUES (@Id, @Path, @Sha256, @Revision) ON CONFLICT DO NOTHING"
                : "UPDATE article SET path = @Path, sha256 = @Sha256, revision = @Revision WHERE id = @Id AND revision = @seen";
            if (Execute(sql, new { row.Id, row.Path, row.Sha256, row.Revision, seen }) == 0)
                return false;
        }

        return true;
    }

    /// <summary>False when one was changed since it was seen.</summary>
    public bool Editions(ImmutableArray<(Edition Edition, int Seen)> editions)
    {
        foreach (var (edition, seen) in editions)
        {
            var sql = seen == 0 ? InsertEdition : UpdateEdition;
            var head = EditionHead.Of(edition, seen + 1);
            var signed = SignedSegments.Of(edition);
            var digest = SignedSegments.Digest(signed);
            var memory = new SignedWrite(connection, transaction);
            var known = seen == 0 ? "" : memory.Known(edition);
            var values = new
            {
                head.Article,
                head.Language,
                head.Version,
                head.Revision,
                head.Round,
                head.Stage,
                head.Person,
                head.Done,
                head.Segments,
                sentBack = head.IsSentBack ? 1 : 0,
                head.Hold,
                head.Parked,
                head.LivePath,
                isLive = head.IsLive ? 1 : 0,
                marks = head.Marks.Write(),
                signed = digest,
                document = EditionDocument.Write(edition),
                seen,
            };
            if (Execute(sql, values) == 0)
                return false;
            if (known != digest)
                memory.Put(edition, signed);
        }

        return true;
    }

    /// <summary>Notes what is signed off of editions that an older version of the program wrote.</summary>
    public void Sign(IEnumerable<Edition> editions)
    {
        foreach (var edition in editions)
        {
            var signed = SignedSegments.Of(edition);
            Execute("UPDATE edition SET signed = @digest WHERE article = @Article AND language = @Language", new { digest = SignedSegments.Digest(signed), edition.Article, edition.Language });
            new SignedWrite(connection, transaction).Put(edition, signed);
        }
    }

    public void Revisions(ImmutableArray<RevisionRow> revisions)
    {
        foreach (var row in revisions)
        {
            Execute("INSERT INTO revision (article, number, path, source, detail, at) VALUES (@Article, @Number, @Path, @Source, @detail, @at)",
                new { row.Article, row.Number, row.Path, row.Source, detail = JsonSerializer.Serialize(new RevisionDetail(row.UnitIds, row.Standing)), at = Time(row.At) });
        }
    }

    public void Packages(ImmutableArray<PackageRow> packages)
    {
        foreach (var row in packages)
        {
            Execute("INSERT INTO package (token, article, language, stage, revision, round, path, sha256, xliff, at, person) VALUES (@Token, @Article, @Language, @Stage, @Revision, @Round, @Path, @sha256, @Xliff, @at, @Person) ON CONFLICT (token) DO UPDATE SET revision = excluded.revision, person = coalesce(package.person, excluded.person)",
                new { row.Token, row.Article, row.Language, row.Stage, row.Revision, row.Round, row.Path, sha256 = Digest.Of(row.Xliff), row.Xliff, at = Time(row.At), row.Person });
        }
    }

    public void Returns(ImmutableArray<ReturnRow> returns)
    {
        foreach (var row in returns)
        {
            Execute("INSERT INTO returned (sha256, path, token, outcome, at) VALUES (@Sha256, @Path, @Token, @Outcome, @at) ON CONFLICT DO NOTHING",
                new { row.Sha256, row.Path, row.Token, row.Outcome, at = Time(row.At) });
        }
    }

    public void Quarantine(ImmutableArray<QuarantineRow> quarantined, ImmutableArray<string> lifted)
    {
        foreach (var path in lifted)
            Execute("DELETE FROM quarantine WHERE path = @path", new { path });
        foreach (var row in quarantined)
        {
            Execute("INSERT INTO quarantine (path, sha256, reason, rejected, at) VALUES (@Path, @Sha256, @Reason, @Rejected, @at) ON CONFLICT (path) DO UPDATE SET sha256 = excluded.sha256, reason = excluded.reason, rejected = excluded.rejected, at = excluded.at",
                new { row.Path, row.Sha256, row.Reason, row.Rejected, at = Time(row.At) });
        }
    }

    public void Outgoing(ImmutableArray<OutgoingRow> outgoing, ImmutableArray<OutgoingRow> arrived)
    {
        foreach (var row in arrived)
            Execute("DELETE FROM outgoing WHERE language = @Language AND path = @Path AND (sha256 = @Sha256 OR by_hand = 1)", new { row.Language, row.Path, row.Sha256 });
        foreach (var row in outgoing)
            Execute("INSERT INTO outgoing (language, path, sha256, by_hand) VALUES (@Language, @Path, @Sha256, @byHand) ON CONFLICT DO NOTHING", new { row.Language, row.Path, row.Sha256, byHand = row.IsByHand ? 1 : 0 });
    }

    /// <summary>False when one was changed since it was seen.</summary>
    public bool Accounts(ImmutableArray<(AccountRow Row, int Seen)> accounts, ImmutableArray<string> closed)
    {
        foreach (var person in closed)
            Execute("DELETE FROM account WHERE person = @person", new { person });
        foreach (var (row, seen) in accounts)
        {
            var sql = seen == 0
                ? "INSERT INTO account (person, version, password, stamp, failures, at) VALUES (@Person, @version, @Password, @Stamp, 0, @at) ON CONFLICT DO NOTHING"
                : "UPDATE account SET version = @version, password = @Password, stamp = @Stamp, at = @at WHERE person = @Person AND version = @seen";
            var values = new { row.Person, version = seen + 1, row.Password, row.Stamp, at = Time(row.At), seen };
            if (Execute(sql, values) == 0)
                return false;
        }

        return true;
    }

    /// <summary>False when another worker put the same events in since it was seen.</summary>
    public bool Feeds(ImmutableArray<(FeedRow Row, long? Seen)> feeds)
    {
        foreach (var (row, seen) in feeds)
        {
            var sql = seen is null
                ? "INSERT INTO outbox_way (way, fed, at, leave_until) VALUES (@Way, @Fed, @at, @leave) ON CONFLICT DO NOTHING"
                : "UPDATE outbox_way SET fed = @Fed, at = @at, leave_until = @leave WHERE way = @Way AND fed = @seen";
            if (Execute(sql, new { row.Way, row.Fed, at = Time(row.At), leave = row.LeaveUntil is { } until ? Time(until) : null, seen = seen ?? 0 }) == 0)
                return false;
        }

        return true;
    }

    public void Outbox(ImmutableArray<OutboxRow> queued, ImmutableArray<(string Way, long First, long Last)> unqueued)
    {
        foreach (var (way, first, last) in unqueued)
            Execute("DELETE FROM outbox WHERE way = @way AND first = @first AND last = @last", new { way, first, last });
        foreach (var row in queued)
        {
            Execute("INSERT INTO outbox (way, first, last, attempts, due, problem, parked) VALUES (@Way, @First, @Last, @Attempts, @due, @Problem, @parked) ON CONFLICT (way, last) DO UPDATE SET first = CASE WHEN excluded.first < outbox.first THEN excluded.first ELSE outbox.first END, attempts = excluded.attempts, due = excluded.due, problem = excluded.problem, parked = excluded.parked",
                new { row.Way, row.First, row.Last, row.Attempts, due = Time(row.Due), row.Problem, parked = row.IsParked ? 1 : 0 });
        }
    }

    public void Core(string? core)
    {
        if (core is not null)
            Execute("DELETE FROM program; INSERT INTO program (core) VALUES (@core)", new { core });
    }

    public void Events(ImmutableArray<Event> events)
    {
        if (events.IsEmpty)
            return;
        var (number, hash) = connection.QueryFirst<(long, string)>("SELECT number, hash FROM record", transaction: transaction);
        foreach (var happened in events)
        {
            var details = JsonSerializer.Serialize(happened.Details);
            hash = EventChain.Hash(hash, ++number, Time(at), happened, details);
            Execute("INSERT INTO event (number, at, kind, article, language, actor, details, hash) VALUES (@number, @at, @Kind, @Article, @Language, @Actor, @details, @hash)",
                new { number, at = Time(at), happened.Kind, happened.Article, happened.Language, happened.Actor, details, hash });
        }

        Execute("UPDATE record SET number = @number, hash = @hash", new { number, hash });
    }

    private int Execute(string sql, object values) => connection.Execute(sql, values, transaction);

    private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
