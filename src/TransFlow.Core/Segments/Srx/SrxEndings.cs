namespace TransFlow.Core.Segments.Srx;

/// <summary>Finds the <see cref="SrxEnding"/> of an expression while it is read from left to right.</summary>
internal sealed class SrxEndings
{
    private readonly Stack<(SrxEnding? Branches, SrxEnding Before, bool IsLook)> _outer = new();

    /// <summary>The branches that stand before the one that is read.</summary>
    private SrxEnding? _branches;

    /// <summary>What stands before the last piece, which a quantifier is for.</summary>
    private SrxEnding _before = SrxEnding.Nothing;

    private SrxEnding _last = SrxEnding.Nothing;

    /// <summary>That of all that was read.</summary>
    public SrxEnding Whole => _before.Then(_last) is var branch && _branches is null ? branch : _branches.Or(branch);

    /// <summary>Adds a piece.</summary>
    /// <param name="piece">Its ending.</param>
    public void Add(SrxEnding piece)
    {
        _before = _before.Then(_last);
        _last = piece;
    }

    /// <summary>Begins another branch.</summary>
    public void Branch()
    {
        _branches = Whole;
        (_before, _last) = (SrxEnding.Nothing, SrxEnding.Nothing);
    }

    /// <summary>Begins a group.</summary>
    /// <param name="isLook">Whether it only looks, and is no text.</param>
    public void Open(bool isLook)
    {
        _outer.Push((_branches, _before.Then(_last), isLook));
        _branches = null;
        (_before, _last) = (SrxEnding.Nothing, SrxEnding.Nothing);
    }

    /// <summary>Ends the group that was begun last, which becomes one piece.</summary>
    public void Close()
    {
        var piece = Whole;
        (_branches, _before, var isLook) = _outer.Pop();
        _last = isLook ? SrxEnding.Nothing : piece;
    }

    /// <summary>Has the last piece stand there more than once, or not at all.</summary>
    /// <param name="isNeeded">Whether it has to stand there.</param>
    /// <param name="isOften">Whether it may stand there more than once.</param>
    public void Repeat(bool isNeeded, bool isOften)
    {
        var often = isOften ? _last.Repeated() : _last;
        _last = isNeeded ? often : often.Or(SrxEnding.Nothing);
    }
}
