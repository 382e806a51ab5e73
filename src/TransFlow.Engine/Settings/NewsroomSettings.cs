using System.Collections.Immutable;
using TransFlow.Core;
using TransFlow.Core.Exchange;
using TransFlow.Core.Publishing;
using TransFlow.Core.Segments;
using TransFlow.Core.Segments.Srx;
using TransFlow.Core.Stages;
using TransFlow.Engine.Store;

namespace TransFlow.Engine.Settings;

/// <summary>What <c>transflow.json</c> and the environment say, checked. Paths are absolute.</summary>
public sealed record NewsroomSettings
{
    /// <summary>The settings file.</summary>
    public required string File { get; init; }

    /// <summary>The digest of the files from which they were read: the settings file and the standing texts.</summary>
    internal string Stamp { get; init; } = "";

    /// <summary>Says that these files have other bytes by now. Whoever works by the settings must not let out what the newer ones may forbid.</summary>
    /// <returns>Why nothing may be published by these settings; null when the files stand as they were read.</returns>
    public Refusal? Outdated() => SettingsFile.StampOf(File, Source.Boilerplate) == Stamp
        ? null
        : new Refusal("settings-changed", "The settings or standing texts are others by now than those by which this worker works; until it takes them over, it publishes nothing.", "It takes them over within seconds where they are sound; see: transflow check.");

    /// <summary>The source: language and folder.</summary>
    public required SourceSettings Source { get; init; }

    /// <summary>The target languages by tag.</summary>
    public required ImmutableSortedDictionary<string, TargetSettings> Targets { get; init; }

    /// <summary>Where the store is.</summary>
    public required StoreAddress Store { get; init; }

    /// <summary>The exchange room: the folder that holds hand-outs, returns and rejections.</summary>
    public required string Exchange { get; init; }

    /// <summary>True when a file in the drop box is removed once it was taken; false when it stays and is known by its content.</summary>
    public bool RemovesTaken { get; init; }

    /// <summary>People by stage and language.</summary>
    public required ImmutableSortedDictionary<string, ImmutableSortedDictionary<string, ImmutableArray<string>>> People { get; init; }

    /// <summary>The names under which people agreed to be named, by person; by language, or for every language under the empty name.</summary>
    public required ImmutableSortedDictionary<string, ImmutableSortedDictionary<string, string>> Credits { get; init; }

    /// <summary>In which form people get files, by person; who is not here gets the default.</summary>
    public required ImmutableSortedDictionary<string, FileForm> Forms { get; init; }

    /// <summary>For how many days a package is good.</summary>
    public int PackageDays { get; init; } = 14;

    /// <summary>When each step runs.</summary>
    public required ScheduleSettings Schedule { get; init; }

    /// <summary>What takes another route than its language's: whole articles, and segments. The first rule of each kind that fits counts.</summary>
    public ImmutableArray<RouteRule> RouteRules { get; init; } = [];

    /// <summary>When the newsroom works: due times count in it.</summary>
    public required WorkCalendar Calendar { get; init; }

    /// <summary>What is said of each stage, by its name.</summary>
    public required ImmutableSortedDictionary<string, StageSettings> Stages { get; init; }

    /// <summary>The ways to tell others what happened.</summary>
    public ImmutableArray<NotifySettings> Notify { get; init; } = [];

    /// <summary>The publication folder with <c>{lang}</c> in it.</summary>
    public required string PublishFolder { get; init; }

    /// <summary>Where in that folder a page goes; null for where the source stands in its own, with the page's language in its name.</summary>
    public PagePath? PublishFile { get; init; }

    /// <summary>The file that tells a site generator what is published; null for none.</summary>
    public string? PublishIndex { get; init; }

    /// <summary>The site's own template for previews; null for the plain one.</summary>
    public PreviewSettings? Preview { get; init; }

    /// <summary>The web desk; null when there is none.</summary>
    public DeskSettings? Desk { get; init; }

