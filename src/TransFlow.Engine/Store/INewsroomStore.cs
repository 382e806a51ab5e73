using System.Collections.Immutable;
using TransFlow.Core.Segments;

namespace TransFlow.Engine.Store;

/// <summary>Holds the truth about articles, editions and what happened to them.</summary>
public interface INewsroomStore : IDisposable
{
    /// <summary>Who may work on it.</summary>
    IStoreLocks Locks { get; }

    /// <summary>Commits the changes of one step in one transaction.</summary>
    /// <param name="changes">The changes.</param>
    /// <param name="at">The moment to write beside the events.</param>
    /// <returns>False, with nothing changed, when something that the step had seen was changed since.</returns>
    bool Commit(Changes changes, DateTimeOffset at);

    /// <summary>The articles by id.</summary>
    ImmutableArray<ArticleRow> Articles();

    /// <summary>A revision of an article; null when there is none.</summary>
    /// <param name="article">The article's id.</param>
    /// <param name="number">The revision's number.</param>
    RevisionRow? Revision(string article, int number);

    /// <summary>The heads of all editions by article and language, read without their segments.</summary>
    /// <param name="onlyOpen">True for those that are not live as they are.</param>
    ImmutableArray<EditionHead> Heads(bool onlyOpen = false);

    /// <summary>The editions of an article by language.</summary>
    /// <param name="article">The article's id.</param>
    ImmutableArray<EditionRow> Editions(string article);

    /// <summary>One edition; null when there is none.</summary>
    /// <param name="article">The article's id.</param>
    /// <param name="language">The language.</param>
    EditionRow? Edition(string article, string language);

    /// <summary>Signed-off pairs that share rare words with a source; at most some hundreds.</summary>
    /// <param name="language">The target language.</param>
    /// <param name="source">The source.</param>
    ImmutableArray<(Content Source, Content Target)> Pairs(string language, Content source);

    /// <summary>Where segments stand signed off between the same neighbours; some for each digest.</summary>
    /// <param name="contexts">The digests of their words and neighbours.</param>
    ImmutableArray<SignedPlace> InContext(IEnumerable<long> contexts);

    /// <summary>Where segments of the same words stand signed off; some for each digest.</summary>
    /// <param name="sources">The digests of their words.</param>
    ImmutableArray<SignedPlace> OfSource(IEnumerable<long> sources);

    /// <summary>Notes what is signed off of editions that an older version of the program wrote.</summary>
    /// <param name="most">How many editions at most.</param>
    /// <returns>How many there were; 0 when all are noted.</returns>
    int Sign(int most);

    /// <summary>The packages of an edition, newest first.</summary>
    /// <param name="article">The article's id.</param>
    /// <param name="language">The language.</param>
    ImmutableArray<PackageRow> Packages(string article, string language);

    /// <summary>The heads of all packages, newest first.</summary>
    ImmutableArray<PackageHead> PackageHeads();

    /// <summary>The heads of the packages of an edition, newest first.</summary>
    /// <param name="article">The article's id.</param>
    /// <param name="language">The language.</param>
    ImmutableArray<PackageHead> PackageHeads(string article, string language);

    /// <summary>How many packages there are.</summary>
    int PackageCount();

    /// <summary>A package; null when there is none.</summary>
    /// <param name="token">Its token.</param>
    PackageRow? Package(string token);

    /// <summary>Whether a returned file was dealt with.</summary>
    /// <param name="sha256">Its digest.</param>
    /// <param name="path">Where it stood.</param>
    bool IsReturned(string sha256, string path);

    /// <summary>What became of a returned file; null when it was not dealt with.</summary>
    /// <param name="sha256">Its digest.</param>
    /// <param name="path">Where it stood.</param>
    ReturnRow? Returned(string sha256, string path);

    /// <summary>What was taken of all packages of a package's edition and stage, oldest first.</summary>
    /// <param name="token">The package.</param>
    ImmutableArray<ReturnRow> TakenReturns(string token);

    /// <summary>Whether all that a returned file says is in the store: it was taken, wherever it stood.</summary>
    /// <param name="sha256">Its digest.</param>
    bool IsTaken(string sha256);

    /// <summary>The digests of pages that were about to be written at a place and are not known to be live.</summary>
    /// <param name="language">The language.</param>
    /// <param name="path">The path in the publication folder.</param>
    ImmutableArray<string> Outgoing(string language, string path);

    /// <summary>The pages of the program's own that were about to be written and were never known to be live, by language, path and digest.</summary>
    ImmutableArray<OutgoingRow> Announced();

    /// <summary>The version of the program's core by which all articles were last taken apart; null when none was noted.</summary>
    string? Core();

    /// <summary>The quarantined files by path.</summary>
    ImmutableArray<QuarantineRow> Quarantine();

    /// <summary>The accounts of the desk by person.</summary>
    ImmutableArray<AccountRow> Accounts();

    /// <summary>Events in order.</summary>
    /// <param name="article">Only those of this article; null for all.</param>
    /// <param name="language">Only those of this language; null for all.</param>
    /// <param name="after">Only those with a greater number.</param>
    /// <param name="last">The greatest number.</param>
    /// <param name="kind">Only those of this kind; null for all.</param>
    ImmutableArray<EventRow> Events(string? article = null, string? language = null, long after = 0, long last = long.MaxValue, string? kind = null);

    /// <summary>The number of the last event; 0 before the first.</summary>
    long LastEvent();

    /// <summary>Where the record of events ends, as it is noted apart from them: the number and the digest of the last one; 0 and nothing before the first.</summary>
    (long Number, string Hash) RecordEnd();

    /// <summary>Writes all that it holds, as it is at one moment, into a file; others may go on writing meanwhile.</summary>
    /// <param name="file">The file; what is there is replaced when the backup is whole.</param>
    void Backup(string file);

    /// <summary>Puts a backup of either kind of store in the place of all that it holds.</summary>
    /// <param name="file">The backup.</param>
    /// <exception cref="InvalidDataException">It is no backup, it is damaged, or a newer version of this program made it; nothing was changed.</exception>
    void Restore(string file);

    /// <summary>What waits in the outbox, by way and number.</summary>
    ImmutableArray<OutboxRow> Outbox();

    /// <summary>How far the events were put into the outbox for a way; null when it is new.</summary>
    /// <param name="way">The way's name.</param>
    FeedRow? Feed(string way);
}
