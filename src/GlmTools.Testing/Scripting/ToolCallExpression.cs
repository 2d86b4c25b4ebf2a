using System.Linq.Expressions;
using System.Reflection;
using System.Text.Json;
using GlmTools.Binding;
using GlmTools.Generators.Parsing;
using Microsoft.Extensions.DependencyInjection;

namespace GlmTools.Testing;

/// <summary>Reads the call of a method as the call of its tool.</summary>
internal static class ToolCallExpression
{
    /// <exception cref="ArgumentException">It is no call of a tool, or an argument has no form in JSON.</exception>
    public static ScriptedCall Read(LambdaExpression call)
    {
        ArgumentNullException.ThrowIfNull(call);
        if (call.Body is not MethodCallExpression body)
        {
            throw new ArgumentException($"'{call}' is no call: write t => t.Method(...).", nameof(call));
        }

        if (body.Method.GetCustomAttribute<GlmToolAttribute>(inherit: true) is not { } tool)
        {
            throw new ArgumentException($"{body.Method.DeclaringType?.Name}.{body.Method.Name} has no [GlmTool]: name the method that has it, or call by name: Call(\"...\", \"{{}}\").", nameof(call));
        }

        return new(tool.Name ?? ToolNames.ForMethod(body.Method.Name), Arguments(body, call.Parameters), mustBeDeclared: true);
    }

    private static string Arguments(MethodCallExpression call, IReadOnlyList<ParameterExpression> tools) => ToolJson.Text(json =>
    {
        json.WriteStartObject();
        foreach (var (parameter, argument) in call.Method.GetParameters().Zip(call.Arguments))
        {
            if (!IsHostValue(parameter))
            {
                Write(json, parameter, ValueOf(argument, parameter, tools));
            }
        }

        json.WriteEndObject();
    });

    private static void Write(Utf8JsonWriter json, ParameterInfo parameter, object? value)
    {
        // The schema says the default; null is said by leaving it out.
        if (value is null || (parameter.HasDefaultValue && value.Equals(Default(parameter))))
        {
            return;
        }

        json.WritePropertyName(parameter.Name!);
        try
        {
            ArgumentJson.Write(json, parameter, value);
        }
        catch (Exception failure) when (failure is NotSupportedException or JsonException or InvalidOperationException)
        {
            throw new ArgumentException($"The argument '{parameter.Name}' has no form in JSON here: {failure.Message} Write the call by its name instead: Call(\"...\", \"{{...}}\").", failure);
        }
    }

    // Reflection gives the default of an enum as its number.
    private static object? Default(ParameterInfo parameter)
    {
        var type = Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType;
        return parameter.DefaultValue switch
        {
            // Also what is written as default: a struct that is no constant.
            null => parameter.ParameterType.IsValueType ? Activator.CreateInstance(parameter.ParameterType) : null,
            { } value when type.IsEnum => Enum.ToObject(type, value),
            { } value => value,
        };
    }

    private static object? ValueOf(Expression argument, ParameterInfo parameter, IReadOnlyList<ParameterExpression> tools)
    {
        if (argument is ConstantExpression constant)
        {
            return constant.Value;
        }

        try
        {
            return Expression.Lambda<Func<object?>>(Expression.Convert(argument, typeof(object))).Compile(preferInterpretation: true)();
        }
        catch (InvalidOperationException) when (tools.Count > 0)
        {
            throw new ArgumentException($"The argument '{parameter.Name}' is made of the tools themselves, which the script does not have: use a value.");
        }
    }

    private static bool IsHostValue(ParameterInfo parameter)
        => parameter.ParameterType == typeof(CancellationToken)
            || parameter.ParameterType == typeof(GlmToolContext)
            || parameter.ParameterType == typeof(IServiceProvider)
            || parameter.ParameterType == typeof(IProgress<string>)
            || parameter.IsDefined(typeof(FromServicesAttribute))
            || parameter.IsDefined(typeof(FromContextAttribute))
            || parameter.IsDefined(typeof(FromKeyedServicesAttribute));
}