    /// <summary>Everybody whom the settings name for work, by id.</summary>
    public IEnumerable<string> Everybody => People.Values.SelectMany(s => s.Values).Concat(RouteRules.SelectMany(r => r.Strand?.Strand.People.Values ?? [])).SelectMany(p => p)
        .Concat(Desk?.Chiefs ?? []).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);

    /// <summary>Whom a name that nobody has may mean; null when it is like no other.</summary>
    /// <param name="person">The name.</param>
    /// <returns>The id.</returns>
    public string? Nearest(string person)
    {
        double Nearness(string id) => Similarity.Of(id.ToUpperInvariant(), person.ToUpperInvariant());
        return Everybody.MaxBy(Nearness) is { } near && Nearness(near) >= 0.3 ? near : null;
    }

    /// <summary>The people who may work a stage in a language.</summary>
    /// <param name="stage">The stage's name.</param>
    /// <param name="language">The language.</param>
    /// <returns>Their ids in the order of the settings.</returns>
    public ImmutableArray<string> PeopleOf(string stage, string language) =>
        People.TryGetValue(stage, out var languages) && languages.TryGetValue(language, out var people) ? people : [];

    /// <summary>The stages that a person may work in a language.</summary>
    /// <param name="person">The person.</param>
    /// <param name="language">The language.</param>
    /// <returns>The person as an actor.</returns>
    public Actor ActorOf(string person, string language) =>
        new(person, [.. People.Where(s => s.Value.TryGetValue(language, out var people) && people.Contains(person)).Select(s => s.Key)]);

    /// <summary>In which form a person gets files.</summary>
    /// <param name="person">The person; null for nobody.</param>
    /// <returns>The form.</returns>
    public FileForm FormOf(string? person) => person is not null && Forms.TryGetValue(person, out var form) ? form : FileForm.Default;

    /// <summary>The route of an article's edition.</summary>
    /// <param name="language">The edition's language.</param>
    /// <param name="path">The article's path in the source folder, with <c>/</c>.</param>
    /// <param name="article">The article.</param>
    /// <returns>The route.</returns>
    public Route RouteOf(string language, string path, Extraction article) =>
        RouteRule(language, path, article)?.Route ?? Targets[language].Route;

    /// <summary>The rule by which an article's edition takes another route than its language's; null for none.</summary>
    /// <param name="language">The edition's language.</param>
    /// <param name="path">The article's path in the source folder, with <c>/</c>.</param>
    /// <param name="article">The article.</param>
    /// <returns>The first rule that fits.</returns>
    public RouteRule? RouteRule(string language, string path, Extraction article) =>
        RouteRules.FirstOrDefault(r => r.Strand is null && r.Fits(language, path, article));

    /// <summary>The rules that send some segments of an edition elsewhere.</summary>
    /// <param name="language">The edition's language.</param>
    /// <param name="path">The article's path in the source folder, with <c>/</c>.</param>
    /// <param name="article">The article.</param>
    /// <returns>The rules that fit the article, in order.</returns>
    public ImmutableArray<RouteRule> StrandsOf(string language, string path, Extraction article) =>
        [.. RouteRules.Where(r => r.Strand is not null && r.Fits(language, path, article))];

    /// <summary>The stages that a person may work in any language.</summary>
    /// <param name="person">The person.</param>
    /// <returns>The person as an actor; without stages when nobody of that name works here.</returns>
    public Actor ActorAnywhere(string person) =>
        new(person, [.. People.Where(s => s.Value.Values.Any(p => p.Contains(person))).Select(s => s.Key), .. OfRules(person, null)]);

    /// <summary>Whether a person has something to do in a language.</summary>
    /// <param name="person">The person.</param>
    /// <param name="language">The language.</param>
    /// <returns>True when a stage or a rule names the person there.</returns>
    public bool Works(string person, string language) => ActorOf(person, language).Stages.Count > 0 || OfRules(person, language).Any();

    /// <summary>Whether a person is named for a seat.</summary>
    /// <param name="seat">The seat.</param>
    /// <param name="language">The language.</param>
    /// <param name="person">The person.</param>
    /// <returns>True when people or rules name the person for it.</returns>
    public bool Names(Seat seat, string language, string person) => seat.Strand is null
        ? PeopleOf(seat.Stage, language).Contains(person)
        : RouteRules.Any(r => r.Strand?.Strand is { } strand && strand.Name == seat.Strand && strand.Names(seat.Stage, person));

    /// <summary>The stages for which rules about some segments name a person.</summary>
    /// <summary>The stages that articles of a language may pass, in the order of routes.</summary>
    /// <param name="language">The language.</param>
    /// <returns>Their names.</returns>
    public IEnumerable<string> StagesOf(string language) => Targets[language].Route.Stages
        .Concat(RulesFor(language).SelectMany(r => (r.Strand is { } strand ? strand.Route : r.Route)?.Stages ?? [])).Select(s => s.Name)
        .Concat(RulesFor(language).SelectMany(r => r.Strand?.Strand.People.Keys ?? [])).Distinct(StringComparer.Ordinal).OrderBy(Route.RoleOf);

    /// <summary>Everybody who works a stage in a language, be it only what a rule sends there.</summary>
    /// <param name="stage">The stage's name.</param>
    /// <param name="language">The language.</param>
    /// <returns>Their ids in the order of the settings.</returns>
    public IEnumerable<string> WorkersOf(string stage, string language) => PeopleOf(stage, language)
        .Concat(RulesFor(language).SelectMany(r => r.Strand?.Strand.People.GetValueOrDefault(stage, []) ?? [])).Distinct(StringComparer.Ordinal);

    private IEnumerable<RouteRule> RulesFor(string? language) => RouteRules.Where(r => language is null || r.Languages.IsEmpty || r.Languages.Contains(language));

    private IEnumerable<string> OfRules(string person, string? language) => RulesFor(language)
        .SelectMany(r => r.Strand?.Strand.People ?? ImmutableSortedDictionary<string, ImmutableArray<string>>.Empty).Where(p => p.Value.Contains(person)).Select(p => p.Key);

    /// <summary>What is said of a stage.</summary>
    /// <param name="stage">The stage's name; null for none.</param>
    /// <returns>Its settings.</returns>
    public StageSettings StageOf(string? stage) => stage is null ? StageSettings.None : Stages.GetValueOrDefault(stage, StageSettings.None);

    /// <summary>The name under which a person agreed to be named in a language; null when there is none.</summary>
    /// <param name="person">The person.</param>
    /// <param name="language">The language.</param>
    /// <returns>The name.</returns>
    public string? CreditOf(string person, string language) =>
        Credits.TryGetValue(person, out var names) ? names.GetValueOrDefault(language) ?? names.GetValueOrDefault("") : null;
}

