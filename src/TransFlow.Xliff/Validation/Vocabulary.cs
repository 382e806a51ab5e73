namespace TransFlow.Xliff.Validation;

/// <summary>The namespaces of XLIFF 2 and its modules.</summary>
internal static class Vocabulary
{
    public const string Core20 = "urn:oasis:names:tc:xliff:document:2.0";
    public const string Core22 = "urn:oasis:names:tc:xliff:document:2.2";
    public const string Xml = "http://www.w3.org/XML/1998/namespace";
    public const string Its = "http://www.w3.org/2005/11/its";
    public const string Sizes = "urn:oasis:names:tc:xliff:sizerestriction:2.0";
    public const string Formats = "urn:oasis:names:tc:xliff:fs:2.0";
    public const string Plurals = "urn:oasis:names:tc:xliff:pgs:1.0";
    public const string ChangeTracking20 = "urn:oasis:names:tc:xliff:changetracking:2.0";
    public const string ItsMore = "urn:oasis:names:tc:xliff:itsm:2.1";

    /// <summary>The elements with which modules begin; all others stand in one of these.</summary>
    private static readonly HashSet<string> Beginnings = new(StringComparer.Ordinal)
    {
        "mtc:matches", "gls:glossary", "mda:metadata", "res:resourceData", "slr:profiles", "slr:data", "val:validation", "ctr:changeTrack", "its:locQualityIssues", "its:provenanceRecords",
    };

    /// <summary>Whether a module's element is one with which the module begins.</summary>
    public static bool Begins(string term) => Beginnings.Contains(term);

    /// <summary>Whether a module has elements that a fragment identifier can mean.</summary>
    /// <param name="prefix">The prefix of its selectors.</param>
    public static bool HasElements(string prefix) => prefix is "mtc" or "gls" or "mda" or "res" or "slr" or "val" or "ctr" or "its";

    /// <summary>Whether a vocabulary belongs to a version: change tracking to 2.0 only, ITS to 2.1 and later, plurals to 2.2.</summary>
    public static bool IsOf(Report version, string vocabulary) => vocabulary switch
    {
        "ctr" => !version.Is21,
        "its" or "itsm" => version.Is21,
        "pgs" => version.Is22,
        _ => true,
    };

    public static bool IsCore(string space) => space is Core20 or Core22;

    /// <summary>The short name of a vocabulary; null for a foreign one. Not every version has every vocabulary.</summary>
    public static string? Prefix(string space) => space switch
    {
        Core20 or Core22 => "core",
        "urn:oasis:names:tc:xliff:matches:2.0" => "mtc",
        "urn:oasis:names:tc:xliff:glossary:2.0" => "gls",
        "urn:oasis:names:tc:xliff:metadata:2.0" => "mda",
        "urn:oasis:names:tc:xliff:resourcedata:2.0" => "res",
        "urn:oasis:names:tc:xliff:validation:2.0" => "val",
        Sizes => "slr",
        Formats => "fs",
        ChangeTracking20 => "ctr",
        Its => "its",
        ItsMore => "itsm",
        Plurals => "pgs",
        _ => null,
    };
}
