namespace TransFlow.Core.Segments;

/// <summary>Boilerplate in the source language: blocks that equal it are never sent to translators.</summary>
/// <param name="Name">The boilerplate's name in the settings, such as <c>network</c>.</param>
/// <param name="Markdown">Its Markdown, one or more blocks; compared with white space at line ends and edges ignored.</param>
public sealed record StandingText(string Name, string Markdown);
