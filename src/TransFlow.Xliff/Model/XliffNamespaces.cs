namespace TransFlow.Xliff;

/// <summary>The namespaces of XLIFF and its modules.</summary>
public static class XliffNamespaces
{
    /// <summary>XLIFF 2.0 and 2.1, core.</summary>
    public const string Core20 = "urn:oasis:names:tc:xliff:document:2.0";

    /// <summary>XLIFF 2.2, core.</summary>
    public const string Core22 = "urn:oasis:names:tc:xliff:document:2.2";

    /// <summary>XLIFF 1.2.</summary>
    public const string Version12 = "urn:oasis:names:tc:xliff:document:1.2";

    /// <summary>Translation Candidates.</summary>
    public const string Matches = "urn:oasis:names:tc:xliff:matches:2.0";

    /// <summary>Glossary.</summary>
    public const string Glossary = "urn:oasis:names:tc:xliff:glossary:2.0";

    /// <summary>Format Style.</summary>
    public const string FormatStyle = "urn:oasis:names:tc:xliff:fs:2.0";

    /// <summary>Metadata.</summary>
    public const string Metadata = "urn:oasis:names:tc:xliff:metadata:2.0";

    /// <summary>Resource Data.</summary>
    public const string ResourceData = "urn:oasis:names:tc:xliff:resourcedata:2.0";

    /// <summary>Size and Length Restriction.</summary>
    public const string SizeRestriction = "urn:oasis:names:tc:xliff:sizerestriction:2.0";

    /// <summary>Validation.</summary>
    public const string ValidationRules = "urn:oasis:names:tc:xliff:validation:2.0";

    /// <summary>Change Tracking of XLIFF 2.0.</summary>
    public const string ChangeTracking = "urn:oasis:names:tc:xliff:changetracking:2.0";

    /// <summary>Plural, gender and select of XLIFF 2.2.</summary>
    public const string Plurals = "urn:oasis:names:tc:xliff:pgs:1.0";

    /// <summary>The Internationalization Tag Set.</summary>
    public const string Its = "http://www.w3.org/2005/11/its";

    /// <summary>What XLIFF 2.1 adds to the Internationalization Tag Set.</summary>
    public const string ItsMore = "urn:oasis:names:tc:xliff:itsm:2.1";

    /// <summary>The namespace of <c>xml:lang</c> and <c>xml:space</c>.</summary>
    public const string Xml = "http://www.w3.org/XML/1998/namespace";

    internal const string Declaration = "http://www.w3.org/2000/xmlns/";

    /// <summary>True for the core of any 2.x version, also one that does not exist yet.</summary>
    internal static bool IsCore2(string space) => ReferenceEquals(space, Core20) || space.StartsWith("urn:oasis:names:tc:xliff:document:2.", StringComparison.Ordinal);

    /// <summary>True for any 1.x version.</summary>
    internal static bool IsVersion1(string space) => space.StartsWith("urn:oasis:names:tc:xliff:document:1.", StringComparison.Ordinal);

    /// <summary>The prefix that XLIFF's own documents use for a module; null for anything else.</summary>
    internal static string? Prefix(string space) => space switch
    {
        Matches => "mtc",
        Glossary => "gls",
        FormatStyle => "fs",
        Metadata => "mda",
        ResourceData => "res",
        SizeRestriction => "slr",
        ValidationRules => "val",
        ChangeTracking => "ctr",
        Plurals => "pgs",
        Its => "its",
        ItsMore => "itsm",
        Xml => "xml",
        _ => null,
    };

    /// <summary>The module that a prefix stands for in fragment identifiers; null for anything else.</summary>
    internal static string? OfPrefix(string prefix) => Modules.FirstOrDefault(m => Prefix(m) == prefix);

    private static readonly string[] Modules = [Matches, Glossary, FormatStyle, Metadata, ResourceData, SizeRestriction, ValidationRules, ChangeTracking, Plurals, Its];
}
