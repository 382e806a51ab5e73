using System.Globalization;

namespace TransFlow.Xliff;

/// <summary>Which prefix stands for which namespace at the place that is being written.</summary>
internal sealed class NamespaceScope
{
    private readonly List<(string Prefix, string Space)> _declared = [("", ""), ("xml", XliffNamespaces.Xml)];
    private readonly Stack<int> _open = new();

    /// <summary>Goes into an element: what it declares, and what it uses without anything declaring it, which is returned.</summary>
    public IReadOnlyList<(string Prefix, string Space)> Enter(XliffElement element)
    {
        _open.Push(_declared.Count);
        foreach (ref readonly var attribute in element.Attributes.Items)
        {
            if (attribute.Name.IsDeclaration)
                Declare(attribute);
        }

        List<(string, string)>? missing = null;
        Need(element.Tag.Prefix, element.Tag.Namespace, ref missing);
        foreach (ref readonly var attribute in element.Attributes.Items)
        {
            if (attribute.Name.IsDeclaration || (attribute.Name.Prefix.Length == 0 && attribute.Name.Namespace.Length == 0))
                continue;
            Need(attribute.Name.Prefix.Length > 0 ? attribute.Name.Prefix : PrefixOf(attribute.Name.Namespace), attribute.Name.Namespace, ref missing);
        }

        return missing ?? (IReadOnlyList<(string, string)>)[];
    }

    /// <summary>The prefix with which an attribute is written that has a namespace and came without one: without, it would lose its namespace.</summary>
    /// <param name="space">The namespace.</param>
    public string PrefixOf(string space)
    {
        for (var i = _declared.Count - 1; i >= 0; i--)
        {
            if (_declared[i].Prefix.Length > 0 && _declared[i].Space == space && Meaning(_declared[i].Prefix) == space)
                return _declared[i].Prefix;
        }

        if (XliffNamespaces.Prefix(space) is { } usual && Meaning(usual) is null)
            return usual;
        var number = 1;
        while (Meaning(Numbered(number)) is not null)
            number++;
        return Numbered(number);
    }

    /// <summary>Leaves the element that was entered last.</summary>
    public void Leave()
    {
        var count = _open.Pop();
        _declared.RemoveRange(count, _declared.Count - count);
    }

    private static string Numbered(int number) => string.Create(CultureInfo.InvariantCulture, $"ns{number}");

    private void Declare(AttributeEntry declaration)
    {
        var (prefix, space) = (declaration.Name.Prefix.Length == 0 ? "" : declaration.Name.LocalName, declaration.Value);
        if ((prefix.Length > 0 && space.Length == 0) || prefix == "xmlns" || space == XliffNamespaces.Declaration || (prefix == "xml") != (space == XliffNamespaces.Xml))
            throw new XliffException($"The prefix '{prefix}' cannot stand for '{space}'.", 0, 0);
        _declared.Add((prefix, space));
    }

    /// <summary>What a prefix stands for here; null for nothing.</summary>
    private string? Meaning(string prefix)
    {
        for (var i = _declared.Count - 1; i >= 0; i--)
        {
            if (_declared[i].Prefix == prefix)
                return _declared[i].Space;
        }

        return null;
    }

    private void Need(string prefix, string space, ref List<(string Prefix, string Space)>? missing)
    {
        for (var i = _declared.Count - 1; i >= 0; i--)
        {
            if (_declared[i].Prefix != prefix)
                continue;
            if (_declared[i].Space == space)
                return;
            if (i >= _open.Peek())
                throw new XliffException($"The prefix '{prefix}' stands for '{_declared[i].Space}' and for '{space}' in one element.", 0, 0);
            break;
        }

        if (space.Length == 0 && prefix.Length > 0)
            throw new XliffException($"The prefix '{prefix}' stands for no namespace.", 0, 0);
        if (prefix is "xml" or "xmlns" || space is XliffNamespaces.Xml or XliffNamespaces.Declaration)
            throw new XliffException($"The prefix '{prefix}' cannot stand for '{space}'.", 0, 0);
        (missing ??= []).Add((prefix, space));
        _declared.Add((prefix, space));
    }
}
