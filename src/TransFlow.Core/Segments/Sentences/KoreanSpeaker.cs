namespace TransFlow.Core.Segments.Sentences;

/// <summary>What stands before the subject of a reporting clause, word by word: a clause of its own that says more of it has to come to its verb first.</summary>
internal struct KoreanSpeaker
{
    private static readonly WordSet Pronouns = KoreanWords.File["pronouns"];
    private static readonly WordSet Lately = KoreanWords.File["lately"];

    private bool _isOpen;
    private bool _isJoined;
    private bool _needsVerb;

    /// <summary>Whether the next word may be the subject: no clause is open before it, or one that says what is done meanwhile, as in <c>고개를 저으며 그는</c>.</summary>
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
        if (!isName && KoreanManner.IsAdnominal(word))
        {
            // A verb before its noun: 익명을 요구한 소식통은, 평양에 사는 소식통은. It may also be what the sentence is of.
            (_isOpen, _isJoined, _needsVerb) = (false, false, false);
            return !Pronouns.Contains(word);
        }

        if (_isOpen)
        {
            _isOpen = !(word.Length == 1 && KoreanWords.IsAdnominal(word[0]));
            _isJoined = _isOpen && word.Length > 1 && (KoreanManner.IsMeanwhile(word) || KoreanManner.IsBefore(word));
            return true;
        }

        if (isName || word.Length < 2)
            return true;
        if (KoreanWords.IsBare(word) || word[^1] == '의' || (word.Length > 2 && word[^1] == '도'))
            return true;
        // It belongs to a verb, which has to come before the subject.
        _isOpen = !Pronouns.Contains(word) && (KoreanManner.IsObject(word) || KoreanManner.IsSubject(word) || KoreanManner.IsMeanwhile(word) || KoreanManner.IsBefore(word) || word[^1] is '에' or '로' or '와' or '과' || word.EndsWith("에서") || word.EndsWith("에게") || word.EndsWith("부터"));
        _isJoined = _isOpen && (KoreanManner.IsMeanwhile(word) || KoreanManner.IsBefore(word));
        return _isOpen;
    }
}
