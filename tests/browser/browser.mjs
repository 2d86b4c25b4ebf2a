// A headless Chromium, the command beside it, and a list of all that went wrong in a page.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { request } from 'node:http';
import { createInterface } from 'node:readline';
import { chromium } from 'playwright-core';

const executablePath = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(path => existsSync(path));
const args = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

export async function openBrowser() {
  if (!executablePath) throw new Error('there is no Chromium: install the package chromium');
  return chromium.launch({ executablePath, args, chromiumSandbox: false });
}

// What a page says on its console, throws, is forbidden to do, or asks of somebody else.
export function watch(page, origin) {
  const wrong = [];
  page.on('console', message => ['error', 'warning'].includes(message.type()) && wrong.push(`console: ${message.text()}`));
  page.on('pageerror', error => wrong.push(`thrown: ${error.message}`));
  page.on('dialog', async dialog => {
    wrong.push(`dialog: ${dialog.message()}`);
    await dialog.dismiss();
  });
  page.on('request', request => {
    const url = request.url();
    if (!url.startsWith(origin) && !url.startsWith('data:')) wrong.push(`request: ${url}`);
  });
  return wrong;
}

// glmtools as a program, until it is stopped; its first lines are JSON.
export async function serve(command, ...words) {
  const child = spawn('dotnet', [command, ...words, '--json'], { stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, ZHIPUAI_API_KEY: '', ZAI_API_KEY: '' } });
  const ended = new Promise((_, reject) => child.once('exit', code => reject(new Error(`glmtools ${words[0]} ended with ${code}`))));
  ended.catch(() => {});
  let text = '';
  const ready = (async () => {
    for await (const line of createInterface({ input: child.stdout })) {
      text += `${line}\n`;
      if (line === '}') return JSON.parse(text);
    }
    return new Promise(() => {});
  })();
  return { ...await Promise.race([ready, ended]), stop: () => child.kill('SIGINT') };
}

export function run(command, ...words) {
  return new Promise((resolve, reject) => {
    const child = spawn('dotnet', [command, ...words], { stdio: ['ignore', 'ignore', 'pipe'], env: { ...process.env, ZHIPUAI_API_KEY: '', ZAI_API_KEY: '' } });
    let said = '';
    child.stderr.on('data', data => { said += data; });
    child.once('exit', code => code === 0 ? resolve() : reject(new Error(`glmtools ${words[0]}: ${said}`)));
  });
}

// The status of an answer; unlike fetch, this sends any host and origin it is told to.
export function status(url, headers = {}, method = 'GET') {
  return new Promise((resolve, reject) => {
    request(url, { method, headers }, response => {
      response.resume();
      resolve(response.statusCode);
    }).on('error', reject).end();
  });
}
