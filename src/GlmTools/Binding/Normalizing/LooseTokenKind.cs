namespace GlmTools.Binding.Normalizing;

/// <summary>What a <see cref="LooseScanner"/> stands on.</summary>
internal enum LooseTokenKind
{
    /// <summary>White space.</summary>
    Space,

    /// <summary>A brace, bracket, colon or comma.</summary>
    Punctuation,

    /// <summary>A string with its quotes; without the closing one where the text is cut off.</summary>
    String,

    /// <summary>Letters and digits outside of a string: a number or a literal, if anything.</summary>
    Word,
}
