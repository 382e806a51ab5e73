using System.Text;

namespace TransFlow.Engine.Settings;

/// <summary>The ids of people that the settings name: two that look alike would be two people to four eyes.</summary>
internal sealed class PersonIds
{
    private readonly Dictionary<string, string> _known = new(StringComparer.Ordinal);

    /// <summary>Notes ids, and refuses those that differ from one before only by case, space around them or the form of their letters.</summary>
    /// <param name="at">The object whose member holds them.</param>
    /// <param name="name">The member.</param>
    /// <param name="ids">The ids.</param>
    public void Add(SettingReader at, string name, IEnumerable<string> ids)
    {
        foreach (var id in ids)
        {
            var key = id.Normalize(NormalizationForm.FormKC).Trim().ToUpperInvariant();
            if (_known.TryAdd(key, id) || _known[key] == id)
                continue;
            at.Problem(name, "person-twice", $"'{id}' and '{_known[key]}' differ only in capitals, space or the form of their letters, and would be two people.", "Write the id in one way everywhere.");
        }
    }
}
