using System.Text;
using TransFlow.Core;
using TransFlow.Core.Publishing;
using TransFlow.Core.Stages;
using TransFlow.Engine.Files;

namespace TransFlow.Engine.Jobs;

/// <summary>The pages of an edition.</summary>
/// <param name="Edition">The edition.</param>
/// <param name="Title">The article's title in its own language.</param>
/// <param name="Source">The source article as it is written.</param>
/// <param name="SourcePath">Its path in the source folder.</param>
/// <param name="Now">The page as it would be published now; null when none can be made.</param>
/// <param name="Refusal">Why none can be made; null when one can.</param>
/// <param name="Live">The page that is live, as it was published; null when there is none, or when somebody changed it since.</param>
public sealed record EditionPages(Edition Edition, string Title, string Source, string SourcePath, Publication? Now, Refusal? Refusal, string? Live)
{
    /// <summary>True when the published file is no longer what was published.</summary>
    public bool IsChangedByHand { get; init; }

    internal static EditionPages Of(NewsroomContext room, Publish publish, Edition edition)
    {
        var source = room.Extract(edition.Article, edition.Revision);
        var made = publish.Make(edition);
        var live = edition.Live is { } page ? Read(Path.Combine(room.Settings.PublishFolder.Replace("{lang}", edition.Language, StringComparison.Ordinal), page.Path)) : null;
        var isOurs = live is not null && Digest.Of(live) == edition.Live!.Sha256;
        return new EditionPages(edition, source.Title ?? edition.Article, source.Text, room.Store.Revision(edition.Article, edition.Revision)!.Path, made.Value, made.Refusal, isOurs ? Encoding.UTF8.GetString(live!) : null)
        {
            IsChangedByHand = live is not null && !isOurs,
        };
    }

    private static byte[]? Read(string path)
    {
        try
        {
            return File.Exists(path) ? File.ReadAllBytes(path) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
