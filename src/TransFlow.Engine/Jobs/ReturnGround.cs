using System.Collections.Immutable;
using TransFlow.Engine.Store;

namespace TransFlow.Engine.Jobs;

/// <summary>What returns are held against and committed to: the store; in a rehearsal the store with what was rehearsed before, which is thrown away.</summary>
/// <param name="room">The newsroom.</param>
/// <param name="isRehearsal">True to change nothing.</param>
internal sealed class ReturnGround(NewsroomContext room, bool isRehearsal)
{
    private readonly Dictionary<(string Article, string Language), EditionRow> _editions = [];
    private readonly List<ReturnRow> _returns = [];

    /// <summary>True when nothing is changed.</summary>
    public bool IsRehearsal => isRehearsal;

    /// <summary>An edition as it is after all that was taken.</summary>
    public EditionRow Edition(string article, string language) =>
        _editions.TryGetValue((article, language), out var row) ? row : room.Store.Edition(article, language)!;

    /// <summary>What was taken of all packages of a package's edition and stage, oldest first.</summary>
    /// <param name="package">The package.</param>
    public ImmutableArray<ReturnRow> Taken(PackageRow package) =>
        [.. room.Store.TakenReturns(package.Token), .. _returns.Where(r => r.Outcome is ReturnDesk.Taken or ReturnDesk.Partly && room.Store.Package(r.Token) is { } of && (of.Article, of.Language, of.Stage) == (package.Article, package.Language, package.Stage))];

    /// <summary>Commits changes.</summary>
    /// <returns>False when something was changed by others meanwhile; nothing is changed then.</returns>
    public bool Commit(Changes changes)
    {
        if (!isRehearsal)
            return room.Commit(changes);
        foreach (var (edition, seen) in changes.Editions)
            _editions[(edition.Article, edition.Language)] = new EditionRow(edition, seen + 1);
        _returns.AddRange(changes.Returns);
        return true;
    }
}
