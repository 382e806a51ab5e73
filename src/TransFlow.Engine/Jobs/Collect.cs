using System.Collections.Immutable;
using System.Text;
using TransFlow.Core;
using TransFlow.Core.Exchange;
using TransFlow.Engine.Files;
using TransFlow.Engine.Store;

namespace TransFlow.Engine.Jobs;

/// <summary>Takes files that came back: saved in place, or dropped into the box under any name.</summary>
/// <param name="room">The newsroom.</param>
internal sealed class Collect(NewsroomContext room) : IStep
{
    /// <summary>A file that ends in the middle may still be copied or uploaded, and is refused only when nothing was added to it for so long.</summary>
    private static readonly TimeSpan Unfinished = TimeSpan.FromMinutes(2);

    private readonly SettledFiles _settled = new(room.Clock);
    private readonly ReturnDesk _desk = new(room);
    private readonly Quarantine _quarantine = new(room);
    private readonly SeenFiles _seen = new(room.Clock);

    /// <summary>Files that belonged to no package, each with the number of packages that there were then.</summary>
    private readonly Dictionary<(string Path, string Sha256), int> _unknown = [];

    /// <summary>Files that ended in the middle when last looked at, by their paths in the newsroom; each is logged once.</summary>
    private readonly SortedSet<string> _unfinished = new(StringComparer.Ordinal);

    /// <summary>Files that end in the middle and may still be written to, each with what becomes of it.</summary>
    public IEnumerable<Refusal> StillWritten => _unfinished.Where(f => File.Exists(Path.Combine(room.Folder, f))).Select(f => new Refusal("still-written",
        "The file ends in the middle and was written to just now.", "Nothing of it is taken yet: the next pass looks at it again, and refuses it when nothing is added in two minutes.")
    { File = f });

    /// <inheritdoc/>
    public string Name => "collect";

    /// <summary>Whether a file that names no known package is recognised by its units, or else set aside; off while the package that it names may yet be cut.</summary>
    public bool SettlesUnknown { get; set; } = true;

    /// <inheritdoc/>
    public async Task<int> Run(CancellationToken cancellationToken)
    {
        var changes = 0;
        Directory.CreateDirectory(room.Returned);
        var places = InPlace().Select(p => (Path: p, Way: ReturnWay.InPlace))
            .Concat(Dropped(room.Store.PackageCount()).Select(p => (Path: p, Way: ReturnWay.HandedBack)))
            .OrderBy(p => (File.GetLastWriteTimeUtc(p.Path), p.Path), AgeOrder.Instance).ToList();
        var settled = (await _settled.Of([.. places.Select(p => p.Path)], cancellationToken).ConfigureAwait(false)).ToHashSet(StringComparer.Ordinal);
        var disk = new DiskTrouble();
        foreach (var (path, way) in places.Where(p => settled.Contains(p.Path)))
        {
            cancellationToken.ThrowIfCancellationRequested();
            disk.Try(() => changes += Take(path, way) ? 1 : 0);
        }

        // What was taken out of the box by the program itself is not dealt with: only a person, who removes the reason, can say so.
        var box = room.Relative(room.Returned) + "/";
        changes += _quarantine.Lift(r => r.Path.StartsWith(box, StringComparison.Ordinal)
            && (_quarantine.IsDealtWith(r) || ((!room.Settings.RemovesTaken || Quarantine.IsUnread(r)) && !File.Exists(Path.Combine(room.Folder, r.Path)))));
        changes += LiftPlaces();
        disk.Report();
        return changes;
    }

    /// <summary>Files saved in their places that a person has dealt with; of those that are gone the reason beside them goes, too.</summary>
    private int LiftPlaces()
    {
        var done = room.Store.Quarantine().Where(r => HandedOut.IsPlace(room, r.Path) && _quarantine.IsDealtWith(r)).Select(r => r.Path).ToHashSet(StringComparer.Ordinal);
        foreach (var path in done.Select(p => Path.Combine(room.Folder, p)).Where(p => !File.Exists(p) && Directory.Exists(Path.GetDirectoryName(p))))
            File.Delete(path + ".txt");
        return _quarantine.Lift(r => done.Contains(r.Path));
    }

