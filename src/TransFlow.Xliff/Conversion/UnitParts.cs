namespace TransFlow.Xliff;

/// <summary>The parts of a unit of 2.0 that is made of a translation unit of 1.x.</summary>
/// <param name="Items">Its segments and ignorables.</param>
/// <param name="Comments">The comments between them, by the number of parts before each.</param>
/// <param name="Mids">For ids of segments, those of the marks of 1.2 that they were.</param>
/// <param name="AreMidsOurs">Whether the marks have no other ids than documents that were made of 2.x give them.</param>
internal sealed record UnitParts(List<UnitPart> Items, ILookup<int, XliffNode> Comments, Dictionary<string, string> Mids, bool AreMidsOurs)
{
    /// <summary>The segment that is for what names none.</summary>
    public Segment First => Items.OfType<Segment>().First();

    /// <summary>Whether a segment has a target.</summary>
    public bool IsTranslated => Items.Exists(p => p is Segment { Target: not null });

    /// <summary>The parts with the comments that stood between them.</summary>
    public IEnumerable<XliffNode> Commented => Items.SelectMany((p, i) => Comments[i].Append(p)).Concat(Comments[Items.Count]);
}
