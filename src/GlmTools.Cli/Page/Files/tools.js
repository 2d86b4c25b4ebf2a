// The list of tools, with a search, and the one that is looked at.
import { arrows, el, fill } from './dom.js';
import { get } from './api.js';
import { toolView } from './tool.js';
import { count, effectName } from './text.js';

export function toolsPage() {
  const views = new Map();
  const links = [];
  const search = el('input', { type: 'search', placeholder: 'Search tools', 'aria-label': 'Search tools', oninput: filter });
  const tally = el('p.tally', { role: 'status' });
  const list = el('nav.tool-list', { 'aria-label': 'Tools' });
  const shown = el('section.tool-shown', { 'aria-label': 'The tool' });
  const node = el('div.split', {}, el('aside.side', {}, el('div.side-head', {}, search, tally), list), shown);
  let sets = null;
  arrows(list, 'a');

  async function load() {
    sets = (await get('api/tools')).sets;
    fill(list, sets.map(set => [el('h2.set-name', { title: set.name }, set.name), set.tools.map(link)]));
    filter();
  }

  function link(tool) {
    const anchor = el('a.tool-link', { href: `#tools/${encodeURIComponent(tool.id)}` },
      el('span.tool-link-name', {}, tool.name),
      tool.effect === 'destructive' || tool.requires_approval ? el('span.dot', { title: tool.requires_approval ? 'asks before it is called' : effectName(tool.effect) }) : null,
      el('span.tool-link-text', {}, tool.description.split('\n')[0]));
    links.push({ tool, anchor, text: `${tool.name} ${tool.description}`.toLowerCase() });
    return anchor;
  }

  function filter() {
    const wanted = search.value.toLowerCase().split(/\s+/).filter(Boolean);
    for (const { anchor, text } of links) anchor.hidden = !wanted.every(word => text.includes(word));
    for (const heading of list.querySelectorAll('h2')) {
      let next = heading.nextElementSibling;
      while (next && next.tagName === 'A' && next.hidden) next = next.nextElementSibling;
      heading.hidden = !next || next.tagName !== 'A';
    }
    const visible = links.filter(({ anchor }) => !anchor.hidden).length;
    tally.textContent = wanted.length ? `${visible} of ${count(links.length, 'tool')}` : count(links.length, 'tool');
  }

  async function show([id]) {
    try {
      if (!sets) await load();
    } catch (failure) {
      fill(shown, el('p.problem', {}, failure.message));
      return;
    }
    const chosen = links.find(({ tool }) => tool.id === id) ?? links[0];
    if (!chosen) {
      fill(shown, el('p.empty', {}, 'There are no tools. Put [GlmTool] on a method.'));
      return;
    }
    for (const { anchor } of links) anchor.removeAttribute('aria-current');
    chosen.anchor.setAttribute('aria-current', 'page');
    if (!views.has(chosen.tool.id)) views.set(chosen.tool.id, toolView(chosen.tool));
    fill(shown, views.get(chosen.tool.id));
  }

  return { node, show };
}
