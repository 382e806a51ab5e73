using System.Text;
using TransFlow.Core;
using TransFlow.Core.Stages;
using TransFlow.Engine.Files;
using TransFlow.Engine.Store;

namespace TransFlow.Engine.Jobs;

/// <summary>Sets a file aside that could not be taken: a copy in the folder of rejected files, with a text beside it that says why and what to do.</summary>
/// <param name="room">The newsroom.</param>
internal sealed class Quarantine(NewsroomContext room)
{
    /// <summary>What a file name may hold on common disks, less <c>.txt</c>.</summary>
    private const int MostNameBytes = 255 - 4;

    /// <summary>Sets a file aside; doing it again with the same bytes and reason changes nothing.</summary>
    /// <param name="path">The file.</param>
    /// <param name="bytes">Its bytes.</param>
    /// <param name="reasons">Why.</param>
    /// <param name="also">What is committed with it.</param>
    /// <returns>True when it is news.</returns>
    public bool Put(string path, byte[] bytes, IReadOnlyList<Refusal> reasons, Changes? also = null)
    {
        var relative = room.Relative(path);
        var reason = string.Join('\n', reasons.Select(r => r with { File = null }).Select(r => (r.Line is { } line ? $"Line {line}: " : "") + r));
        var rows = room.Store.Quarantine();
        var sha = Digest.Of(bytes);
        if (also is null && rows.Any(r => r.Path == relative && r.Sha256 == sha && r.Reason == reason))
            return false;

        var name = Path.GetFileName(path);
        if (Encoding.UTF8.GetByteCount(name) > MostNameBytes)
            name = $"{sha[..16]}{Path.GetExtension(path)}";
        else if (rows.Any(r => r.Path != relative && r.Rejected == name))
            name = $"{Path.GetFileNameWithoutExtension(path)}.{sha[..8]}{Path.GetExtension(path)}";
        AtomicFile.Write(Path.Combine(room.Rejected, name), bytes);
        AtomicFile.Write(Path.Combine(room.Rejected, name + ".txt"), Encoding.UTF8.GetBytes($"{relative}\n\n{reason}\n"));
        var changes = also ?? new Changes();
        room.Commit(changes with
        {
            Quarantined = [new QuarantineRow(relative, sha, reason, name, room.Clock.GetUtcNow())],
            Events = changes.Events.Add(Event.Of("quarantined", "", null, Event.Program, ("file", relative), ("reason", reasons[0].Code))),
        });
        room.Log.NotTaken(relative, reason);
        return true;
    }

    /// <summary>Takes files out of quarantine that are mended or gone.</summary>
    /// <returns>How many.</returns>
    public int Lift(Func<QuarantineRow, bool> isMended)
    {
        var mended = room.Store.Quarantine().Where(isMended).ToList();
        if (mended.Count == 0)
            return 0;
        room.Commit(new Changes
        {
            Lifted = [.. mended.Select(r => r.Path)],
            Events = [.. mended.Select(r => Event.Of("quarantine-lifted", "", null, Event.Program, ("file", r.Path)))],
        });
        foreach (var name in mended.Select(r => r.Rejected))
        {
            File.Delete(Path.Combine(room.Rejected, name));
            File.Delete(Path.Combine(room.Rejected, name + ".txt"));
        }

        return mended.Count;
    }
}
