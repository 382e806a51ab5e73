using System.Collections.Immutable;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using TransFlow.Core;
using TransFlow.Desk.Pages;
using TransFlow.Engine;
using TransFlow.Engine.Jobs;

namespace TransFlow.Desk.Room;

/// <summary>Files that come back through the browser: bounded, taken in the sender's name, and answered with everything that was refused.</summary>
internal static class PackageRoutes
{
    /// <summary>The largest upload, in bytes, of all its files together.</summary>
    public const int LargestUpload = 20_000_000;

    /// <summary>The limit on how many uploads of a person are under way at once.</summary>
    public const string Limit = "upload";

    /// <summary>How many uploads are looked at at once, whoever sends them: a large one takes memory.</summary>
    private static readonly SemaphoreSlim Looking = new(2);

    /// <summary>Each is held against the store while the sender waits.</summary>
    private const int MostFiles = 200;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/packages", (HttpContext context) => Show(context, [], isRehearsal: false)).RequireAuthorization(Policies.Named);
        routes.MapPost("/packages", (Delegate)Take).RequireAuthorization(Policies.Named).RequireRateLimiting(Limit).WithMetadata(new RequestSizeLimitAttribute(LargestUpload));
    }

    private static async Task<IResult> Take(HttpContext context, Newsroom newsroom)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted).ConfigureAwait(false);
        var isRehearsal = form["rehearsal"] == "on";
        // A browser sends one without a name when none was chosen.
        var sent = form.Files.Where(f => f.FileName.Length > 0).ToList();
        var files = new List<(string Name, byte[] Bytes)>();
        foreach (var file in sent.Take(MostFiles))
        {
            using var bytes = new MemoryStream();
            await file.CopyToAsync(bytes, context.RequestAborted).ConfigureAwait(false);
            files.Add((Unlike(files, Name(file.FileName)), bytes.ToArray()));
        }

        if (sent.Count == 0)
            return Show(context, [("", new TakenReturn("refused", "", [new Refusal("no-file", "No file came with it.", "Choose one or more files first.")]))], isRehearsal);
        await Looking.WaitAsync(context.RequestAborted).ConfigureAwait(false);
        try
        {
            var refused = sent.Skip(MostFiles).Select(f => (Name(f.FileName), new TakenReturn("refused", "", [new Refusal("too-many-files", $"Of one upload {MostFiles} files are taken; this one was not looked at.", "Send it by itself, or all in one zip archive.")])));
            return Show(context, [.. TakeAll(newsroom, context.User.Identity!.Name!, files, isRehearsal), .. refused], isRehearsal);
        }
        finally
        {
            Looking.Release();
        }
    }

    /// <summary>Takes files together, in the order in which returns are taken, or rehearses them so. One of a language that is not the sender's is refused before anything is said about it.</summary>
    private static IEnumerable<(string Name, TakenReturn Taken)> TakeAll(Newsroom newsroom, string person, List<(string Name, byte[] Bytes)> files, bool isRehearsal)
    {
        var rights = new Rights(newsroom.Settings);
        var uploaded = DateTime.UnixEpoch;
        var rehearsed = newsroom.Acts.Return(files.Select(f => (f.Name, f.Bytes, uploaded)), person, isRehearsal: true);
        var others = rehearsed.Where(f => f.Taken.Any(t => t.Language.Length > 0 && !rights.Sees(person, t.Language))).Select(f => f.Path).ToHashSet(StringComparer.Ordinal);
        var taken = isRehearsal ? rehearsed.Where(f => !others.Contains(f.Path)) : newsroom.Acts.Return(files.Where(f => !others.Contains(f.Name)).Select(f => (f.Name, f.Bytes, uploaded)), person);
        var refusal = new Refusal("not-yours", "The file belongs to a language for which the settings do not name you.", "Give it to a person of that language.");
        return [.. taken.SelectMany(f => f.Taken.Select(t => (f.Path, t))), .. others.Order(StringComparer.Ordinal).Select(name => (name, new TakenReturn("refused", "", [refusal])))];
    }

    /// <summary>A name that no other file of the upload has: answers are told by it.</summary>
    private static string Unlike(List<(string Name, byte[] Bytes)> files, string name)
    {
        var other = name;
        for (var number = 2; files.Exists(f => f.Name == other); number++)
            other = $"{Path.GetFileNameWithoutExtension(name)} ({number}){Path.GetExtension(name)}";
        return other;
    }

    /// <summary>The name alone: what a browser says of folders is nobody's business.</summary>
    private static string Name(string name) => name.Split('/', '\\')[^1] is { Length: > 0 and < 256 } last ? new string([.. last.Where(c => !char.IsControl(c))]) : "upload";

    private static RazorComponentResult<PackagesPage> Show(HttpContext context, ImmutableArray<(string, TakenReturn)> taken, bool isRehearsal) =>
        new(new { Visit = Visit.Of(context), Taken = taken, IsRehearsal = isRehearsal });
}
