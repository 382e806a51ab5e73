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

    /// <summary>Stands for the digest of a file that cannot be read.</summary>
    private const string Unread = "unread";

    /// <summary>Sets a file aside; doing it again with the same bytes and reason changes nothing.</summary>
    /// <param name="path">The file.</param>
    /// <param name="bytes">Its bytes.</param>
    /// <param name="reasons">Why.</param>
    /// <param name="also">What is committed with it.</param>
    /// <param name="moves">True to move the file itself; who still writes to it writes to what was set aside.</param>
    /// <returns>True when it is news.</returns>
    public bool Put(string path, byte[] bytes, IReadOnlyList<Refusal> reasons, Changes? also = null, bool moves = false)
    {
        var isNews = Put(path, bytes, Digest.Of(bytes), reasons, also, out var copy);
        if (moves && SeenFiles.Read(path) is { } now && Digest.Of(now) == Digest.Of(bytes))
            File.Move(path, copy, overwrite: true);
        return isNews;
    }

    /// <summary>Tells of a file that cannot be read: there is nothing to set aside but the reason.</summary>
    /// <param name="path">The file.</param>
    /// <param name="reason">Why it cannot be read.</param>
    /// <returns>True when it is news.</returns>
    public bool Tell(string path, string reason) =>
        Put(path, null, Unread, [new Refusal("unreadable", reason, "Give the worker the right to read it, or take it away; the others are taken.")], null, out _);

    private bool Put(string path, byte[]? bytes, string sha, IReadOnlyList<Refusal> reasons, Changes? also, out string copy)
    {
        var relative = room.Relative(path);
        var reason = string.Join('\n', reasons.Select(r => r with { File = null }).Select(r => (r.Line is { } line ? $"Line {line}: " : "") + r));
        var rows = room.Store.Quarantine();
        var name = Path.GetFileName(path);
        copy = Path.Combine(room.Rejected, rows.FirstOrDefault(r => r.Path == relative)?.Rejected ?? name);
        if (also is null && rows.Any(r => r.Path == relative && r.Sha256 == sha && r.Reason == reason))
            return false;

        if (Encoding.UTF8.GetByteCount(name) > MostNameBytes)
            name = $"{sha[..16]}{Path.GetExtension(path)}";
        else if (rows.Any(r => r.Path != relative && r.Rejected == name))
            name = $"{Path.GetFileNameWithoutExtension(path)}.{sha[..8]}{Path.GetExtension(path)}";
        copy = Path.Combine(room.Rejected, name);
        if (bytes is not null)
            AtomicFile.Write(copy, bytes);
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

    /// <summary>Whether a person has dealt with what was set aside, and removed the copy or the text that says why.</summary>
    public bool IsDealtWith(QuarantineRow row) => Path.Combine(room.Rejected, row.Rejected) is var copy && (!File.Exists(copy + ".txt") || !(IsUnread(row) || File.Exists(copy)));

    /// <summary>Whether the file could not be read, so that nothing but the reason was set aside.</summary>
    public static bool IsUnread(QuarantineRow row) => row.Sha256 == Unread;

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
        // Somebody may have taken the whole folder away.
        foreach (var name in Directory.Exists(room.Rejected) ? mended.Select(r => r.Rejected) : [])
        {
            File.Delete(Path.Combine(room.Rejected, name));
            File.Delete(Path.Combine(room.Rejected, name + ".txt"));
        }

        return mended.Count;
    }
}
