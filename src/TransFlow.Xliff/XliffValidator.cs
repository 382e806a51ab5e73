using TransFlow.Xliff.Validation;

namespace TransFlow.Xliff;

/// <summary>
/// Checks documents against everything that XLIFF 2.0, 2.1 and 2.2 ask of a single document, core and modules; of XLIFF 1.x it
/// checks languages, ids, states, what stands where, and whether there is anything to translate.
/// </summary>
public static class XliffValidator
{
    /// <summary>Checks a document.</summary>
    /// <param name="document">The bytes.</param>
    /// <returns>Everything that is wrong, in document order; a document that is no XML at all gives one error.</returns>
    public static IReadOnlyList<Diagnostic> Validate(Stream document)
    {
        Node root;
        try
        {
            root = new Node(null, XliffReader.ReadRoot(document));
        }
        catch (XliffException e)
        {
            return [new Diagnostic("G01", DiagnosticSeverity.Error, "", Math.Max(1, e.Line), Math.Max(1, e.Column), Report.OneLine(e.Message))];
        }

        return IsVersion1(root) ? Version1Rules.Check(root) : Version2(root);
    }

    private static bool IsVersion1(Node root) =>
        root.Name == "xliff" && (root.Space.StartsWith("urn:oasis:names:tc:xliff:document:1.", StringComparison.Ordinal) || (root.Space.Length == 0 && root["version"] is ['1', '.', ..]));

    private static IReadOnlyList<Diagnostic> Version2(Node root)
    {
        var report = new Report(root.Space == Vocabulary.Core22 ? "2.2" : root["version"] == "2.1" ? "2.1" : "2.0");
        if (!Root(root, report))
            return report.Diagnostics;
        new Survey(root, report).Run();
        return report.Diagnostics;
    }

    /// <summary>False when the document is none of the versions, and so nothing more can be said of it.</summary>
    private static bool Root(Node root, Report report)
    {
        if (!root.Is("xliff"))
        {
            report.Error("G02", root, $"The root is '{root.Name}' in '{root.Space}'; make it 'xliff' in {Vocabulary.Core20} (versions 2.0 and 2.1) or {Vocabulary.Core22} (2.2).");
            return false;
        }

        var version = root["version"];
        if (root.Space == Vocabulary.Core20 && version == "2.2")
            report.Error("G02", root, $"A document of version 2.2 is in {Vocabulary.Core22}; change the namespace or 'version'.");
        else if (root.Space == Vocabulary.Core20 && version is not (null or "2.0" or "2.1"))
            report.Error("S01", root, $"'version' is '{version}'; write 2.0 or 2.1, as its namespace says.");
        else if (root.Space == Vocabulary.Core22 && version is "2.0" or "2.1")
            report.Error("N01", root, $"A document of version {version} is in {Vocabulary.Core20}; change the namespace or 'version'.");
        else if (root.Space == Vocabulary.Core22 && version is not (null or "2.2"))
            report.Error("S01", root, $"'version' is '{version}'; write 2.2, as its namespace says.");
        return true;
    }
}
