namespace TransFlow.Core.Segments;

/// <summary>Of which kind a piece of a sentence is that is held against another's: what it takes to be understood when it is shown alone.</summary>
internal enum PieceKind
{
    /// <summary>A word or a number: it is understood alone.</summary>
    Word,

    /// <summary>A run of hiragana, mostly a particle or an ending: with the word before it.</summary>
    Kana,

    /// <summary>A Chinese sign: with the one beside it.</summary>
    Han,

    /// <summary>A letter of a script without blanks: with some beside it.</summary>
    Letter,

    /// <summary>Punctuation.</summary>
    Sign,
}
