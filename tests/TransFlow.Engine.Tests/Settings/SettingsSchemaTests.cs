using System.Text.Json.Nodes;
using TransFlow.Engine.Settings;

namespace TransFlow.Engine.Tests.Settings;

/// <summary>Keeps the JSON schema in step with the reader: both know the same keys in the same places.</summary>
[TestClass]
public sealed class SettingsSchemaTests
{
    [TestMethod]
    public void Schema_and_reader_know_the_same_keys()
    {
        var schema = Schema();
        foreach (var (place, settings) in Places())
        {
            var known = KnownAt(settings);
            var stated = At(schema, place)["properties"]!.AsObject().Select(p => p.Key).Order(StringComparer.Ordinal).ToList();
            CollectionAssert.AreEqual(stated, known, $"at '{string.Join('.', place)}': the schema has {string.Join(", ", stated)}, the reader knows {string.Join(", ", known)}");
        }
    }

    [TestMethod]
    public void Every_object_of_the_schema_with_keys_of_its_own_is_compared()
    {
        var places = Places().Select(p => string.Join('.', p.Place)).Order(StringComparer.Ordinal).ToList();
        CollectionAssert.AreEqual(ObjectsOf(Schema(), "").Order(StringComparer.Ordinal).ToList(), places);
    }

    /// <summary>Each place in the settings that has keys of its own, and settings with a key there that nobody knows.</summary>
    private static IEnumerable<(string[] Place, string Settings)> Places() =>
    [
        ([], Settings("\"?\": 1")),
        (["source"], """{ "source": { "?": 1 }, "targets": { "en": {} } }"""),
        (["source", "frontMatter"], """{ "source": { "frontMatter": { "?": 1 } }, "targets": { "en": {} } }"""),
        (["targets", "*"], """{ "source": {}, "targets": { "en": { "?": 1 } } }"""),
        (["targets", "*", "style"], """{ "source": {}, "targets": { "en": { "style": { "?": 1 } } } }"""),
        (["people"], Settings("\"people\": { \"?\": 1 }")),
        (["people", "profiles", "*"], Settings("\"people\": { \"profiles\": { \"a\": { \"?\": 1 } } }")),
        (["routing", "[]"], Settings("\"routing\": [{ \"?\": 1 }]")),
        (["routing", "[]", "people"], Settings("\"routing\": [{ \"part\": \"quotations\", \"people\": { \"?\": 1 } }]")),
        (["exchange"], Settings("\"exchange\": { \"?\": 1 }")),
        (["schedule"], Settings("\"schedule\": { \"?\": 1 }")),
        (["preview"], Settings("\"preview\": { \"?\": 1 }")),
        (["desk"], Settings("\"desk\": { \"?\": 1 }")),
        (["desk", "proxy"], Settings("\"desk\": { \"proxy\": { \"?\": 1 } }")),
        (["calendar"], Settings("\"calendar\": { \"?\": 1 }")),
        (["stages"], Settings("\"stages\": { \"?\": 1 }")),
        (["stages", "clearance"], Settings("\"stages\": { \"clearance\": { \"?\": 1 } }")),
        (["stages", "translate"], Settings("\"stages\": { \"translate\": { \"?\": 1 } }")),
        (["stages", "edit"], Settings("\"stages\": { \"edit\": { \"?\": 1 } }")),
        (["stages", "sign-off"], Settings("\"stages\": { \"sign-off\": { \"?\": 1 } }")),
        (["notify", "[]"], Settings("\"notify\": [{ \"?\": 1 }]")),
        (["publish", "[]"], Settings("\"publish\": [{ \"?\": 1 }]")),
    ];

    private static string Settings(string more) => $$"""{ "source": {}, "targets": { "en": {} }, {{more}} }""";

    private static List<string> KnownAt(string settings)
    {
        using var folder = new TemporaryFolder();
        var refusal = SettingsFile.Read(folder.Write("transflow.json", settings), new Dictionary<string, string>()).Problems.Single(p => p.Code == "unknown-setting");
        var known = refusal.Remedy[(refusal.Remedy.IndexOf("Known here: ", StringComparison.Ordinal) + 12)..].TrimEnd('.');
        return [.. known.Split(", ").Order(StringComparer.Ordinal)];
    }

    private static JsonNode At(JsonNode schema, string[] place) => place.Aggregate(schema, (node, step) => Meant(step switch
    {
        "*" => node["additionalProperties"]!,
        "[]" => node["items"]!,
        _ => node["properties"]![step]!,
    }));

    /// <summary>What a node refers to; the node itself when it does not.</summary>
    private static JsonNode Meant(JsonNode node) => node["$ref"] is { } reference ? node.Root["$defs"]![((string)reference!).Split('/')[^1]]! : node;

    private static IEnumerable<string> ObjectsOf(JsonNode node, string place)
    {
        if (node["properties"] is JsonObject properties)
        {
            yield return place;
            foreach (var below in properties.SelectMany(p => ObjectsOf(Meant(p.Value!), Join(place, p.Key))))
                yield return below;
        }

        if (node["additionalProperties"] is JsonObject any)
        {
            foreach (var below in ObjectsOf(any, Join(place, "*")))
                yield return below;
        }

        if (node["items"] is JsonObject items)
        {
            foreach (var below in ObjectsOf(items, Join(place, "[]")))
                yield return below;
        }
    }

    private static string Join(string place, string step) => place.Length == 0 ? step : $"{place}.{step}";

    private static JsonNode Schema()
    {
        using var stream = typeof(SettingsFile).Assembly.GetManifestResourceStream("TransFlow.Engine.Settings.transflow.schema.json")!;
        return JsonNode.Parse(stream)!;
    }
}
