using TransFlow.Core;
using TransFlow.Core.Exchange;
using TransFlow.Core.Protection;
using TransFlow.Engine.Store;

namespace TransFlow.Engine.Jobs;

/// <summary>Writes the file of an edition's stage once more.</summary>
/// <param name="room">The newsroom.</param>
internal sealed class Export(NewsroomContext room)
{
    public Outcome<(string Name, byte[] Bytes)> Make(string article, string language, bool isVersion12)
    {
        if (room.Store.Edition(article, language)?.Edition is not { } edition)
            return new Refusal("no-edition", $"There is no edition of '{article}' in '{language}'.", "See 'transflow status'.");
        if (edition.Stage is not { } stage)
            return new Refusal("finished", "It has passed all its stages.", "There is nothing to hand out.");
        if (room.Store.Packages(article, language).FirstOrDefault(p => p.Stage == stage.Name && p.Revision == edition.Revision && p.Round == edition.Round) is not { } package)
            return new Refusal("not-handed-out", $"Nothing was handed out for '{stage.Name}' yet.", "Run 'transflow run --once' first.");
        var bytes = isVersion12 ? Version12(package) : package.Xliff;
        var departure = new Departure(Exit.Package, edition, System.Text.Encoding.UTF8.GetString(bytes), room.Clock.GetUtcNow());
        if (!room.Egress.Clear(bytes, departure).Try(out var cleared, out var refusal))
            return refusal;
        return ($"{article}.{package.Token}.{room.Settings.Source.Language}-{language}{(isVersion12 ? ".v12" : "")}.xlf", cleared.Payload);
    }

    /// <summary>The same file in the other version: ids, sources and targets are those of the file that was handed out.</summary>
    private static byte[] Version12(PackageRow package) => PackageXliff.AsVersion12(package.Xliff);
}
