using System.Text.Json.Serialization;

namespace Types;

internal enum Fruit
{
    [JsonStringEnumMemberName("apple")]
    Apple,

    [JsonStringEnumMemberName("pear")]
    Pear,
}
