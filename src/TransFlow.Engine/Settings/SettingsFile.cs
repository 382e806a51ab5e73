using System.Collections;
using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using TransFlow.Core;
using TransFlow.Core.Publishing;
using TransFlow.Core.Segments;
using TransFlow.Core.Segments.Srx;
using TransFlow.Core.Stages;
using TransFlow.Engine.Files;
using TransFlow.Engine.Store;

namespace TransFlow.Engine.Settings;

/// <summary>Reads <c>transflow.json</c>: JSON with comments; <c>TRANSFLOW__A__B</c> in the environment sets <c>a.b</c>.</summary>
public static class SettingsFile
{
    private const string Prefix = "TRANSFLOW__";

    /// <summary>Reads and checks the settings.</summary>
    /// <param name="path">The file.</param>
    /// <param name="environment">The environment's variables.</param>
    /// <returns>The settings; or everything that is wrong with them.</returns>
    public static (NewsroomSettings? Settings, ImmutableArray<Refusal> Problems) Read(string path, IDictionary environment)
    {
        SettingNode root;
        byte[] bytes;
        try
        {
            bytes = File.ReadAllBytes(path);
            root = SettingNode.Parse(bytes);
        }
        catch (JsonException e)
        {
            return (null, [new Refusal("settings-broken", $"The settings are not JSON: {e.Message.Split(" LineNumber")[0].TrimEnd('.')}.", "Mend that line.") { File = path, Line = e.LineNumber is { } line ? (int)line + 1 : null }]);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return (null, [new Refusal("settings-missing", $"The settings cannot be read: {e.Message}", "Go to the newsroom's folder, name the file with --settings, or make one with 'transflow init'.") { File = path }]);
        }

        Override(root, environment);
        var problems = new List<Refusal>();
        var settings = Build(new SettingReader(root, path, problems), path, environment);
        return (problems.Count == 0 ? settings with { Stamp = StampOf(bytes, settings.Source.Boilerplate) } : null, [.. problems]);
    }

    /// <summary>The digest of a settings file and of standing texts as they are now; empty while they cannot be read.</summary>
    internal static string StampOf(string path, string boilerplate)
    {
        try
        {
            return StampOf(File.ReadAllBytes(path), boilerplate);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }

    private static string StampOf(byte[] file, string boilerplate)
    {
        var texts = new BoilerplateFiles(boilerplate).All.Select(f => $"{Path.GetFileName(f)} {Digest.Of(File.ReadAllBytes(f))}");
        return Digest.Of(Encoding.UTF8.GetBytes(string.Join('\n', texts.Prepend(Digest.Of(file)))));
    }

    private static void Override(SettingNode root, IDictionary environment)
    {
        foreach (var name in environment.Keys.OfType<string>().Where(n => n.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase)).Order(StringComparer.Ordinal))
        {
            var node = root;
            foreach (var step in name[Prefix.Length..].Split("__"))
                node = node.Member(node.Members?.Keys.FirstOrDefault(k => string.Equals(k, step, StringComparison.OrdinalIgnoreCase)) ?? step.ToLowerInvariant());
            node.Text = (string?)environment[name];
            (node.Members, node.Items) = (null, null);
        }
    }

