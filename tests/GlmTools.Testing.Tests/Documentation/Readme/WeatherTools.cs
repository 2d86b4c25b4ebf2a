namespace GlmTools.Testing.Tests.Documentation.Readme.Pages;

/// <summary>The tools of the README.</summary>
internal sealed class WeatherTools
{
    /// <summary>获取指定城市的天气信息</summary>
    /// <param name="location">城市, 如: 北京</param>
    /// <param name="unit">温度单位</param>
    [GlmTool]
    public Weather GetCurrentWeather(string location, Unit unit = Unit.C) => new(location, 21.5, unit);
}