/// <summary>Where articles come from.</summary>
/// <param name="Language">Their language.</param>
/// <param name="Folder">Their folder.</param>
/// <param name="Site">The site's address, for <c>{site}</c>.</param>
/// <param name="Urls">Templates of an article's public address, best first; one counts when all its places can be filled.</param>
/// <param name="Boilerplate">The folder of standing texts, <c>name.language.md</c>.</param>
/// <param name="FrontMatter">What the newsroom says of front matter keys.</param>
/// <param name="Segmentation">Segmentation rules of SRX in the place of our own; null for our own.</param>
public sealed record SourceSettings(string Language, string Folder, string Site, ImmutableArray<string> Urls, string Boilerplate, FrontMatterRoles FrontMatter, SrxRules? Segmentation)
{
    /// <summary>True when all articles are MDX, also those whose names end with <c>.md</c>: Docusaurus reads them so.</summary>
    public bool IsMdx { get; init; }

    /// <summary>True when the site shows the ends of lines within a paragraph as such.</summary>
    public bool BreaksLines { get; init; }

    /// <summary>True when a changed article that is live is published again only after somebody said what the change is to the readers.</summary>
    public bool AsksWhenRevised { get; init; }

    /// <summary>How the newsroom takes an article apart, with its standing texts as they are now.</summary>
    /// <exception cref="IOException">A standing text cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">A standing text must not be read.</exception>
    public ExtractionOptions Extraction() => new(Language) { IsMdx = IsMdx, BreaksLines = BreaksLines, Roles = FrontMatter, Segmentation = Segmentation, Standing = new BoilerplateFiles(Boilerplate).In(Language) };
}

/// <summary>The site's own template for previews.</summary>
/// <param name="Template">The HTML file.</param>
/// <param name="Assets">The folder of its stylesheets, pictures and fonts; null for none.</param>
public sealed record PreviewSettings(string Template, string? Assets);

/// <summary>One target language.</summary>
/// <param name="Route">The route of its editions.</param>
/// <param name="Style">Its house style.</param>
public sealed record TargetSettings(Route Route, HouseStyle Style);

/// <summary>When each step runs: cron expressions with seconds, in one time zone.</summary>
/// <param name="TimeZone">The IANA time zone.</param>
/// <param name="Intake">When articles are looked for.</param>
/// <param name="Collect">When returns are looked for.</param>
/// <param name="Publish">When finished editions go out.</param>
public sealed record ScheduleSettings(string TimeZone, string Intake, string Collect, string Publish);
