// One tool: what a model sees of it, and a call.
import { copyButton, el } from './dom.js';
import { callPanel } from './call.js';
import { prettyJson } from './json.js';
import { schemaRows } from './schema.js';
import { count, effectName } from './text.js';

export function toolView(tool) {
  return el('article.tool', {},
    el('header.tool-head', {},
      el('h1', {}, tool.name),
      el('p.tool-text', {}, tool.description),
      el('ul.badges', {}, badges(tool).map(([text, kind]) => el(`li.badge${kind ? `.${kind}` : ''}`, {}, text)))),
    el('div.columns', {},
      callPanel(tool),
      el('section.card', { 'aria-label': 'Schema' },
        el('h2', {}, 'What the model sees'),
        table(tool),
        el('details', {},
          el('summary', {}, `Definition as it goes over the wire, ${count(tool.bytes, 'byte')}`),
          el('div.code-box', {}, copyButton(() => tool.definition), el('pre.code', { tabindex: 0 }, prettyJson(tool.definition)))),
        el('p.fingerprint', {}, 'Fingerprint ', el('code', {}, tool.fingerprint)))));
}

function badges(tool) {
  return [
    tool.effect !== 'unspecified' && [effectName(tool.effect), tool.effect === 'destructive' ? 'danger' : tool.effect === 'read_only' ? 'calm' : ''],
    tool.requires_approval && ['asks first', 'warn'],
    [tool.timeout_seconds ? `at most ${tool.timeout_seconds} s` : 'no time limit of its own'],
    tool.exclusive !== undefined && tool.exclusive !== null && [`exclusive: ${tool.exclusive || 'all'}`],
    tool.max_result_length > 0 && [`result cut at ${tool.max_result_length} characters`],
    [`~${count(tool.tokens, 'token')} in every request`],
  ].filter(Boolean);
}

function table(tool) {
  const rows = schemaRows(tool.schema);
  if (!rows.length) return el('p.empty', {}, 'It takes no arguments.');
  return el('div.table-box', {}, el('table', {},
    el('thead', {}, el('tr', {}, ['Argument', 'Type', 'Meaning'].map(name => el('th', { scope: 'col' }, name)))),
    el('tbody', {}, rows.map(row => {
      const name = el('th.argument', { scope: 'row' }, el('code', {}, row.name), row.required ? el('span.required', { title: 'required' }, '*') : null);
      name.style.setProperty('--level', row.level);
      return el('tr', {}, name, el('td', {}, el('code.type', {}, row.type)),
        el('td', {}, row.description, row.rules.map(rule => el('span.rule', {}, rule))));
    }))));
}
