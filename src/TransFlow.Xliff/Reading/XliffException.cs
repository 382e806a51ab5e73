namespace TransFlow.Xliff;

/// <summary>A document that cannot be read: not well-formed XML, a forbidden construct, or no XLIFF at all.</summary>
public sealed class XliffException : Exception
{
    /// <summary>Makes the exception.</summary>
    /// <param name="message">What is wrong, one sentence.</param>
    /// <param name="line">The line, from 1; 0 when unknown.</param>
    /// <param name="column">The column, from 1; 0 when unknown.</param>
    /// <param name="inner">The cause; null for none.</param>
    public XliffException(string message, int line, int column, Exception? inner = null)
        : base(message, inner) => (Line, Column) = (line, column);

    /// <summary>The line, from 1; 0 when unknown.</summary>
    public int Line { get; }

    /// <summary>The column, from 1; 0 when unknown.</summary>
    public int Column { get; }
}
