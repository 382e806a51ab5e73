using System.Reflection;
using System.Text.RegularExpressions;
using TransFlow.Core.Ports;
using TransFlow.Core.Protection;
using TransFlow.Core.Segments;
using TransFlow.Xliff;

namespace TransFlow.Engine.Tests;

/// <summary>Keeps the house as <c>src/README.md</c> says it stands.</summary>
[TestClass]
public sealed partial class ArchitectureTests
{
    private static readonly string Root = FindRoot();

    [TestMethod]
    public void References_run_one_way()
    {
        Assert.AreEqual("", Ours(typeof(XliffReader).Assembly));
        Assert.AreEqual("TransFlow.Xliff", Ours(typeof(MarkdownExtractor).Assembly));
        Assert.AreEqual("TransFlow.Core", Ours(typeof(Newsroom).Assembly));
    }

    [TestMethod]
    public void The_interchange_format_needs_no_package() =>
        Assert.IsEmpty(typeof(XliffReader).Assembly.GetReferencedAssemblies().Where(a => !a.Name!.StartsWith("System", StringComparison.Ordinal)));

    [TestMethod]
    [DataRow("Quartz", "src/TransFlow.Engine/Schedule", "src/TransFlow.Engine/Jobs")]
    [DataRow("Markdig", "src/TransFlow.Core/Segments", "src/TransFlow.Core/Publishing")]
    [DataRow("Dapper", "src/TransFlow.Engine/Store", "src/TransFlow.Engine/Store")]
    [DataRow("Microsoft.Data.Sqlite", "src/TransFlow.Engine/Store", "src/TransFlow.Engine/Store")]
    [DataRow("Npgsql", "src/TransFlow.Engine/Store", "src/TransFlow.Engine/Store")]
    [DataRow("Polly", "src/TransFlow.Engine/Adapters", "src/TransFlow.Engine/Outbox")]
    [DataRow("MailKit", "src/TransFlow.Engine/Outbox", "src/TransFlow.Engine/Outbox")]
    [DataRow("MimeKit", "src/TransFlow.Engine/Outbox", "src/TransFlow.Engine/Outbox")]
    [DataRow("YamlDotNet", "src/TransFlow.Core/Segments/Heads", "src/TransFlow.Core/Segments/Heads")]
    [DataRow("System.CommandLine", "src/TransFlow/Cli", "src/TransFlow/Cli")]
    public void A_library_stays_in_its_room(string library, string room, string other)
    {
        var users = Sources("src").Where(f => Regex.IsMatch(File.ReadAllText(f), $@"^\s*(global )?using (static )?{Regex.Escape(library)}[.;]", RegexOptions.Multiline)).Select(Relative).ToList();
        Assert.IsNotEmpty(users, $"nobody uses {library}");
        Assert.IsEmpty(users.Where(u => !u.StartsWith(room + "/", StringComparison.Ordinal) && !u.StartsWith(other + "/", StringComparison.Ordinal)));
    }

    [TestMethod]
    public void The_core_knows_no_disk_no_clock_and_no_network()
    {
        var text = Sources("src/TransFlow.Core").Concat(Sources("src/TransFlow.Xliff")).Select(f => (File: Relative(f), Text: File.ReadAllText(f)));
        var forbidden = Impure();
        // How long a supplied rule may take is a bound on patience, as the one that Regex keeps itself, and no time that anything depends on.
        Assert.IsEmpty(text.SelectMany(t => forbidden.Matches(t.Text).Where(m => !(m.Value == "Stopwatch" && t.File.EndsWith("/SrxParagraph.cs", StringComparison.Ordinal))).Select(m => $"{t.File}: {m.Value}")));
    }

    [TestMethod]
    public void Only_the_egress_gate_makes_what_may_leave()
    {
        Assert.IsEmpty(typeof(Cleared<>).GetConstructors(), "nobody outside the core can make it");
        var makers = Sources("src").Where(f => File.ReadAllText(f).Contains("new Cleared<", StringComparison.Ordinal)).Select(Relative);
        CollectionAssert.AreEqual(new[] { "src/TransFlow.Core/Protection/Egress.cs" }, makers.ToList());
    }

