using System.Collections.Immutable;
using System.Reflection;
using GlmTools.Generators.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace GlmTools.Generators.Tests.Caching;

/// <summary>That the cached model is plain data: nothing of Roslyn in it, which would pin a compilation, and compared by value.</summary>
public class ModelTests
{
    private static readonly Type[] Models = [.. typeof(ToolModel).Assembly.GetTypes()
        .Where(static type => type.Namespace == typeof(ToolModel).Namespace && !type.Name.Contains('<') && !type.IsNested)];

    public static TheoryData<string> Names => [.. Models.Select(static type => type.Name)];

    [Theory, MemberData(nameof(Names))]
    public void A_model_holds_nothing_of_Roslyn(string name) => Assert.Empty(Faults(Models.Single(type => type.Name == name)));

    [Theory, MemberData(nameof(Names))]
    public void A_model_is_compared_by_value(string name)
    {
        var type = Models.Single(type => type.Name == name);
        Assert.True(type.IsEnum || IsEquatable(type), $"{type} is not equatable");
    }

    [Fact]
    public void There_are_models() => Assert.Contains(typeof(ToolModel), Models);

    [Theory]
    [InlineData(typeof(BadSymbol), "Symbol")]
    [InlineData(typeof(BadLocation), "Where")]
    [InlineData(typeof(BadArgument), "Types")]
    [InlineData(typeof(BadArray), "Items")]
    [InlineData(typeof(BadImmutableArray), "Items")]
    [InlineData(typeof(BadObject), "Anything")]
    [InlineData(typeof(BadList), "Items")]
    [InlineData(typeof(BadInherited), "Symbol")]
    public void The_guard_sees_a_model_that_is_not_plain(Type bad, string field)
        => Assert.Contains(field, Assert.Single(Faults(bad)), StringComparison.Ordinal);

    [Fact]
    public void An_array_compares_its_elements()
    {
        EquatableArray<string> one = new(["a", "b"]), same = new(["a", "b"]), other = new(["b", "a"]), shorter = new(["a"]), none = default, empty = new([]);
        Assert.Equal(one, same);
        Assert.Equal(one.GetHashCode(), same.GetHashCode());
        Assert.Equal(none, empty);
        Assert.Equal(none.GetHashCode(), empty.GetHashCode());
        Assert.NotEqual(one, other);
        Assert.NotEqual(one, shorter);
        Assert.False(one.Equals((object)"a"));
        Assert.Equal(["a", "b"], one);
        Assert.Empty(none);
    }

    // What a field can hold has to be a value, a text, another model or an EquatableArray of those.
    private static IEnumerable<string> Faults(Type model)
        => from type in Ancestry(model)
           from field in type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
           where !IsPlain(field.FieldType, type)
           select $"{type.Name}.{field.Name}: {field.FieldType}";

    private static bool IsPlain(Type type, Type within)
    {
        if (type.FullName?.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal) is true || type.GetGenericArguments().Any(argument => !IsPlain(argument, within)))
        {
            return false;
        }

        // The one array there may be is the one that EquatableArray compares.
        return type == typeof(string) || type.IsPrimitive || type.IsEnum || type.IsGenericParameter
            || (type.IsArray && within.IsGenericType && within.GetGenericTypeDefinition() == typeof(EquatableArray<>))
            || (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(EquatableArray<>))
            || (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Nullable<>))
            || Models.Contains(type);
    }

    private static bool IsEquatable(Type type)
        => (type.IsAbstract && type.IsSealed) || type.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IEquatable<>));

    private static IEnumerable<Type> Ancestry(Type type)
    {
        for (var t = type; t is not null && t != typeof(object) && t != typeof(ValueType) && t != typeof(Enum); t = t.BaseType)
        {
            yield return t;
        }
    }

    private sealed record BadSymbol(ITypeSymbol Symbol);

    private sealed record BadLocation(string Text, TextSpan? Where);

    private sealed record BadArgument(EquatableArray<string> Fine, IReadOnlyDictionary<string, INamedTypeSymbol> Types);

    private sealed record BadArray(string[] Items);

    private sealed record BadImmutableArray(ImmutableArray<int> Items);

    private sealed record BadObject(object Anything);

    private sealed record BadList(List<string> Items);

    private record BadBase
    {
        public ISymbol? Symbol { get; init; }
    }

    private sealed record BadInherited(string Name) : BadBase;
}
