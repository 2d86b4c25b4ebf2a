// The form of a tool, its JSON, what the binder says of it, and the call. The JSON is what is checked and sent; the form follows it.
import { copyButton, el, fill } from './dom.js';
import { post } from './api.js';
import { confirmed } from './confirm.js';
import { makeForm } from './form.js';
import { parseJson, pointerParts, prettyJson, writeJson } from './json.js';
import { seconds } from './text.js';

const pause = 150;

export function callPanel(tool) {
  const path = `api/tools/${tool.id.split('/').map(encodeURIComponent).join('/')}`;
  const form = makeForm(tool.schema, fromForm);
  const raw = el('textarea.mono.raw', { rows: 6, spellcheck: 'false', 'aria-label': 'Arguments as JSON', value: '{}', oninput: fromRaw });
  const verdict = el('div.verdict', { role: 'status' });
  const result = el('div.result', { role: 'status' });
  const call = el('button.primary', { type: 'submit' }, 'Call');
  const cancel = el('button', { type: 'button', hidden: true, onclick: () => running?.abort() }, 'Cancel');
  let running = null;
  let timer = 0;
  let round = 0;

  function fromForm() {
    raw.value = writeJson(form.get());
    check();
  }

  function fromRaw() {
    try {
      form.set(parseJson(raw.value));
    } catch {
      // No JSON yet; the binder says what it makes of it.
    }
    check();
  }

  function check() {
    clearTimeout(timer);
    timer = setTimeout(validate, pause);
  }

  async function validate() {
    const mine = ++round;
    try {
      const bound = await post(`${path}/validate`, raw.value);
      if (mine === round) show(bound);
    } catch (failure) {
      if (mine === round) fill(verdict, el('p.problem', {}, failure.message));
    }
  }

  function show(bound) {
    const told = new Map();
    for (const problem of bound.problems) {
      const field = form.at(pointerParts(problem.path));
      told.set(field, [...(told.get(field) ?? []), problem.message]);
    }
    for (const field of [form, ...form.all()]) field.tell(told.get(field) ?? []);
    fill(verdict,
      bound.fits ? el('p.fits', {}, bound.repairs.length ? 'It fits, once repaired.' : 'It fits.') : null,
      bound.told && el('details.told', {}, el('summary', {}, 'What the model would be told'), el('pre.code', { tabindex: 0 }, bound.told)),
      repairs(bound.repairs),
      bound.fits && bound.repairs.length ? el('details', {}, el('summary', {}, 'What the method would get'), el('pre.code', { tabindex: 0 }, prettyJson(bound.arguments))) : null);
  }

  async function example() {
    const bound = await post(`${path}/validate`, '{}');
    raw.value = bound.example ? writeJson(bound.example) : '{}';
    fromRaw();
  }

  async function submit(event) {
    event.preventDefault();
    await validate();
    running = new AbortController();
    call.disabled = true;
    cancel.hidden = false;
    fill(result, el('p.waiting', {}, 'Calling…'));
    try {
      let answer = await post(`${path}/call`, raw.value, running.signal);
      if (answer.asks) {
        if (!await confirmed(tool.name, answer.asks)) {
          fill(result, el('p.muted', {}, 'Not called.'));
          return;
        }
        answer = await post(`${path}/call?approved=1`, raw.value, running.signal);
      }
      fill(result, outcome(answer));
    } catch (failure) {
      fill(result, el('p.problem', {}, failure.name === 'AbortError' ? 'Cancelled.' : failure.message));
    } finally {
      call.disabled = false;
      cancel.hidden = true;
    }
  }

  return el('section.card', { 'aria-label': 'Call' },
    el('h2', {}, 'Call it'),
    el('form', { onsubmit: submit, novalidate: true, autocomplete: 'off' },
      form.node,
      el('div.raw-head', {}, el('span.label', {}, 'Arguments as JSON'), el('button.quiet', { type: 'button', onclick: example }, 'smallest that fits'), copyButton(() => raw.value)),
      raw, verdict,
      el('div.actions', {}, call, cancel)),
    result);
}

export const repairs = list => list.length ? el('ul.repairs', { 'aria-label': 'Repairs' }, list.map(repair => el('li', {}, `repaired ${repair}`))) : null;

function outcome(answer) {
  return [
    el('div.result-head', {},
      el(`span.badge.${answer.failed ? 'danger' : 'calm'}`, {}, answer.failed ? (answer.called ? 'failed' : 'refused') : 'done'),
      el('span.muted', {}, seconds(answer.seconds)), copyButton(() => answer.result)),
    el('pre.code.outcome', { tabindex: 0 }, prettyJson(answer.result) || '(an empty text)'),
    repairs(answer.repairs),
    answer.progress.length ? el('details', {}, el('summary', {}, 'Progress'), el('pre.code', { tabindex: 0 }, answer.progress.join('\n'))) : null,
    answer.exception ? el('p.problem', {}, `Thrown, which the model is not told: ${answer.exception}`) : null,
  ];
}
