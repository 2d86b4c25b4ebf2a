namespace GlmTools.Emulator.Tests;

public class WeatherScenarioTests
{
    private static readonly string[] Declared = ["get_current_weather", "plan_trip"];

    [Theory]
    [InlineData("今天北京天气如何?", """{"location":"北京","unit":"c"}""")]
    [InlineData("今天北京天气如何？", """{"location":"北京","unit":"c"}""")]
    [InlineData("北京今天天气怎么样", """{"location":"北京","unit":"c"}""")]
    [InlineData("北京的天气", """{"location":"北京","unit":"c"}""")]
    [InlineData("上海市现在多少度?", """{"location":"上海","unit":"c"}""")]
    [InlineData("请问呼和浩特明天会下雨吗?", """{"location":"呼和浩特","unit":"c"}""")]
    [InlineData("你好,帮我查一下哈尔滨的气温", """{"location":"哈尔滨","unit":"c"}""")]
    [InlineData("London今天天气怎么样?", """{"location":"London","unit":"c"}""")]
    [InlineData("那上海呢?", """{"location":"上海","unit":"c"}""")]
    [InlineData("北京现在华氏多少度?", """{"location":"北京","unit":"f"}""")]
    [InlineData("今天北京天气如何?用华氏度回答", """{"location":"北京","unit":"f"}""")]
    [InlineData("What's the weather in Shanghai today?", """{"location":"Shanghai"}""")]
    [InlineData("What's the weather like in shanghai?", """{"location":"shanghai"}""")]
    [InlineData("How is the weather in New York?", """{"location":"New York"}""")]
    [InlineData("Tell me the temperature of Paris.", """{"location":"Paris"}""")]
    [InlineData("How hot is it for today in San Francisco?", """{"location":"San Francisco"}""")]
    [InlineData("What is the weather in 北京?", """{"location":"北京"}""")]
    [InlineData("And in Shanghai?", """{"location":"Shanghai"}""")]
    [InlineData("What about Paris?", """{"location":"Paris"}""")]
    [InlineData("What's the weather in Boston in Fahrenheit?", """{"location":"Boston","unit":"f"}""")]
    [InlineData("What's the temperature in fahrenheit in Boston?", """{"location":"Boston","unit":"f"}""")]
    public void A_weather_question_calls_the_tool_with_the_city_as_written(string question, string arguments)
        => Assert.Equal([new("get_current_weather", arguments)], Ask(question).ToolCalls);

    [Theory]
    [InlineData("北京和上海今天天气怎么样?", """{"location":"北京","unit":"c"}""", """{"location":"上海","unit":"c"}""")]
    [InlineData("请问今天北京、上海的天气", """{"location":"北京","unit":"c"}""", """{"location":"上海","unit":"c"}""")]
    [InlineData("北京和上海华氏多少度?", """{"location":"北京","unit":"f"}""", """{"location":"上海","unit":"f"}""")]
    [InlineData("What's the weather in Beijing and Shanghai today?", """{"location":"Beijing"}""", """{"location":"Shanghai"}""")]
    [InlineData("What's the weather in New York, Los Angeles?", """{"location":"New York"}""", """{"location":"Los Angeles"}""")]
    [InlineData("Weather in Boston and in Chicago in Fahrenheit", """{"location":"Boston","unit":"f"}""", """{"location":"Chicago","unit":"f"}""")]
    public void Two_cities_are_two_parallel_calls(string question, string first, string second)
        => Assert.Equal([new("get_current_weather", first), new("get_current_weather", second)], Ask(question).ToolCalls);

    [Theory]
    [InlineData("从北京到上海玩3天", """{"trip":{"from":"北京","to":"上海","days":3}}""")]
    [InlineData("我想从北京去成都旅行,计划五天", """{"trip":{"from":"北京","to":"成都","days":5}}""")]
    [InlineData("请安排从广州出发到桂林的两日游", """{"trip":{"from":"广州","to":"桂林","days":2}}""")]
    [InlineData("Plan a trip from Beijing to Shanghai for 3 days", """{"trip":{"from":"Beijing","to":"Shanghai","days":3}}""")]
    [InlineData("I want a 10-day trip from New York to San Francisco.", """{"trip":{"from":"New York","to":"San Francisco","days":10}}""")]
    public void A_trip_is_a_call_with_a_nested_record(string question, string arguments)
        => Assert.Equal([new("plan_trip", arguments)], Ask(question).ToolCalls);

    [Theory]
    [InlineData("今天北京天气如何?", "北京现在晴, 气温 21.5 摄氏度。")]
    [InlineData("北京现在华氏多少度?", "北京现在晴, 气温 21.5 华氏度。")]
    [InlineData("北京和上海今天天气怎么样?", "北京气温 21.5 摄氏度, 上海气温 22.5 摄氏度。")]
    [InlineData("北京和上海华氏多少度?", "北京气温 21.5 华氏度, 上海气温 22.5 华氏度。")]
    [InlineData("What's the weather in Shanghai today?", "It is 21.5°C in Shanghai now: 晴.")]
    [InlineData("What's the weather in Boston in Fahrenheit?", "It is 21.5°F in Boston now: 晴.")]
    [InlineData("What's the weather in Beijing and Shanghai?", "It is 21.5°C in Beijing and 22.5°C in Shanghai.")]
    [InlineData("Weather in Boston and in Chicago in Fahrenheit", "It is 21.5°F in Boston and 22.5°F in Chicago.")]
    [InlineData("从北京到上海玩3天", "行程安排好了: 坐高铁")]
    [InlineData("Plan a trip from Beijing to Shanghai for 3 days", "Your trip is planned: 坐高铁")]
    public void The_final_text_quotes_the_results(string question, string expected)
    {
        var temperature = 20.5m;
        var final = Answer(question, call => call.Name == "plan_trip" ? """{"summary":"坐高铁"}""" : $$"""{"temperature":{{++temperature}},"unit":"c","condition":"晴"}""");
        Assert.Equal((expected, 0), (final.Text, final.ToolCalls.Count));
    }

