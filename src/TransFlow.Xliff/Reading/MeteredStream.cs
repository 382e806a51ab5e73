using System.Globalization;

namespace TransFlow.Xliff;

/// <summary>Reads on from a stream until so many bytes have been read since the last start.</summary>
/// <param name="inner">The stream; left open.</param>
/// <param name="limit">The most bytes.</param>
internal sealed class MeteredStream(Stream inner, long limit) : Stream
{
    /// <summary>How many bytes can be looked at ahead.</summary>
    public const int MostAhead = 1024;

    private readonly byte[] _start = new byte[MostAhead];
    private ReadOnlyMemory<byte> _ahead;
    private long _read;

    /// <summary>Looks at all that is read, when it is UTF-8.</summary>
    public AttributeBound? Bound { get; set; }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    /// <summary>Begins to count anew.</summary>
    public void Restart() => _read = 0;

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    /// <summary>Looks at the first bytes, which are read again afterwards; only before anything is read.</summary>
    public ReadOnlySpan<byte> Peek()
    {
        _ahead = _start.AsMemory(0, inner.ReadAtLeast(_start, _start.Length, throwOnEndOfStream: false));
        return _ahead.Span;
    }

    public override int Read(Span<byte> buffer)
    {
        var count = Math.Min(_ahead.Length, buffer.Length);
        _ahead.Span[..count].CopyTo(buffer);
        _ahead = _ahead[count..];
        if (count == 0)
            count = inner.Read(buffer);
        _read += count;
        Bound?.Look<byte>(buffer[..count]);
        return _read <= limit
            ? count
            : throw new XliffException(string.Create(CultureInfo.InvariantCulture, $"More than {limit / (1024 * 1024)} MB in one piece; no translation has that."), 0, 0);
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
