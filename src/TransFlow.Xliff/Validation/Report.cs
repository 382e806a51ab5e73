namespace TransFlow.Xliff.Validation;

/// <summary>Where the rules write what they find.</summary>
/// <param name="version">The document's version: 2.0, 2.1 or 2.2.</param>
internal sealed class Report(string version)
{
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
        var diagnostic = new Diagnostic(rule, severity, OneLine(at.Path()), at.Line, at.Column, OneLine(message));
        if (_told.Add(diagnostic))
            _diagnostics.Add(diagnostic);
    }

    /// <summary>What a document says, on one line, whatever it is.</summary>
    private static string OneLine(string text) => text.Any(char.IsControl)
        ? string.Concat(text.Select(c => c switch { '\n' => "\\n", '\r' => "\\r", '\t' => "\\t", _ when char.IsControl(c) => $"\\u{(int)c:x4}", _ => c.ToString() }))
        : text;
}
