// Elements are only ever made of text nodes and attributes: nothing a model or a tool says becomes markup.

// el('button.primary', { type: 'button', onclick: f }, 'Call', [more])
export function el(what, attributes = {}, ...children) {
  const [tag, ...classes] = what.split('.');
  const node = document.createElement(tag || 'div');
  if (classes.length) node.classList.add(...classes);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith('on')) node.addEventListener(name.slice(2), value);
    else if (name === 'value') node.value = value;
    else node.setAttribute(name, value === true ? '' : String(value));
  }
  node.append(...children.flat(Infinity).filter(child => child !== null && child !== undefined && child !== false));
  return node;
}

export function fill(node, ...children) {
  node.replaceChildren(...children.flat(Infinity).filter(child => child !== null && child !== undefined && child !== false));
  return node;
}

let lastId = 0;
export const newId = prefix => `${prefix}-${++lastId}`;

export function copyButton(text, label = 'Copy') {
  const button = el('button.quiet.copy', { type: 'button', onclick: copy }, label);
  async function copy() {
    try {
      await navigator.clipboard.writeText(text());
      button.textContent = 'Copied';
    } catch {
      button.textContent = 'Not allowed';
    }
    setTimeout(() => { button.textContent = label; }, 1500);
  }
  return button;
}

// A list of buttons of which one is pressed; the arrow keys move between them.
export function arrows(container, selector) {
  container.addEventListener('keydown', event => {
    const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
    const all = [...container.querySelectorAll(selector)].filter(node => !node.hidden && node.offsetParent !== null);
    const at = all.indexOf(event.target);
    if (!step || at < 0) return;
    event.preventDefault();
    all[(at + step + all.length) % all.length].focus();
  });
}
