using System.Collections.Immutable;
using System.Globalization;
using TransFlow.Core;
using TransFlow.Core.Exchange;
using TransFlow.Core.Stages;
using TransFlow.Engine.Files;
using TransFlow.Engine.Store;

namespace TransFlow.Engine.Jobs;

/// <summary>What became of a returned file, or would become of it.</summary>
/// <param name="Outcome">In one word: <c>taken</c>, <c>partly</c>, <c>nothing-new</c> or <c>refused</c>.</param>
/// <param name="Token">The package it belongs to; empty when unknown.</param>
/// <param name="Refusals">What could not be taken, each with its reason.</param>
public sealed record TakenReturn(string Outcome, string Token, ImmutableArray<Refusal> Refusals)
{
    /// <summary>The article; empty when unknown.</summary>
    public string Article { get; init; } = "";

    /// <summary>The language; empty when unknown.</summary>
    public string Language { get; init; } = "";

    /// <summary>How many segments it finished at its stage.</summary>
    public int Finished { get; init; }

    /// <summary>How many targets it changed.</summary>
    public int Changed { get; init; }

    /// <summary>How many segments still wait at its stage.</summary>
    public int Left { get; init; }

    /// <summary>How many new comments it brought.</summary>
    public int Comments { get; init; }

    /// <summary>How many new terms a file of terms alone proposed.</summary>
    public int Terms { get; init; }

    /// <summary>Names of units of the package that the file does not have.</summary>
    public ImmutableArray<string> MissingUnits { get; init; } = [];

    /// <summary>What was repaired or needs a look.</summary>
    public ImmutableArray<Finding> Findings { get; init; } = [];
}

/// <summary>Recognises a returned file by what is in it, holds it against what went out, and commits what it says.</summary>
/// <param name="room">The newsroom.</param>
/// <param name="isRehearsal">True to work out what returns would do, one after another, and do nothing.</param>
internal sealed class ReturnDesk(NewsroomContext room, bool isRehearsal = false)
{
    public const string UnknownPackage = "unknown-package";
    public const string Refused = "refused";
    public const string Taken = "taken";
    public const string Partly = "partly";
    public const string NothingNew = "nothing-new";

    /// <summary>Refused, as the store keeps it, when the edition has gone on without it: the newest file takes its place.</summary>
    public const string Overtaken = "overtaken";

    /// <summary>The file can be taken once a person did something else; until then it stays where it is.</summary>
    public const string Waiting = "waiting";

    /// <summary>The same, and what is to be done is the edition's release.</summary>
    public const string Held = "held";

    /// <summary>Others were faster; the file is taken at the next time.</summary>
    public const string Busy = "busy";

    private const int Attempts = 5;

    private readonly ReturnGround _ground = new(room, isRehearsal);

    /// <summary>Takes a file, or every XLIFF file of an archive.</summary>
    /// <param name="bytes">The file.</param>
    /// <param name="path">Its path as people know it.</param>
    /// <param name="way">By which way it came.</param>
    /// <param name="person">Who hands it in; null for the person who has the job.</param>
    /// <param name="byUnits">Whether a file that names no known package is recognised by its units.</param>
    /// <param name="edition">The article and language that a person says it is for; null to find out.</param>
    public ImmutableArray<TakenReturn> TakeAll(byte[] bytes, string path, ReturnWay way, string? person, bool byUnits = true, (string Article, string Language)? edition = null)
    {
        // Kept before anything is committed: a crash between the two leaves a copy too many, never one too few.
        string? kept = null;
        void Keep()
        {
            if (!isRehearsal)
                kept ??= new ReturnArchive(room).Keep(bytes, path);
        }

        var taken = TakeEach(bytes, new Upload(path, way, person, byUnits, edition, Keep));
        if (taken.Any(t => t.Outcome == Refused && !t.Refusals.Any(r => r.Code is Waiting or Held or Busy or UnknownPackage or ReturnReader.CutOff)))
            Keep();
        if (kept is not null)
            ReturnArchive.Tell(kept, path, Told(taken));
        return taken;
    }

