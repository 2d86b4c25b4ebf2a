"""Writes a tiny model in the GGUF format, so that a server of llama.cpp has something to run: a tokenizer, a chat template and seeded
random weights. It knows nothing; what it says is drawn by lot, and only the server's grammar makes calls of it.

usage: model.py TEMPLATE FILE
"""
import sys

import gguf
import numpy

WIDTH, INNER, HEADS, LAYERS, CONTEXT = 64, 128, 4, 2, 8192

# The markers of GLM's chat template (protocol sheet 12.1), each a token of its own as in the model's own tokenizer.
END = "<|endoftext|>"
MARKERS = [END, "<|system|>", "<|user|>", "<|assistant|>", "<|observation|>"]
TAGS = ["<think>", "</think>", "<tool_call>", "</tool_call>", "<arg_key>", "</arg_key>", "<arg_value>", "</arg_value>"]

# Texts a call is likely to hold, and some that are hard to get right: escapes, other scripts, a character beyond 16 bits.
WORDS = """ the of and to in a is it name order city north south table paper green apple pear quick brown fox over lazy dog true false null
 Saturday Sunday Basel Bern 北京 上海 天气 如何 晴 十五 苹果 café Ünïcödé Ж ñ 😀 𝄞 1 2 10 42 007 2026 3.14 P1D PT5M http:// @example.org
 \\n \\t \\" \\\\ \\u4e2d { } [ ] ", ": {" "} ] """.split()

# Logits beyond chance: what ends something is likely, so that texts, lists and nested objects come to an end. Space is rare, and
# half a character never comes. Nor does the marker of a role: the grammar counts its letters, and the server leaves them out.
NEVER, RARE = -30.0, -4.0
BIAS = {'"': 4.0, '}': 3.0, ']': 3.5, ',': 0.5, '{': -1.0, '[': -1.0, "\\": 0.5, END: 3.0, "<|user|>": 2.0, "<|system|>": NEVER, "<|assistant|>": NEVER, "<|observation|>": NEVER,
        "<tool_call>": 4.0, "</tool_call>": 4.0, "</arg_value>": 4.0, "</think>": 4.0}


def printable():
    """The letter that stands for each byte in vocabularies of the kind of GPT-2: itself where it is printable, else one from 256 on."""
    kept = [*range(0x21, 0x7F), *range(0xA1, 0xAD), *range(0xAE, 0x100)]
    others = iter(range(0x100, 0x200))
    return [chr(byte) if byte in kept else chr(next(others)) for byte in range(256)]


def vocabulary():
    """Tokens as (text, kind): each byte, the words, the markers."""
    letters = printable()
    words = dict.fromkeys("".join(letters[byte] for byte in word.encode()) for word in WORDS)
    normal = [*letters, *(word for word in words if len(word) > 1)]
    kinds = gguf.TokenType
    return [*((text, kinds.NORMAL) for text in normal), *((text, kinds.CONTROL) for text in MARKERS), *((text, kinds.USER_DEFINED) for text in TAGS)]


def biases(tokens):
    """What is added to the logit of each token."""
    letters = printable()
    bytes_ = {letters[byte]: NEVER if byte > 0x7F else RARE if byte <= 0x20 else 0.0 for byte in range(256)}
    return numpy.array([BIAS.get(text, bytes_.get(text, 0.0)) for text, _ in tokens], numpy.float32)


def tensors(tokens):
    """Weights by name. The first of the dimensions is the same for every token and no layer adds to it, so that its column of the output is a bias."""
    draw = numpy.random.default_rng(20260)

    def weights(rows, columns, scale=0.1, adds=False):
        drawn = (draw.standard_normal((rows, columns)) * scale).astype(numpy.float32)
        if adds:
            drawn[0] = 0
        return drawn

    constant = 8.0
    embedding = weights(len(tokens), WIDTH, scale=1.0)
    embedding[:, 0] = constant
    output = weights(len(tokens), WIDTH, scale=0.15)
    # What the last normalisation makes of the constant, beside so many dimensions of about 1.
    output[:, 0] = biases(tokens) / (constant / numpy.sqrt((constant**2 + WIDTH - 1) / WIDTH))
    ones = numpy.ones(WIDTH, numpy.float32)
    yield "token_embd.weight", embedding
    yield "output_norm.weight", ones
    yield "output.weight", output
    for layer in range(LAYERS):
        block = f"blk.{layer}"
        yield f"{block}.attn_norm.weight", ones
        yield f"{block}.ffn_norm.weight", ones
        yield f"{block}.attn_q.weight", weights(WIDTH, WIDTH)
        yield f"{block}.attn_k.weight", weights(WIDTH, WIDTH)
        yield f"{block}.attn_v.weight", weights(WIDTH, WIDTH)
        yield f"{block}.attn_output.weight", weights(WIDTH, WIDTH, adds=True)
        yield f"{block}.ffn_gate.weight", weights(INNER, WIDTH)
        yield f"{block}.ffn_up.weight", weights(INNER, WIDTH)
        yield f"{block}.ffn_down.weight", weights(WIDTH, INNER, adds=True)


def write(template, path):
    tokens = vocabulary()
    texts = [text for text, _ in tokens]
    file = gguf.GGUFWriter(path, "llama")
    file.add_name("drawn by lot")
    file.add_context_length(CONTEXT)
    file.add_embedding_length(WIDTH)
    file.add_feed_forward_length(INNER)
    file.add_block_count(LAYERS)
    file.add_head_count(HEADS)
    file.add_head_count_kv(HEADS)
    file.add_rope_dimension_count(WIDTH // HEADS)
    file.add_layer_norm_rms_eps(1e-5)
    file.add_vocab_size(len(tokens))
    file.add_tokenizer_model("gpt2")
    file.add_tokenizer_pre("glm4")
    file.add_token_list(texts)
    file.add_token_types([kind for _, kind in tokens])
    # The format wants merges; this one makes a token that is there already.
    file.add_token_merges(["t h"])
    file.add_eos_token_id(texts.index(END))
    file.add_eot_token_id(texts.index("<|user|>"))
    file.add_add_bos_token(False)
    file.add_chat_template(template)
    for name, data in tensors(tokens):
        file.add_tensor(name, data)
    file.write_header_to_file()
    file.write_kv_data_to_file()
    file.write_tensors_to_file()
    file.close()


if __name__ == "__main__":
    with open(sys.argv[1], encoding="utf-8") as template:
        write(template.read(), sys.argv[2])
