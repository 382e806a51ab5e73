using System.Collections.Immutable;
using System.Data.Common;
using System.Globalization;
using Dapper;
using TransFlow.Core.Segments;
using TransFlow.Core.Stages;

namespace TransFlow.Engine.Store;

/// <summary>Keeps what is signed off in step with the editions: the places of each, and every pair once, with its words.</summary>
/// <param name="connection">The connection.</param>
/// <param name="transaction">The transaction.</param>
internal sealed class SignedWrite(DbConnection connection, DbTransaction transaction)
{
    private const int Batch = 200;

    /// <summary>What an edition's row says of it; null when it says nothing yet.</summary>
    public string? Known(Edition edition) =>
        connection.QueryFirstOrDefault<string?>("SELECT signed FROM edition WHERE article = @Article AND language = @Language", new { edition.Article, edition.Language }, transaction);

    /// <summary>Puts what is signed off now in the place of what was.</summary>
    public void Put(Edition edition, ImmutableArray<(SignedPlace At, Content Source, Content Target)> signed)
    {
        var key = new { edition.Article, edition.Language };
        var former = connection.Query<(long Source, long Pair)>("SELECT DISTINCT source, pair FROM signed WHERE article = @Article AND language = @Language", key, transaction).ToList();
        connection.Execute("DELETE FROM signed WHERE article = @Article AND language = @Language", key, transaction);
        foreach (var batch in signed.Chunk(Batch))
        {
            var rows = batch.Select(s => string.Create(CultureInfo.InvariantCulture, $"(@Article, @Language, {s.At.Place}, {s.At.Context}, {s.At.Source}, {s.At.Pair})"));
            connection.Execute($"INSERT INTO signed (article, language, place, context, source, pair) VALUES {string.Join(", ", rows)}", key, transaction);
        }

        foreach (var batch in signed.DistinctBy(s => s.At.Pair).Chunk(Batch))
            Add(edition.Language, batch);
        Forget(edition.Language, former.Where(f => !signed.Any(s => s.At.Pair == f.Pair)));
    }

    private void Add(string language, (SignedPlace At, Content Source, Content Target)[] pairs)
    {
        var there = connection.Query<long>($"SELECT id FROM pair WHERE id IN ({List(pairs.Select(p => p.At.Pair))})", transaction: transaction).ToHashSet();
        var added = pairs.Where(p => !there.Contains(p.At.Pair) && p.Source.Text.Any(char.IsLetter)).ToList();
        if (added.Count == 0)
            return;
        var values = new DynamicParameters();
        values.Add("language", language);
        for (var i = 0; i < added.Count; i++)
        {
            values.Add($"s{i}", added[i].Source.ToString());
            values.Add($"t{i}", added[i].Target.ToString());
        }

        var rows = added.Select((p, i) => string.Create(CultureInfo.InvariantCulture, $"({p.At.Pair}, @language, @s{i}, @t{i})"));
        connection.Execute($"INSERT INTO pair (id, language, source, target) VALUES {string.Join(", ", rows)}", values, transaction);
        foreach (var words in added.SelectMany(p => SignedSegments.WordsOf(language, p.Source).Select(w => string.Create(CultureInfo.InvariantCulture, $"({w}, {p.At.Pair})"))).Chunk(Batch * 4))
            connection.Execute($"INSERT INTO pair_word (word, pair) VALUES {string.Join(", ", words)} ON CONFLICT DO NOTHING", transaction: transaction);
    }

    /// <summary>Pairs that stand signed off nowhere any more are no longer shown to anybody.</summary>
    private void Forget(string language, IEnumerable<(long Source, long Pair)> former)
    {
        foreach (var (source, pair) in former)
        {
            if (connection.ExecuteScalar<long>("SELECT count(*) FROM (SELECT 1 AS one FROM signed WHERE source = @source AND pair = @pair LIMIT 1) AS found", new { source, pair }, transaction) > 0
                || connection.QueryFirstOrDefault<string>("SELECT source FROM pair WHERE id = @pair", new { pair }, transaction) is not { } words)
            {
                continue;
            }

            connection.Execute($"DELETE FROM pair_word WHERE pair = @pair AND word IN ({List(SignedSegments.WordsOf(language, Content.Parse(words)))}); DELETE FROM pair WHERE id = @pair", new { pair }, transaction);
        }
    }

    private static string List(IEnumerable<long> numbers) => string.Join(", ", numbers.Select(n => n.ToString(CultureInfo.InvariantCulture)));
}
