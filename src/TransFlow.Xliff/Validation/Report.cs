namespace TransFlow.Xliff.Validation;

/// <summary>Where the rules write what they find.</summary>
/// <param name="version">The document's version: 2.0, 2.1 or 2.2.</param>
internal sealed class Report(string version)
{
    /// <summary>The most characters of a path or a message; what a document says can be as long as it likes.</summary>
    private const int Longest = 500;

    private readonly List<Diagnostic> _diagnostics = [];
    private readonly HashSet<Diagnostic> _told = [];

    public string Version { get; } = version;

    /// <summary>True from version 2.1 on.</summary>
    public bool Is21 => Version != "2.0";

    public bool Is22 => Version == "2.2";

    /// <summary>The core's namespace in this version.</summary>
    public string Core => Is22 ? Vocabulary.Core22 : Vocabulary.Core20;

    /// <summary>What was found, in document order.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics => [.. _diagnostics.OrderBy(d => d.Line).ThenBy(d => d.Column)];

    public void Error(string rule, Node at, string message) => Add(rule, DiagnosticSeverity.Error, at, message);

    public void Warn(string rule, Node at, string message) => Add(rule, DiagnosticSeverity.Warning, at, message);

    private void Add(string rule, DiagnosticSeverity severity, Node at, string message)
    {
        var diagnostic = new Diagnostic(rule, severity, OneLine(at.Path()), at.Line, at.Column, OneLine(message, end: message.LastIndexOf("; ", StringComparison.Ordinal)));
        if (_told.Add(diagnostic))
            _diagnostics.Add(diagnostic);
    }

    /// <summary>What a document says, on one line and not too long, whatever it is.</summary>
    /// <param name="text">The text.</param>
    /// <param name="end">Where its end begins that has to stay, when it is short; -1 for none.</param>
    public static string OneLine(string text, int end = -1)
    {
        if (text.Length > Longest)
            text = end > 0 && text.Length - end <= Longest / 2 ? $"{Cut(text, Longest - 1 - (text.Length - end))}…{text[end..]}" : $"{Cut(text, Longest - 1)}…";
        return text.Any(char.IsControl)
            ? string.Concat(text.Select(c => c switch { '\n' => "\\n", '\r' => "\\r", '\t' => "\\t", _ when char.IsControl(c) => $"\\u{(int)c:x4}", _ => c.ToString() }))
            : text;
    }

    /// <summary>The first so many characters, not half of one.</summary>
    private static string Cut(string text, int length) => text[..(char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)];
}
