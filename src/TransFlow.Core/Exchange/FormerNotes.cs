using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using TransFlow.Core.Segments;
using TransFlow.Core.Stages;

namespace TransFlow.Core.Exchange;

/// <summary>
/// What was written for former words, as a note that people read and that is read again when the article changes once more: notes are what every
/// version and tool hands on.
/// </summary>
internal static partial class FormerNotes
{
    /// <summary>How the note begins that shows what was changed.</summary>
    public const string Changed = "The source has changed since the target was written: ";

    /// <summary>The note on a sentence that has a candidate.</summary>
    /// <param name="work">The sentence.</param>
    /// <param name="count">For how many sentences the candidate stands, this one first.</param>
    /// <param name="state">How far people were with the candidate; null where nothing is said of it.</param>
    public static string Of(SegmentWork work, int count, string? state)
    {
        var how = state is null ? "" : state + " ";
        var (first, last) = (work.Index + 1, work.Index + count);
        return (count == 1, work.CandidateSource) switch
        {
            (true, { } was) => string.Create(CultureInfo.InvariantCulture, $"Sentence {first} was “{was.Text}”; its {how}target “{work.Candidate!.Text}”"),
            (true, null) => string.Create(CultureInfo.InvariantCulture, $"Sentence {first} has a target that nobody confirmed: “{work.Candidate!.Text}”"),
            (false, { } was) => string.Create(CultureInfo.InvariantCulture, $"Sentences {first} to {last} were “{was.Text}”; their {how}target “{work.Candidate!.Text}”"),
            (false, null) => string.Create(CultureInfo.InvariantCulture, $"Sentences {first} to {last} have a target that nobody confirmed: “{work.Candidate!.Text}”"),
        };
    }

    /// <summary>Puts what a note says beside the sentence that it names; where that has a target or a candidate already, the note is of before.</summary>
    /// <param name="note">The note.</param>
    /// <param name="unit">The sentences of the unit beside which it stands.</param>
    /// <param name="language">The source language.</param>
    /// <returns>The sentence with it; null when there is nothing to put there.</returns>
    public static SegmentWork? Read(string note, ImmutableArray<SegmentWork> unit, string language)
    {
        if (Own(note, unit) is not (var own, var said) || own.Any(s => s.Shown is not null))
            return null;
        return own[0] with
        {
            Candidate = Content.Of(said["target"].Value),
            CandidateSource = said["was"].Success ? Content.Of(said["was"].Value) : null,
            CandidateFor = own.Length == 1 ? null : JoinedText.Source(own.Select(s => s.Source), language),
        };
    }

    /// <summary>How far people were with the target that a note tells; null where it says nothing of it.</summary>
    /// <param name="note">The note.</param>
    public static string? State(string note) => Form().Match(note).Groups["state"] is { Success: true, Value: var state } ? state : null;

    /// <summary>
    /// Whether a note that is ours stays as it is: one on several sentences of which some are translated by now and others are not, and one that says what
    /// was changed since an unconfirmed target was written.
    /// </summary>
    /// <param name="note">The note.</param>
    /// <param name="unit">The sentences of the unit beside which it stands.</param>
    public static bool IsNeeded(string note, ImmutableArray<SegmentWork> unit) =>
        note.StartsWith(Changed, StringComparison.Ordinal) ? unit.Any(s => s is { Candidate: not null, CandidateSource: null })
        : Own(note, unit) is (var own, _) && own.Any(s => s.Target is not null) && own.Any(s => s.Shown is null);

    /// <summary>Whether a note tells what was written for former words.</summary>
    /// <param name="note">The note.</param>
    public static bool IsFormer(string note) => Form().IsMatch(note);

    /// <summary>Whether a note tells of another target for a sentence that has a candidate by now, and no target: a person has to choose.</summary>
    /// <param name="note">The note.</param>
    /// <param name="unit">The sentences of the unit beside which it stands.</param>
    public static bool IsAnother(string note, ImmutableArray<SegmentWork> unit) =>
        Own(note, unit) is ([{ Target: null, Candidate: { } candidate, CandidateSource: not null }], var said) && said["was"].Success && said["target"].Value != candidate.Text;

    /// <summary>The sentences that a note names, and what it says; null when it is none of these notes, or names sentences that there are not.</summary>
    private static (ImmutableArray<SegmentWork> Own, GroupCollection Said)? Own(string note, ImmutableArray<SegmentWork> unit)
    {
        if (Form().Match(note) is not { Success: true, Groups: var said }
            || !int.TryParse(said["first"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var first)
            || !int.TryParse(said["last"] is { Success: true, Value: var end } ? end : said["first"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var last)
            || first < 1 || last < first || last > unit.Length)
        {
            return null;
        }

        return ([.. unit.Take(last).Skip(first - 1)], said);
    }

    /// <summary>Whether a note is one of those that are written anew with each file, and nobody's words.</summary>
    /// <param name="note">The note.</param>
    /// <param name="unit">The unit beside which it stands.</param>
    public static bool IsOurs(string note, Unit unit)
    {
        var kind = UnitXml.KindNote(unit);
        return note.StartsWith(Changed, StringComparison.Ordinal) || Form().IsMatch(note)
            || (note.StartsWith(kind, StringComparison.Ordinal) && (note.Length == kind.Length || Behind().IsMatch(note[kind.Length..])));
    }

    [GeneratedRegex("^Sentences? (?<first>[0-9]+)(?: to (?<last>[0-9]+))? (?:(?:was|were) “(?<was>.*)”; (?:its|their) (?:(?<state>reviewed|final) )?target|(?:has|have) a target that nobody confirmed:) “(?<target>.+)”$", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Form();

    /// <summary>What stands behind the kind of a unit in a file that somebody was handed.</summary>
    [GeneratedRegex(@"^\. (?:Yours (?:is|are) sentence|The target of sentence )", RegexOptions.CultureInvariant)]
    private static partial Regex Behind();
}
