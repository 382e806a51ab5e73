using System.Collections.Immutable;
using TransFlow.Engine;
using TransFlow.Engine.Jobs;
using TransFlow.Engine.Settings;

namespace TransFlow.Desk.Editions;

/// <summary>A picture of an article as the desk shows it.</summary>
/// <param name="UnitId">The unit at which it stands; null for the end of the article.</param>
/// <param name="Address">Where it is, as the article says it.</param>
/// <param name="Source">From where the desk shows it; null when it may not, or when nothing is there.</param>
public sealed record PictureView(string? UnitId, string Address, string? Source);

/// <summary>
/// The pictures of articles: files of the newsroom's own folders, small enough and really pictures, or those of its site where the settings
/// say so. An article names files as it likes; none outside those folders is read, by whatever path or link.
/// </summary>
internal static class PictureRoutes
{
    /// <summary>The largest file that is shown, in bytes.</summary>
    public const int Largest = 10_000_000;

    private const int Head = 16;

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/editions/{article}/{language}/pictures/{number:int}", Get).RequireAuthorization(Policies.Language);

    /// <summary>The site whose pictures pages may load; null for none.</summary>
    public static string? Site(NewsroomSettings settings) =>
        settings.Desk!.LoadsImages && Uri.TryCreate(settings.Source.Site, UriKind.Absolute, out var site) ? site.GetLeftPart(UriPartial.Authority) : null;

    /// <summary>The pictures of an edition's article.</summary>
    public static ImmutableArray<PictureView> Of(Newsroom newsroom, EditionSheet sheet)
    {
        var path = newsroom.Store.Revision(sheet.Edition.Article, sheet.Edition.Revision)?.Path ?? "";
        return [.. sheet.Source.Pictures.Select((p, i) => new PictureView(p.UnitId, p.Address, Shown(newsroom.Settings, sheet, path, p.Address, i)))];
    }

    private static string? Shown(NewsroomSettings settings, EditionSheet sheet, string path, string address, int number)
    {
        if (File(settings, path, address) is not null)
            return $"/editions/{Uri.EscapeDataString(sheet.Edition.Article)}/{sheet.Edition.Language}/pictures/{number}";
        return Site(settings) is { } site && Uri.TryCreate(new Uri(site), address, out var whole) && whole.GetLeftPart(UriPartial.Authority) == site ? whole.AbsoluteUri : null;
    }

    /// <summary>A picture with its bytes, as a document of no origin can hold it; null when the newsroom's own folders do not have it.</summary>
    /// <param name="settings">The settings.</param>
    /// <param name="article">The source article's path.</param>
    /// <param name="address">The picture's address.</param>
    /// <param name="most">How many bytes it may have.</param>
    public static string? Data(NewsroomSettings settings, string article, string address, int most) =>
        File(settings, article, address) is { } file && new FileInfo(file).Length <= most && System.IO.File.ReadAllBytes(file) is var bytes && Type(bytes) is { } type
            ? $"data:{type};base64,{Convert.ToBase64String(bytes)}"
            : null;

    private static async Task<IResult> Get(HttpContext context, Newsroom newsroom, string article, string language, int number)
    {
        if (!newsroom.Sheet(article, language).Try(out var sheet, out _) || sheet.Source.Pictures.ElementAtOrDefault(number) is not { } picture
            || newsroom.Store.Revision(article, sheet.Edition.Revision) is not { } revision || File(newsroom.Settings, revision.Path, picture.Address) is not { } file)
        {
            return Results.NotFound();
        }

        var bytes = await System.IO.File.ReadAllBytesAsync(file, context.RequestAborted).ConfigureAwait(false);
        if (Type(bytes) is not { } type)
            return Results.NotFound();
        context.Response.Headers.ContentSecurityPolicy = "sandbox; default-src 'none'; frame-ancestors 'none'";
        context.Response.Headers.CacheControl = "private, max-age=300";
        context.Response.Headers.Pragma = default;
        return Results.Bytes(bytes, type);
    }

    /// <summary>The file of an address: beside the article, or, when it begins with a slash, in the folder of the site's files.</summary>
    private static string? File(NewsroomSettings settings, string article, string address)
    {
        var site = settings.Source.Site.TrimEnd('/');
        if (site.Length > 0 && address.StartsWith(site + "/", StringComparison.OrdinalIgnoreCase))
            address = address[site.Length..];
        address = address.Split('?', '#')[0];
        if (address.Length == 0 || address.Contains(':', StringComparison.Ordinal) || address.StartsWith("//", StringComparison.Ordinal) || address.Any(char.IsControl))
            return null;
        var isRooted = address[0] == '/';
        if ((isRooted ? settings.Desk!.Pictures : settings.Source.Folder) is not { } root)
            return null;
        var from = isRooted ? root : Path.GetDirectoryName(Path.Combine(root, article)) ?? root;
        try
        {
            return Within(root, Path.GetFullPath(Path.Combine(from, Uri.UnescapeDataString(address.TrimStart('/')))));
        }
        catch (Exception e) when (e is ArgumentException or IOException or UnauthorizedAccessException or NotSupportedException)
        {
            return null;
        }
    }

    /// <summary>The file when it is there, small enough, and neither it nor a folder above it leads out of the root.</summary>
    private static string? Within(string root, string path)
    {
        var top = Path.GetFullPath(root);
        if (!path.StartsWith(top + Path.DirectorySeparatorChar, StringComparison.Ordinal))
            return null;
        for (FileSystemInfo? at = new FileInfo(path); at is not null && at.FullName.Length > top.Length; at = at is FileInfo file ? file.Directory : ((DirectoryInfo)at).Parent)
        {
            if (at.LinkTarget is not null)
                return null;
        }

        return new FileInfo(path) is { Exists: true, Length: > Head and <= Largest } ? path : null;
    }

    /// <summary>What kind of picture bytes are, by how they begin; null for none that the desk shows.</summary>
    private static string? Type(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0x89, (byte)'P', (byte)'N', (byte)'G', ..] => "image/png",
        [0xFF, 0xD8, 0xFF, ..] => "image/jpeg",
        [(byte)'G', (byte)'I', (byte)'F', (byte)'8', ..] => "image/gif",
        [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', (byte)'E', (byte)'B', (byte)'P', ..] => "image/webp",
        [_, _, _, _, (byte)'f', (byte)'t', (byte)'y', (byte)'p', (byte)'a', (byte)'v', (byte)'i', (byte)'f', ..] => "image/avif",
        _ => null,
    };
}
