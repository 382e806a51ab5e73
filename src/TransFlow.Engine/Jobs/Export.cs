using TransFlow.Core;
using TransFlow.Core.Exchange;
using TransFlow.Core.Protection;

namespace TransFlow.Engine.Jobs;

/// <summary>Writes the file of an edition's stage once more.</summary>
/// <param name="room">The newsroom.</param>
internal sealed class Export(NewsroomContext room)
{
    public Outcome<(string Name, byte[] Bytes)> Make(string article, string language, bool isVersion12)
    {
        if (!room.Edition(article, language).Try(out var row, out var missing))
            return missing;
        var edition = row.Edition;
        if (edition.Stage is not { } stage)
            return new Refusal("finished", "It has passed all its stages.", "There is nothing to hand out.");
        if (room.Store.Packages(article, language).FirstOrDefault(p => p.Stage == stage.Name && p.Revision == edition.Revision && p.Round == edition.Round) is not { } package)
            return new Refusal("not-handed-out", $"Nothing was handed out for '{stage.Name}' yet.", "Run 'transflow run --once' first.");
        var bytes = isVersion12 ? PackageXliff12.Of(package.Xliff) : package.Xliff;
        var departure = new Departure(Exit.Package, edition, System.Text.Encoding.UTF8.GetString(bytes), room.Clock.GetUtcNow());
        if (!room.Egress.Clear(bytes, departure).Try(out var cleared, out var refusal))
            return refusal;
        return ($"{article}.{package.Token}.{room.Settings.Source.Language}-{language}{(isVersion12 ? ".v12" : "")}.xlf", cleared.Payload);
    }
}