    /// <summary>The digest of a file; null when it is not there, or cannot be read, which is told and keeps no other from being taken.</summary>
    private string? DigestOf(string path)
    {
        try
        {
            return _seen.Digest(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            _quarantine.Tell(path, $"The file cannot be read: {e.Message}");
            return null;
        }
    }

    /// <summary>Files in the places of hand-outs that are neither as they were handed out nor dealt with.</summary>
    private IEnumerable<string> InPlace()
    {
        foreach (var file in HandedOut.In(room))
        {
            if (DigestOf(file.Path) is { } sha256 && room.Store.PackageHeads(file.Article, file.Language) is { IsEmpty: false } packages
                && !packages.Any(p => p.Sha256 == sha256) && !room.Store.IsReturned(sha256, room.Relative(file.Path)))
            {
                yield return file.Path;
            }
        }
    }

    /// <summary>Files in the box that were not dealt with; one of an unknown package is looked at again when there are more packages.</summary>
    private IEnumerable<string> Dropped(int packages)
    {
        foreach (var path in VisibleFiles.In(room.Returned))
        {
            if (DigestOf(path) is { } sha256 && !room.Store.IsReturned(sha256, room.Relative(path)) && _unknown.GetValueOrDefault((path, sha256), -1) != packages)
                yield return path;
        }
    }

    private ImmutableArray<TakenReturn> Taken(byte[] bytes, string relative, ReturnWay way)
    {
        try
        {
            return _desk.TakeAll(bytes, relative, way, null, SettlesUnknown);
        }
        catch (Exception e) when (Poison.Is(e))
        {
            room.Log.Poisoned(relative, e);
            return [new TakenReturn(ReturnDesk.Refused, "", [Poison.Reason(e) with { File = relative }])];
        }
    }

    private bool Take(string path, ReturnWay way)
    {
        if (SeenFiles.Read(path) is not { } bytes)
            return false;
        var relative = room.Relative(path);
        var taken = Taken(bytes, relative, way);
        var refusals = taken.SelectMany(t => t.Refusals).ToList();
        var isNew = taken.Any(t => t.Outcome is not (ReturnDesk.NothingNew or ReturnDesk.Refused));
        var waiting = refusals.FindAll(r => r.Code is ReturnDesk.Waiting or ReturnDesk.Held);
        if (waiting.Count > 0)
        {
            // It stays where it is; that it waits, and for what, stands beside it and in the status.
            if (way == ReturnWay.InPlace)
                AtomicFile.Write(path + ".txt", Encoding.UTF8.GetBytes(string.Join('\n', waiting) + "\n"));
            return _quarantine.Put(path, bytes, waiting) || isNew;
        }

        if (refusals.Exists(r => r.Code is ReturnDesk.Busy || (r.Code == ReturnDesk.UnknownPackage && !SettlesUnknown)))
            return isNew;
        if (refusals.Exists(r => r.Code is ReturnReader.CutOff or ZipFiles.Broken) && (room.Clock.GetUtcNow() - File.GetLastWriteTimeUtc(path)).Duration() < Unfinished)
        {
            if (_unfinished.Add(relative))
                room.Log.Unfinished(relative);
            return isNew;
        }

        _unfinished.Remove(relative);

        // A package that is not known may yet be cut, after the next intake or a restore: the file stays and is looked at again.
        var isUnknown = refusals.Exists(r => r.Code == ReturnDesk.UnknownPackage);
        if (isUnknown)
            _unknown[(path, Digest.Of(bytes))] = room.Store.PackageCount();
        var row = new ReturnRow(Digest.Of(bytes), relative, taken[0].Token, refusals.Count == 0 ? "taken" : ReturnDesk.Refused, room.Clock.GetUtcNow());
        var dealtWith = !isUnknown && (ZipFiles.IsZip(bytes) || !isNew) ? new Changes { Returns = [row] } : null;
        var isNews = refusals.Count == 0 ? Done(path, row, way, isNew, dealtWith) : SetAside(path, bytes, way, refusals, dealtWith, isUnknown);
        if (way == ReturnWay.InPlace && ReturnDesk.Told(taken, Severity.Warn) is { IsEmpty: false } told)
            AtomicFile.Write(path + ".txt", Encoding.UTF8.GetBytes(string.Join('\n', told) + "\n"));
        return isNews;
    }

    private bool Done(string path, ReturnRow row, ReturnWay way, bool isNew, Changes? dealtWith)
    {
        if (dealtWith is not null)
            room.Commit(dealtWith);
        // What was refused of an older file that gave way to this one is nowhere else: a person says when it is dealt with.
        _quarantine.Lift(r => r.Path == row.Path && !(room.Store.Returned(r.Sha256, r.Path) is { Outcome: ReturnDesk.Overtaken } older && older.Token != row.Token));
        File.Delete(path + ".txt");
        if (way == ReturnWay.HandedBack && room.Settings.RemovesTaken)
            Remove(path, row.Sha256);
        return isNew;
    }

    private bool SetAside(string path, byte[] bytes, ReturnWay way, List<Refusal> refusals, Changes? dealtWith, bool isUnknown) =>
        _quarantine.Put(path, bytes, refusals, dealtWith, moves: way == ReturnWay.HandedBack && room.Settings.RemovesTaken && !isUnknown);

    /// <summary>Removes a file that was dealt with, unless somebody saved another of its name meanwhile.</summary>
    private static void Remove(string path, string sha256)
    {
        if (SeenFiles.Read(path) is { } bytes && Digest.Of(bytes) == sha256)
            File.Delete(path);
    }
}
