using System.Collections.Immutable;
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
    private const int Few = 100;

    private readonly SeenFiles _seen = new(room.Clock);
    private readonly ReferenceShelf _shelf = new(room);
    private readonly EarlierWork _earlier = new(room);
    private readonly PackageCutter _cutter = new(room);

    /// <summary>Digests of files in forms other than the default.</summary>
    private readonly Dictionary<(string Token, FileForm Form), string> _digests = [];

    /// <summary>The files that stood there when the step began, by language and article.</summary>
    private ILookup<(string Language, string Article), HandedOut> _files = Enumerable.Empty<HandedOut>().ToLookup(f => (f.Language, f.Article));

    /// <inheritdoc/>
    public string Name => "hand-out";

    /// <inheritdoc/>
    public Task<int> Run(CancellationToken cancellationToken)
    {
        var changes = 0;
        var files = HandedOut.In(room);
        _files = files.ToLookup(f => (f.Language, f.Article));
        var heads = Concerned(files);
        var packages = PackagesOf(heads);
        var load = heads.SelectMany(h => h.People).CountBy(p => p).ToDictionary(StringComparer.Ordinal);
        var disk = new DiskTrouble();
        foreach (var head in heads.Where(h => h.Parked is null))
        {
            cancellationToken.ThrowIfCancellationRequested();
            disk.Try(() => changes += Guarded(head, [.. packages[(head.Article, head.Language)]], load));
        }

        disk.Report();
        return Task.FromResult(changes);
    }

    /// <summary>Editions that are not live as they are, and those of which a file is left.</summary>
    private ImmutableArray<EditionHead> Concerned(ImmutableArray<HandedOut> files)
    {
        var open = room.Store.Heads(onlyOpen: true);
        var known = open.Select(h => (h.Article, h.Language)).ToHashSet();
        var left = files.Select(f => (f.Article, f.Language)).Where(f => !known.Contains(f)).ToHashSet();
        return left.Count == 0 ? open : [.. room.Store.Heads().Where(h => known.Contains((h.Article, h.Language)) || left.Contains((h.Article, h.Language)))];
    }

    /// <summary>What was handed out of the editions: asked one by one while they are few.</summary>
    private ILookup<(string, string), PackageHead> PackagesOf(ImmutableArray<EditionHead> heads) =>
        (heads.Length <= Few ? heads.SelectMany(h => room.Store.PackageHeads(h.Article, h.Language)) : room.Store.PackageHeads()).ToLookup(p => (p.Article, p.Language));

    private int Guarded(EditionHead head, ImmutableArray<PackageHead> packages, Dictionary<string, int> load)
    {
        try
        {
            var changes = 0;
            if (_earlier.Fill(head, packages) is { } filled)
                (head, changes) = (filled, 1);
            foreach (var seat in head.Hold is null ? head.Seats.Where(s => s.Person is null && !IsOffered(s)) : [])
            {
                if (Assign(head, Seat.Of(seat.Name), load) is { } assigned)
                    (head, changes) = (assigned, changes + 1);
            }

            return changes + Put(head, packages);
        }
        catch (Exception e) when (Poison.Is(e))
        {
            room.Log.Poisoned($"{head.Article} [{head.Language}]", e);
            room.Park(room.Store.Edition(head.Article, head.Language)!, Poison.Reason(e));
            return 1;
        }
    }

    /// <summary>Gives a seat to the person who may have it and has the least to do; to nobody when nobody can.</summary>
    private EditionHead? Assign(EditionHead head, Seat seat, Dictionary<string, int> load)
    {
        if (room.Store.Edition(head.Article, head.Language) is not { } row || row.Version != head.Version
            || room.NextFor(row.Edition, seat).OrderBy(p => load.GetValueOrDefault(p)).FirstOrDefault() is not { } person)
        {
            return null;
        }

        load[person] = load.GetValueOrDefault(person) + 1;
        var assigned = row.Edition with { Assignments = row.Edition.Assignments.SetItem(seat.Name, person) };
        return room.Commit(new Changes
        {
            Editions = [(assigned, row.Version)],
            Events = [Event.Of("assigned", head.Article, head.Language, Event.Program, ("stage", seat.Name), ("person", person))],
        })
            ? EditionHead.Of(assigned, row.Version + 1)
            : null;
    }

    /// <summary>Whether a seat waits for somebody to claim it: until then there is no file, so that no two people work on one.</summary>
    private bool IsOffered(SeatMark seat) => seat.Person is null && room.Settings.StageOf(Seat.Of(seat.Name).Stage).IsClaimed;

    private int Put(EditionHead head, ImmutableArray<PackageHead> packages)
    {
        bool IsOurs(string sha256) => packages.Any(p => p.Sha256 == sha256) || room.Store.IsTaken(sha256);
        var seats = head is { Role: StageRole.Write or StageRole.Review, Hold: null } ? head.Seats.Where(s => !IsOffered(s)).ToList() : [];
        foreach (var left in _files[(head.Language, head.Article)].Where(f => !seats.Exists(s => s.Name == f.Seat.Name)))
            Remove(left.Path, IsOurs, isPassed: head.Hold is null && !head.Seats.Any(s => s.Name == left.Seat.Name));
        return seats.Sum(s => Put(head, s, packages, IsOurs));
    }

    private int Put(EditionHead head, SeatMark mark, ImmutableArray<PackageHead> packages, Func<string, bool> isOurs)
    {
        var seat = Seat.Of(mark.Name);
        var path = room.HandOutPath(head.Language, seat, head.Article);
        var there = _seen.Digest(path);
        // What is written anew has the words of now, whichever way they came.
        var isOutdated = there is null || (head.Marks.HasNewerWords && (isOurs(there) || Refused(path, there) is { Outcome: ReturnDesk.Partly or ReturnDesk.Overtaken }));
        var package = (isOutdated ? null : packages.FirstOrDefault(p => p.Stage == mark.Name && p.Revision == head.Revision && p.Round == head.Round)) ?? _cutter.Cut(head.Article, head.Language, seat);
        if (package is null)
            return 0;

        var form = room.Settings.FormOf(mark.Person);
        // What was refused of an older file is mended in the newest; why is told beside it, and the file is kept among those refused and in the archive.
        bool IsUsedUp(string sha256) => Refused(path, sha256) is { } refused && (refused.Outcome == ReturnDesk.Overtaken || (refused.Token != package.Token && !Holds(path, package.Token)));
        if (there is null || (there != DigestOf(package, form) && isOurs(there) && (!Holds(path, package.Token) || IsUntouched(there, package))) || (there != package.Sha256 && IsUsedUp(there)))
            Write(head, package, form, path, there);
        return packages.Any(p => p.Token == package.Token) ? 0 : 1;
    }

    /// <summary>What became of a file in its place of which something could not be taken, though it is known whose it is; null for any other.</summary>
    private ReturnRow? Refused(string path, string sha256) =>
        room.Store.Returned(sha256, room.Relative(path)) is { Token.Length: > 0, Outcome: ReturnDesk.Refused or ReturnDesk.Partly or ReturnDesk.Overtaken } row ? row : null;

    /// <summary>The digest of a package's file in a form.</summary>
    private string DigestOf(PackageHead package, FileForm form)
    {
        if (form == FileForm.Default)
            return package.Sha256;
        if (!_digests.TryGetValue((package.Token, form), out var digest))
            _digests[(package.Token, form)] = digest = Digest.Of(InForm(package, form));
        return digest;
    }

    private byte[] InForm(PackageHead package, FileForm form) =>
        PackageForm.Of(room.Store.Package(package.Token)!.Xliff, form, form.HasModules ? CompanionsOf(package) : Companions.None);

    private Companions CompanionsOf(PackageHead head)
    {
        var edition = room.Store.Edition(head.Article, head.Language)!.Edition;
        if (Package.Cut(room.Extract(head.Article, edition.Revision), edition, Seat.Of(head.Stage)) is not { } package)
            return Companions.None;
        if (_shelf.For(package).Try(out var companions, out var refusal))
            return companions;
        room.Log.NotTaken(refusal.File ?? "terms", refusal.ToString());
        return Companions.None;
    }

    /// <summary>Whether a file is one that this package was handed out as, in whatever form, and nobody worked on it since.</summary>
    private bool IsUntouched(string there, PackageHead package) =>
        FileForm.Names.Select(n => FileForm.Named(n)!).Where(f => !f.HasModules || _digests.ContainsKey((package.Token, f))).Any(f => DigestOf(package, f) == there);

    private void Write(EditionHead head, PackageHead package, FileForm form, string path, string? seen)
    {
        if (form == FileForm.Default)
        {
            AtomicFile.WriteOver(path, room.Store.Package(package.Token)!.Xliff, seen);
            return;
        }

        var bytes = InForm(package, form);
        var departure = new Departure(Exit.Package, room.Store.Edition(head.Article, head.Language)!.Edition, System.Text.Encoding.UTF8.GetString(bytes), room.Clock.GetUtcNow());
        if (!room.Egress.Clear(bytes, departure).Try(out var cleared, out _))
            return;
        // The store has to know the file before it is there, or it would be taken for a return.
        _digests[(package.Token, form)] = Digest.Of(cleared.Payload);
        room.Commit(new Changes { Returns = [new ReturnRow(_digests[(package.Token, form)], room.Relative(path), package.Token, ReturnDesk.NothingNew, room.Clock.GetUtcNow())] });
        // What somebody saved there meanwhile is a return, and comes first.
        AtomicFile.WriteOver(path, cleared.Payload, seen);
    }

    /// <summary>Whether a file was made from a package, whatever a tool did to it since.</summary>
    private static bool Holds(string path, string token) =>
        ReturnReader.Read(File.ReadAllBytes(path), path).Try(out var file, out _) && file.Tokens.Contains(token);

    /// <summary>Takes away a file that has nothing in it that is not in the store; once the edition has gone on, also one that was refused, of which the reason stays.</summary>
    private void Remove(string path, Func<string, bool> isOurs, bool isPassed)
    {
        if (_seen.Digest(path) is not { } sha256)
            return;
        if (isOurs(sha256))
            File.Delete(path + ".txt");
        else if (!isPassed || Refused(path, sha256) is null)
            return;
        File.Delete(path);
    }
}
