using System.Buffers;
using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using TransFlow.Core.Publishing;
using TransFlow.Core.Segments;
using TransFlow.Core.Stages;
using TransFlow.Engine.Files;
using TransFlow.Engine.Store;

namespace TransFlow.Engine.Jobs;

/// <summary>
/// Keeps a file that tells a site generator what is published. It follows from the store alone, so that whatever happened to the file
/// is mended by the next pass. It tells of pages that the egress gate has let through, and of nothing else; people are not in it.
/// </summary>
/// <param name="room">The newsroom.</param>
internal sealed class PublishedIndex(NewsroomContext room)
{
    /// <summary>The name of the turn in which it is written.</summary>
    public const string Step = "index";

    private static readonly JsonWriterOptions Layout = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly SeenFiles _seen = new(room.Clock);
    private readonly ConcurrentDictionary<(string Article, string Language), (int Version, Entry? Entry)> _known = new();

    /// <summary>Writes the file when it is not as it should be. Where another process is at it, or hangs there, the next pass sees to it.</summary>
    public async Task Run(CancellationToken cancellationToken)
    {
        if (room.Settings.PublishIndex is not { } path)
            return;
        if (!(await room.Turn(Step, NewsroomContext.ShortPatience, cancellationToken).ConfigureAwait(false)).Try(out var turn, out _))
            return;
        using (turn)
        {
            var bytes = Bytes([]);
            if (_seen.Digest(path) != Digest.Of(bytes))
                AtomicFile.Write(path, bytes);
        }
    }

    /// <summary>The file as it should be.</summary>
    /// <param name="instead">Editions that count as they are here, whatever the store says.</param>
    public byte[] Bytes(IReadOnlyCollection<Edition> instead)
    {
        var others = instead.ToDictionary(e => (e.Article, e.Language));
        var entries = room.Store.Heads().Where(h => h.LivePath is not null && !others.ContainsKey((h.Article, h.Language))).Select(Known).OfType<Entry>()
            .Concat(instead.Select(EntryOf).OfType<Entry>());
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Layout))
            Write(json, entries.GroupBy(e => e.Article, StringComparer.Ordinal).OrderBy(a => a.Key, StringComparer.Ordinal).Select(a => a.OrderBy(e => e.Language, StringComparer.Ordinal).ToList()));
        return [.. buffer.WrittenSpan, (byte)'\n'];
    }

    private Entry? Known(EditionHead head)
    {
        var key = (head.Article, head.Language);
        if (_known.TryGetValue(key, out var known) && known.Version == head.Version)
            return known.Entry;
        var entry = room.Store.Edition(head.Article, head.Language) is { } row ? EntryOf(row.Edition) : null;
        _known[key] = (head.Version, entry);
        return entry;
    }

    private Entry? EntryOf(Edition edition)
    {
        if (edition.Live is not { } live)
            return null;
        var state = edition switch
        {
            { Retraction: not null } => "retracted",
            { Notices: [.., { Kind: CorrectionKind.Update }] } => "updated",
            { Notices: [_, ..] } => "corrected",
            _ => "published",
        };
        // Of what was retracted nothing is told, even while its tombstone is on its way.
        var facts = edition.Retraction is not null && live.Fingerprint != edition.Fingerprint ? null : live.Page ?? FactsOf(edition, live);
        return new Entry(edition.Article, edition.Language, state, live, facts, edition.Retraction is null ? edition.Notices : []);
    }

    /// <summary>The facts of a page that was published before they were noted.</summary>
    private PageFacts? FactsOf(Edition edition, LiveEdition live) =>
        SeenFiles.Read(room.PublishedPath(edition.Language, live.Path)) is { } bytes && Digest.Of(bytes) == live.Sha256 ? Facts(bytes, edition) : null;

    /// <summary>The facts of a page; null when it cannot be read.</summary>
    public static PageFacts? Facts(byte[] page, Edition edition) =>
        MarkdownExtractor.Extract(page, edition.Article, new ExtractionOptions(edition.Language)).Try(out var read, out _) ? PageFacts.Of(read, edition.Article) : null;

    private void Write(Utf8JsonWriter json, IEnumerable<List<Entry>> articles)
    {
        json.WriteStartObject();
        json.WriteNumber("version", 1);
        json.WriteStartArray("articles");
        foreach (var editions in articles)
        {
            json.WriteStartObject();
            json.WriteString("id", editions[0].Article);
            json.WriteString("translationKey", editions.Select(e => e.Facts?.Key).FirstOrDefault(k => k is { Length: > 0 }) ?? editions[0].Article);
            json.WriteStartArray("editions");
            foreach (var edition in editions)
                Write(json, edition);
            json.WriteEndArray();
            Links(json, editions);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Entry edition)
    {
        json.WriteStartObject();
        json.WriteString("language", edition.Language);
        json.WriteString("state", edition.State);
        json.WriteString("path", edition.Live.Path);
        Optional(json, "url", edition.Facts?.Address);
        Optional(json, "title", edition.Facts?.Title);
        Optional(json, "description", edition.Facts?.Description);
        Optional(json, "date", edition.Facts?.Date);
        if (edition.Live.Revision > 0)
            json.WriteNumber("revision", edition.Live.Revision);
        json.WriteString("published", Time(edition.Live.First ?? edition.Live.At));
        json.WriteString("changed", Time(edition.Live.At));
        json.WriteString("sha256", edition.Live.Sha256);
        if (!edition.Notices.IsEmpty)
        {
            json.WriteStartArray("notices");
            foreach (var notice in edition.Notices)
            {
                json.WriteStartObject();
                json.WriteString("kind", notice.Kind.ToString().ToLowerInvariant());
                json.WriteString("date", notice.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
                json.WriteString("text", notice.Text);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    /// <summary>The pages that say the same in other languages: the original, when pages link to it, and every edition that stands.</summary>
    private void Links(Utf8JsonWriter json, List<Entry> editions)
    {
        json.WriteStartArray("hreflang");
        if (editions.Select(e => e.State == "retracted" ? null : e.Facts?.Original).FirstOrDefault(o => o is not null) is { } original)
            Link(json, room.Settings.Source.Language, original, null);
        foreach (var edition in editions.Where(e => e.State != "retracted"))
            Link(json, edition.Language, edition.Facts?.Address, edition.Live.Path);
        json.WriteEndArray();
    }

    private static void Link(Utf8JsonWriter json, string language, string? url, string? path)
    {
        json.WriteStartObject();
        json.WriteString("lang", language);
        Optional(json, "url", url);
        Optional(json, "path", path);
        json.WriteEndObject();
    }

    private static void Optional(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
            json.WriteString(name, value);
    }

    private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>What the index says of one page.</summary>
    private sealed record Entry(string Article, string Language, string State, LiveEdition Live, PageFacts? Facts, ImmutableArray<Notice> Notices);
}
