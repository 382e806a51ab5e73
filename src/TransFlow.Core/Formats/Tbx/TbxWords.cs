namespace TransFlow.Core.Formats.Tbx;

/// <summary>The words of TBX: which element a data category belongs to, its module, and the values of the administrative status.</summary>
internal static class TbxWords
{
    public const string Space = "urn:iso:std:iso:30042:ed-2";
    public const string MinSpace = "http://www.tbxinfo.net/ns/min";
    public const string BasicSpace = "http://www.tbxinfo.net/ns/basic";
    public const string Status = "administrativeStatus";

    private static readonly HashSet<string> Min = new(StringComparer.Ordinal) { "administrativeStatus", "customerSubset", "externalCrossReference", "partOfSpeech", "subjectField" };

    private static readonly HashSet<string> TermNotes = new(StringComparer.Ordinal)
    {
        "partOfSpeech", "administrativeStatus", "termType", "grammaticalGender", "grammaticalNumber", "termLocation", "geographicalUsage", "register", "temporalQualifier",
        "proprietaryRestriction", "normativeAuthorization", "processStatus", "pronunciation", "usageNote", "transferComment", "animacy", "frequency",
    };

    private static readonly HashSet<string> Admins = new(StringComparer.Ordinal)
    {
        "source", "customerSubset", "projectSubset", "productSubset", "applicationSubset", "environmentSubset", "businessUnitSubset", "securitySubset", "entrySource", "originatingInstitution", "originatingPerson", "annotatedNote",
    };

    /// <summary>They describe wherever they stand, a term's section included.</summary>
    private static readonly HashSet<string> Descrips = new(StringComparer.Ordinal)
    {
        "context", "definition", "example", "explanation", "sampleSentence", "subjectField", "characteristic", "reliabilityCode",
    };

    /// <summary>The elements that say something, by their names in the DCA style and in TBX of 2008.</summary>
    public static readonly HashSet<string> FieldElements = new(StringComparer.Ordinal)
    {
        "descrip", "descripNote", "admin", "adminNote", "termNote", "transac", "transacNote", "note", "date", "ref", "xref", "termComp", "termCompList",
    };

    /// <summary>The element of a data category; null when it is not known.</summary>
    public static string? ElementOf(string type) => type switch
    {
        _ when TermNotes.Contains(type) => "termNote",
        _ when Admins.Contains(type) => "admin",
        "transactionType" => "transac",
        "responsibility" => "transacNote",
        "crossReference" => "ref",
        "externalCrossReference" or "xGraphic" => "xref",
        _ => Descrips.Contains(type) ? "descrip" : null,
    };

    /// <summary>The module in which a data category is, in the DCT style.</summary>
    public static (string Prefix, string Space) ModuleOf(string type) => Min.Contains(type) ? ("min", MinSpace) : ("basic", BasicSpace);

    /// <summary>What a value of the administrative status means.</summary>
    public static TermStatus StatusOf(string value) => value.Split("Term", 2)[0].ToUpperInvariant() switch
    {
        "PREFERRED" => TermStatus.Preferred,
        "ADMITTED" => TermStatus.Admitted,
        "DEPRECATED" or "SUPERSEDED" or "FORBIDDEN" or "OBSOLETE" or "NOTRECOMMENDED" => TermStatus.Forbidden,
        _ => TermStatus.Unsaid,
    };

    /// <summary>Whether it says that a term was given up for another: must not be used, and says more than that.</summary>
    public static bool IsSuperseded(TermField field) => field is { Element: "termNote", Type: Status } && field.Value.StartsWith("superseded", StringComparison.OrdinalIgnoreCase);

    /// <summary>A part of speech in the words of TBX-Basic; one that it does not know stays as it is.</summary>
    public static string PartOfSpeech(string value) => value.Trim().Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant() switch
    {
        "ADJECTIVE" or "ADJ" => "adjective",
        "ADVERB" or "ADV" => "adverb",
        "NOUN" or "N" => "noun",
        "PROPERNOUN" or "NAME" => "properNoun",
        "VERB" or "V" => "verb",
        "OTHER" => "other",
        _ => value,
    };

    /// <summary>The value of the administrative status.</summary>
    public static string ValueOf(TermStatus status) => status switch
    {
        TermStatus.Preferred => "preferredTerm-admn-sts",
        TermStatus.Admitted => "admittedTerm-admn-sts",
        _ => "deprecatedTerm-admn-sts",
    };
}
