// What went over the wire, as it was: a request, its response, the events of a stream.
import { copyButton, el } from './dom.js';
import { prettyJson } from './json.js';
import { count, seconds } from './text.js';

export function wireView(exchange) {
  return el('section.wire', { 'aria-label': `${exchange.method} ${exchange.url}` },
    el('p.wire-line', {}, el('code', {}, `${exchange.method} ${exchange.url}`), ' ',
      el(`span.badge.${exchange.status === 200 ? 'calm' : 'danger'}`, {}, exchange.status || 'no answer'), ' ',
      el('span.muted', {}, seconds(exchange.seconds)), exchange.is_broken ? el('span.badge.danger', {}, 'broke off') : null),
    bodyView('Request', exchange.request),
    exchange.frames ? framesView(exchange) : bodyView('Response', exchange.response));
}

export function bodyView(title, text, isOpen = false) {
  if (!text) return el('p.muted', {}, `${title}: nothing`);
  const code = el('pre.code', { tabindex: 0 }, prettyJson(text));
  let isPretty = true;
  const toggle = el('button.quiet', {
    type: 'button',
    onclick() {
      isPretty = !isPretty;
      code.textContent = isPretty ? prettyJson(text) : text;
      toggle.textContent = isPretty ? 'as it came' : 'indented';
    },
  }, 'as it came');
  return el('details', { open: isOpen }, el('summary', {}, title),
    el('div.code-box', {}, el('div.code-actions', {}, prettyJson(text) === text ? null : toggle, copyButton(() => text)), code));
}

function framesView(exchange) {
  return el('details', {}, el('summary', {}, `Response, ${count(exchange.frames.length, 'event')}`),
    el('div.code-box', {}, el('div.code-actions', {}, copyButton(() => exchange.response)),
      el('ol.frames', { tabindex: 0, 'aria-label': 'Events' }, exchange.frames.map(frame => el('li', {},
        el('span.at', {}, `+${seconds(frame.at)}`), el('code', {}, frame.text))))));
}
