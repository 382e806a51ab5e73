namespace TransFlow.Core.Formats;

/// <summary>A file is not what its format says that it has to be. Readers that stream say so on the way, with the place.</summary>
public sealed class BrokenFileException : Exception
{
    /// <summary>Makes one.</summary>
    /// <param name="message">What is wrong, one sentence.</param>
    /// <param name="line">The line, from 1; 0 when unknown.</param>
    /// <param name="column">The column, from 1; 0 when unknown.</param>
    /// <param name="inner">What lies behind it.</param>
    public BrokenFileException(string message, int line, int column = 0, Exception? inner = null)
        : base(message, inner) => (Line, Column) = (line, column);

    /// <summary>The line, from 1; 0 when unknown.</summary>
    public int Line { get; }

    /// <summary>The column, from 1; 0 when unknown.</summary>
    public int Column { get; }

    /// <summary>The same as a refusal.</summary>
    /// <param name="file">The file as the person knows it.</param>
    /// <returns>The refusal.</returns>
    public Refusal ToRefusal(string file) => new("broken-file", Message, "Mend that place, or export the file again.") { File = file, Line = Line > 0 ? Line : null };
}
