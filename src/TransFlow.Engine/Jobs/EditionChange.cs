using System.Collections.Immutable;
using TransFlow.Core;
using TransFlow.Core.Stages;
using TransFlow.Engine.Store;

namespace TransFlow.Engine.Jobs;

/// <summary>Changes one edition, guarded against others: when somebody was faster, the change is worked out again from what is there then.</summary>
/// <param name="room">The newsroom.</param>
internal sealed class EditionChange(NewsroomContext room)
{
    private const int Attempts = 5;

    /// <summary>Makes one change.</summary>
    /// <param name="article">The article.</param>
    /// <param name="language">The language.</param>
    /// <param name="act">What becomes of the edition.</param>
    /// <param name="evenRetracted">True when it may be done to what was retracted, too.</param>
    /// <param name="evenHeld">True when it may be done to what is held, too: it moves no text.</param>
    /// <returns>The edition afterwards.</returns>
    public Outcome<Edition> Make(string article, string language, Func<Edition, Act> act, bool evenRetracted = false, bool evenHeld = false)
    {
        for (var attempt = 1; attempt <= Attempts; attempt++)
        {
            if (!room.Edition(article, language).Try(out var row, out var missing))
                return missing;
            if (row.Edition.Retraction is not null && !evenRetracted)
                return new Refusal("retracted", "The article was retracted.", "Nothing more is done with it.");
            if (!evenHeld && Held(row.Edition) is { } held)
                return held;
            var result = act(row.Edition);
            if ((result.Refusal ?? OpenNote(row.Edition, result.After!)) is { } refusal)
                return refusal;
            if (room.Commit(result.Also with { Editions = [(result.After!, row.Version)], Events = result.Happened is { } happened ? result.Also.Events.Add(happened) : result.Also.Events }))
                return result.After!;
        }

        return Busy();
    }

    /// <summary>Why nothing is done to an edition that is held; null when it is not.</summary>
    public static Refusal? Held(Edition edition) => edition.Hold is { } hold
        ? new Refusal("held", $"The edition is held: {hold}", $"Release it first: transflow release {edition.Article} -l {edition.Language}.")
        : null;

    private Refusal? OpenNote(Edition before, Edition after) => NoteGate.Stopped(before, after, s => room.Settings.StageOf(s).AsksSettledNotes) is [var (segment, note), ..]
        ? NoteGate.Refuse(note) with { Unit = room.Extract(after.Article, after.Revision).Units.FirstOrDefault(u => u.Id == segment.UnitId)?.Name }
        : null;

    private static Refusal Busy() => new("busy", "The edition was changed by others at the same moment, five times.", "Try again.");

    /// <summary>Changes editions of an article in one commit: all of them or none.</summary>
    /// <param name="article">The article.</param>
    /// <param name="languages">Their languages.</param>
    /// <param name="act">What becomes of each.</param>
    /// <returns>The editions afterwards; or the first refusal, and nothing is changed.</returns>
    public Outcome<ImmutableArray<Edition>> MakeAll(string article, ImmutableArray<string> languages, Func<Edition, Act> act)
    {
        for (var attempt = 1; attempt <= Attempts; attempt++)
        {
            var rows = room.Store.Editions(article).Where(e => languages.Contains(e.Edition.Language)).ToList();
            var results = rows.ConvertAll(r => act(r.Edition));
            if (results.Find(r => r.Refusal is not null) is { Refusal: { } refusal })
                return refusal;
            if (room.Commit(new Changes { Editions = [.. results.Zip(rows, (r, row) => (r.After!, row.Version))], Events = [.. results.Select(r => r.Happened!)] }))
                return results.Select(r => r.After!).ToImmutableArray();
        }

        return Busy();
    }

    /// <summary>Lets the rules of editions decide.</summary>
    /// <param name="article">The article.</param>
    /// <param name="language">The language.</param>
    /// <param name="person">Who does it.</param>
    /// <param name="step">What happens to it as it is.</param>
    /// <param name="happened">What is told of it, of the edition before and after.</param>
    /// <returns>The edition afterwards.</returns>
    public Outcome<Edition> Step(string article, string language, string person, Func<Edition, Outcome<EditionStep>> step, Func<Edition, Edition, Event?> happened) => Make(article, language, edition =>
    {
        if (!step(edition).Try(out var what, out var refusal))
            return refusal;
        return EditionMachine.Next(edition, what, room.Settings.ActorOf(person, language), room.Clock.GetUtcNow()).Try(out var after, out refusal)
            ? new Act(after, happened(edition, after), null)
            : refusal;
    }, evenHeld: true);
}

/// <summary>What an act makes of an edition, or why not.</summary>
internal sealed record Act(Edition? After, Event? Happened, Refusal? Refusal)
{
    /// <summary>What is committed with it.</summary>
    public Changes Also { get; init; } = new();

    public static implicit operator Act((Edition After, Event Happened) done) => new(done.After, done.Happened, null);

    public static implicit operator Act(Refusal refusal) => new(null, null, refusal);
}
