using System.Globalization;
using System.Numerics;
using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace GlmTools.Tests.Binding;

/// <summary>A JSON value that knows which spellings of it mean the same.</summary>
internal abstract record JsonSample
{
    private static readonly string[] Blanks = ["", "", " ", "\n", "\t \r\n"];

    /// <summary>Values of any kind, of the kinds people have trouble with above all.</summary>
    public static Gen<JsonSample> Any { get; } = Gen.Sized(size => OfSize(Math.Min(size, 12)));

    /// <summary>One of the value's spellings, chosen by chance: order of keys, white space, escapes, forms of numbers.</summary>
    public string Spell(Random chance)
    {
        var text = new StringBuilder();
        Append(text, chance);
        return text.ToString();
    }

    /// <summary>A text that two values share only if they are equal: a second opinion, as plain as it gets.</summary>
    public abstract string Identity { get; }

    protected abstract void Append(StringBuilder text, Random chance);

    private static Gen<JsonSample> OfSize(int size)
    {
        Gen<string> texts = Gen.OneOf(
            Gen.Elements("", "a", "b", "A", "a\"", "\\", "\n", "\u0001", "城市", "é", "e\u0301", "\uFFFD", "😀", "\u2028", "/", "<&'+", "1"),
            ArbMap.Default.GeneratorFor<char>().Where(static c => !char.IsSurrogate(c)).Select(static c => c.ToString()));
        Gen<JsonSample> plain = Gen.OneOf(
            Gen.Elements<JsonSample>(new Literal("null"), new Literal("true"), new Literal("false")),
            texts.Select(static JsonSample (text) => new Text(text)),
            Numbers);
        if (size == 0)
        {
            return plain;
        }

        var items = OfSize(size / 3).ArrayOf();
        var members = texts.Zip(OfSize(size / 3)).ArrayOf();
        return Gen.OneOf(
            plain,
            items.Select(static JsonSample (values) => new List(values)),
            members.Select(static JsonSample (pairs) => new Members(pairs.DistinctBy(static pair => pair.Item1).ToDictionary(static pair => pair.Item1, static pair => pair.Item2))));
    }

    private static Gen<JsonSample> Numbers => Gen.OneOf(
        Gen.Choose(-30, 30).Zip(Gen.Choose(-3, 3)).Select(static JsonSample (pair) => new Number(pair.Item1, pair.Item2)),
        Gen.Elements(BigInteger.Pow(2, 53), BigInteger.Pow(2, 53) + 1, BigInteger.Pow(10, 40) + 1, BigInteger.Pow(10, 40) + 2)
            .Zip(Gen.Elements(0, -40, 400, -400)).Select(static JsonSample (pair) => new Number(pair.Item1, pair.Item2)));

    private static string Blank(Random chance) => Blanks[chance.Next(Blanks.Length)];

    private static void Quote(StringBuilder text, string value, Random chance)
    {
        text.Append('"');
        foreach (var rune in value.EnumerateRunes())
        {
            if (rune.Value is '"' or '\\' or < ' ' || chance.Next(4) == 0)
            {
                foreach (var c in rune.ToString())
                {
                    text.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}");
                }
            }
            else
            {
                text.Append(rune);
            }
        }

        text.Append('"');
    }

    private sealed record Literal(string Value) : JsonSample
    {
        public override string Identity => Value;

        protected override void Append(StringBuilder text, Random chance) => text.Append(Value);
    }

    private sealed record Text(string Value) : JsonSample
    {
        public override string Identity => $"'{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(Value))}'";

        protected override void Append(StringBuilder text, Random chance) => Quote(text, Value, chance);
    }

    private sealed record Number(BigInteger Units, int Power) : JsonSample
    {
        // All numbers of these samples are whole multiples of 10 ^ -500.
        public override string Identity => (Units * BigInteger.Pow(10, Power + 500)).ToString(CultureInfo.InvariantCulture);

        protected override void Append(StringBuilder text, Random chance)
        {
            var zeros = Units.IsZero ? 0 : chance.Next(4);
            var digits = BigInteger.Abs(Units).ToString(CultureInfo.InvariantCulture) + new string('0', zeros);
            var decimals = chance.Next(digits.Length);
            var power = Power - zeros + decimals;
            var point = decimals == 0 ? digits : digits.Insert(digits.Length - decimals, ".");
            text.Append(Units < 0 ? "-" : "").Append(point);
            if (power != 0 || chance.Next(3) == 0)
            {
                text.Append(chance.Next(2) == 0 ? 'e' : 'E').Append(power >= 0 && chance.Next(2) == 0 ? "+" : "")
                    .Append(power < 0 ? "-" : "").Append('0', chance.Next(3)).Append(Math.Abs(power));
            }
        }
    }

    private sealed record List(JsonSample[] Values) : JsonSample
    {
        public override string Identity => $"[{string.Join(',', Values.Select(static value => value.Identity))}]";

        protected override void Append(StringBuilder text, Random chance)
        {
            text.Append('[').Append(Blank(chance));
            for (var i = 0; i < Values.Length; i++)
            {
                text.Append(i == 0 ? "" : ",").Append(Blank(chance));
                Values[i].Append(text, chance);
            }

            text.Append(Blank(chance)).Append(']');
        }
    }

    private sealed record Members(Dictionary<string, JsonSample> Values) : JsonSample
    {
        public override string Identity
            => $"{{{string.Join(',', Values.OrderBy(static pair => pair.Key, StringComparer.Ordinal).Select(static pair => $"{new Text(pair.Key).Identity}:{pair.Value.Identity}"))}}}";

        protected override void Append(StringBuilder text, Random chance)
        {
            var pairs = Values.ToArray();
            chance.Shuffle(pairs);
            text.Append('{').Append(Blank(chance));
            for (var i = 0; i < pairs.Length; i++)
            {
                text.Append(i == 0 ? "" : ",").Append(Blank(chance));
                Quote(text, pairs[i].Key, chance);
                text.Append(Blank(chance)).Append(':').Append(Blank(chance));
                pairs[i].Value.Append(text, chance);
            }

            text.Append(Blank(chance)).Append('}');
        }
    }
}