    [TestMethod]
    public void Every_way_out_asks_for_what_the_gate_let_through()
    {
        var ways = typeof(IPublisher).Assembly.GetTypes().Where(t => t.IsInterface && t.Namespace == typeof(IPublisher).Namespace && t != typeof(IArticleSource)).ToList();
        Assert.IsNotEmpty(ways);
        foreach (var way in ways)
        {
            Assert.HasCount(1, way.GetMethods(), $"{way.Name} has one method");
            Assert.IsTrue(way.GetMethods()[0].GetParameters().Any(p => p.ParameterType.IsGenericType && p.ParameterType.GetGenericTypeDefinition() == typeof(Cleared<>)), way.Name);
        }
    }

    /// <summary>By what is compiled, not by what it looks like: fields, parameters and local variables, those of asynchronous methods among them.</summary>
    [TestMethod]
    public void Only_what_asks_for_a_cleared_delivery_can_reach_the_network()
    {
        foreach (var assembly in new[] { typeof(XliffReader).Assembly, typeof(MarkdownExtractor).Assembly, typeof(Newsroom).Assembly })
        {
            var users = assembly.GetTypes().Where(t => Uses(t).Any(IsNetwork)).Select(Outermost).Distinct().ToList();
            if (assembly != typeof(Newsroom).Assembly)
            {
                Assert.IsEmpty(users);
                continue;
            }

            CollectionAssert.AreEquivalent(new[] { "Webhook", "MailDigest", "MailAddress" }, users.ConvertAll(u => u.Name), "whoever else reaches the network has to ask for what the egress gate cleared, or to say here why it need not");
            foreach (var way in users.Where(u => u.Name != "MailAddress"))
            {
                Assert.IsTrue(way.IsAssignableTo(typeof(INotifier)), way.Name);
                var doors = way.GetMethods(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly).Where(m => !m.IsPrivate).Select(m => m.Name);
                CollectionAssert.IsSubsetOf(doors.ToList(), new[] { "Notify", "Dispose" }, $"{way.Name} has one door");
            }
        }
    }

    [TestMethod]
    public void No_source_but_the_outboxs_speaks_of_clients_that_reach_the_network()
    {
        var users = Sources("src").Where(f => Client().IsMatch(File.ReadAllText(f))).Select(Relative).ToList();
        CollectionAssert.AreEquivalent(new[] { "src/TransFlow.Engine/Outbox/MailDigest.cs", "src/TransFlow.Engine/Outbox/Webhook.cs" }, users);
    }

    [TestMethod]
    public void Deliveries_come_out_of_the_gate_alone()
    {
        var text = File.ReadAllText(Path.Combine(Root, "src/TransFlow.Engine/Outbox/Packing.cs"));
        Assert.Contains("Egress.Clear(", text);
        Assert.IsEmpty(Sources("src/TransFlow.Engine").Where(f => File.ReadAllText(f).Contains(".Notify(", StringComparison.Ordinal)).Select(Relative).Except(["src/TransFlow.Engine/Outbox/Dispatch.cs"]));
    }

    [TestMethod]
    public void Files_are_written_in_few_places_and_atomically()
    {
        var writers = Sources("src/TransFlow.Engine").Where(f => Write().IsMatch(File.ReadAllText(f))).Select(Relative).ToList();
        CollectionAssert.AreEquivalent(
            new[]
            {
                "src/TransFlow.Engine/Adapters/FolderPublisher.cs", "src/TransFlow.Engine/Files/AtomicFile.cs", "src/TransFlow.Engine/Jobs/Collect.cs", "src/TransFlow.Engine/Jobs/Doctor.cs",
                "src/TransFlow.Engine/Jobs/HandOut.cs",
                // Tells of pages that the gate has let through, by what was noted of them then.
                "src/TransFlow.Engine/Jobs/PublishedIndex.cs", "src/TransFlow.Engine/Jobs/Quarantine.cs", "src/TransFlow.Engine/Jobs/ReturnArchive.cs", "src/TransFlow.Engine/Newsroom.cs", "src/TransFlow.Engine/Store/BackupFile.cs", "src/TransFlow.Engine/Store/FileLock.cs",
                // Makes the store, empty.
                "src/TransFlow.Engine/Store/SqliteStore.cs",
            },
            writers,
            "a new place that writes files has to ask the egress gate first, or to say here why it need not");
    }

