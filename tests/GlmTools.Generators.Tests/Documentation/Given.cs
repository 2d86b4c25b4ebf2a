namespace GlmTools.Generators.Tests.Documentation;

/// <summary>What the reader of a page has already: a client, tools, a host. A block that names one of these by itself means its own.</summary>
internal static class Given
{
    public const string Usings = """
        global using System.ComponentModel.DataAnnotations;
        global using System.IO;
        global using System.Net.Http;
        global using GlmTools.Emulator;
        global using Microsoft.AspNetCore.Builder;
        global using Microsoft.Extensions.AI;
        global using Microsoft.Extensions.DependencyInjection;
        global using OpenTelemetry.Metrics;
        global using OpenTelemetry.Trace;
        global using Given;
        global using static Given.Names;
        """;

    public const string Names = """
        namespace Given;

        public static class Names
        {
            public static GlmClient glm => null!;
            public static GlmAgent agent => null!;
            public static GlmToolSet tools => null!;
            public static IChatClient other => null!;
            public static GlmChatRequest request => null!;
            public static GlmChatCompletion completion => null!;
            public static WebApplicationBuilder builder => null!;
            public static WebApplication app => null!;
            public static TracerProviderBuilder tracing => null!;
            public static MeterProviderBuilder metrics => null!;
            public static IProgress<GlmBatch> bar => null!;
            public static IReadOnlyList<string> texts => null!;
            public static byte[] bytes => null!;
            public static string apiKey => null!;
            public static string apiSecret => null!;
            public static Task<bool> AskAsync(string question) => null!;
            public static string Choose(GlmRunProgress progress) => null!;
            public static void Note(string tool, bool isError) { }
        }

        public sealed class WeatherTools
        {
            /// <summary>Tells the weather.</summary>
            [GlmTool]
            public string GetCurrentWeather(string location) => location;
        }

        public sealed class Bank
        {
            /// <summary>Transfers money.</summary>
            [GlmTool(RequiresApproval = true)]
            public string Transfer(decimal amount, string account) => account + amount;
        }

        public sealed class ApprovalDesk
        {
            public ValueTask<GlmApprovalDecision> AskAsync(GlmApprovalRequest request, CancellationToken cancellationToken) => default;
        }

        public sealed class Audit : DelegatingHandler;
        """;
}
