using System.ComponentModel.DataAnnotations;

namespace GlmTools.Testing.Tests.Documentation.Pages;

/// <summary>The tools that docs/testing.md tests.</summary>
internal static class WeatherTools
{
    /// <summary>获取指定城市的天气信息</summary>
    /// <param name="city">城市, 如: 北京</param>
    /// <param name="days">How many days to look ahead</param>
    [GlmTool("get_forecast")]
    public static string GetForecast(string city, [Range(1, 7)] int days = 3) => $"{city} {days}";
}
