using System.Globalization;

namespace TransFlow.Xliff;

/// <summary>Reads on from a stream until so many bytes have been read since the last start.</summary>
/// <param name="inner">The stream; left open.</param>
/// <param name="limit">The most bytes.</param>
internal sealed class MeteredStream(Stream inner, long limit) : Stream
{
    private long _read;

    public override bool CanRead => true;

    public override bool CanSeek => inner.CanSeek;

    public override bool CanWrite => false;

    public override long Length => inner.Length;

    public override long Position { get => inner.Position; set => throw new NotSupportedException(); }

    /// <summary>Begins to count anew.</summary>
    public void Restart() => _read = 0;

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        var count = inner.Read(buffer);
        _read += count;
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