    /// <summary>Takes a file that somebody hands in by a command or at the desk. What waits for a release is put into the box, where it is taken then.</summary>
    /// <param name="bytes">The file.</param>
    /// <param name="path">Its path as people know it.</param>
    /// <param name="person">Who hands it in; null for the person who has the job.</param>
    /// <param name="edition">The article and language that a person says it is for; null to find out.</param>
    public ImmutableArray<TakenReturn> Receive(byte[] bytes, string path, string? person, (string Article, string Language)? edition)
    {
        var taken = TakeAll(bytes, path, ReturnWay.HandedBack, person, edition: edition);
        if (isRehearsal || !taken.Any(t => t.Refusals.Any(r => r.Code == Held)))
            return taken;
        // The box asks nobody who hands in, or what for: what cannot do without is not put there.
        var isKnown = edition is null && taken.All(t => room.Store.Package(t.Token) is not { } package || person is null || person == package.Person);
        var advice = isKnown
            ? new Refusal(Held, "", $"It is kept in {room.Relative(new ReturnArchive(room).PutIntoBox(bytes, path))}, and taken when the edition is released: transflow release.")
            : new Refusal(Held, "", "Return it again when the edition is released.");
        return [.. taken.Select(t => t with { Refusals = [.. t.Refusals.Select(r => r.Code == Held ? r with { Advice = advice.Advice } : r)] })];
    }

    /// <summary>What a person should know of a return, beside what became of it.</summary>
    public static ImmutableArray<string> Told(ImmutableArray<TakenReturn> taken, Severity least = Severity.Info) =>
        [.. taken.SelectMany(t => t.Refusals.Select(r => r.ToString()).Concat(t.Findings.Where(f => f.Severity >= least).Select(f => f.Message)))];

    private ImmutableArray<TakenReturn> TakeEach(byte[] bytes, Upload upload)
    {
        if (!ZipFiles.IsZip(bytes))
            return ZipFiles.IsTerms(upload.Path, bytes) ? Alone([(Path.GetFileName(upload.Path), bytes)], bytes, upload) : Take(bytes, upload);
        if (!ZipFiles.Open(bytes, upload.Path).Try(out var content, out var refusal))
            return [new TakenReturn(Refused, "", [refusal])];
        var broken = content.Broken.Select(b => new TakenReturn(Refused, "", [b]));
        if (content.Files.IsEmpty)
            return [.. Alone(content.Terms, bytes, upload), .. broken];
        ImmutableArray<TakenReturn> taken = [.. content.Files.SelectMany(f => Take(f.Bytes, upload with { Path = $"{upload.Path}: {f.Name}" }).Select(t => Within(f.Name, t))), .. broken];
        var ofLanguages = taken.Where(t => t.Article.Length > 0).OrderBy(t => t.Outcome == Refused).DistinctBy(t => t.Language).ToList();
        if (ofLanguages is not [var first, ..])
            return taken;
        var terms = new ReturnedTerms(room, _ground).Take([.. ofLanguages.Select(t => (t.Article, t.Language))], content.Terms, upload.Person);
        ImmutableArray<Finding> others = content.Others.IsEmpty ? [] : [new Finding("files-ignored", Severity.Warn, "", $"Not looked at, since it is neither XLIFF nor terms: {string.Join(", ", content.Others.Take(5))}{(content.Others.Length > 5 ? " …" : "")}.")];
        return [.. taken.Select(t => ofLanguages.IndexOf(t) is >= 0 and var i ? t with { Findings = [.. t.Findings, .. terms[i], .. ReferenceEquals(t, first) ? others : []] } : t)];
    }

    /// <summary>Takes terms that came without the work.</summary>
    private ImmutableArray<TakenReturn> Alone(ImmutableArray<(string Name, byte[] Bytes)> files, byte[] bytes, Upload upload)
    {
        var taken = new ReturnedTerms(room, _ground).TakeAlone(files, upload.Path, Digest.Of(bytes), upload.Edition, upload.Person);
        if (taken.Any(t => t.Outcome == Taken))
            upload.Keep();
        return taken;
    }

    /// <summary>Names the file of an archive in each refusal.</summary>
    private static TakenReturn Within(string name, TakenReturn taken) =>
        taken with { Refusals = [.. taken.Refusals.Select(r => r with { Unit = r.Unit is null ? name : $"{name}, {r.Unit}" })] };

