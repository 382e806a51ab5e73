using TransFlow.Tests.Newsroom;

namespace TransFlow.Tests;

/// <summary>What people say beside segments, at the terminal.</summary>
[TestClass]
public sealed class NoteTests
{
    private const string Story = "sinuiju-customs-trucks";

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
}
