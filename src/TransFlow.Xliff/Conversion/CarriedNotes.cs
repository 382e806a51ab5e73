namespace TransFlow.Xliff;

/// <summary>The notes of a unit of 2.x that travelled beside those that 1.2 shows, and which of these each was.</summary>
internal sealed class CarriedNotes
{
    private readonly Dictionary<Note, Note> _carried = new(ReferenceEqualityComparer.Instance);

    /// <param name="unit">The unit of 1.2.</param>
    public CarriedNotes(TransUnit unit)
    {
        var carried = unit.Elements.OfType<Notes>().SelectMany(n => n.Items).Select(n => (Note: n, Shown: Version1Writer.NoteOf(n))).ToList();
        var shown = unit.Elements.OfType<Note>().ToList();
        Pair((c, s) => c.Attributes == s.Attributes && c.Content == s.Content);
        // A tool changed a word of 1.2, or the text; where it took notes out or put some in as well, nobody knows which is which.
        Pair((c, s) => c.InnerText == s.InnerText);
        if (carried.Count == shown.Count)
            Pair((_, _) => true);

        void Pair(Func<Note, Note, bool> isSame)
        {
            foreach (var note in shown.ToList())
            {
                if (carried.FindIndex(c => isSame(c.Shown, note)) is not (>= 0 and var at))
                    continue;
                _carried[note] = carried[at].Note;
                carried.RemoveAt(at);
                shown.RemoveAll(n => ReferenceEquals(n, note));
            }
        }
    }

    /// <summary>A note of 1.2 with what travelled beside it.</summary>
    /// <param name="note">The note.</param>
    public Note Of(Note note) => _carried.TryGetValue(note, out var carried)
        ? note with { Attributes = [.. note.Attributes, .. Carried.Out(carried.Attributes, Carried.Prefix2, XliffNamespaces.Core20).Where(a => a.Name.Namespace != XliffNamespaces.Version12 && !Version1Writer.IsLanguage(a))] }
        : note;
}
