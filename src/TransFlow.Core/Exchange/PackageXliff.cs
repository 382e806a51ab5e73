using TransFlow.Xliff;

namespace TransFlow.Core.Exchange;

/// <summary>Writes a package as XLIFF: core elements only, the profile that translators' tools were seen to keep.</summary>
public static class PackageXliff
{
    /// <summary>The file as XLIFF 2.0.</summary>
    /// <param name="package">The package.</param>
    /// <returns>The bytes; the same package gives the same bytes.</returns>
    public static byte[] Write(Package package)
    {
        var elements = new PackageElements(package.Stage);
        var nodes = new XliffNode[(package.Units.Length * 2) + 1];
        for (var i = 0; i < package.Units.Length; i++)
            (nodes[i * 2], nodes[(i * 2) + 1]) = (PackageElements.BeforeUnit, elements.Of(package.Units[i]));
        nodes[^1] = PackageElements.BeforeFile;
        var file = new XliffFile(package.Token) { Original = package.Token, Content = NodeList.Create(nodes) };
        return XliffWriter.Write(new XliffDocument("2.0")
        {
            SourceLanguage = package.SourceLanguage,
            TargetLanguage = package.Language,
            Content = [PackageElements.BeforeFile, file, PackageElements.AtEnd],
        });
    }
}
