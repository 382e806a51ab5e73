using System.Text;
using TransFlow.Core;
using TransFlow.Core.Exchange;
using TransFlow.Core.Protection;
using TransFlow.Core.Stages;
using TransFlow.Engine.Files;
using TransFlow.Engine.Store;

namespace TransFlow.Engine.Jobs;

/// <summary>Writes the file of an edition's stage once more, alone or as a package with all that helps with it.</summary>
/// <param name="room">The newsroom.</param>
internal sealed class Export(NewsroomContext room)
{
    /// <summary>The file in a form; null for that of the person who has the stage.</summary>
    public Outcome<(string Name, byte[] Bytes)> Make(string article, string language, FileForm? form, string? seat, string? person) => From(article, language, seat, person, (edition, row) =>
    {
        var chosen = form ?? room.Settings.FormOf(edition.Assignments.GetValueOrDefault(row.Stage));
        if (!Cut(edition, row, chosen.HasModules).Try(out var cut, out var refusal))
            return refusal;
        var bytes = PackageForm.Of(row.Xliff, chosen, cut.Companions);
        return Cleared(bytes, Encoding.UTF8.GetString(bytes), edition, new PackageArchive(cut.Package, row.Xliff, cut.Companions).Name + chosen.Suffix);
    });

    /// <summary>The package for the person who has the stage.</summary>
    public Outcome<(string Name, byte[] Bytes)> MakePackage(string article, string language, FileForm? form, string? seat, string? asked) => From(article, language, seat, asked, (edition, row) =>
    {
        if (edition.Assignments.GetValueOrDefault(row.Stage) is not { } person)
            return new Refusal("nobody", "Nobody has the stage, and a package is for a person.", "Name people for it in the settings, or use 'transflow assign'.");
        if (!Cut(edition, row, withCompanions: true).Try(out var cut, out var refusal))
            return refusal;
        var archive = new PackageArchive(cut.Package, row.Xliff, cut.Companions);
        var files = archive.Files(room.Extract(edition.Article, edition.Revision), edition, form ?? room.Settings.FormOf(person), person, Expiry.Of(row, room.Settings));
        return Cleared(ZipPack.Of(files), string.Join('\n', files.Select(f => $"{f.Name}\n{Encoding.UTF8.GetString(f.Bytes)}")), edition, archive.Name + ".zip");
    });

    private Outcome<(string Name, byte[] Bytes)> From(string article, string language, string? seat, string? person, Func<Edition, PackageRow, Outcome<(string Name, byte[] Bytes)>> make)
    {
        if (!room.Edition(article, language).Try(out var row, out var missing))
            return missing;
        var edition = row.Edition;
        if (edition.Stage is null)
            return new Refusal("finished", "It has passed all its stages.", "There is nothing to hand out.");
        if (!SeatOf(edition, seat, person).Try(out var name, out var unclear))
            return unclear;
        if (!edition.Seats.Any(s => s.Name == name))
        {
            return new Refusal("not-there", $"It stands at '{edition.Stage.Name}', and has nothing to do at '{name}'.",
                $"Leave --stage out to export what is to be done now; what has to be translated anew is sent back first: transflow send-back {article} -l {language}.");
        }

        // What came back by another way, or was typed at the desk, stands in the next file: one with former words can approve none of them.
        new PackageCutter(room).Cut(article, language, Seat.Of(name));
        return room.Store.Packages(article, language).FirstOrDefault(p => p.Stage == name && p.Revision == edition.Revision && p.Round == edition.Round) is { } package
            ? make(edition, package)
            : new Refusal("not-handed-out", $"Nothing was handed out for '{name}' yet.", "Run 'transflow run --once' first.");
    }

    /// <summary>The part that is said, else the person's, else the only one.</summary>
    private static Outcome<string> SeatOf(Edition edition, string? said, string? person)
    {
        if (said is not null)
            return said;
        var own = edition.Seats.Where(s => person is not null && edition.Assignments.GetValueOrDefault(s.Name) == person).ToList();
        if (own.Count > 0 || edition.Seats.Length == 1)
            return (own.Count > 0 ? own[0] : edition.Seats[0]).Name;
        return new Refusal("which-part", $"Parts of it are with several people: {string.Join(", ", edition.Seats.Select(s => $"{s} ({edition.Assignments.GetValueOrDefault(s.Name, "nobody")})"))}.", "Say which: --stage.");
    }

    private Outcome<(Package Package, Companions Companions)> Cut(Edition edition, PackageRow row, bool withCompanions)
    {
        // What was handed out keeps its token, though some of it may have come back since.
        var cut = Package.Cut(room.Extract(edition.Article, edition.Revision), edition, Seat.Of(row.Stage), [.. ReturnReader.Read(row.Xliff, row.Path).Value!.Units.Select(u => u.Id)])! with { Token = row.Token };
        if (!withCompanions)
            return (cut, Companions.None);
        return new ReferenceShelf(room).For(cut).Try(out var companions, out var refusal) ? (cut, companions) : refusal;
    }

    private Outcome<(string Name, byte[] Bytes)> Cleared(byte[] bytes, string text, Edition edition, string name) =>
        room.Egress.Clear(bytes, new Departure(Exit.Package, edition, text, room.Clock.GetUtcNow())).Try(out var cleared, out var refusal) ? (name, cleared.Payload) : refusal;
}
