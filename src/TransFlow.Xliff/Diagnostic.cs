using System.Globalization;

namespace TransFlow.Xliff;

/// <summary>How grave a diagnostic is.</summary>
public enum DiagnosticSeverity
{
    /// <summary>The document is valid, but a person should look.</summary>
    Warning,

    /// <summary>The specification does not allow it.</summary>
    Error,
}

/// <summary>Something in a document that the specification does not allow, or warns of.</summary>
/// <param name="Rule">The rule's id, such as <c>C05</c>; the first letter names its area.</param>
/// <param name="Severity">How grave it is.</param>
/// <param name="Path">The element, such as <c>file[f1]/unit[u1]/segment[#2]</c>: ids as they are, and which of its kind, from 1, with a #; empty for the document as a whole.</param>
/// <param name="Line">The element's line, from 1; 0 when it concerns the document as a whole.</param>
/// <param name="Column">The element's column, from 1; 0 likewise.</param>
/// <param name="Message">What is wrong, and what to change.</param>
public sealed record Diagnostic(string Rule, DiagnosticSeverity Severity, string Path, int Line, int Column, string Message)
{
    /// <summary>Place, gravity when it is no error, path, message and rule on one line.</summary>
    public override string ToString()
    {
        var place = Line > 0 ? string.Create(CultureInfo.InvariantCulture, $"line {Line}, column {Column}: ") : "";
        return $"{place}{(Severity == DiagnosticSeverity.Warning ? "warning: " : "")}{(Path.Length > 0 ? Path + ": " : "")}{Message} [{Rule}]";
    }
}
