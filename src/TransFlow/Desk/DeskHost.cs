using System.Text.Encodings.Web;
using System.Text.Unicode;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;
using TransFlow.Desk.Assets;
using TransFlow.Desk.Board;
using TransFlow.Desk.Editions;
using TransFlow.Desk.Pages;
using TransFlow.Desk.Room;
using TransFlow.Desk.SignIn;
using TransFlow.Engine;
using TransFlow.Engine.Settings;

namespace TransFlow.Desk;

/// <summary>The web desk in a host.</summary>
public static class DeskHost
{
    /// <summary>The largest form, in bytes; uploads of packages have a limit of their own.</summary>
    private const long LargestForm = 1_000_000;

    /// <summary>The most values in a form: an article may have a block for each cell of a long table.</summary>
    private const int MostValues = 20_000;

    /// <summary>The fields of forms that people write sentences into.</summary>
    private static readonly string[] WordFields = ["target", "reason", "comment", "line"];

    /// <summary>Requests of one person or address a minute; a page is two or three.</summary>
    private const int RequestsAMinute = 600;

    /// <summary>Uploads of one person that wait while one is looked at.</summary>
    private const int WaitingUploads = 4;

    /// <summary>Passwords that one address may try a minute.</summary>
    private const int SignInsAMinute = 10;

