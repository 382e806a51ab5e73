namespace TransFlow.Xliff;

/// <summary>Reads a text on, and stops at a start tag with more attributes than an element may have.</summary>
/// <param name="inner">The document.</param>
internal sealed class BoundedText(TextReader inner) : TextReader
{
    private readonly AttributeBound _bound = new();

    public override int Read(char[] buffer, int index, int count)
    {
        var read = inner.Read(buffer, index, count);
        _bound.Look<char>(buffer.AsSpan(index, read));
        return read;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            inner.Dispose();
        base.Dispose(disposing);
    }
}