    /// <summary>Takes a file.</summary>
    private ImmutableArray<TakenReturn> Take(byte[] bytes, Upload upload)
    {
        if (!ReturnReader.Read(bytes, upload.Path).Try(out var returned, out var refusal))
            return [new TakenReturn(Refused, "", [refusal])];
        var sha = Digest.Of(bytes);
        var languages = returned.ByLanguage();
        if (upload.Edition is { Language: var language })
            return Take(languages.OrderByDescending(l => Nearness(l.TargetLanguage, language)).First(), sha, upload);
        return languages.Length > 1 && !IsOfSeveral(returned) ? [.. languages.SelectMany(l => Take(l, sha, upload with { Path = $"{upload.Path}: [{l.TargetLanguage}]" }))] : Take(returned, sha, upload);
    }

    /// <summary>Whether a file names several packages, of which each has its sections.</summary>
    private bool IsOfSeveral(ReturnedFile returned) => returned.Tokens.Select(room.Store.Package).OfType<PackageRow>().Skip(1).Any();

    private static int Nearness(string? said, string language) =>
        said is null || !Languages.AreSame(said, language) ? 0 : said.Equals(language, StringComparison.OrdinalIgnoreCase) ? 3 : Languages.HaveSameScript(said, language) ? 2 : 1;

    /// <summary>Takes what one file says.</summary>
    private ImmutableArray<TakenReturn> Take(ReturnedFile returned, string sha, Upload upload)
    {
        // Some tools put the files of several packages into one.
        var named = returned.Tokens.Select(room.Store.Package).OfType<PackageRow>().ToList();
        if (upload.Edition is { } said && named.Find(p => (p.Article, p.Language) != said) is { } other)
            return [new TakenReturn(Refused, "", [new Refusal("other-edition", $"The file is of {other.Article} [{other.Language}], by the package that it names.", "Return it without the article's name, if that is right.") { File = upload.Path }])];
        if (named.Count > 1)
        {
            ImmutableArray<TakenReturn> taken = [.. named.Select(p => Take(p, returned.For(p.Token, isAlone: true), sha, upload with { Path = $"{upload.Path}: {p.Article} [{p.Language}]" }))];
            var unknown = returned.Units.Where(u => !named.Exists(p => u.Tokens.Contains(p.Token))).ToList();
            return unknown.Count == 0 ? taken : taken.SetItem(0, taken[0] with { Findings = [.. taken[0].Findings, Ignored(unknown)] });
        }

        // A file that names a package of ours that is not there yet is not taken for another: it comes from before a restore, or too early.
        ImmutableArray<PackageRow> fitting = named.Count > 0 ? [named[0]] : upload.ByUnits && !returned.Tokens.Any(Package.IsToken) ? WithUnits(returned, upload.Edition) : [];
        if (fitting is [var package])
            return WithOthers(package, returned.For(package.Token, isAlone: false), sha, upload);
        if (upload.ByUnits && fitting.IsEmpty && !returned.Tokens.Any(Package.IsToken) && Heads(returned, upload.Edition).Any(p => WorkingFile.Is(Sent(p), returned)))
            return [new TakenReturn(Refused, "", [WorkingFile.Refused() with { File = upload.Path }])];
        const string Advice = "Return the file that was handed out, or a copy of it that your tool made; or say whose it is: transflow return FILE --article … -l ….";
        var stray = fitting.Length > 1 ? new Refusal(UnknownPackage, $"Which job is this? Its sentences were handed out for {string.Join(", ", fitting.Select(p => $"{p.Article} [{p.Language}]").Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))} alike (file id unknown).", Advice)
            : upload.Edition is { } meant ? new Refusal(UnknownPackage, $"No sentence of the file was handed out for {meant.Article} [{meant.Language}].", "Look whether it is the right file.")
            : returned.Tokens is [var token, ..] ? new Refusal(UnknownPackage, $"The file belongs to no package of this newsroom (file id '{token}').", Advice)
            : new Refusal(UnknownPackage, "The file belongs to no package of this newsroom (file id missing).", Advice);
        return [new TakenReturn(Refused, "", [stray with { File = upload.Path }])];
    }

    /// <summary>Takes a file of a package; units of other articles, or of other people's part of this one, that a tool merged into it go where they belong.</summary>
    private ImmutableArray<TakenReturn> WithOthers(PackageRow package, ReturnedFile returned, string sha, Upload upload)
    {
        if (upload.Edition is not null || !MergedFiles.MayBe(Sent(package), returned))
            return [Take(package, returned, sha, upload)];
        List<PackageRow> packages = [package, .. room.Store.Heads(onlyOpen: true).Where(h => h.Language == package.Language)
            .SelectMany(h => room.Store.PackageHeads(h.Article, h.Language).DistinctBy(p => Seat.Of(p.Stage).Strand))
            .Where(p => p.Article != package.Article || Seat.Of(p.Stage).Strand != Seat.Of(package.Stage).Strand).Select(p => room.Store.Package(p.Token)).OfType<PackageRow>()];
        return [.. MergedFiles.Part(returned, packages.ConvertAll(Sent)).Zip(packages).Where(p => p.First is not null).Select(p => Take(p.Second, p.First!, sha, upload))];
    }