    [Theory]
    [InlineData("今天北京天气如何?", "北京现在气温 21.5 摄氏度。")]
    [InlineData("北京现在华氏多少度?", "北京现在气温 21.5 华氏度。")]
    [InlineData("What's the weather in Shanghai today?", "It is 21.5°C in Shanghai now.")]
    [InlineData("What's the weather in Boston in Fahrenheit?", "It is 21.5°F in Boston now.")]
    public void A_result_needs_no_more_than_a_temperature(string question, string expected)
        => Assert.Equal(expected, Answer(question, _ => """{"temperature":21.5}""").Text);

    [Theory]
    [InlineData("今天北京天气如何?", "抱歉")]
    [InlineData("北京现在华氏多少度?", "抱歉")]
    [InlineData("北京和上海今天天气怎么样?", "抱歉")]
    [InlineData("北京和上海华氏多少度?", "抱歉")]
    [InlineData("What's the weather in Shanghai today?", "Sorry")]
    [InlineData("What's the weather in Boston in Fahrenheit?", "Sorry")]
    [InlineData("What's the weather in Beijing and Shanghai?", "Sorry")]
    [InlineData("从北京到上海玩3天", "抱歉")]
    [InlineData("Plan a trip from Beijing to Shanghai for 3 days", "Sorry")]
    public void A_result_that_is_an_error_is_apologised_for_and_not_quoted(string question, string apology)
    {
        var final = Answer(question, _ => "Error: SECRET exploded");
        Assert.StartsWith(apology, final.Text);
        Assert.DoesNotContain("SECRET", final.Text);
        Assert.Empty(final.ToolCalls);
    }

    [Fact]
    public void One_failed_city_of_two_is_apologised_for()
    {
        var results = new Queue<string>(["""{"temperature":1,"condition":"x"}""", "Error: no"]);
        Assert.StartsWith("Sorry", Answer("What's the weather in Beijing and Shanghai?", _ => results.Dequeue()).Text);
    }

    [Theory]
    [InlineData("你是谁?", "离线模拟器")]
    [InlineData("今天天气怎么样?", "离线模拟器")]
    [InlineData("Who are you?", "offline emulator")]
    [InlineData("And you?", "offline emulator")]
    [InlineData("Plan a trip from Beijing to Shanghai", "offline emulator")]
    public void Anything_else_is_told_that_this_is_no_model(string question, string expected)
    {
        var reply = Ask(question);
        Assert.Contains(expected, reply.Text);
        Assert.Contains("get_current_weather", reply.Text);
        Assert.Empty(reply.ToolCalls);
    }

    [Theory]
    [InlineData("今天北京天气如何?", "离线模拟器")]
    [InlineData("What's the weather in Shanghai today?", "offline emulator")]
    [InlineData("Plan a trip from Beijing to Shanghai for 3 days", "offline emulator")]
    public void A_tool_that_is_not_declared_is_not_called(string question, string expected)
    {
        var reply = (EmulatedCompletion)ScenarioModel.Weather.Reply(Request(["something_else"], User(question)));
        Assert.Contains(expected, reply.Text);
        Assert.Empty(reply.ToolCalls);
    }

    [Fact]
    public void A_second_question_in_the_same_words_is_a_new_turn()
    {
        var call = Ask("今天北京天气如何?").ToolCalls[0] with { Id = "c1" };
        var reply = (EmulatedCompletion)ScenarioModel.Weather.Reply(Request(
            Declared,
            User("今天北京天气如何?"),
            new() { Role = "assistant", Text = "", ToolCalls = [call] },
            new() { Role = "tool", Text = """{"temperature":1,"condition":"x"}""", ToolCallId = "c1" },
            new() { Role = "assistant", Text = "1" },
            User("今天北京天气如何?")));
        Assert.Single(reply.ToolCalls);
    }

    [Fact]
    public async Task It_answers_over_the_wire()
    {
        await using var emulator = await Wire.StartAsync(ScenarioModel.Weather);
        var answer = await emulator.PostAsync(Wire.Ask("今天北京天气如何?", """
            ,"tools":[{"type":"function","function":{"name":"get_current_weather","description":"","parameters":{"type":"object","properties":{}}}}]
            """));
        Assert.Contains("""{"name":"get_current_weather","arguments":"{\"location\":\"北京\",\"unit\":\"c\"}"}""", answer.Body);
    }

    private static EmulatedCompletion Ask(string question) => (EmulatedCompletion)ScenarioModel.Weather.Reply(Request(Declared, User(question)));

    private static EmulatedCompletion Answer(string question, Func<EmulatedToolCall, string> tool)
    {
        EmulatedToolCall[] calls = [.. Ask(question).ToolCalls.Select((call, index) => call with { Id = $"c{index}" })];
        var results = calls.Select(call => new EmulatedMessage { Role = "tool", Text = tool(call), ToolCallId = call.Id });
        return (EmulatedCompletion)ScenarioModel.Weather.Reply(Request(
            Declared, [User(question), new() { Role = "assistant", Text = "", ToolCalls = calls }, .. results]));
    }

    private static EmulatedRequest Request(IReadOnlyList<string> tools, params EmulatedMessage[] messages) => new() { Model = Wire.Model, Messages = messages, Tools = tools };

    private static EmulatedMessage User(string text) => new() { Role = "user", Text = text };
}