    [TestMethod]
    public void Packages_are_stored_and_handed_out_only_as_the_gate_cleared_them()
    {
        foreach (var file in new[] { "HandOut", "Export" })
        {
            var text = File.ReadAllText(Path.Combine(Root, "src", "TransFlow.Engine", "Jobs", file + ".cs"));
            Assert.Contains("Egress.Clear(", text, file);
            Assert.Contains("cleared.Payload", text, file);
        }
    }

    [TestMethod]
    public void No_type_is_a_manager_a_helper_or_a_bag_of_utilities()
    {
        var types = new[] { typeof(XliffReader), typeof(MarkdownExtractor), typeof(Newsroom) }.SelectMany(t => t.Assembly.GetTypes());
        Assert.AreEqual("", string.Join(' ', types.Select(t => t.Name).Where(n => n[0] != '<' && BadName().IsMatch(n))));
    }

    /// <summary>The types that a type works with.</summary>
    private static IEnumerable<Type> Uses(Type type)
    {
        const BindingFlags All = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
        var methods = type.GetMethods(All).Cast<MethodBase>().Concat(type.GetConstructors(All)).ToList();
        return type.GetFields(All).Select(f => f.FieldType)
            .Concat(methods.SelectMany(m => m.GetParameters()).Select(p => p.ParameterType))
            .Concat(methods.SelectMany(m => m.GetMethodBody()?.LocalVariables ?? []).Select(l => l.LocalType))
            .Concat(methods.OfType<MethodInfo>().Select(m => m.ReturnType));
    }

    /// <summary>What names a place and reaches none.</summary>
    private static readonly Type[] Addresses = [typeof(System.Net.IPAddress), typeof(System.Net.IPNetwork), typeof(System.Net.IPEndPoint)];

    private static bool IsNetwork(Type type) => (type.IsGenericType ? type.GetGenericArguments() : []).Any(IsNetwork)
        || !Addresses.Contains(type) && type.Namespace is { } room && (room.StartsWith("System.Net", StringComparison.Ordinal) || room.StartsWith("MailKit", StringComparison.Ordinal) || room.StartsWith("MimeKit", StringComparison.Ordinal));

    private static Type Outermost(Type type) => type.DeclaringType is { } outer ? Outermost(outer) : type;

    private static string Ours(Assembly assembly) =>
        string.Join(' ', assembly.GetReferencedAssemblies().Select(a => a.Name!).Where(n => n.StartsWith("TransFlow", StringComparison.Ordinal)).Order(StringComparer.Ordinal));

    private static IEnumerable<string> Sources(string folder) =>
        Directory.EnumerateFiles(Path.Combine(Root, folder), "*.cs", SearchOption.AllDirectories)
            .Where(f => !Relative(f).Contains("/obj/", StringComparison.Ordinal) && !Relative(f).Contains("/bin/", StringComparison.Ordinal)).Order(StringComparer.Ordinal);

    private static string Relative(string path) => Path.GetRelativePath(Root, path).Replace('\\', '/');

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "TransFlow.sln")))
            folder = folder.Parent ?? throw new InvalidOperationException("The tests run outside the repository.");
        return folder.FullName;
    }

    [GeneratedRegex(@"\b(File|Directory|FileInfo|DirectoryInfo|FileStream)\.(?!ToString)|new (FileStream|HttpClient|FileInfo)\b|\bTimeProvider\b|\bEnvironment\.|\bHttpClient\b|\bStopwatch\b|\bSystem\.Net\.")]
    private static partial Regex Impure();

    [GeneratedRegex(@"AtomicFile\.Write\(|File\.(Write|Append|Create|Copy|Move|Open)|new FileStream\(")]
    private static partial Regex Write();

    [GeneratedRegex(@"\b(HttpClient|SocketsHttpHandler|HttpClientHandler|HttpMessageInvoker|IHttpClientFactory|WebRequest|WebClient|TcpClient|UdpClient|SmtpClient|ClientWebSocket|NetworkStream|SslStream|Dns|Process\.Start)\b|new (Socket|Ping)\(")]
    private static partial Regex Client();

    [GeneratedRegex("(Manager|Helper|Helpers|Utils|Utilities|Util)$")]
    private static partial Regex BadName();
}