    private static ReturnedFile Sent(PackageRow package) =>
        ReturnReader.Read(package.Xliff, package.Path).Value ?? throw new InvalidDataException($"The package {package.Token} in the store cannot be read.");

    private TakenReturn Take(PackageRow package, ReturnedFile returned, string sha, Upload upload)
    {
        var sent = Sent(package);
        if (!ReturnMerge.Merge(sent, returned, package.Language, Known(package), isKnown: returned.Tokens.Contains(package.Token)).Try(out var merged, out var refusal))
            return new TakenReturn(Refused, package.Token, [refusal with { File = upload.Path }]) { Article = package.Article, Language = package.Language };

        if (_ground.Taken(package) is [.., var later] taken && later.Sha256 != sha && taken.Any(t => t.Sha256 == sha))
        {
            return new TakenReturn(NothingNew, package.Token, [])
            {
                Article = package.Article,
                Language = package.Language,
                Findings = [new Finding("taken-before", Severity.Warn, "", string.Create(CultureInfo.InvariantCulture,
                    $"This very file was taken before, and another of the same package after it ({later.Path}, {later.At.UtcDateTime:yyyy-MM-dd HH:mm} UTC): what came later stays. To go back, change the texts in a copy of the newer file."))],
            };
        }

        for (var attempt = 1; attempt <= Attempts; attempt++)
        {
            if (Commit(package, merged, sha, upload) is { } done)
                return done.Outcome == Refused ? done : done with { Findings = [.. done.Findings, .. Terms(package, returned, upload.Person)] };
        }

        return new TakenReturn(Refused, package.Token, [new Refusal(Busy, "The edition was changed by others at the same moment, five times.", "Return the file again.") { File = upload.Path }]);
    }

    /// <summary>The newsroom's terms, and what the edition says now.</summary>
    private KnownWords Known(PackageRow package) => new(new ReferenceShelf(room).Pairs(package.Language),
        [.. _ground.Edition(package.Article, package.Language).Edition.Segments.Where(s => s.Target is { IsEmpty: false }).Select(s => (s.UnitId, s.Target!))]);

    /// <summary>Terms that the translator put into the file's own glossary.</summary>
    private ImmutableArray<Finding> Terms(PackageRow package, ReturnedFile returned, string? person) =>
        new ReturnedTerms(room, _ground).Take(package.Article, package.Language, [.. returned.Units.SelectMany(u => u.Terms)], person ?? package.Person);

    private static Finding Ignored(List<ReturnedUnit> units) => new("sections-ignored", Severity.Warn, "", string.Create(CultureInfo.InvariantCulture,
        $"{units.Count} unit(s) of the file stand in sections of no package of this newsroom, and were not looked at: {string.Join(", ", units.SelectMany(u => u.Tokens.Take(1)).Distinct(StringComparer.Ordinal).Take(5))}."));

    /// <summary>
    /// The packages out now that have the sources of most of the file's units, and whose language the file says, by its script too where that
    /// tells more; of an edition that a person named, the one that has the most of them. Several when nothing tells which.
    /// </summary>
    private ImmutableArray<PackageRow> WithUnits(ReturnedFile returned, (string Article, string Language)? edition)
    {
        if (returned.Units.IsEmpty)
            return [];
        var fitting = Heads(returned, edition)
            .Select(p => (Package: p, Share: ReturnReader.Read(p.Xliff, p.Path).Value is { } sent ? ReturnMerge.Share(sent, returned) : 0, IsOfScript: Languages.HaveSameScript(returned.TargetLanguage, p.Language)))
            .Where(p => edition is null ? p.Share >= ReturnMerge.EnoughToKnow : p.Share > 0).OrderByDescending(p => p.Share).ThenByDescending(p => p.IsOfScript).ToList();
        return [.. fitting.TakeWhile(p => (p.Share, p.IsOfScript) == (fitting[0].Share, fitting[0].IsOfScript)).Take(edition is null ? fitting.Count : 1).Select(p => p.Package)];
    }

