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
                _declared.Add((attribute.Name.Prefix.Length == 0 ? "" : attribute.Name.LocalName, attribute.Value));
        }

        List<(string, string)>? missing = null;
        Need(element.Tag, ref missing);
        foreach (ref readonly var attribute in element.Attributes.Items)
        {
            if (attribute.Name.Prefix.Length > 0 && !attribute.Name.IsDeclaration)
                Need(attribute.Name, ref missing);
        }

        return missing ?? (IReadOnlyList<(string, string)>)[];
    }

    /// <summary>Leaves the element that was entered last.</summary>
    public void Leave()
    {
        var count = _open.Pop();
        _declared.RemoveRange(count, _declared.Count - count);
    }

    private void Need(XliffName name, ref List<(string Prefix, string Space)>? missing)
    {
        for (var i = _declared.Count - 1; i >= 0; i--)
        {
            if (_declared[i].Prefix != name.Prefix)
                continue;
            if (_declared[i].Space == name.Namespace)
                return;
            break;
        }

        if (name.Namespace.Length == 0 && name.Prefix.Length > 0)
            throw new XliffException($"The name '{name}' has a prefix and no namespace.", 0, 0);
        (missing ??= []).Add((name.Prefix, name.Namespace));
        _declared.Add((name.Prefix, name.Namespace));
    }
}
