using System.ComponentModel.DataAnnotations;

namespace GlmTools.Testing.Tests.Snapshots;

/// <summary>The tools that are agreed to.</summary>
internal static class ForecastTools
{
    /// <summary>获取指定城市的天气信息</summary>
    /// <param name="city">城市, 如: 北京</param>
    /// <param name="days">How many days to look ahead</param>
    [GlmTool("get_forecast")]
    public static string GetForecast(string city, [Range(1, 7)] int days = 3) => $"{city} {days}";
}
