namespace TransFlow.Core.Segments.Sentences;

/// <summary>The kinds of stops and of pairs; a pair has one kind for both its ends.</summary>
internal enum MarkKind : byte
{
    /// <summary>No stop and no pair.</summary>
    None,

    /// <summary>A full stop that is also a decimal point and an abbreviation's point.</summary>
    Dot,

    /// <summary>A question or exclamation mark.</summary>
    Exclaim,

    /// <summary>An ellipsis in one character.</summary>
    Ellipsis,

    /// <summary>A full stop that is nothing else, such as the ideographic one.</summary>
    FullStop,

    /// <summary>A middle dot, which is a stop only as part of an ellipsis of three.</summary>
    MiddleDot,

    /// <summary>A note of music, which ends a sentence in Japanese alone.</summary>
    Note,

    /// <summary>A triangle, which points to a picture or marks an item.</summary>
    Pointer,

    /// <summary>Curly double quotes.</summary>
    Double,

    /// <summary>Curly single quotes.</summary>
    Single,

    /// <summary>The straight double quote.</summary>
    StraightDouble,

    /// <summary>The straight single quote.</summary>
    StraightSingle,

    /// <summary>The straight double quote of full width.</summary>
    WideDouble,

    /// <summary>Angle quotes.</summary>
    Guillemet,

    /// <summary>Single angle quotes.</summary>
    SingleGuillemet,

    /// <summary>Corner brackets.</summary>
    Corner,

    /// <summary>White corner brackets.</summary>
    WhiteCorner,

    /// <summary>Double angle brackets, for titles and as quotes in North Korean texts.</summary>
    DoubleAngle,

    /// <summary>Single angle brackets.</summary>
    Angle,

    /// <summary>Less-than and greater-than signs used as brackets.</summary>
    LessThan,

    /// <summary>Round brackets.</summary>
    Round,

    /// <summary>Round brackets of full width.</summary>
    WideRound,

    /// <summary>Square brackets.</summary>
    Square,

    /// <summary>Square brackets of full width.</summary>
    WideSquare,

    /// <summary>Braces.</summary>
    Brace,

    /// <summary>Lenticular brackets.</summary>
    Lenticular,

    /// <summary>Tortoise shell brackets.</summary>
    Shell,

    /// <summary>One more than the last kind.</summary>
    Count,
}