    /// <summary>Makes a host that serves the desk.</summary>
    /// <param name="newsroom">The newsroom, whose settings have a desk.</param>
    /// <param name="clock">The clock.</param>
    /// <returns>The builder, for more services.</returns>
    public static WebApplicationBuilder Builder(Newsroom newsroom, TimeProvider clock)
    {
        var desk = newsroom.Settings.Desk!;
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ContentRootPath = Path.GetDirectoryName(newsroom.Settings.File), EnvironmentName = Environments.Production });
        builder.WebHost.UseKestrelCore().UseUrls(desk.Listen.ToString()).ConfigureKestrel(k =>
        {
            k.AddServerHeader = false;
            k.Limits.MaxRequestBodySize = LargestForm;
            k.Limits.MaxRequestHeadersTotalSize = 16_384;
        });
        var services = builder.Services;
        services.AddSingleton(newsroom);
        services.AddSingleton(clock);
        services.AddSingleton<BoardIndex>();
        services.AddSingleton<PresenceBook>();
        services.AddSingleton<SignInPatience>();
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        services.AddRouting();
        services.AddRazorComponents();
        services.AddDataProtection().SetApplicationName("transflow").PersistKeysToFileSystem(PrivateFolder(desk.Keys));
        services.Configure<FormOptions>(o => (o.ValueCountLimit, o.ValueLengthLimit) = (MostValues, (int)LargestForm));
        services.AddAntiforgery(o =>
        {
            (o.Cookie.Name, o.Cookie.HttpOnly, o.Cookie.SameSite, o.Cookie.SecurePolicy) = ("transflow-form", true, SameSiteMode.Strict, CookieSecurePolicy.SameAsRequest);
            (o.FormFieldName, o.HeaderName, o.SuppressXFrameOptionsHeader) = ("form", "X-Form", true);
        });
        SignIns(services, desk);
        services.AddDeskPolicies();
        services.AddRateLimiter(Limits);
        services.AddResponseCompression(o => o.EnableForHttps = true);
        return builder;
    }

    /// <summary>Puts the desk's pages into a host.</summary>
    /// <param name="app">The host.</param>
    public static void MapDesk(this WebApplication app)
    {
        app.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandler = Failed });
        app.UseMiddleware<DeskGuard>(app.Services.GetRequiredService<Newsroom>().Settings.Desk!);
        app.UseWhen(DeskGuard.MayCompress, b => b.UseResponseCompression());
        app.UseStatusCodePages(c => Notice(c.HttpContext));
        app.UseRouting();
        app.UseAuthentication();
        app.UseRateLimiter();
        app.UseAuthorization();
        app.Use((context, next) => DeskGuard.Forms(context, next, app.Services.GetRequiredService<IAntiforgery>()));
        DeskAssets.Map(app);
        SignInRoutes.Map(app);
        Preferences.Map(app);
        BoardRoutes.Map(app);
        EditionRoutes.Map(app);
        PictureRoutes.Map(app);
        PreviewRoutes.Map(app);
        HandChangeRoutes.Map(app);
        HistoryRoutes.Map(app);
        WorkRoutes.Map(app);
        PackageRoutes.Map(app);
        RoomRoutes.Map(app);
        app.MapFallback(() => Results.NotFound()).RequireAuthorization(Policies.Member);
    }

    private static void SignIns(IServiceCollection services, DeskSettings desk)
    {
        if (desk.ProxyHeader is not null)
            services.AddAuthentication(ProxyHeader.Scheme).AddScheme<AuthenticationSchemeOptions, ProxyHeader>(ProxyHeader.Scheme, null);
        else
            services.AddAuthentication(AccountCookie.Scheme).AddCookie(AccountCookie.Scheme, AccountCookie.Set);
    }

    private static void Limits(Microsoft.AspNetCore.RateLimiting.RateLimiterOptions options)
    {
        static string Address(HttpContext context) => context.Connection.RemoteIpAddress?.ToString() ?? "";
        options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        options.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(c => RateLimitPartition.GetFixedWindowLimiter(
            c.User.Identity?.Name is { } person ? $"person {person}" : $"address {Address(c)}", _ => new FixedWindowRateLimiterOptions { PermitLimit = RequestsAMinute, Window = TimeSpan.FromMinutes(1) }));
        options.AddPolicy(PackageRoutes.Limit, c => RateLimitPartition.GetConcurrencyLimiter(c.User.Identity?.Name ?? "", _ => new ConcurrencyLimiterOptions { PermitLimit = 1, QueueLimit = WaitingUploads }));
        options.AddPolicy(SignInRoutes.Limit, c => RateLimitPartition.GetFixedWindowLimiter(Address(c), _ => new FixedWindowRateLimiterOptions { PermitLimit = SignInsAMinute, Window = TimeSpan.FromMinutes(1) }));
    }

    /// <summary>Answers without words get some.</summary>
    private static async Task Notice(HttpContext context)
    {
        var visit = Visit.Of(context);
        var status = context.Response.StatusCode;
        var key = status is 400 or 401 or 403 or 404 or 413 or 429 ? status : 500;
        var typed = await Typed(context).ConfigureAwait(false);
        // The address of an act leads back to its page.
        var back = HttpMethods.IsPost(context.Request.Method) && status is 400 or 401 or 403 && context.Request.Path.StartsWithSegments("/editions", StringComparison.Ordinal) ? context.Request.Path.ToString() : null;
        await new RazorComponentResult<NoticePage>(new { Visit = visit, Back = back, Heading = visit.Words[$"notice.{key}"], Text = NoticeText(context, visit, key), Typed = typed }) { StatusCode = status }.ExecuteAsync(context).ConfigureAwait(false);
    }

    /// <summary>The words in a form that was not taken: said back to the sender, since without scripts they are nowhere else.</summary>
    private static async Task<string> Typed(HttpContext context)
    {
        if (!await DeskGuard.IsRead(context).ConfigureAwait(false) || !context.Request.HasFormContentType)
            return "";
        var form = await context.Request.ReadFormAsync(context.RequestAborted).ConfigureAwait(false);
        return string.Join('\n', WordFields.Select(f => form[f].ToString()).Where(t => t.Length > 0));
    }

    /// <summary>Whom to ask is told to those who are in, and to nobody else.</summary>
    private static string NoticeText(HttpContext context, Visit visit, int key)
    {
        var text = visit.Words[$"notice.{key}.text"];
        var desk = context.RequestServices.GetRequiredService<Newsroom>().Settings.Desk!;
        if (key == StatusCodes.Status401Unauthorized && desk.ProxyHeader is not null)
            return visit.Words["sign-in.proxy"];
        var chiefs = desk.Chiefs;
        if (key != StatusCodes.Status403Forbidden || visit.Languages.IsEmpty)
            return text;
        var policies = context.GetEndpoint()?.Metadata.GetOrderedMetadata<IAuthorizeData>().Select(a => a.Policy).ToList() ?? [];
        var need = policies.Contains(Policies.Chief) ? "notice.403.chief" : policies.Contains(Policies.Answers) ? "notice.403.answers" : "";
        return $"{(need.Length > 0 ? visit.Words[need] : text)}{(chiefs.IsEmpty ? "" : " " + visit.Words["notice.403.ask", string.Join(", ", chiefs)])}";
    }

    private static Task Failed(HttpContext context)
    {
        context.Response.StatusCode = context.Features.Get<Microsoft.AspNetCore.Diagnostics.IExceptionHandlerFeature>()?.Error is BadHttpRequestException bad ? bad.StatusCode : StatusCodes.Status500InternalServerError;
        return Notice(context);
    }

    /// <summary>A folder that only its owner may look into.</summary>
    private static DirectoryInfo PrivateFolder(string path) => OperatingSystem.IsWindows()
        ? Directory.CreateDirectory(path)
        : Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
}
