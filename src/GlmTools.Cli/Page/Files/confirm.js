// Asks before something is done that cannot be undone. Escape is a no.
import { el } from './dom.js';

export function confirmed(tool, question) {
  return new Promise(resolve => {
    const dialog = el('dialog', { 'aria-label': `Call ${tool}?` },
      el('h2', {}, `Call ${tool}?`),
      el('p.question', {}, question),
      el('div.actions', {},
        el('button', { type: 'button', onclick: () => dialog.close('no') }, 'No'),
        el('button.primary', { type: 'button', onclick: () => dialog.close('yes') }, 'Yes, call it')));
    dialog.addEventListener('close', () => {
      dialog.remove();
      resolve(dialog.returnValue === 'yes');
    });
    document.body.append(dialog);
    dialog.showModal();
  });
}