    private static NewsroomSettings Build(SettingReader root, string path, IDictionary environment)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        root.Text("$schema");
        var source = Source(root.Object("source"), folder);
        var routes = Routes(root.Object("routes"));
        var boilerplate = new BoilerplateFiles(source.Boilerplate);
        var schedule = new ScheduleReader(root.Object("schedule")).Read();
        var calendar = new CalendarReader(root.Object("calendar"), schedule.TimeZone).Read();
        StyleReader Style(SettingReader style) => new(style, boilerplate, calendar.Zone);
        var targets = Targets(root.Object("targets"), routes, root.Object("routes").Names.Except(routes.Keys).ToHashSet(StringComparer.Ordinal), Style, source.Language);
        if (!root.Object("targets").Names.Any())
            root.Problem("targets", "no-targets", "No target language is set.", "Add one, such as \"targets\": { \"en\": {} }.");
        if (!StoreAddress.Read(root.Text("store", "sqlite:translations/.transflow/newsroom.db")!, folder).Try(out var store, out var unknown))
            root.Problem("store", unknown.Code, unknown.Message, unknown.Remedy);
        var exchange = root.Object("exchange");
        var ids = new PersonIds();
        var people = new PeopleReader(root.Object("people"), ids);
        people.Read();
        var (published, file, index) = Publish(root, folder);
        var settings = new NewsroomSettings
        {
            File = Path.GetFullPath(path),
            Source = source,
            Targets = targets,
            Store = store!,
            Exchange = Path.Combine(folder, exchange.Text("path", "translations")!),
            RemovesTaken = exchange.Choice("afterTaking", "remove", "keep") == "remove",
            PackageDays = exchange.Number("packageDays", 14, least: 1),
            People = people.Stages,
            Credits = people.Credits,
            Forms = people.Forms,
            Schedule = schedule,
            Calendar = calendar,
            RouteRules = RouteRule.Read(root.Objects("routing"), routes, ids),
            Stages = new StagesReader(root.Object("stages")).Read(),
            Notify = new NotifyReader(environment, folder).Read(root.Objects("notify")),
            PublishFolder = published,
            PublishFile = file,
            PublishIndex = index,
            Preview = Preview(root.Object("preview"), folder),
            Desk = new DeskReader(root.Object("desk"), folder, ids).Read(),
        };
        exchange.Done();
        root.Done();
        return settings;
    }

    private static SourceSettings Source(SettingReader source, string folder)
    {
        if (!source.IsThere)
            source.Problem("", "no-source", "There is no 'source'.", "Say where articles come from: \"source\": { \"language\": \"ko\", \"path\": \"translations/articles\" }.");
        source.Choice("type", "folder");
        var language = source.Text("language", "ko")!;
        var read = new SourceSettings(
            language,
            Path.Combine(folder, source.Text("path", "translations/articles")!),
            source.Text("site", "")!.TrimEnd('/'),
            [.. source.Texts("url")],
            Path.Combine(folder, source.Text("boilerplate", "translations/boilerplate")!),
            Roles(source.Object("frontMatter")),
            Segmentation(source, folder, language))
        {
            IsMdx = source.Choice("markdown", "auto", "mdx") == "mdx",
            BreaksLines = source.Choice("lineEnds", "space", "break") == "break",
            AsksWhenRevised = source.Choice("whenRevised", "silent", "ask") == "ask",
        };
        source.Done();
        return read;
    }

    /// <summary>The rules of a file; sentences by other rules than were asked for would have to be cut anew, so one that cannot be used is a problem.</summary>
    private static SrxRules? Segmentation(SettingReader source, string folder, string language)
    {
        const string Name = "segmentation";
        if (source.Text(Name) is not { } path)
            return null;
        byte[] file;
        try
        {
            file = File.ReadAllBytes(Path.Combine(folder, path));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            source.Problem(Name, "no-segmentation-rules", $"The segmentation rules cannot be read: {e.Message}", "Name a file of SRX 2.0, or take 'source.segmentation' out to split by our own rules.");
            return null;
        }

        if (!SrxRules.Read(file, path).Try(out var rules, out var refusal))
            source.Problem(Name, refusal.Code, $"{path}{(refusal.Line is { } line ? $":{line}" : "")}: {refusal.Message}", refusal.Remedy);
        else if (!rules.Has(language))
            source.Problem(Name, "no-rules-for-language", $"{path} has no rules for '{language}'.", "Add a map for it, or take 'source.segmentation' out to split by our own rules.");
        return rules;
    }

    private static FrontMatterRoles Roles(SettingReader roles)
    {
        var preset = roles.Choice("preset", "auto", "hugo", "jekyll", "wordpress");
        var read = new FrontMatterRoles { Preset = preset == "auto" ? null : preset, Translate = [.. roles.Texts("translate")], Keep = [.. roles.Texts("keep")] };
        roles.Done();
        return read;
    }

    private static Dictionary<string, Route> Routes(SettingReader routes)
    {
        var read = new Dictionary<string, Route>(StringComparer.Ordinal);
        foreach (var name in routes.Names)
        {
            if (Route.Of(name, routes.Texts(name)).Try(out var route, out var refusal))
                read[name] = route;
            else
                routes.Problem(name, refusal.Code, refusal.Message, refusal.Remedy);
        }

        if (!routes.Names.Contains("default"))
            read["default"] = Route.Of("default", ["translate", "edit"]).Value!;
        return read;
    }

    private static ImmutableSortedDictionary<string, TargetSettings> Targets(SettingReader targets, Dictionary<string, Route> routes, HashSet<string> refused, Func<SettingReader, StyleReader> styles, string sourceLanguage)
    {
        var read = ImmutableSortedDictionary.CreateBuilder<string, TargetSettings>(StringComparer.Ordinal);
        foreach (var language in targets.Names)
        {
            var target = targets.Object(language);
            var name = target.Text("route", "default")!;
            if (!routes.TryGetValue(name, out var route) && !refused.Contains(name))
                target.Problem("route", "no-such-route", $"There is no route '{name}'.", $"Known routes: {string.Join(", ", routes.Keys.Order(StringComparer.Ordinal))}.");
            if (language == sourceLanguage)
                targets.Problem(language, "target-is-source", $"'{language}' is the source language.", "Take it out of the targets.");
            var style = styles(target.Object("style")).Read(language);
            target.Done();
            if (route is not null)
                read[language] = new TargetSettings(route, style);
        }

        return read.ToImmutable();
    }

    private static (string Folder, PagePath? File, string? Index) Publish(SettingReader root, string folder)
    {
        var path = "translations/published/{lang}";
        PagePath? file = null;
        string? index = null;
        var ways = root.Objects("publish").ToList();
        if (ways.Count > 1)
            root.Problem("publish", "two-folders", "There is more than one folder to publish to.", "Keep one of them.");
        foreach (var way in ways)
        {
            way.Choice("type", "folder");
            path = way.Text("path", path)!;
            if (!path.Contains("{lang}", StringComparison.Ordinal))
                way.Problem("path", "no-language-in-path", $"'{path}' would mix the languages.", "Put {lang} into it.");
            if (path.Replace("{lang}", "", StringComparison.Ordinal).Contains('{', StringComparison.Ordinal))
                way.Problem("path", "unknown-place", $"'{path}' is a folder for each language; nothing but {{lang}} stands for anything in it.", "Where in the folder a page goes is said by 'file'.");
            file = way.Text("file") is { } pattern ? new PagePath(pattern) : null;
            if (file?.Problem is { } wrong)
                way.Problem("file", "no-page-path", $"'{file.Pattern}': {wrong}.", "Write it like {dir}/{name}.{lang}.md or _posts/{yyyy}-{mm}-{dd}-{slug}.md.");
            index = way.Text("index");
            if (index is not null && (index.Contains('{', StringComparison.Ordinal) || index.Length == 0 || index.EndsWith('/')))
                way.Problem("index", "no-file", $"'{index}' is no name of a file; the index is one file for all languages.", "Write it like translations/published/index.json.");
            way.Done();
        }

        return (Path.Combine(folder, path), file, index is { Length: > 0 } ? Path.Combine(folder, index) : null);
    }

    private static PreviewSettings? Preview(SettingReader preview, string folder)
    {
        var template = preview.Text("template");
        var assets = preview.Text("assets");
        preview.Done();
        if (template is null)
        {
            if (preview.IsThere)
                preview.Problem("", "no-template", "There is no template for previews.", "Name the HTML file: \"template\": \"site/article.html\"; or take 'preview' out.");
            return null;
        }

        var read = new PreviewSettings(Path.Combine(folder, template), assets is null ? null : Path.Combine(folder, assets));
        string text;
        try
        {
            text = File.ReadAllText(read.Template);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            preview.Problem("template", "no-template", $"The template cannot be read: {e.Message}", "Name an HTML file.");
            return null;
        }

        if (PreviewTemplate.Of(text).Refusal is { } refusal)
            preview.Problem("template", refusal.Code, $"{template}{(refusal.Line is { } line ? $":{line}" : "")}: {refusal.Message}", refusal.Remedy);
        if (read.Assets is { } there && !Directory.Exists(there))
            preview.Problem("assets", "no-folder", $"There is no folder '{assets}'.", "Name the folder of the template's stylesheets.");
        return read;
    }
}
