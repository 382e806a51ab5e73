namespace TransFlow.Xliff;

/// <summary>What was read of one element.</summary>
internal readonly record struct Reading(XliffName Tag, AttributeList Attributes, NodeList Content, int Line, int Column);
