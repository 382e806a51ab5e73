namespace TransFlow.Core.Tests.Formats;

/// <summary>A long file of like entries that is nowhere whole.</summary>
internal sealed class Repeated(byte[] start, byte[] entry, int count, byte[] end) : Stream
{
    private readonly IEnumerator<byte[]> _pieces = Enumerable.Repeat(entry, count).Prepend(start).Append(end).GetEnumerator();

    private ReadOnlyMemory<byte> _left;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override int Read(byte[] buffer, int offset, int count)
    {
        if (_left.IsEmpty && _pieces.MoveNext())
            _left = _pieces.Current;
        var read = Math.Min(count, _left.Length);
        _left[..read].CopyTo(buffer.AsMemory(offset));
        _left = _left[read..];
        return read;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
