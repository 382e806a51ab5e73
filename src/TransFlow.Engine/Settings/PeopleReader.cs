using System.Collections.Immutable;
using TransFlow.Core.Exchange;
using TransFlow.Core.Stages;

namespace TransFlow.Engine.Settings;

/// <summary>Reads who works which stage, and what is known of each person.</summary>
/// <param name="people">The object.</param>
/// <param name="ids">The ids that are known so far.</param>
internal sealed class PeopleReader(SettingReader people, PersonIds ids)
{
    private readonly ImmutableSortedDictionary<string, ImmutableSortedDictionary<string, string>>.Builder _credits = ImmutableSortedDictionary.CreateBuilder<string, ImmutableSortedDictionary<string, string>>(StringComparer.Ordinal);

    private readonly ImmutableSortedDictionary<string, FileForm>.Builder _forms = ImmutableSortedDictionary.CreateBuilder<string, FileForm>(StringComparer.Ordinal);

    public ImmutableSortedDictionary<string, ImmutableSortedDictionary<string, ImmutableArray<string>>> Stages { get; private set; } = ImmutableSortedDictionary<string, ImmutableSortedDictionary<string, ImmutableArray<string>>>.Empty;

    public ImmutableSortedDictionary<string, ImmutableSortedDictionary<string, string>> Credits => _credits.ToImmutable();

    public ImmutableSortedDictionary<string, FileForm> Forms => _forms.ToImmutable();

    public void Read()
    {
        Stages = ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal, Route.StageNames.Select(stage =>
        {
            var languages = people.Object(stage);
            return KeyValuePair.Create(stage, ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal, languages.Names.Select(l => KeyValuePair.Create(l, People(languages, l)))));
        }));
        var profiles = people.Object("profiles");
        foreach (var person in profiles.Names)
        {
            ids.Add(profiles, person, [person]);
            Profile(person, profiles.Object(person));
        }

        people.Done();
    }

    private ImmutableArray<string> People(SettingReader languages, string language)
    {
        ImmutableArray<string> named = [.. languages.Texts(language)];
        ids.Add(languages, language, named);
        return named;
    }

    private void Profile(string person, SettingReader profile)
    {
        _credits[person] = profile.TextOrTexts("credit");
        var byTool = Form(profile, "tool", FileForm.OfTool, FileForm.ToolNames);
        if ((Form(profile, "format", FileForm.Named, FileForm.Names) ?? byTool) is { } form)
            _forms[person] = form;
        profile.Done();
    }

    private static FileForm? Form(SettingReader profile, string name, Func<string, FileForm?> find, IEnumerable<string> known)
    {
        if (profile.Text(name) is not { } text)
            return null;
        if (find(text) is not { } form)
        {
            profile.Problem(name, "setting-value", $"'{text}' is no {name} that is known here.", $"It can be {string.Join(", ", known)}.");
            return null;
        }

        return form;
    }
}
