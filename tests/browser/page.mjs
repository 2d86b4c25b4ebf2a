// The page in a real browser: tools, a mistake and its mending, a call, a chat, a timeline, a report; and what tries to break it.
// usage: npm install --no-package-lock && node page.mjs GLMTOOLS.DLL BROWSERTOOLS.DLL [--screenshots DIR]
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { openBrowser, run, serve, status, watch } from './browser.mjs';

const [command, tools, option, pictures] = process.argv.slice(2);
const screenshots = option === '--screenshots' ? pictures : null;
const scenario = join(dirname(fileURLToPath(import.meta.url)), 'scenario.json');
const scratch = await mkdtemp(join(tmpdir(), 'glmtools-page-'));
const browser = await openBrowser();
const patience = 10_000;
let passed = 0;
let failed = 0;

// Each check has a page of its own, and fails for whatever goes wrong in it, violations of the policy included.
async function check(name, url, action, settings = {}) {
  const context = await browser.newContext({ viewport: { width: 1100, height: 740 }, ...settings });
  const page = await context.newPage();
  page.setDefaultTimeout(patience);
  const wrong = watch(page, url.startsWith('file:') ? url : new URL(url).origin);
  try {
    await page.goto(url);
    await action(page, wrong);
    assert.notEqual(await page.title(), 'xss');
    assert.deepEqual(wrong, []);
    console.log(`ok      ${name}`);
    passed++;
  } catch (error) {
    console.log(`FAILED  ${name}: ${error.stack}\n${wrong.join('\n')}`);
    failed++;
  } finally {
    await context.close();
  }
}

const picture = async (page, name) => screenshots && page.screenshot({ path: join(screenshots, `${name}.png`) });
const field = (page, label) => page.getByRole('region', { name: 'Call' }).getByLabel(label);
const raw = page => page.getByLabel('Arguments as JSON');
const openTool = async (page, name) => page.getByRole('navigation', { name: 'Tools' }).getByRole('link', { name }).click();
const ask = async (page, question) => {
  await page.getByRole('link', { name: 'Chat', exact: true }).click();
  await page.getByLabel('Your question').fill(question);
  await page.getByRole('button', { name: 'Send' }).click();
};
const fits = async page => page.getByText('It fits.', { exact: true }).waitFor();
// What is read changes as answers arrive: it is read again until it is as expected, or time is up.
const reads = async (locator, expected) => {
  let text = '';
  for (const end = Date.now() + patience; Date.now() < end; await new Promise(resolve => setTimeout(resolve, 50))) {
    text = (await locator.allTextContents()).join('\n');
    if (text && expected.test(text)) return;
  }
  assert.match(text, expected);
};
// Neither the page nor one of its parts scrolls sideways.
const widthFits = async page => assert.deepEqual(await page.evaluate(() =>
  [document.documentElement, ...document.querySelectorAll('.tool-shown, .tool-list, .chat-scroll')].filter(node => node.scrollWidth > node.clientWidth).map(node => node.className || node.tagName)), []);

const inspected = await serve(command, 'inspect', tools, '--scenario', scenario);
const url = inspected.url;
const origin = new URL(url).origin;

await check('tools are listed and found', url, async page => {
  await reads(page.getByRole('status').filter({ hasText: 'tools' }), /^5 tools$/);
  await page.getByLabel('Search tools').fill('城市');
  await reads(page.getByText('1 of 5 tools'), /./);
  assert.equal(await page.getByRole('navigation', { name: 'Tools' }).getByRole('link').filter({ visible: true }).count(), 1);
});

