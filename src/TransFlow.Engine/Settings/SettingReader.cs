using System.Collections.Immutable;
using System.Globalization;
using TransFlow.Core;
using TransFlow.Core.Segments;

namespace TransFlow.Engine.Settings;

/// <summary>Takes one object of the settings apart: each member is asked for by name, and what nobody asked for is refused.</summary>
/// <param name="node">The object; null when it is not there.</param>
/// <param name="file">The settings file.</param>
/// <param name="problems">Where problems go.</param>
internal sealed class SettingReader(SettingNode? node, string file, List<Refusal> problems)
{
    private static readonly TimeSpan LongestTime = TimeSpan.FromDays(366);

    private readonly List<string> _asked = [];

    /// <summary>Every name that was asked for, in order.</summary>
    public IReadOnlyList<string> Asked => _asked;

    /// <summary>The names that are there.</summary>
    public IEnumerable<string> Names => node?.Members?.Keys ?? Enumerable.Empty<string>();

    /// <summary>Whether a member is there.</summary>
    public bool Has(string name) => Member(name) is not null;

    /// <summary>True when the object is there.</summary>
    public bool IsThere => node is not null;

    /// <summary>The text of a member.</summary>
    public string? Text(string name, string? otherwise = null)
    {
        if (Member(name) is not { } member)
            return otherwise;
        if (member.Text is null)
            Problem(member, "setting-kind", $"'{member.Path}' is not text.", "Write it between quotation marks.");
        return member.Text ?? otherwise;
    }

    /// <summary>The text of a member that is one of a few words.</summary>
    public string Choice(string name, params ReadOnlySpan<string> choices)
    {
        var text = Text(name, choices[0])!;
        if (choices.Contains(text))
            return text;
        Problem(Member(name)!, "setting-value", $"'{Member(name)!.Path}' is '{text}'.", $"It can be {string.Join(", ", choices.ToArray())}.");
        return choices[0];
    }

    /// <summary>The items of a list of texts, each of which is one of some words; another is refused with the nearest of them.</summary>
    public IEnumerable<string> Words(string name, IReadOnlyCollection<string> known)
    {
        foreach (var text in Texts(name).Where(t => !known.Contains(t)))
            Problem(Member(name)!, "setting-value", $"'{Member(name)!.Path}' is '{text}'.", $"{Hint(known, text)}Known here: {string.Join(", ", known.Order(StringComparer.Ordinal))}.");
        return Texts(name);
    }

    /// <summary>A whole number.</summary>
    public int Number(string name, int otherwise, int least)
    {
        if (Text(name) is not { } text)
            return otherwise;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least)
            return number;
        Problem(Member(name)!, "setting-value", $"'{Member(name)!.Path}' is '{text}'.", $"It is a whole number from {least}.");
        return otherwise;
    }

    /// <summary>A member that is a span of time, written as <c>hh:mm</c>, <c>hh:mm:ss</c> or <c>d.hh:mm</c>; null when it is not there.</summary>
    public TimeSpan? Time(string name)
    {
        if (Text(name) is not { } text)
            return null;
        if (text.Contains(':', StringComparison.Ordinal) && TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var time) && time > TimeSpan.Zero)
        {
            if (time <= LongestTime)
                return time;
            Problem(Member(name)!, "setting-value", $"'{Member(name)!.Path}' is '{text}'.", $"It is a year at most.");
            return null;
        }

        Problem(Member(name)!, "setting-value", $"'{Member(name)!.Path}' is '{text}', no span of time.", "Write hours and minutes such as 08:00, or days before them such as 2.00:00.");
        return null;
    }

    /// <summary>The items of a list of texts; a single text counts as a list of one.</summary>
    public IEnumerable<string> Texts(string name)
    {
        if (Member(name) is not { } member)
            return [];
        if (member.Text is { } single)
            return [single];
        if (member.Items is { } items && items.TrueForAll(i => i.Text is not null))
            return items.Select(i => i.Text!);
        Problem(member, "setting-kind", $"'{member.Path}' is not a list of texts.", "Write it as [\"one\", \"two\"].");
        return [];
    }

    /// <summary>A member that is a text, given under the empty name, or an object of texts by name.</summary>
    public ImmutableSortedDictionary<string, string> TextOrTexts(string name)
    {
        var texts = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        if (Member(name) is { Members: null })
        {
            texts[""] = Text(name, "")!;
            return texts.ToImmutable();
        }

        var members = Object(name);
        foreach (var member in members.Names)
            texts[member] = members.Text(member, "")!;
        return texts.ToImmutable();
    }

    /// <summary>Whether a member is a list.</summary>
    public bool IsList(string name) => Member(name) is { Items: not null };

    /// <summary>Whether a member is a number or a truth value, not text.</summary>
    public bool IsBare(string name) => Member(name) is { IsBare: true };

    /// <summary>A member that is an object.</summary>
    public SettingReader Object(string name)
    {
        var member = Member(name);
        if (member is { Members: null })
            Problem(member, "setting-kind", $"'{member.Path}' is not an object.", "Write it between braces.");
        return new SettingReader(member?.Members is null ? null : member, file, problems);
    }

    /// <summary>A list of objects.</summary>
    public IEnumerable<SettingReader> Objects(string name)
    {
        if (Member(name) is not { } member)
            return [];
        if (member.Items is { } items && items.TrueForAll(i => i.Members is not null))
            return items.Select(i => new SettingReader(i, file, problems));
        Problem(member, "setting-kind", $"'{member.Path}' is not a list of objects.", "Write it as [{ … }].");
        return [];
    }

    /// <summary>Refuses the members that nobody asked for, each with the nearest known name.</summary>
    public void Done()
    {
        foreach (var name in Names.Where(n => !_asked.Contains(n)))
        {
            Problem(node!.Members![name], "unknown-setting", $"There is no setting '{node.Members[name].Path}'.", $"{Hint(_asked, name)}Known here: {string.Join(", ", _asked)}.");
        }
    }

    /// <summary>Adds a problem with a member.</summary>
    public void Problem(string name, string code, string message, string remedy) =>
        problems.Add(new Refusal(code, message, remedy) { File = file, Line = LineOf(node?.Members?.GetValueOrDefault(name) ?? node) });

    private void Problem(SettingNode at, string code, string message, string remedy) =>
        problems.Add(new Refusal(code, message, remedy) { File = file, Line = LineOf(at) });

    private static int? LineOf(SettingNode? at) => at is { Line: > 0 } ? at.Line : null;

    private static string Hint(IReadOnlyCollection<string> known, string name) =>
        known.MaxBy(k => Nearness(k, name)) is { } near && Nearness(near, name) >= 0.3 ? $"Did you mean '{near}'? " : "";

    private static double Nearness(string one, string other) => Similarity.Of(one.ToUpperInvariant(), other.ToUpperInvariant());

    private SettingNode? Member(string name)
    {
        if (!_asked.Contains(name))
            _asked.Add(name);
        if (node?.Members is not { } members)
            return null;
        // Names in the environment are mostly written in capitals.
        if (!members.ContainsKey(name) && members.Keys.FirstOrDefault(k => members[k].Line == 0 && string.Equals(k, name, StringComparison.OrdinalIgnoreCase)) is { } said)
        {
            members.Remove(said, out var member);
            members[name] = member!;
        }

        return members.GetValueOrDefault(name);
    }
}
