"""Zhipu's official Python SDKs, pointed at the emulator: clients that nobody here wrote.

usage: pip install zhipuai zai-sdk; python clients.py BASE_URL API_KEY
"""
import json
import sys
import time

import zai
import zai.core
import zhipuai

BASE_URL, API_KEY = sys.argv[1:3]
BAD_KEY = "0" * 32 + ".wrongwrongwrong1"
MODEL = "glm-4-flash"
HELLO = [{"role": "user", "content": "你好"}]
QUESTION = [{"role": "user", "content": "今天北京天气如何?"}]
RESULT = json.dumps({"location": "北京", "temperature": 21.5, "unit": "c", "condition": "晴"}, ensure_ascii=False)
TOOLS = [{"type": "function", "function": {
    "name": "get_current_weather", "description": "The weather of a city.",
    "parameters": {"type": "object", "properties": {"location": {"type": "string"}}, "required": ["location"]}}}]


def chat(client):
    return client.chat.completions.create(model=MODEL, messages=HELLO).choices[0].message.content


def stream(client):
    text, last = "", None
    for chunk in client.chat.completions.create(model=MODEL, messages=HELLO, stream=True):
        text, last = text + (chunk.choices[0].delta.content or ""), chunk
    assert last.usage is not None and last.choices[0].finish_reason == "stop", last
    return text


def round_trip(client):
    call = client.chat.completions.create(model=MODEL, messages=QUESTION, tools=TOOLS, tool_choice="auto").choices[0].message
    asked = {key: value for key, value in (call.model_dump() if hasattr(call, "model_dump") else call.dict()).items() if value is not None}
    answer = {"role": "tool", "tool_call_id": call.tool_calls[0].id, "content": RESULT}
    return client.chat.completions.create(model=MODEL, messages=[*QUESTION, asked, answer], tools=TOOLS).choices[0].message.content


def streamed_tools(client):
    name, arguments = None, ""
    for chunk in client.chat.completions.create(model=MODEL, messages=QUESTION, tools=TOOLS, stream=True):
        for piece in chunk.choices[0].delta.tool_calls or []:
            name, arguments = piece.function.name or name, arguments + (piece.function.arguments or "")
    assert name == "get_current_weather" and json.loads(arguments)["location"] == "北京"
    return arguments


def later(client):
    task = client.chat.asyncCompletions.create(model=MODEL, messages=HELLO)
    for _ in range(50):
        result = client.chat.asyncCompletions.retrieve_completion_result(id=task.id)
        if result.task_status != "PROCESSING":
            break
        time.sleep(0.2)
    assert result.task_status == "SUCCESS", result
    return result.choices[0].message.content


def embeddings(client):
    data = client.embeddings.create(model="embedding-3", input=["你好", "hello"], dimensions=256).data
    assert [len(vector.embedding) for vector in data] == [256, 256] and [vector.index for vector in data] == [0, 1]
    return len(data)


def refused(make, error):
    try:
        chat(make(api_key=BAD_KEY, base_url=BASE_URL, max_retries=0))
    except error as refusal:
        return type(refusal).__name__
    raise AssertionError("not refused")


failures = 0
for name, make, error in [
    ("zhipuai", zhipuai.ZhipuAI, zhipuai.APIAuthenticationError),
    ("zai", zai.ZhipuAiClient, zai.core.APIAuthenticationError),
]:
    client = make(api_key=API_KEY, base_url=BASE_URL)
    with_token = make(api_key=API_KEY, base_url=BASE_URL, disable_token_cache=False)
    checks = [(check.__name__, lambda check=check: check(client)) for check in (chat, stream, round_trip, streamed_tools, later, embeddings)]
    for title, check in [*checks, ("chat with a JWT", lambda: chat(with_token)), ("bad key", lambda: refused(make, error))]:
        try:
            print(f"ok      {name} {title}: {str(check())[:80]}")
        except Exception as failure:  # whatever it is, the others are tried as well
            failures += 1
            print(f"FAILED  {name} {title}: {type(failure).__name__} {failure}")
sys.exit(1 if failures else 0)
