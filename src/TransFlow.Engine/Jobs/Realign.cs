using System.Globalization;
using TransFlow.Core.Segments;
using TransFlow.Core.Stages;
using TransFlow.Engine.Store;

namespace TransFlow.Engine.Jobs;

/// <summary>
/// Brings editions into line with what this version of the program makes of their articles: a newer version may cut sentences
/// in other places. What still stands as it stood keeps its target and sign-offs; the rest goes through the stages again.
/// </summary>
/// <param name="room">The newsroom.</param>
internal sealed class Realign(NewsroomContext room)
{
    /// <summary>Differs when the code that takes articles apart does: builds are deterministic.</summary>
    private static readonly string Core = typeof(MarkdownExtractor).Module.ModuleVersionId.ToString();

    /// <summary>Differs when anything does that decides which words are units and where sentences end: the code, or what the settings say of front matter, of Markdown and of rules.</summary>
    private string Cut
    {
        get
        {
            var roles = room.Settings.Source.FrontMatter;
            var front = roles.Preset is null && roles.Translate.IsEmpty && roles.Keep.IsEmpty ? "" : $" {roles.Preset} +{string.Join(',', roles.Translate)} -{string.Join(',', roles.Keep)}";
            return Core + (room.Settings.Source.IsMdx ? " mdx" : "") + (room.Settings.Source.BreaksLines ? " lines" : "") + front + (room.Settings.Source.Segmentation is { } rules ? $" srx {rules.Fingerprint}" : "");
        }
    }

    /// <summary>Looks at every article when the program's core or the settings of front matter have changed since the last time.</summary>
    /// <returns>How many articles were brought into line.</returns>
    public int Run()
    {
        if (room.Store.Core() == Cut)
            return 0;
        var changes = 0;
        foreach (var article in room.Store.Articles())
        {
            try
            {
                changes += One(article, [.. room.Store.Editions(article.Id).Where(e => e.Edition.Retraction is null)]) ? 1 : 0;
            }
            catch (Exception e) when (Poison.Is(e))
            {
                room.Log.Poisoned(article.Path, e);
            }
        }

        room.Commit(new Changes { Core = Cut });
        return changes;
    }

    private bool One(ArticleRow article, List<EditionRow> editions)
    {
        var source = room.Extract(article.Id, article.Revision);
        if (editions.TrueForAll(e => Fits(e.Edition, source)))
            return false;

        var was = room.Store.Revision(article.Id, article.Revision)!;
        var now = article with { Revision = article.Revision + 1 };
        return room.Commit(new Changes
        {
            Articles = [(now, article.Revision)],
            Revisions = [was with { Number = now.Revision, UnitIds = source.UnitIds, At = room.Clock.GetUtcNow() }],
            Editions = [.. editions.Select(e => (room.Laid(EditionRevision.Revise(e.Edition, source, now.Revision) with { Parked = null }, article.Path, source, e.Edition.OwnRoute), e.Version))],
            Events = [Event.Of("article-realigned", article.Id, null, Event.Program, ("revision", now.Revision.ToString(CultureInfo.InvariantCulture)))],
        });
    }

    private static bool Fits(Edition edition, Extraction source) =>
        edition.Segments.Select(s => (s.UnitId, s.Index, s.Source)).SequenceEqual(source.Units.SelectMany(u => u.Segments.Select((s, i) => (u.Id, i, s.Source))));
}
