using System.Reflection;

namespace TransFlow.Xliff.Tests;

[TestClass]
public sealed class PublicApiTests
{
    /// <summary>What the compiler adds to every record.</summary>
    private static readonly HashSet<string> OfRecords = ["Equals", "GetHashCode", "ToString", "PrintMembers", "<Clone>$", "op_Equality", "op_Inequality", "Deconstruct", "EqualityContract"];

    [TestMethod]
    public void The_public_surface_is_what_is_recorded()
    {
        var lines = typeof(XliffReader).Assembly.GetExportedTypes().OrderBy(t => t.FullName, StringComparer.Ordinal).SelectMany(Lines).ToList();
        var actual = string.Join('\n', lines) + "\n";
        var written = Path.Combine(AppContext.BaseDirectory, "public-api.txt");
        File.WriteAllText(written, actual);
        var recorded = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Data", "public-api.txt"));
        Assert.AreEqual(recorded, actual, $"If this is meant, say it in the CHANGELOG and copy {written} to Data.");
    }

    private static IEnumerable<string> Lines(Type type)
    {
        var kind = type.IsEnum ? "enum" : type.IsValueType ? "struct" : type.IsAbstract && type.IsSealed ? "static" : type.IsAbstract ? "abstract" : type.IsSealed ? "class" : "open class";
        yield return $"{kind} {type.FullName}{(type.BaseType is { } b && b != typeof(object) && b != typeof(ValueType) && b != typeof(Enum) ? $" : {b.Name}" : "")}";
        const BindingFlags Own = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
        var members = type.GetMembers(Own).Where(IsSeen).Select(Line).OfType<string>().Order(StringComparer.Ordinal);
        foreach (var member in members)
            yield return "  " + member;
    }

    private static bool IsSeen(MemberInfo member) => !OfRecords.Contains(member.Name) && member switch
    {
        MethodBase method => (method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly) && !(method.IsConstructor && method.GetParameters() is [var only] && only.ParameterType == method.DeclaringType),
        FieldInfo field => field.IsPublic && !field.IsSpecialName,
        PropertyInfo property => property.GetMethod?.IsPublic == true,
        _ => false,
    };

    private static string? Line(MemberInfo member) => member switch
    {
        ConstructorInfo made => $"new({Parameters(made)})",
        MethodInfo { IsSpecialName: true } => null,
        MethodInfo method => $"{(method.IsStatic ? "static " : "")}{Name(method.ReturnType)} {method.Name}({Parameters(method)})",
        PropertyInfo property => $"{(property.GetMethod!.IsStatic ? "static " : "")}{Name(property.PropertyType)} {property.Name}{(property.SetMethod is { IsPublic: true } ? " { get; init; }" : " { get; }")}",
        FieldInfo field => field.IsLiteral ? $"const {field.Name} = {field.GetRawConstantValue()}" : $"{Name(field.FieldType)} {field.Name}",
        _ => null,
    };

    private static string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(p => $"{Name(p.ParameterType)} {p.Name}{(p.IsOptional ? "?" : "")}"));

    private static string Name(Type type) => type.IsGenericType ? $"{type.Name.Split('`')[0]}<{string.Join(", ", type.GetGenericArguments().Select(Name))}>" : type.Name;
}
