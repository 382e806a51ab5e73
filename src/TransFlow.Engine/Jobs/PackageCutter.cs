using System.Collections.Immutable;
using TransFlow.Core.Exchange;
using TransFlow.Core.Protection;
using TransFlow.Core.Stages;
using TransFlow.Engine.Store;

namespace TransFlow.Engine.Jobs;

/// <summary>Cuts what is handed out, and cuts it again when words came by another way than the file that is out.</summary>
/// <param name="room">The newsroom.</param>
internal sealed class PackageCutter(NewsroomContext room)
{
    /// <summary>
    /// The package of a seat with the words that the edition has now: the one that is out, when it has them; else a new one, with the units of
    /// the one that is out, so that nobody misses what was in it.
    /// </summary>
    /// <param name="article">The article.</param>
    /// <param name="language">The language.</param>
    /// <param name="seat">The seat.</param>
    /// <returns>The package; null when there is nothing to hand out, when it must not leave, or when others changed the edition meanwhile.</returns>
    public PackageHead? Cut(string article, string language, Seat seat)
    {
        if (room.Store.Edition(article, language) is not { } row)
            return null;
        var edition = row.Edition;
        var source = room.Extract(article, edition.Revision);
        var former = room.Store.PackageHeads(article, language).FirstOrDefault(p => p.Stage == seat.Name && p.Revision == edition.Revision && p.Round == edition.Round);
        var units = former is null ? [] : UnitsOf(room.Store.Package(former.Token)!);
        for (var again = 0; ; again++)
        {
            var cut = Package.Cut(source, edition, seat, units, again);
            if (cut is null || cut.Units.IsEmpty)
                return null;
            // Words that are shown beside a new sentence make no other token, but another file.
            if (cut.Token == former?.Token && PackageXliff.Write(cut).AsSpan().SequenceEqual(room.Store.Package(former.Token)!.Xliff))
                return !edition.HasNewerWords || room.Commit(new Changes { Editions = [(edition with { HasNewerWords = false }, row.Version)] }) ? former : null;
            if (room.Store.Package(cut.Token) is not { } same)
                return New(row, cut, seat);
            // Words that came back to what they were before: the same package again would not be the newest.
            if (former is null)
                return room.Commit(new Changes { Packages = [same with { Revision = edition.Revision }] }) ? HeadOf(same) : null;
        }
    }

    private static ImmutableHashSet<string> UnitsOf(PackageRow package) =>
        ReturnReader.Read(package.Xliff, package.Path).Value is { } file ? [.. file.Units.Select(u => u.Id)] : [];

    private PackageHead? New(EditionRow row, Package cut, Seat seat)
    {
        var edition = row.Edition;
        var bytes = PackageXliff.Write(cut);
        var departure = new Departure(Exit.Package, edition, System.Text.Encoding.UTF8.GetString(bytes), room.Clock.GetUtcNow());
        if (!room.Egress.Clear(bytes, departure).Try(out var cleared, out _))
            return null;
        var path = room.Relative(room.HandOutPath(edition.Language, seat, edition.Article));
        var package = new PackageRow(cut.Token, edition.Article, edition.Language, seat.Name, edition.Revision, edition.Round, path, cleared.Payload, room.Clock.GetUtcNow()) { Person = edition.Assignments.GetValueOrDefault(seat.Name) };
        var changes = new Changes
        {
            Editions = [(edition with { HasNewerWords = false }, row.Version)],
            Packages = [package],
            Events = [Event.Of("handed-out", edition.Article, edition.Language, Event.Program, ("stage", seat.Name), ("to", package.Person ?? "nobody"), ("package", cut.Token), ("file", path))],
        };
        return room.Commit(changes) ? HeadOf(package) : null;
    }

    private static PackageHead HeadOf(PackageRow row) => new(row.Token, row.Article, row.Language, row.Stage, row.Revision, row.Round, Files.Digest.Of(row.Xliff));
}