    /// <summary>The packages out now of the language that a file says, or of an edition that a person named.</summary>
    private IEnumerable<PackageRow> Heads(ReturnedFile returned, (string Article, string Language)? edition)
    {
        var heads = edition is { } named
            ? room.Store.PackageHeads(named.Article, named.Language)
            : [.. room.Store.PackageHeads().Where(p => returned.TargetLanguage is not { Length: > 0 } language || Languages.AreSame(language, p.Language))];
        return heads.DistinctBy(p => (p.Article, p.Language, Seat.Of(p.Stage).Strand)).Select(p => room.Store.Package(p.Token)).OfType<PackageRow>();
    }

    /// <summary>Null when others changed the edition meanwhile.</summary>
    private TakenReturn? Commit(PackageRow package, MergedReturn merged, string sha, Upload upload)
    {
        var row = _ground.Edition(package.Article, package.Language);
        var edition = row.Edition;
        var blank = new TakenReturn(Refused, package.Token, []) { Article = package.Article, Language = package.Language };
        var worker = upload.Person ?? package.Person ?? edition.Assignments.GetValueOrDefault(package.Stage);
        if (worker is null)
            return blank with { Refusals = [new Refusal(Waiting, $"Nobody has the stage '{package.Stage}' of this edition.", "Name people for it in the settings, or use 'transflow assign'.") { File = upload.Path }] };
        if (edition.Retraction is not null)
            return blank with { Refusals = [new Refusal("retracted", "The article was retracted.", "Nothing more is done with it.") { File = upload.Path }] };
        if (upload.Person is { } sender && package.Person != sender && EditionMachine.WithAnother(edition, Seat.Of(package.Stage), sender) is { } another)
            return blank with { Refusals = [another with { File = upload.Path }] };
        if (edition.Hold is { } hold)
            return blank with { Refusals = [new Refusal(Held, $"The edition is held: {hold}", "It is taken when the edition is released: transflow release.") { File = upload.Path }] };

        var actor = room.Settings.ActorOf(worker, package.Language);
        var source = room.Extract(edition.Article, edition.Revision);
        var before = package.Revision == edition.Revision ? null : room.Extract(edition.Article, package.Revision);
        var plan = ReturnPlan.For(edition, source, merged, package.Stage, actor, upload.Way, package.Round < edition.Round, before);
        var said = merged.Notes.Select(n => (n.UnitId, Index: 0, n.Text)).Concat(plan.Second.Select(s => (s.UnitId, s.Index, Text: $"Another text came back, and was not taken: “{s.Target!.Text}”.")));
        // A file that was handed out before the article changed speaks of the sentences that there were then.
        var heirs = before is null ? null : new SentenceHeirs(before, source, edition.Segments);
        ImmutableArray<Comment> comments = [.. said.Select(n => new Comment(n.UnitId, n.Index, worker, room.Clock.GetUtcNow(), n.Text)).Select(c => heirs?.Move(c) ?? c).Where(c => !edition.Comments.Any(k => k.UnitId == c.UnitId && k.Text == c.Text))];
        var (kept, stopped) = NoteGate.Keep(edition, plan.Edition with { Comments = [.. edition.Comments, .. comments] }, s => room.Settings.StageOf(s).AsksSettledNotes);
        plan = plan with
        {
            Edition = kept,
            Finished = plan.Finished - stopped.Length,
            Left = plan.Left + stopped.Length,
            Refused = [.. plan.Refused, .. stopped.Select(s => NoteGate.Refuse(s.Note) with { Unit = s.Segment.UnitId })],
        };
        ImmutableArray<Finding> findings = [.. merged.Findings, .. plan.Findings, .. Expired(package)];
        var isNew = plan.Finished > 0 || plan.Changed > 0 || !comments.IsEmpty || !plan.Edition.Segments.SequenceEqual(edition.Segments) || !plan.Edition.Shelf.SequenceEqual(edition.Shelf);
        var names = source.Units.ToDictionary(u => u.Id, u => u.Name, StringComparer.Ordinal);
        var refusals = plan.Refused.Select(r => r with { File = upload.Path, Unit = Named(r.Unit, names) }).ToImmutableArray();
        var outcome = !refusals.IsEmpty ? (isNew ? Partly : Refused) : isNew ? Taken : NothingNew;
        var changes = new Changes { Returns = [new ReturnRow(sha, upload.Path, package.Token, outcome == Refused && plan.IsOvertaken ? Overtaken : outcome, room.Clock.GetUtcNow())] };
        if (outcome != NothingNew)
            upload.Keep();
        var hasNewerWords = edition.HasNewerWords || plan.IsOvertaken || (edition.Segments.Zip(plan.Edition.Segments).Any(s => !Equals(s.First.Shown, s.Second.Shown)) && !IsFileThatIsOut(package, edition, plan.Edition, upload.Way));
        if (isNew)
        {
            changes = changes with
            {
                Editions = [(Renewed(plan.Edition with { Parked = null, HasNewerWords = hasNewerWords }, package.Stage, worker), row.Version)],
                Events = [Event.Of("returned", package.Article, package.Language, worker, ("stage", package.Stage), ("package", package.Token), ("finished", Number(plan.Finished)),
                    ("changed", Number(plan.Changed)), ("left", Number(plan.Left)), ("refused", Number(refusals.Length)), ("missing", Number(merged.MissingUnits.Length)), ("comments", comments.IsEmpty ? "" : Number(comments.Length)),
                    ("noticed", string.Join(", ", findings.Select(f => f.Check).Distinct(StringComparer.Ordinal))), ("file", upload.Path))],
            };
        }
        else if (hasNewerWords != edition.HasNewerWords)
        {
            changes = changes with { Editions = [(edition with { HasNewerWords = hasNewerWords }, row.Version)] };
        }

        return !_ground.Commit(changes) ? null : blank with
        {
            Outcome = outcome,
            Refusals = refusals,
            Finished = plan.Finished,
            Changed = plan.Changed,
            Left = plan.Left,
            Comments = comments.Length,
            MissingUnits = merged.MissingUnits,
            Findings = findings,
        };
    }

