namespace TransFlow.Core.Segments.Sentences;

/// <summary>What stands before the subject of a reporting clause, word by word: a clause of its own that says more of it has to come to its verb first.</summary>
internal struct KoreanSpeaker
{
    private static readonly WordSet Pronouns = KoreanWords.File["pronouns"];
    private static readonly WordSet Lately = KoreanWords.File["lately"];

    /// <summary>Whether a clause is open, in which anything may stand until its verb comes.</summary>
    private bool _isOpen;

    /// <summary>Whether what is open may go with the verb of saying, too, so that the subject may come at once.</summary>
    private bool _isJoined;

    private bool _hasObject;
    private bool _needsVerb;

    /// <summary>Whether the next word may be the subject: no clause is open before it, or one that says how, or what is done meanwhile, as in <c>고개를 저으며 그는</c>.</summary>
    public readonly bool MayEnd => !_needsVerb && (!_isOpen || _isJoined);

    /// <summary>Takes a word that is not the subject.</summary>
    /// <param name="word">The word.</param>
    /// <param name="isName">Whether it is the name of somebody.</param>
    /// <returns>True when the subject may still come.</returns>
    public bool Takes(ReadOnlySpan<char> word, bool isName)
    {
        if (!_isOpen && Lately.Contains(word))
            return _needsVerb = true;
        if (!_isOpen && KoreanWords.Openers.Contains(word))
            return false;
        // Before a title a verb looks like a name: 현장을 찾은 장관은.
        if ((!isName || _isOpen) && KoreanManner.IsAdnominal(word))
        {
            // A verb before its noun: 익명을 요구한 소식통은, 평양에 사는 소식통은. It may also be what the sentence is of.
            (_isOpen, _isJoined, _hasObject, _needsVerb) = (false, false, false, false);
            return !Pronouns.Contains(word);
        }

        if (_isOpen)
        {
            _isOpen = !(word.Length == 1 && KoreanWords.IsAdnominal(word[0]));
            Join(word);
            return true;
        }

        if (isName || word.Length < 2 || KoreanWords.IsBare(word) || word[^1] == '의' || (word.Length > 2 && word[^1] == '도'))
            return true;
        // It belongs to a verb, which has to come before the subject, unless it says how.
        Join(word);
        _isOpen = !Pronouns.Contains(word) && (_isJoined || _hasObject || KoreanManner.IsSubject(word) || word[^1] is '에' or '와' or '과' || word.EndsWith("부터"));
        return _isOpen;
    }

    private void Join(ReadOnlySpan<char> word)
    {
        var isMeanwhile = word.Length > 1 && (KoreanManner.IsMeanwhile(word) || KoreanManner.IsBefore(word));
        _hasObject = !isMeanwhile && (_hasObject || (word.Length > 0 && KoreanManner.IsObject(word)));
        _isJoined = isMeanwhile || (!_hasObject && word is [_, .., '로' or '게'] or [_, .., '에', '서'] && !KoreanManner.IsOfElsewhere(word));
    }
}
