// A chat with an agent that has these tools. The answer is written as it comes.
import { el, fill } from './dom.js';
import { get, post, stream } from './api.js';
import { repairs } from './call.js';
import { prettyJson } from './json.js';
import { count, grouped, seconds, words } from './text.js';

const running = 'running…';

export function chatPage(about) {
  const log = el('div.log', { role: 'log', 'aria-label': 'Chat' });
  const input = el('textarea', { rows: 2, 'aria-label': 'Your question', placeholder: 'Ask something. Enter sends, Shift+Enter begins a line.', onkeydown: enter });
  const send = el('button.primary', { type: 'submit' }, 'Send');
  const cancel = el('button', { type: 'button', hidden: true, onclick: () => post('api/chat/cancel') }, 'Cancel');
  const anew = el('button.quiet', { type: 'button', onclick: startAnew }, 'new chat');
  const intro = el('div.intro', {});
  const node = el('section.chat', { 'aria-label': 'Chat' },
    el('div.chat-scroll', {}, intro, log),
    el('form.ask', { onsubmit: ask }, input, el('div.actions', {}, send, cancel, anew)));
  let isKnown = false;

  async function show() {
    if (!isKnown) {
      isKnown = true;
      const { tools, left_out: leftOut } = await get('api/chat');
      fill(intro,
        el('p.muted', {}, about.is_offline
          ? 'No key is set, so the embedded emulator answers. It is no model: it says what its scenario says, and without one it calls the tool you name, with the JSON you write behind the name.'
          : `${about.model} answers; what it takes is billed to the key.`),
        el('details', {}, el('summary', {}, count(tools.length, 'tool')), el('p.names', {}, tools.join(', '))),
        leftOut.map(reason => el('p.problem', {}, `Left out: ${reason}`)));
    }
    input.focus();
  }

  function enter(event) {
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      event.target.form.requestSubmit();
    }
  }

  async function ask(event) {
    event.preventDefault();
    const question = input.value.trim();
    if (!question || send.disabled) return;
    input.value = '';
    send.disabled = anew.disabled = true;
    cancel.hidden = false;
    const answer = answerView();
    log.append(el('div.said.user', {}, question), answer.node);
    try {
      for await (const event of stream('api/chat', JSON.stringify(question))) {
        answer.take(event);
        node.querySelector('.chat-scroll').scrollTop = node.querySelector('.chat-scroll').scrollHeight;
      }
    } catch (failure) {
      answer.take({ type: 'error', message: failure.message });
    } finally {
      send.disabled = anew.disabled = false;
      cancel.hidden = true;
      input.focus();
    }
  }

  async function startAnew() {
    await post('api/chat/new');
    fill(log);
    input.focus();
  }

  return { node, show };
}

function answerView() {
  const node = el('div.answer', {});
  const calls = new Map();
  let open = null;
  let marks = [];

  function write(kind, text) {
    if (open?.kind !== kind) {
      if (!text.trim()) return;
      open = { kind, node: el(`div.said.${kind}`, kind === 'reasoning' ? { 'aria-label': 'reasoning' } : {}) };
      node.append(open.node);
      marks.push(open.node);
    }
    open.node.append(text);
  }

  function call(event) {
    open = null;
    const state = el('span.muted', {}, running);
    const body = el('div.call-body', {}, el('pre.code', { tabindex: 0 }, prettyJson(event.arguments)));
    const box = el('details.call-box', {}, el('summary', {}, el('code', {}, event.name), ' ', state), body);
    calls.set(event.id, { state, body, box });
    node.append(box);
  }

  function result(event) {
    const { state, body, box } = calls.get(event.id) ?? {};
    if (!box) return;
    state.isDone = true;
    state.textContent = `${event.failed ? 'failed' : 'done'}, ${seconds(event.seconds)}`;
    box.classList.toggle('wrong', event.failed);
    body.append(...[el('pre.code.outcome', { tabindex: 0 }, prettyJson(event.text)), repairs(event.repairs)].filter(Boolean));
    node.querySelector(`[data-call="${CSS.escape(event.id)}"]`)?.remove();
  }

  function approval(event) {
    const decide = async yes => {
      for (const button of box.querySelectorAll('button')) button.disabled = true;
      if (state) state.textContent = running;
      await post(`api/chat/approvals?call=${encodeURIComponent(event.id)}&answer=${yes ? 'yes' : 'no'}`);
      box.remove();
    };
    const state = calls.get(event.id)?.state;
    if (state) state.textContent = 'waits for you';
    // Without a text of its own a tool asks with its name and the arguments, which stand below anyway.
    const question = event.text.startsWith(`${event.name} {`) ? 'wants to be called.' : `asks: ${event.text}`;
    const box = el('div.approval', { role: 'alertdialog', 'aria-label': `${event.name} asks`, 'data-call': event.id },
      el('p.question', {}, el('strong', {}, event.name), ' ', question),
      el('pre.code', { tabindex: 0 }, prettyJson(event.arguments)),
      el('div.actions', {}, el('button.primary', { type: 'button', onclick: () => decide(true) }, 'Allow'), el('button', { type: 'button', onclick: () => decide(false) }, 'Refuse')));
    node.append(box);
    box.querySelector('button').focus();
  }

  function stopped(event) {
    for (const box of node.querySelectorAll('.approval')) box.remove();
    for (const { state } of calls.values()) if (!state.isDone) state.textContent = 'not finished';
    node.append(el('p.stopped', {},
      [words(event.stop ?? ''), seconds(event.seconds), `${grouped(event.prompt)} + ${grouped(event.completion)} tokens`, event.cost].filter(Boolean).join(' · '), ' · ',
      el('a', { href: `#runs/${event.run}` }, 'timeline')));
  }

  return {
    node,
    take(event) {
      switch (event.type) {
        // The same turn again: what it has streamed so far does not count.
        case 'turn':
          if (event.turn === node.turn) marks.forEach(mark => mark.remove());
          node.turn = event.turn;
          marks = [];
          open = null;
          break;
        case 'text': write('model', event.text); break;
        case 'reasoning': write('reasoning', event.text); break;
        case 'call': call(event); break;
        case 'progress': calls.get(event.id)?.body.append(el('p.muted', {}, event.text)); break;
        case 'result': result(event); break;
        case 'approval': approval(event); break;
        case 'stopped': stopped(event); break;
        case 'error': node.append(el('p.problem', { role: 'alert' }, event.message)); break;
      }
    },
  };
}
