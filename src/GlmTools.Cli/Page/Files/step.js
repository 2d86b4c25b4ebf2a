// A step of a run, with all that is known of it.
import { el } from './dom.js';
import { grouped, seconds, words } from './text.js';
import { bodyView, wireView } from './wire.js';

const facts = rows => el('dl.facts', {}, rows.filter(([, value]) => value !== null && value !== undefined && value !== '')
  .map(([name, value]) => el('div', {}, el('dt', {}, name), el('dd', {}, value))));

const said = (title, text, kind = '') => text ? [el('h3', {}, title), el(`div.said${kind}`, {}, text)] : null;

const inner = (title, children) => el('div.step', {}, el('h2', {}, title), children);

export function turnStep(turn, run) {
  const { tokens } = turn;
  return inner(`Turn ${turn.number}`, [
    facts([
      ['Model', turn.model], ['Began', `+${seconds(turn.start)}`], ['Took', seconds(turn.seconds)], ['Finish reason', turn.finish],
      ['Tokens', `${grouped(tokens.prompt)} in, ${grouped(tokens.completion)} out`],
      ['Cached', tokens.cached ? grouped(tokens.cached) : ''], ['Reasoning', tokens.reasoning ? grouped(tokens.reasoning) : ''], ['Cost', turn.cost],
    ]),
    turn.failure ? el('p.problem', {}, turn.failure) : null,
    said('Reasoning', turn.reasoning, '.reasoning'),
    said('Text', turn.text, '.model'),
    turn.exchanges.length ? [el('h3', {}, 'On the wire'), turn.exchanges.map(index => wireView(run.exchanges[index]))] : el('p.muted', {}, 'Nobody recorded what went over the wire.'),
  ]);
}

export function callStep(call) {
  return inner(call.name, [
    facts([
      ['State', call.asks ? 'waits for approval' : call.failed ? 'failed' : call.result === undefined ? 'no result' : 'done'], ['Called in', `turn ${call.turn}`],
      ['Began', `+${seconds(call.start)}`], ['Took', call.is_estimated ? `at most ${seconds(call.seconds)}` : seconds(call.seconds)], ['Id', call.id],
    ]),
    call.asks ? el('p.question', {}, call.asks) : null,
    bodyView('Arguments, as the model wrote them', call.arguments, true),
    call.result === undefined ? null : bodyView('Result, as the model was told', call.result, true),
  ]);
}

export function summary(run) {
  const { tokens } = run;
  return el('ul.tiles', { 'aria-label': 'The run' }, [
    ['Ended', run.stop ? words(run.stop) : ''], ['Took', seconds(run.seconds)], ['Turns', run.turns.length], ['Calls', run.calls.length],
    ['Tokens in', grouped(tokens.prompt) + (tokens.cached ? `, ${grouped(tokens.cached)} cached` : '')], ['Tokens out', grouped(tokens.completion)], ['Cost', run.cost ?? ''],
  ].filter(([, value]) => value !== '').map(([name, value]) => el('li', {}, el('span.tile-name', {}, name), el('span.tile-value', {}, value))));
}
