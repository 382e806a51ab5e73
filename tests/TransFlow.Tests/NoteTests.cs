using TransFlow.Tests.Newsroom;

namespace TransFlow.Tests;

/// <summary>What people say beside segments, at the terminal.</summary>
[TestClass]
public sealed class NoteTests
{
    private const string Story = "sinuiju-customs-trucks", Source = $"translations/articles/{Story}.ko.md", First = "북한 당국이 이달 초부터";

    [TestMethod]
    public async Task A_note_that_came_with_a_file_is_shown_and_settled_by_its_number()
    {
        using var room = new TestNewsroom(withReturns: true);
        room.Environment["TRANSFLOW__STAGES__EDIT__OPENNOTES"] = "stop";
        await room.Do("run", "--once");
        var file = room.Read($"translations/en/edit/{Story}.xlf");
        var at = file.IndexOf("<segment", StringComparison.Ordinal);
        var before = file.LastIndexOf("</notes>", at, StringComparison.Ordinal);
        room.Write("translations/returned/noted.xlf", before > file.LastIndexOf("<unit ", at, StringComparison.Ordinal) ? file.Insert(before, "<note>Which house?</note>") : file.Insert(at, "<notes><note>Which house?</note></notes>"));
        await room.Do("run", "--once");
        await room.Do("notes", Story, "-l", "en", "--open");
        Assert.Contains("Which house?", room.Out);
        var refused = await room.Refused("accept", Story, "-l", "en");
        Assert.Contains("Which house?", refused);
        await room.Refused("settle", Story, "-l", "en", "--note", "7", "--as", "jonas");
        await room.Refused("settle", Story, "-l", "en", "--note", "1", "--as", "stranger");
        await room.Do("settle", Story, "-l", "en", "--note", "1", "--as", "mina");
        await room.Do("notes", Story, "-l", "en", "--json");
        Assert.Contains("\"settledBy\": \"mina\"", room.Out);
        await room.Do("accept", Story, "-l", "en");
        await room.Do("history", Story);
        Assert.Contains("settled a note of jonas", room.Out);
    }

    [TestMethod]
    public async Task A_note_in_a_file_from_before_a_change_of_the_source_stands_beside_the_sentence_it_was_written_for()
    {
        using var room = new TestNewsroom(withReturns: true);
        room.Environment["TRANSFLOW__STAGES__EDIT__OPENNOTES"] = "stop";
        await room.Do("run", "--once");
        room.Write("noted.xlf", Noted(room.Read($"translations/en/edit/{Story}.xlf")));
        room.Write(Source, room.Read(Source).Replace(First, "새 문단이 왔다.\n\n새 문장이 앞에 왔다. " + First, StringComparison.Ordinal));
        await room.Do("run", "--once");
        await room.Run("return", "noted.xlf");
        using var newsroom = room.Open(TimeProvider.System);
        var edition = newsroom.Store.Edition(Story, "en")!.Edition;
        var note = edition.Comments.Single(c => c.Text == "Since when?");
        Assert.StartsWith(First, edition.Segments.Single(s => s.UnitId == note.UnitId && s.Index == note.Index).Source.Text);
        Assert.IsNull(note.About);
    }

    [TestMethod]
    public async Task A_note_in_a_file_that_is_older_than_the_end_of_its_block_is_kept_and_says_what_it_was_about()
    {
        using var room = new TestNewsroom(withReturns: true);
        await room.Do("run", "--once");
        room.Write("noted.xlf", Noted(room.Read($"translations/en/edit/{Story}.xlf")));
        var block = room.Read(Source).Split('\n').Single(l => l.StartsWith(First, StringComparison.Ordinal));
        room.Write(Source, room.Read(Source).Replace(block + "\n\n", "", StringComparison.Ordinal));
        await room.Do("run", "--once");
        await room.Run("return", "noted.xlf");
        await room.Do("notes", Story, "-l", "en");
        Assert.Contains($"Since when? (about “{First}", room.Out);
        using var newsroom = room.Open(TimeProvider.System);
        var edition = newsroom.Store.Edition(Story, "en")!.Edition;
        var note = edition.Comments.Single(c => c.Text == "Since when?");
        Assert.IsTrue(edition.Segments.Any(s => s.UnitId == note.UnitId && s.Index == note.Index));
    }

    /// <summary>A file with a note beside a block.</summary>
    private static string Noted(string file)
    {
        var unit = file.LastIndexOf("<unit ", file.IndexOf(First, StringComparison.Ordinal), StringComparison.Ordinal);
        var (at, notes) = (file.IndexOf("<segment", unit, StringComparison.Ordinal), file.IndexOf("</notes>", unit, StringComparison.Ordinal));
        return notes >= 0 && notes < at ? file.Insert(notes, "<note>Since when?</note>") : file.Insert(at, "<notes><note>Since when?</note></notes>");
    }
}
