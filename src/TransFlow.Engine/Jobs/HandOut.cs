using TransFlow.Core.Exchange;
using TransFlow.Core.Protection;
using TransFlow.Core.Stages;
using TransFlow.Engine.Files;
using TransFlow.Engine.Store;

namespace TransFlow.Engine.Jobs;

/// <summary>Gives each edition to the person of its stage and puts the file of the stage into the exchange room.</summary>
/// <param name="room">The newsroom.</param>
internal sealed class HandOut(NewsroomContext room) : IStep
{
    /// <inheritdoc/>
    public string Name => "hand-out";

    /// <inheritdoc/>
    public Task<int> Run(CancellationToken cancellationToken)
    {
        var changes = 0;
        var dealtWith = room.Store.Returns().Select(r => r.Sha256).ToHashSet(StringComparer.Ordinal);
        foreach (var row in room.Store.Editions())
        {
            cancellationToken.ThrowIfCancellationRequested();
            changes += row.Edition.Parked is null ? Guarded(row, dealtWith) : 0;
        }

        return Task.FromResult(changes);
    }

    private int Guarded(EditionRow row, HashSet<string> dealtWith)
    {
        try
        {
            return One(row, dealtWith);
        }
        catch (Exception e) when (Poison.Is(e))
        {
            room.Log.Poisoned($"{row.Edition.Article} [{row.Edition.Language}]", e);
            room.Park(room.Store.Edition(row.Edition.Article, row.Edition.Language)!, Poison.Reason(e));
            return 1;
        }
    }

    private int One(EditionRow row, HashSet<string> dealtWith)
    {
        var changes = 0;
        if (row.Edition.Stage is { } stage && Assigned(row.Edition, stage) is { } person)
        {
            changes += Assign(row, stage, person) ? 1 : 0;
            row = room.Store.Edition(row.Edition.Article, row.Edition.Language)!;
        }

        return changes + Put(row, dealtWith);
    }

    /// <summary>The person to give the stage to; null when somebody has it or nobody can.</summary>
    private string? Assigned(Edition edition, Stage stage)
    {
        if (edition.Assignments.ContainsKey(stage.Name))
            return null;
        var jobs = room.Store.Editions().Select(e => e.Edition).Where(e => e.Stage is not null).Select(e => e.Assignments.GetValueOrDefault(e.Stage!.Name)).ToLookup(p => p);
        return room.Candidates(edition, stage).OrderBy(p => jobs[p].Count()).FirstOrDefault();
    }

    private bool Assign(EditionRow row, Stage stage, string person) => room.Commit(new Changes
    {
        Editions = [(row.Edition with { Assignments = row.Edition.Assignments.SetItem(stage.Name, person) }, row.Version)],
        Events = [Event.Of("assigned", row.Edition.Article, row.Edition.Language, Event.Program, ("stage", stage.Name), ("person", person))],
    });

    private int Put(EditionRow row, HashSet<string> dealtWith)
    {
        var edition = row.Edition;
        var packages = room.Store.Packages(edition.Article, edition.Language);
        var issued = packages.Select(p => Digest.Of(p.Xliff)).ToHashSet(StringComparer.Ordinal);
        bool IsOurs(string sha) => issued.Contains(sha) || dealtWith.Contains(sha);
        foreach (var other in room.FileStages(edition.Language).Where(s => s.Name != edition.Stage?.Name || edition.Hold is not null))
            Remove(room.HandOutPath(edition.Language, other.Name, edition.Article), IsOurs);
        if (edition.Stage is not { Role: StageRole.Write or StageRole.Review } stage || edition.Hold is not null)
            return 0;

        var package = packages.FirstOrDefault(p => p.Stage == stage.Name && p.Revision == edition.Revision && p.Round == edition.Round);
        var changes = 0;
        if (package is null)
        {
            package = Cut(row);
            if (package is null)
                return 0;
            changes++;
        }

        var path = room.HandOutPath(edition.Language, stage.Name, edition.Article);
        if (!File.Exists(path) || (!Holds(path, package) && IsOurs(Digest.Of(File.ReadAllBytes(path)))))
            AtomicFile.Write(path, package.Xliff);
        return changes;
    }

    /// <summary>Whether a file was made from a package, whatever a tool did to it since.</summary>
    private static bool Holds(string path, PackageRow package) =>
        ReturnReader.Read(File.ReadAllBytes(path), path).Try(out var file, out _) && file.Tokens.Contains(package.Token);

    private PackageRow? Cut(EditionRow row)
    {
        var edition = row.Edition;
        var cut = Package.Cut(room.Extract(edition.Article, edition.Revision), edition);
        if (cut is null || cut.Units.IsEmpty)
            return null;
        if (room.Store.Package(cut.Token) is { } same)
            return same;

        var bytes = PackageXliff.Write(cut);
        var departure = new Departure(Exit.Package, edition, System.Text.Encoding.UTF8.GetString(bytes), room.Clock.GetUtcNow());
        if (!room.Egress.Clear(bytes, departure).Try(out var cleared, out _))
            return null;
        var path = room.Relative(room.HandOutPath(edition.Language, cut.Stage.Name, edition.Article));
        var package = new PackageRow(cut.Token, edition.Article, edition.Language, cut.Stage.Name, edition.Revision, edition.Round, path, cleared.Payload, room.Clock.GetUtcNow());
        var person = edition.Assignments.GetValueOrDefault(cut.Stage.Name, "nobody");
        return room.Commit(new Changes
        {
            Editions = [(edition, row.Version)],
            Packages = [package],
            Events = [Event.Of("handed-out", edition.Article, edition.Language, Event.Program, ("stage", cut.Stage.Name), ("to", person), ("package", cut.Token), ("file", path))],
        })
            ? package
            : null;
    }

    private static void Remove(string path, Func<string, bool> isOurs)
    {
        if (!File.Exists(path) || !isOurs(Digest.Of(File.ReadAllBytes(path))))
            return;
        File.Delete(path);
        File.Delete(path + ".txt");
    }
}
