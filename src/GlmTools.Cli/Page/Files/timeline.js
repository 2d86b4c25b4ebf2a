// A run as bars on a time axis: a row a turn, below it a row a call, so that what ran at the same time is seen to.
import { arrows, el, fill } from './dom.js';
import { callStep, summary, turnStep } from './step.js';
import { seconds, words } from './text.js';

export function timelineView(run) {
  const span = Math.max(run.seconds, 0.001) * 1.02;
  const detail = el('section.card.detail', { 'aria-label': 'The step', 'aria-live': 'polite' });
  const rows = el('div.rows', { role: 'group', 'aria-label': 'Steps on the time axis' });
  const steps = stepsOf(run);
  fill(rows, axis(span), steps.map(step => row(step, span, () => choose(step))));
  arrows(rows, 'button.row');

  function choose(step) {
    for (const each of steps) each.button.setAttribute('aria-pressed', each === step);
    fill(detail, step.view());
  }

  if (steps.length) choose(steps[0]);
  return el('article.run', {},
    el('header.tool-head', {}, el('h1', {}, run.title || 'A run'), summary(run)),
    run.text ? el('div.said.model', { 'aria-label': 'The answer' }, run.text) : null,
    el('section.card.chart', { 'aria-label': 'Timeline' }, rows, steps.length ? null : el('p.empty', {}, 'Nothing has happened yet.')),
    steps.length ? detail : null);
}

function stepsOf(run) {
  return run.turns.flatMap(turn => [
    {
      kind: turn.failure ? 'failed' : 'turn', name: `Turn ${turn.number}`, note: turn.finish ? words(turn.finish.replace('_', ' ')) : turn.model, start: turn.start, seconds: turn.seconds,
      wait: firstFrame(turn, run), view: () => turnStep(turn, run),
    },
    ...run.calls.filter(call => call.turn === turn.number).map(call => ({
      kind: call.asks ? 'waiting' : call.failed ? 'failed' : call.is_estimated ? 'estimated' : 'call', name: call.name, note: call.asks ? 'waits for approval' : call.failed ? 'failed' : '',
      start: call.start, seconds: call.seconds, isInner: true, view: () => callStep(call),
    })),
  ]);
}

// How long nothing came, of an answer that was streamed.
function firstFrame(turn, run) {
  const exchange = run.exchanges[turn.exchanges.at(-1)];
  return exchange?.frames?.length && turn.seconds ? Math.min(1, (exchange.start + exchange.frames[0].at - turn.start) / turn.seconds) : 0;
}

function row(step, span, choose) {
  const bar = el(`span.fill.${step.kind}`, {});
  place(bar, step.start / span, step.seconds / span);
  if (step.wait > 0) {
    const wait = el('span.wait', { title: 'nothing had come yet' });
    wait.style.setProperty('width', `${step.wait * 100}%`);
    bar.append(wait);
  }
  step.button = el(`button.row${step.isInner ? '.inner' : ''}`, { type: 'button', 'aria-pressed': false, onclick: choose, title: `${step.name}: +${seconds(step.start)}, ${seconds(step.seconds)}` },
    el('span.row-name', {}, el('span.row-title', {}, step.name), el('span.row-note', {}, step.note)),
    el('span.track', {}, bar),
    el('span.row-time', {}, seconds(step.seconds)));
  return step.button;
}

function place(node, from, width) {
  node.style.setProperty('left', `${from * 100}%`);
  node.style.setProperty('width', `${width * 100}%`);
}

// Some five round numbers.
function axis(span) {
  const raw = span / 5;
  const power = 10 ** Math.floor(Math.log10(raw));
  const step = [1, 2, 5, 10].map(each => each * power).find(each => each >= raw);
  const marks = Array.from({ length: Math.floor(span / step) + 1 }, (_, i) => i * step).filter(at => at < span * 0.97);
  return el('div.axis', { 'aria-hidden': 'true' }, el('span', {}), el('span.axis-track', {}, marks.map(at => {
    const mark = el('span.mark', {}, seconds(at));
    mark.style.setProperty('left', `${(at / span) * 100}%`);
    return mark;
  })), el('span', {}));
}
