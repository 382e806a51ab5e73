namespace TransFlow.Core.Tests.Segments;

/// <summary>The words of a unit in one line, as tables show them.</summary>
[TestClass]
public sealed class UnitLineTests
{
    [TestMethod]
    [DataRow("첫 줄  \n둘째 **줄**이다. 끝이다.\n", "첫 줄 둘째 줄이다. 끝이다.")]
    [DataRow("첫 줄<br>둘째[^1] 줄\n\n[^1]: 각주.\n", "첫 줄 둘째 줄")]
    public void Where_a_line_ends_in_a_unit_there_is_a_blank(string text, string line) => Assert.AreEqual(line, ProvingGround.Extract(text)!.Units[0].Line);
}
