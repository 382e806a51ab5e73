using TransFlow.Engine.Store;
using TransFlow.Tests.Newsroom;

namespace TransFlow.Tests;

/// <summary>Backups by the command line, of either kind of store.</summary>
[TestClass]
public sealed class BackupTests
{
    private const string Story = "envoys-phone-talks";

    [TestMethod]
    [DataRow(StoreKind.Sqlite)]
    [DataRow(StoreKind.Postgres)]
    public async Task A_restored_newsroom_goes_on_from_where_the_backup_was_taken(StoreKind kind)
    {
        using var room = new TestNewsroom(store: kind);
        await room.Do("run", "--once");
        await room.Do("backup", "night.backup");
        await room.Do("status", "--json");
        var status = room.Out;
        room.Write($"translations/en/translate/{Story}.xlf", SampleReturns.Translated(Story));
        await room.Do("run", "--once");
        Assert.AreEqual("edit", await room.Stage(Story));

        await room.Do("restore", "night.backup");
        StringAssert.Contains(room.Out, "translations/.transflow/before-restore-", StringComparison.Ordinal);
        var kept = Directory.GetFiles(room.PathOf("translations/.transflow"), "before-restore-*").Single();
        await room.Do("status", "--json");
        Assert.AreEqual(status, room.Out);
        await room.Do("run", "--once");
        room.Write("translations/returned/again.xlf", SampleReturns.Translated(Story));
        await room.Do("run", "--once");
        Assert.AreEqual("edit", await room.Stage(Story));
        await room.Do("check");

        await room.Do("restore", Path.GetRelativePath(room.Folder, kept));
        Assert.AreEqual("edit", await room.Stage(Story));
    }

    [TestMethod]
    public async Task What_kept_a_page_back_and_went_with_the_restored_backup_is_named()
    {
        using var room = new TestNewsroom();
        await room.Do("run", "--once");
        await room.Do("hold", Story, "-l", "ja", "--reason", "Before.", "--as", "ren");
        await room.Do("backup", "night.backup");
        await room.Do("hold", Story, "-l", "en", "--reason", "The lawyer reads it.", "--as", "jonas");
        await room.Do("embargo", Story, "-l", "en", "--until", "2030-03-05 06:00", "--as", "jonas");
        await room.Do("restore", "night.backup");
        StringAssert.Contains(room.Out, $"LOST, since it was set after the backup: hold of {Story} [en].", StringComparison.Ordinal);
        StringAssert.Contains(room.Out, $"embargo until 2030-03-05 06:00 +09:00 of {Story} [en].", StringComparison.Ordinal);
        Assert.DoesNotContain("[ja]", room.Out);
    }

    [TestMethod]
    [DataRow(StoreKind.Sqlite)]
    [DataRow(StoreKind.Postgres)]
    public async Task While_a_worker_runs_a_backup_is_made_and_nothing_is_restored(StoreKind kind)
    {
        using var room = new TestNewsroom(store: kind);
        using var worker = NewsroomProcess.Start(room, "run");
        await NewsroomProcess.Until(() => room.Exists($"translations/en/translate/{Story}.xlf"), "at work");
        await room.Do("backup", "night.backup");
        Assert.AreEqual(1, await room.Run("restore", "night.backup"));
        StringAssert.Contains(room.Error, "worker", StringComparison.Ordinal);
        worker.Terminate();
        Assert.AreEqual(0, await worker.Code(), worker.Error);
        await room.Do("restore", "night.backup");
    }

    [TestMethod]
    public async Task A_backup_replaces_no_file_and_only_a_backup_is_restored()
    {
        using var room = new TestNewsroom();
        room.Write("night.backup", "a person's own");
        Assert.AreEqual(1, await room.Run("backup", "night.backup"));
        Assert.AreEqual("a person's own", room.Read("night.backup"));
        Assert.AreEqual(1, await room.Run("restore", "night.backup"));
        StringAssert.Contains(room.Error, "no backup", StringComparison.Ordinal);
        Assert.AreEqual(1, await room.Run("restore", "missing.backup"));
        Assert.IsEmpty(Directory.GetFiles(room.PathOf("translations/.transflow"), "*.backup"));
    }

    [TestMethod]
    public async Task A_backup_in_which_one_letter_is_not_what_it_was_is_not_restored()
    {
        using var room = new TestNewsroom();
        await room.Do("run", "--once");
        await room.Do("backup", "night.backup");
        var bytes = File.ReadAllBytes(room.PathOf("night.backup"));
        bytes[bytes.AsSpan().LastIndexOf("sinuiju"u8)] = (byte)'b';
        File.WriteAllBytes(room.PathOf("night.backup"), bytes);
        Assert.AreEqual(1, await room.Run("restore", "night.backup"));
        StringAssert.Contains(room.Error, "it is damaged", StringComparison.Ordinal);
    }

    [TestMethod]
    public async Task A_store_that_cannot_be_reached_is_named_without_its_password()
    {
        using var room = new TestNewsroom();
        room.Environment["TRANSFLOW__STORE"] = "postgres:Host=127.0.0.1;Port=1;Database=news;Username=desk;Password=hush";
        foreach (var arguments in new[] { ["status"], ["check", "--json"], ["run", "--once"], new[] { "backup", "a.backup" } })
        {
            Assert.AreEqual(3, await room.Run(arguments));
            StringAssert.Contains(room.Error, "postgres:Host=127.0.0.1;Port=1;Database=news;Username=desk", StringComparison.Ordinal);
            Assert.DoesNotContain("hush", room.Out + room.Error);
        }

        room.Environment["TRANSFLOW__STORE"] = "postgres:Host=db;Password=hush;hush=hush";
        Assert.AreEqual(3, await room.Run("status"));
        Assert.DoesNotContain("hush", room.Out + room.Error);
    }
}
