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
        var taken = ImmutableArray.CreateBuilder<(string, TakenReturn)>();
        // A browser sends one without a name when none was chosen.
        foreach (var (number, file) in form.Files.Where(f => f.FileName.Length > 0).Index())
        {
            if (number >= MostFiles)
            {
                taken.Add((Name(file.FileName), new TakenReturn("refused", "", [new Refusal("too-many-files", $"Of one upload {MostFiles} files are taken; this one was not looked at.", "Send it by itself, or all in one zip archive.")])));
                continue;
            }

            using var bytes = new MemoryStream();
            await file.CopyToAsync(bytes, context.RequestAborted).ConfigureAwait(false);
            var name = Name(file.FileName);
            await Looking.WaitAsync(context.RequestAborted).ConfigureAwait(false);
            try
            {
                taken.AddRange(TakeOne(newsroom, context.User.Identity!.Name!, name, bytes.ToArray(), isRehearsal).Select(t => (name, t)));
            }
            finally
            {
                Looking.Release();
            }
        }

        return Show(context, taken.ToImmutable(), isRehearsal);
    }

    /// <summary>A file of a language that is not the sender's is refused before anything is said about it.</summary>
    private static ImmutableArray<TakenReturn> TakeOne(Newsroom newsroom, string person, string name, byte[] bytes, bool isRehearsal)
    {
        var rights = new Rights(newsroom.Settings);
        var rehearsed = newsroom.Acts.Return(bytes, name, person, isRehearsal: true);
        if (rehearsed.Any(t => t.Language.Length > 0 && !rights.Sees(person, t.Language)))
            return [new TakenReturn("refused", "", [new Refusal("not-yours", "The file belongs to a language for which the settings do not name you.", "Give it to a person of that language.")])];
        return isRehearsal ? rehearsed : newsroom.Acts.Return(bytes, name, person);
    }

    /// <summary>The name alone: what a browser says of folders is nobody's business.</summary>
    private static string Name(string name) => name.Split('/', '\\')[^1] is { Length: > 0 and < 256 } last ? new string([.. last.Where(c => !char.IsControl(c))]) : "upload";

    private static RazorComponentResult<PackagesPage> Show(HttpContext context, ImmutableArray<(string, TakenReturn)> taken, bool isRehearsal) =>
        new(new { Visit = Visit.Of(context), Taken = taken, IsRehearsal = isRehearsal });
}
