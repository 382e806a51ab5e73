using System.Text;
using System.Text.Json;

namespace TransFlow.Engine.Settings;

/// <summary>One value of the settings file with the line where it stands.</summary>
/// <param name="Path">Its dotted path, such as <c>source.language</c>.</param>
/// <param name="Line">Its line, from 1; 0 for what the environment says.</param>
internal sealed record SettingNode(string Path, int Line)
{
    /// <summary>The value of text, numbers and truth values; null for the others.</summary>
    public string? Text { get; set; }

    /// <summary>True when the value is a number or a truth value.</summary>
    public bool IsBare { get; private set; }

    /// <summary>The members of an object by name; null for the others.</summary>
    public Dictionary<string, SettingNode>? Members { get; set; }

    /// <summary>The items of a list; null for the others.</summary>
    public List<SettingNode>? Items { get; set; }

    /// <summary>Reads JSON with comments.</summary>
    /// <exception cref="JsonException">The text is not JSON.</exception>
    public static SettingNode Parse(byte[] json)
    {
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
        reader.Read();
        var node = Node(ref reader, json, "");
        if (node.Members is null)
            throw new JsonException("they are no object; they begin with '{'", null, 0, null);
        if (reader.Read())
            throw new JsonException("there is text after the settings");
        return node;
    }

    /// <summary>The member, made when it is not there.</summary>
    public SettingNode Member(string name)
    {
        Members ??= new(StringComparer.Ordinal);
        if (!Members.TryGetValue(name, out var member))
            Members[name] = member = new SettingNode(Path.Length == 0 ? name : $"{Path}.{name}", 0);
        return member;
    }

    private static SettingNode Node(ref Utf8JsonReader reader, byte[] json, string path)
    {
        var node = new SettingNode(path, json.AsSpan(0, (int)reader.TokenStartIndex).Count((byte)'\n') + 1);
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                node.Members = new(StringComparer.Ordinal);
                while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
                {
                    var name = reader.GetString()!;
                    reader.Read();
                    if (!node.Members.TryAdd(name, Node(ref reader, json, path.Length == 0 ? name : $"{path}.{name}")))
                        throw new JsonException($"'{name}' is there twice", null, node.Members[name].Line - 1, null);
                }

                break;
            case JsonTokenType.StartArray:
                node.Items = [];
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                    node.Items.Add(Node(ref reader, json, $"{path}[{node.Items.Count}]"));
                break;
            case JsonTokenType.Null:
                break;
            case JsonTokenType.String:
                node.Text = reader.GetString();
                break;
            default:
                node.Text = Encoding.UTF8.GetString(reader.ValueSpan);
                node.IsBare = true;
                break;
        }

        return node;
    }
}
