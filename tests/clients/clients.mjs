// Clients that nobody here wrote, pointed at the emulator: Zhipu's own Node SDK, OpenAI's, and the AI SDK of Vercel with two providers.
// usage: npm install --no-package-lock && node clients.mjs BASE_URL API_KEY
import { embedMany, generateText, stepCountIs, streamText, tool } from 'ai';
import { createOpenAICompatible } from '@ai-sdk/openai-compatible';
import OpenAI from 'openai';
import { createZhipu } from 'zhipu-ai-provider';
import { ZhipuAI } from 'zhipuai-sdk-nodejs-v4';
import { z } from 'zod';

globalThis.AI_SDK_LOG_WARNINGS = false;
const [baseURL, apiKey] = process.argv.slice(2);
const badKey = `${'0'.repeat(32)}.wrongwrongwrong1`;
const model = 'glm-4-flash';
const hello = [{ role: 'user', content: '你好' }];
const question = [{ role: 'user', content: '今天北京天气如何?' }];
const result = JSON.stringify({ location: '北京', temperature: 21.5, unit: 'c', condition: '晴' });
const parameters = { type: 'object', properties: { location: { type: 'string' }, unit: { type: 'string', enum: ['c', 'f'] } }, required: ['location'] };
const tools = [{ type: 'function', function: { name: 'get_current_weather', description: 'The weather of a city.', parameters } }];

let passed = 0;
let failed = 0;

async function check(name, action) {
  try {
    const printed = String(await action());
    if (!printed) throw new Error('nothing came');
    console.log(`ok      ${name}: ${printed.slice(0, 80)}`);
    passed++;
  } catch (error) {
    console.log(`FAILED  ${name}: ${error}`);
    failed++;
  }
}

async function refused(action, code) {
  try {
    await action();
  } catch (error) {
    const status = error.status ?? error.statusCode ?? error.response?.status;
    if (status === code) return `refused with ${status}`;
    throw error;
  }
  throw new Error('not refused');
}

async function join(stream) {
  let text = '';
  for await (const piece of stream) text += piece;
  return text;
}

const zhipu = new ZhipuAI({ apiKey, baseUrl: baseURL });
await check('zhipuai chat', async () => (await zhipu.createCompletions({ model, messages: hello, stream: false })).choices[0].message.content);
await check('zhipuai stream', async () => {
  const text = await join(await zhipu.createCompletions({ model, messages: hello, stream: true }));
  if (!text.includes('[DONE]')) throw new Error('no end marker');
  return text;
});
await check('zhipuai tools', async () => (await zhipu.createCompletions({ model, messages: question, tools, stream: false })).choices[0].message.tool_calls[0].function.arguments);
await check('zhipuai embeddings', async () => (await zhipu.createEmbeddings({ model: 'embedding-2', input: '你好' })).data[0].embedding.length);
await check('zhipuai bad key', async () => {
  // This one throws the body of the error, without the status.
  const body = await new ZhipuAI({ apiKey: badKey, baseUrl: baseURL, maxRetries: 0 }).createCompletions({ model, messages: hello, stream: false }).catch((error) => error);
  if (!body?.error?.code?.startsWith('100')) throw new Error(`not refused: ${JSON.stringify(body)}`);
  return `refused with ${body.error.code}`;
});

const openai = new OpenAI({ apiKey, baseURL, maxRetries: 0 });
await check('openai chat', async () => (await openai.chat.completions.create({ model, messages: hello })).choices[0].message.content);
await check('openai stream', async () => {
  let text = '';
  let usage;
  for await (const chunk of await openai.chat.completions.create({ model, messages: hello, stream: true })) {
    text += chunk.choices[0]?.delta?.content ?? '';
    usage = chunk.usage ?? usage;
  }
  if (!usage) throw new Error('no usage');
  return text;
});
await check('openai tools, round trip', async () => {
  const call = (await openai.chat.completions.create({ model, messages: question, tools })).choices[0].message;
  const answer = { role: 'tool', tool_call_id: call.tool_calls[0].id, content: result };
  return (await openai.chat.completions.create({ model, messages: [...question, call, answer], tools })).choices[0].message.content;
});
await check('openai runTools', () => openai.chat.completions
  .runTools({ model, messages: question, tools: [{ type: 'function', function: { ...tools[0].function, parse: JSON.parse, function: () => result } }] })
  .finalContent());
await check('openai streamed tools', async () => (await openai.chat.completions.stream({ model, messages: question, tools }).finalChatCompletion()).choices[0].message.tool_calls[0].function.arguments);
await check('openai embeddings', async () => {
  const { data } = await openai.embeddings.create({ model: 'embedding-3', input: ['你好', 'hello'], dimensions: 512 });
  if (data.length !== 2 || data[0].embedding.length !== 512) throw new Error(`${data.length} vectors of ${data[0].embedding.length}`);
  return data.length;
});
await check('openai models', async () => (await openai.models.list()).data.length);
await check('openai bad key', () => refused(() => new OpenAI({ apiKey: badKey, baseURL, maxRetries: 0 }).chat.completions.create({ model, messages: hello }), 401));

const weather = { get_current_weather: tool({ description: 'The weather of a city.', inputSchema: z.object({ location: z.string(), unit: z.enum(['c', 'f']).optional() }), execute: async () => JSON.parse(result) }) };
const providers = { 'zhipu-ai-provider': createZhipu({ baseURL, apiKey }), '@ai-sdk/openai-compatible': createOpenAICompatible({ name: 'glm', baseURL, apiKey }) };
for (const [name, provider] of Object.entries(providers)) {
  await check(`${name} generateText`, async () => (await generateText({ model: provider(model), prompt: '你好' })).text);
  await check(`${name} streamText`, () => join(streamText({ model: provider(model), prompt: '你好' }).textStream));
  await check(`${name} tools`, async () => (await generateText({ model: provider(model), prompt: question[0].content, tools: weather, stopWhen: stepCountIs(4) })).text);
  await check(`${name} streamed tools`, () => join(streamText({ model: provider(model), prompt: question[0].content, tools: weather, stopWhen: stepCountIs(4) }).textStream));
  await check(`${name} embedMany`, async () => (await embedMany({ model: provider.textEmbeddingModel('embedding-3'), values: ['你好', 'hello'] })).embeddings.map((vector) => vector.length));
}
await check('ai bad key', () => refused(() => generateText({ model: createOpenAICompatible({ name: 'glm', baseURL, apiKey: badKey })(model), prompt: 'x', maxRetries: 0 }), 401));

console.log(`${passed} passed, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);