await check('a mistake is told at its field in the words of the model, mended, and called', url, async page => {
  await openTool(page, 'echo');
  await field(page, 'text').fill('北京');
  await field(page, 'level').fill('12');
  const group = page.locator('.field.wrong');
  await reads(group, /\/level: expected at least 1 and at most 9, got 12/);
  assert.equal(await group.count(), 1);
  assert.equal(await field(page, 'level').getAttribute('aria-invalid'), 'true');
  await page.getByText('What the model would be told').click();
  await reads(page.getByText(/A call that fits:/), /nothing was executed/);
  await page.getByRole('heading', { level: 1 }).scrollIntoViewIfNeeded();
  await picture(page, 'mistake');
  await field(page, 'level').fill('7');
  await fits(page);
  await page.getByRole('button', { name: 'Call', exact: true }).click();
  await reads(page.locator('.outcome'), /^北京; 7; 0\.5;/);
});

await check('every kind of field reaches the method, and JSON and form keep step', url, async page => {
  await openTool(page, 'echo');
  await field(page, 'text').fill('a');
  await field(page, 'level').fill('1');
  await field(page, 'isUrgent').selectOption('true');
  await field(page, 'day').fill('2026-03-01');
  await field(page, 'lasts').fill('P1DT2H');
  await field(page, 'huge').fill('170141183460469231731687303715884105727');
  await page.getByRole('group', { name: /^tags/ }).getByRole('button', { name: 'add' }).click();
  await page.getByRole('group', { name: /^tags/ }).getByRole('textbox').fill('red');
  await page.getByRole('group', { name: /^stock/ }).getByRole('button', { name: 'add' }).click();
  await page.getByRole('group', { name: /^stock/ }).getByLabel(/value/).fill('3');
  await field(page, 'anything').fill('{"x":[1]}');
  await fits(page);
  const sent = await raw(page).inputValue();
  assert.match(sent, /"huge": 170141183460469231731687303715884105727/);
  assert.match(sent, /"stock": \{\n {4}"Celsius": 3/);
  await page.getByRole('button', { name: 'Call', exact: true }).click();
  await reads(page.locator('.outcome'), /^a; 1; 0\.5; True; .*170141183460469231731687303715884105727; red; \[Celsius, 3\]; \{\s+"x": \[\s+1\s+\]\s+\}$/);
  await raw(page).fill('{"text": "z", "level": "4", "tags": ["u", "v"], "huge": 99999999999999999999}');
  assert.equal(await field(page, 'huge').inputValue(), '99999999999999999999');
  assert.equal(await page.getByRole('group', { name: /^tags/ }).getByRole('textbox').count(), 2);
  await reads(page.getByText('It fits, once repaired.'), /./);
  await page.getByRole('group', { name: /^tags/ }).getByRole('button', { name: 'remove' }).first().click();
  assert.match(await raw(page).inputValue(), /"tags": \[\n {4}"v"\n {2}\]/);
});

await check('nested values, unions, and a call that asks first', url, async page => {
  await openTool(page, 'place_order');
  await page.getByRole('group', { name: /^lines/ }).getByRole('button', { name: 'add' }).click();
  await field(page, 'sku').fill('wrong');
  await field(page, 'quantity').fill('3');
  await field(page, /payment .type/).selectOption('Invoice');
  await field(page, 'company').fill('北京公司');
  await field(page, 'due').fill('2026-12-24');
  await reads(page.locator('.field.wrong > .problem').filter({ hasText: 'sku' }), /^\/order\/lines\/0\/sku: expected/);
  assert.equal(await field(page, 'sku').getAttribute('aria-invalid'), 'true');
  await field(page, 'sku').fill('AB-12');
  await fits(page);
  await picture(page, 'tool');
  await page.getByRole('button', { name: 'Call', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'No' }).click();
  await reads(page.getByText('Not called.'), /./);
  await page.getByRole('button', { name: 'Call', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Yes, call it' }).click();
  await reads(page.locator('.outcome'), /^ordered 3 pieces$/);
});

await check('a type within itself opens as deep as it is filled in', url, async page => {
  await openTool(page, 'count_nodes');
  await field(page, 'name').fill('root');
  await page.getByRole('group', { name: /^children/ }).first().getByRole('button', { name: 'add' }).first().click();
  await field(page, 'name').nth(1).fill('leaf');
  await fits(page);
  await page.getByRole('button', { name: 'Call', exact: true }).click();
  await reads(page.locator('.outcome'), /^2$/);
});

await check('a chat streams, its calls overlap on the timeline, and the wire is there', url, async page => {
  await ask(page, 'What is the weather?');
  await reads(page.locator('.stopped'), /answered/);
  await reads(page.locator('.said.model'), /北京和上海今天都是晴天/);
  await picture(page, 'chat');
  await page.getByRole('link', { name: 'timeline' }).click();
  const bars = page.locator('.fill.call');
  await bars.first().waitFor();
  const [first, second] = await Promise.all([bars.nth(0).boundingBox(), bars.nth(1).boundingBox()]);
  assert.equal(await bars.count(), 2);
  const turns = await Promise.all([0, 1].map(i => page.locator('.fill.turn').nth(i).boundingBox()));
  assert.ok(first.x > turns[0].x && turns[1].x + 1 >= second.x + second.width, 'the bars do not stand where they belong');
  assert.ok(second.x < first.x + first.width, 'the calls do not overlap');
  assert.ok(first.width > 40 && second.width > first.width * 1.2, 'the bars are not as long as the calls took');
  await page.getByRole('button', { name: /^look_up_weather/ }).last().click();
  await reads(page.getByRole('region', { name: 'The step' }), /上海: 21\.5 Celsius/);
  await picture(page, 'timeline');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  const step = page.getByRole('region', { name: 'The step' });
  await reads(step.getByRole('heading', { level: 2 }), /^Turn 2$/);
  await step.getByText('Request', { exact: true }).click();
  await reads(step.locator('pre.code'), /"role": "tool"/);
  await step.getByText(/^Response, \d+ events$/).click();
  await reads(step.locator('.frames li').last(), /\[DONE\]/);
  await picture(page, 'wire');
});

await check('an approval is asked for in the chat', url, async page => {
  await ask(page, 'Please order.');
  await reads(page.getByRole('alertdialog'), /^place_order wants to be called\..*AB-12/s);
  await picture(page, 'approval');
  await page.getByRole('button', { name: 'Allow' }).click();
  await reads(page.locator('.stopped'), /answered/);
  await page.locator('.call-box summary').click();
  await reads(page.locator('.call-box'), /ordered 2 pieces/);
});

await check('an answer can be cancelled, and the chat goes on', url, async page => {
  await ask(page, 'Please order, then I cancel.');
  await page.getByRole('alertdialog').waitFor();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await reads(page.locator('.stopped'), /cancelled/);
  await ask(page, 'What else?');
  await reads(page.locator('.said.model'), /^I know of weather/);
  assert.equal(await page.getByRole('alertdialog').count(), 0);
});

await check('markup in descriptions, arguments, results and answers is text', url, async page => {
  await openTool(page, 'markup');
  await reads(page.locator('.tool-text'), /<img src=x onerror=/);
  await field(page, 'html').fill('<img src=x onerror="document.title=\'xss\'">');
  await fits(page);
  await page.getByRole('button', { name: 'Call', exact: true }).click();
  await reads(page.locator('.outcome'), /^<img src=x/);
  await ask(page, 'markup');
  await reads(page.locator('.stopped'), /answered/);
  await page.getByRole('link', { name: 'timeline' }).click();
  await page.getByRole('button', { name: /^markup/ }).click();
  await reads(page.getByRole('region', { name: 'The step' }).locator('pre.code'), /<script>document\.title/);
  assert.equal(await page.locator('main img, main script').count(), 0);
});

await check('the policy holds: what is injected does not run', url, async (page, wrong) => {
  const violated = await page.evaluate(() => new Promise(resolve => {
    document.addEventListener('securitypolicyviolation', event => resolve(event.effectiveDirective));
    const script = document.createElement('script');
    script.textContent = "document.title = 'xss'";
    document.body.append(script);
  }));
  assert.match(violated, /^script-src/);
  assert.match(wrong.shift(), /violates the following Content Security Policy directive/);
});

await check('who has no token, a wrong one, a foreign name or a foreign origin is refused', url, async () => {
  for (const path of ['/', '/page.css', '/api/tools', `/${'x'.repeat(32)}/`]) assert.equal(await status(origin + path), 403, path);
  assert.equal(await status(`${url}api/tools`), 200);
  assert.equal(await status(url, { host: `evil.example:${new URL(url).port}` }), 403);
  assert.equal(await status(`${url}api/chat/new`, { origin: 'http://evil.example' }, 'POST'), 403);
  assert.equal(await status(`${url}api/chat/new`, { origin }, 'POST'), 204);
});

await check('200 tools with long Chinese texts keep the layout', url, async page => {
  const long = '这是一个非常长的说明文字没有任何空格'.repeat(30);
  await page.route('**/api/tools', async route => {
    const answer = await (await route.fetch()).json();
    const [model] = answer.sets[0].tools;
    answer.sets[0].tools = Array.from({ length: 200 }, (_, i) => ({ ...model, id: `0/${model.name}`, name: `tool_${i}_${'n'.repeat(50)}`, description: long }));
    await route.fulfill({ json: answer });
  });
  await page.reload();
  await reads(page.getByText('200 tools'), /./);
  await widthFits(page);
  await page.setViewportSize({ width: 380, height: 700 });
  await widthFits(page);
});

await check('dark, and narrow', url, async page => {
  await openTool(page, 'place_order');
  await picture(page, 'dark');
  assert.equal(await page.evaluate(() => getComputedStyle(document.body).backgroundColor), 'rgb(22, 24, 27)');
  await page.setViewportSize({ width: 380, height: 700 });
  await widthFits(page);
}, { colorScheme: 'dark' });

const saved = join(scratch, 'run.json');
const report = join(scratch, 'run.html');
await run(command, 'run', '-p', 'markup, please', '-t', tools, '--scenario', scenario, '--save', saved);
await run(command, 'report', saved, '-o', report);

await check('a saved run can be opened', url, async page => {
  await page.getByRole('link', { name: 'Runs' }).click();
  await page.locator('input[type=file]').setInputFiles(saved);
  await reads(page.getByRole('heading', { level: 1 }), /markup, please/);
});

await check('a report needs nothing and nobody', pathToFileURL(report).href, async page => {
  await reads(page.getByRole('heading', { level: 1 }), /markup, please/);
  await page.getByRole('button', { name: /^Turn 2/ }).click();
  await reads(page.locator('.said.model'), /<\/script><script>document\.title='xss'<\/script>/);
  await page.getByText('Request', { exact: true }).click();
  await reads(page.locator('pre.code'), /"role": "tool"/);
  assert.equal(await page.locator('main img, main script').count(), 0);
  await picture(page, 'report');
});

inspected.stop();

const emulated = await serve(command, 'emulate', '--ui', '--port', '0');
await check('the emulator shows its traffic, without the key', emulated.page_url, async page => {
  const answer = await fetch(`${emulated.base_url}/chat/completions`, {
    method: 'POST',
    headers: { authorization: `Bearer ${emulated.api_key}`, 'content-type': 'application/json' },
    body: JSON.stringify({ model: 'glm-4.7-flash', messages: [{ role: 'user', content: '你好' }], user_id: emulated.api_key }),
  });
  assert.equal(answer.status, 200);
  await reads(page.getByRole('heading', { level: 1, name: '你好' }), /./);
  await page.getByText('Request', { exact: true }).click();
  await reads(page.locator('pre.code'), /"user_id": "\*\*\*"/);
});
emulated.stop();

await browser.close();
await rm(scratch, { recursive: true });
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed ? 1 : 0;
