using TransFlow.Xliff;

namespace TransFlow.Core.Exchange;

/// <summary>Writes a package as XLIFF: core elements only, the profile that translators' tools were seen to keep.</summary>
public static class PackageXliff
{
    /// <summary>The file as XLIFF 2.0, in the layout of <see cref="XliffLayout.Indent"/>.</summary>
    /// <param name="package">The package.</param>
    /// <returns>The bytes; the same package gives the same bytes.</returns>
    /// <exception cref="XliffException">It holds something that XML cannot carry.</exception>
    public static byte[] Write(Package package)
    {
        using var xml = new XmlOutput(null);
        Write(package, xml);
        return xml.ToArray();
    }

    /// <summary>Writes the file as XLIFF 2.0, in the layout of <see cref="XliffLayout.Indent"/>.</summary>
    /// <param name="package">The package.</param>
    /// <param name="stream">Where to; left open.</param>
    /// <exception cref="XliffException">It holds something that XML cannot carry.</exception>
    public static void Write(Package package, Stream stream)
    {
        using var xml = new XmlOutput(stream);
        Write(package, xml);
        xml.Flush();
    }

    private static void Write(Package package, XmlOutput xml)
    {
        xml.Declaration();
        xml.Put("<xliff xmlns=\"urn:oasis:names:tc:xliff:document:2.0\" version=\"2.0\" srcLang=\""u8);
        xml.Value(package.SourceLanguage);
        xml.Put("\" trgLang=\""u8);
        xml.Value(package.Language);
        xml.Put("\">\n  <file id=\""u8);
        xml.Value(package.Token);
        xml.Put("\" original=\""u8);
        xml.Value(package.Token);
        xml.Put("\">"u8);
        var units = new UnitXml(xml, package.Stage, package.SourceLanguage, package.IsSelfContained);
        foreach (var unit in package.Units)
            units.Write(unit);
        xml.Put("\n  </file>\n</xliff>\n"u8);
    }
}
