// The runs of this page, or the traffic of the emulator, and files that are opened.
import { arrows, el, fill } from './dom.js';
import { get, post } from './api.js';
import { timelineView } from './timeline.js';
import { clockTime, count, seconds, words } from './text.js';

const pace = 2000;

export function runsPage(about) {
  const file = el('input', { type: 'file', accept: '.json,application/json', hidden: true, 'aria-label': 'A saved run or a cassette', onchange: open });
  const list = el('nav.tool-list', { 'aria-label': 'Runs' });
  const shown = el('section.tool-shown', { 'aria-label': 'The run' });
  const node = el('div.split', {},
    el('aside.side', {}, el('div.side-head', {}, el('button', { type: 'button', onclick: () => file.click() }, 'Open a saved run…'), file), list),
    shown);
  let current = null;
  let known = '';
  arrows(list, 'a');
  if (!about.model) setInterval(() => { if (!node.hidden) show([current]); }, pace);

  async function show([id]) {
    try {
      const runs = await get('api/runs');
      const chosen = runs.find(run => String(run.run) === id) ?? runs[0];
      fill(list, runs.map(run => entry(run, run === chosen)));
      if (!chosen) {
        fill(shown, el('p.empty', {}, 'No run yet. Ask something in the chat, or open a file that glmtools run --save has written.'));
        return;
      }
      current = String(chosen.run);
      // Traffic goes on; what is being read is left alone until there is more of it.
      const state = JSON.stringify(chosen);
      if (state === known) return;
      fill(shown, timelineView(await get(`api/runs/${chosen.run}`)));
      known = state;
    } catch (failure) {
      known = '';
      fill(shown, el('p.problem', {}, failure.message));
    }
  }

  const entry = (run, isChosen) => el('a.tool-link', { href: `#runs/${run.run}`, 'aria-current': isChosen ? 'page' : null },
    el('span.tool-link-name', {}, run.title || 'a run'),
    el('span.tool-link-text', {}, [clockTime(run.started_at), run.stop && words(run.stop), seconds(run.seconds), count(run.turns, 'turn'), count(run.calls, 'call')].filter(Boolean).join(' · ')));

  async function open() {
    try {
      const { run } = await post('api/runs', await file.files[0].text());
      location.hash = `#runs/${run}`;
    } catch (failure) {
      known = '';
      fill(shown, el('p.problem', { role: 'alert' }, `${file.files[0].name}: ${failure.message}`));
    }
    file.value = '';
  }

  return { node, show };
}