    /// <summary>
    /// Whether what came back is the file that stands in the room and goes on standing there, so that this has its words already. Where the
    /// source has changed, or the edition goes to another stage, others work on with another file.
    /// </summary>
    private bool IsFileThatIsOut(PackageRow package, Edition before, Edition after, ReturnWay way) => way == ReturnWay.InPlace
        && before.Seats.Any(s => s.Name == package.Stage) && after.Seats.Any(s => s.Name == package.Stage)
        && room.Store.PackageHeads(package.Article, package.Language).FirstOrDefault(p => p.Stage == package.Stage && p.Revision == before.Revision && p.Round == before.Round)?.Token == package.Token;

    /// <summary>Work that comes in is a sign of life: the claim of the person who sent it begins anew.</summary>
    private Edition Renewed(Edition edition, string stage, string worker) =>
        edition.ClaimedUntil.ContainsKey(stage) && edition.Assignments.GetValueOrDefault(stage) == worker && room.ClaimUntil(stage) is { } until
            ? edition with { ClaimedUntil = edition.ClaimedUntil.SetItem(stage, until) }
            : edition;

    /// <summary>Work that comes late is still work: it is taken, and told.</summary>
    private IEnumerable<Finding> Expired(PackageRow package) => Expiry.Of(package, room.Settings) is var day && Expiry.DayOf(room.Clock.GetUtcNow(), room.Settings) > day
        ? [new Finding("package-expired", Severity.Warn, "", $"The package was good until {day:yyyy-MM-dd}.")]
        : [];

    /// <summary>People know units by their names.</summary>
    private static string? Named(string? unit, Dictionary<string, string> names) =>
        unit?.Split(' ', 2) is [var id, .. var rest] && names.TryGetValue(id, out var name) ? string.Join(' ', [name, .. rest]) : unit;

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>How a file was handed in.</summary>
    /// <param name="Path">Its path as people know it; within an archive with the name there.</param>
    /// <param name="Way">By which way it came.</param>
    /// <param name="Person">Who hands it in; null for the person who has the job.</param>
    /// <param name="ByUnits">Whether a file that names no known package is recognised by its units.</param>
    /// <param name="Edition">The edition that a person says it is for; null to find out.</param>
    /// <param name="Keep">Keeps a copy of what was handed in as a whole.</param>
    private sealed record Upload(string Path, ReturnWay Way, string? Person, bool ByUnits, (string Article, string Language)? Edition, Action Keep);
}
