using System.Globalization;
using System.Text;
using TransFlow.Engine.Files;

namespace TransFlow.Engine.Jobs;

/// <summary>
/// Keeps a copy of each file that people handed back, by day, whatever became of it and whatever happens to the drop box: what was
/// lost by a mistake of theirs or ours can be looked up there. Nothing reads it but people.
/// </summary>
/// <param name="room">The newsroom.</param>
internal sealed class ReturnArchive(NewsroomContext room)
{
    /// <summary>What a file name may hold on common disks, less the digits before it.</summary>
    private const int MostNameBytes = 255 - DigestDigits - 1;

    private const int DigestDigits = 12;

    /// <summary>Keeps a file; the same bytes on one day once.</summary>
    /// <param name="bytes">Its bytes.</param>
    /// <param name="path">Its path.</param>
    /// <returns>The copy's path.</returns>
    public string Keep(byte[] bytes, string path)
    {
        var name = Path.GetFileName(path);
        if (Encoding.UTF8.GetByteCount(name) > MostNameBytes)
            name = Path.GetExtension(path);
        var day = room.DayOf(room.Clock.GetUtcNow()).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var copy = Path.Combine(room.Archive, day, $"{Digest.Of(bytes)[..DigestDigits]}.{name.TrimStart('.')}");
        if (!File.Exists(copy))
            AtomicFile.Write(copy, bytes);
        return copy;
    }

    /// <summary>Writes what is to be known of a file beside its copy: which texts it replaced, and what else to look at.</summary>
    /// <param name="copy">The copy.</param>
    /// <param name="path">The file's path as people know it.</param>
    /// <param name="told">What to tell; nothing is written when there is nothing.</param>
    public static void Tell(string copy, string path, IReadOnlyCollection<string> told)
    {
        if (told.Count > 0)
            AtomicFile.Write(copy + ".txt", Encoding.UTF8.GetBytes($"{path}\n\n{string.Join('\n', told)}\n"));
    }

    /// <summary>Puts a file into the box, where it is taken later; what is there stays.</summary>
    /// <param name="bytes">Its bytes.</param>
    /// <param name="path">Its path.</param>
    /// <returns>Its place.</returns>
    public string PutIntoBox(byte[] bytes, string path)
    {
        var place = Path.Combine(room.Returned, Path.GetFileName(path));
        if (SeenFiles.Read(place) is { } there && !there.AsSpan().SequenceEqual(bytes))
            place = Path.Combine(room.Returned, $"{Path.GetFileNameWithoutExtension(path)}.{Digest.Of(bytes)[..8]}{Path.GetExtension(path)}");
        AtomicFile.Write(place, bytes);
        return place;
    }
}
