// Fields for single values. A field: { node, get, set, at, tell } - get gives undefined for what is left out, at finds the field a
// JSON Pointer leads to, tell shows what is wrong there.
import { el, fill, newId } from './dom.js';
import { isNumber, Literal, parseJson, writeJson } from './json.js';
import { kindOf, rulesOf, typeName } from './schema.js';

const examples = {
  date: '2026-03-01', 'date-time': '2026-03-01T08:00:00Z', time: '08:00:00', duration: 'P1DT2H', uuid: '01234567-89ab-cdef-0123-456789abcdef', uri: 'https://example.org', email: 'li@example.org',
};

const current = {
  date: () => new Date().toISOString().slice(0, 10),
  'date-time': () => new Date().toISOString().replace(/\.\d+/, ''),
  time: () => new Date().toISOString().slice(11, 19),
  uuid: () => crypto.randomUUID(),
};

// What stands around any field: its name, what it means, and what is wrong with it.
export function frame(schema, root, options, control, extra = null) {
  const id = newId('field');
  const problem = el('p.problem', { id: `${id}-problem`, role: 'status' });
  const rules = kindOf(schema) === 'enum' ? [] : rulesOf(schema);
  const hint = [schema.description, ...rules].filter(Boolean).join(' · ');
  const title = el(options.isGroup ? 'span.label' : 'label.label', { for: options.isGroup ? null : id, id: `${id}-label` }, options.label, options.required && !options.isItem ? el('span.required', { title: 'required' }, '*') : null, el('code.type', {}, typeName(schema, root)));
  const target = options.isGroup ? null : control;
  if (target) {
    target.id = id;
    target.setAttribute('aria-describedby', `${id}-problem`);
  }
  const node = el(`div.field${options.isGroup ? '.group' : ''}`, options.isGroup ? { role: 'group', 'aria-labelledby': `${id}-label` } : {},
    el('div.field-head', {}, title, extra), hint ? el('p.hint', {}, hint) : null, control, problem);
  return {
    node,
    name: title.firstChild,
    tell(messages) {
      problem.textContent = messages.join('\n');
      node.classList.toggle('wrong', messages.length > 0);
      if (target) target.setAttribute('aria-invalid', messages.length > 0);
    },
  };
}

function leaf(schema, root, options, control, read, write, extra) {
  const around = frame(schema, root, options, control, extra);
  let isTouched = options.isItem === true;
  control.addEventListener('input', () => {
    isTouched = true;
    options.changed();
  });
  return {
    ...around,
    get: () => control.value === '' ? (isTouched && options.required && kindOf(schema) === 'text' ? '' : undefined) : read(control.value),
    set(value) {
      isTouched = options.isItem === true || value !== undefined;
      control.value = value === undefined ? '' : write(value);
    },
    at() { return this; },
  };
}

const asText = value => typeof value === 'string' ? value : writeJson(value, 0);

function placeholder(schema) {
  if (schema.default !== undefined) return `default: ${asText(schema.default)}`;
  return examples[schema.format] ? `such as ${examples[schema.format]}` : schema.contentEncoding === 'base64' ? 'base64, such as aGk=' : '';
}

export function textField(schema, root, options) {
  const control = el(schema.format ? 'input' : 'textarea', { rows: 1, spellcheck: 'false', autocomplete: 'off', placeholder: placeholder(schema) });
  const button = current[schema.format] && el('button.quiet', {
    type: 'button',
    onclick() {
      control.value = current[schema.format]();
      control.dispatchEvent(new Event('input'));
    },
  }, { date: 'today', uuid: 'new' }[schema.format] ?? 'now');
  return leaf(schema, root, options, control, text => text, asText, button);
}

export function numberField(schema, root, options) {
  const control = el('input', { inputmode: schema.type === 'integer' ? 'numeric' : 'decimal', autocomplete: 'off', placeholder: placeholder(schema) });
  return leaf(schema, root, options, control, text => isNumber(text.trim()) ? new Literal(text.trim()) : text, asText);
}

// Anything that is JSON; what is none is a string.
export function anyField(schema, root, options) {
  const control = el('textarea.mono', { rows: 2, spellcheck: 'false', placeholder: 'any JSON' });
  const read = text => {
    try {
      return parseJson(text);
    } catch {
      return text;
    }
  };
  return leaf(schema, root, options, control, read, value => writeJson(value));
}

export const booleanField = (schema, root, options) => choice(schema, root, options, [true, false]);

export const enumField = (schema, root, options) => choice(schema, root, options, schema.enum);

function choice(schema, root, options, values) {
  const control = el('select', {});
  const known = [...values];
  const show = () => fill(control,
    el('option', { value: '' }, options.required ? 'choose' : schema.default !== undefined ? `default: ${asText(schema.default)}` : 'left out'),
    known.map((value, i) => el('option', { value: i }, asText(value))));
  show();
  const field = leaf(schema, root, options, control, index => known[Number(index)], value => {
    const text = asText(value);
    let index = known.findIndex(each => asText(each) === text);
    // What the schema does not know is shown as it came, so that it can be seen and mended.
    if (index < 0) {
      index = known.push(value) - 1;
      show();
    }
    return String(index);
  });
  control.value = '';
  return field;
}
