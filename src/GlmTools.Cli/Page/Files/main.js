// The parts of the page, one a tab; the address says which.
import { el, fill } from './dom.js';
import { get } from './api.js';
import { toolsPage } from './tools.js';
import { chatPage } from './chat.js';
import { runsPage } from './runs.js';

const main = document.getElementById('main');
const about = await get('api/about');
const parts = [
  about.has_tools && { name: 'tools', title: 'Tools', page: toolsPage() },
  about.model && { name: 'chat', title: 'Chat', page: chatPage(about) },
  { name: 'runs', title: about.model ? 'Runs' : 'Traffic', page: runsPage(about) },
].filter(Boolean);

document.title = `${about.title} - glmtools`;
document.getElementById('title').textContent = about.title;
document.getElementById('service').textContent = !about.model ? '' : about.is_offline ? `${about.model}, emulated` : about.model;
const tabs = document.getElementById('tabs');
fill(tabs, parts.map(part => el('a', { href: `#${part.name}` }, part.title)));
fill(main, parts.map(part => part.page.node));

function show() {
  const [name, ...rest] = location.hash.slice(1).split('/');
  const chosen = parts.find(part => part.name === name) ?? parts[0];
  parts.forEach((part, i) => {
    part.page.node.hidden = part !== chosen;
    tabs.children[i].toggleAttribute('aria-current', false);
    if (part === chosen) tabs.children[i].setAttribute('aria-current', 'page');
  });
  chosen.page.show(rest.map(decodeURIComponent));
}

addEventListener('hashchange', show);
show();
