using System.Globalization;
using TransFlow.Core.Stages;

namespace TransFlow.Core.Exchange;

/// <summary>What a package tells its recipient to do.</summary>
internal static class PackageInstructions
{
    public static string Text(Package package, string file, DateOnly expires) => $"""
        Package {package.Token}: {package.Article}, {package.SourceLanguage} to {package.Language}, stage '{package.Stage.Name}'{(package.Seat.Strand is { } strand ? $", {strand}" : "")}
        Good until {expires.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}.

        1. Open {file} in your translation tool. Nothing to see in it? Take the file in other-forms/.
        2. {(package.Stage.Role == StageRole.Write ? "Translate." : "Read the translation against its source, and change what has to be changed.")} One unit is one block of the article, its segments are its
           sentences; inside a unit you may split and join them. Words like [b], [link], [image] stand for formatting: keep them, and
           put them where they belong.
        3. memory.tmx has sentences of earlier articles, terms.tbx and terms.csv have the terms that occur: load them into your tool, or
           look into them. preview.html shows the whole article: what is not marked as yours is there to be
           read, and not in your file.
        4. A question or remark is a note on its unit in your tool: the editor reads it. A term that should be in the termbase is a new
           row in terms.csv; send it back together with the file.
        5. Return the file that your tool saves or exports (XLIFF, not the tool's own working file), under any name, alone or in a zip
           archive. A file with only some of the units is taken as far as it goes.
        6. Delete this package when the work is done, or when its day is past.

        """.ReplaceLineEndings("\n");
}
