// A form for a schema: fields within fields.
import { el, fill } from './dom.js';
import { anyField, booleanField, enumField, frame, numberField, textField } from './fields.js';
import { discriminator, kindOf, resolve } from './schema.js';

const makers = {
  text: textField, number: numberField, boolean: booleanField, enum: enumField, any: anyField, object: objectField, list: listField, dictionary: dictionaryField, union: unionField,
};

export function makeField(schema, root, options) {
  const own = resolve(schema, root);
  return makers[kindOf(own) === 'union' && !discriminator(own) ? 'any' : kindOf(own)](own, root, options);
}

// The fields of the arguments as a whole, without a frame around them.
export function makeForm(schema, changed) {
  const inner = members(schema, schema, changed);
  const problem = el('p.problem', { role: 'status' });
  return {
    node: el('div.form', {}, inner.node, problem),
    get: inner.get,
    set: value => inner.set(isObject(value) ? value : {}),
    at(parts) { return inner.at(parts) ?? this; },
    tell(messages) { problem.textContent = messages.join('\n'); },
    all: inner.all,
  };
}

const isObject = value => value !== null && typeof value === 'object' && !Array.isArray(value);

const addButton = (text, action) => el('button.quiet', { type: 'button', onclick: action }, text);

function members(schema, root, changed, hidden) {
  const fields = new Map(Object.entries(schema.properties ?? {}).filter(([name]) => name !== hidden).map(([name, member]) =>
    [name, makeField(member, root, { label: name, required: (schema.required ?? []).includes(name), changed })]));
  // What the schema does not know stays as it came.
  let others = {};
  return {
    node: el('div.members', {}, [...fields.values()].map(field => field.node)),
    get() {
      const value = { ...others };
      for (const [name, field] of fields) {
        const member = field.get();
        if (member !== undefined) value[name] = member;
      }
      return value;
    },
    set(value) {
      others = Object.fromEntries(Object.entries(value).filter(([name]) => !fields.has(name) && name !== hidden));
      for (const [name, field] of fields) field.set(value[name]);
    },
    at: ([name, ...rest]) => fields.get(name)?.at(rest),
    all: () => [...fields.values()].flatMap(field => [field, ...(field.all?.() ?? [])]),
  };
}

function objectField(schema, root, options) {
  // Made when it is wanted, because a type may contain itself.
  let inner = null;
  const body = el('div.nested', {});
  const toggle = addButton('add', () => {
    give(inner ? undefined : {});
    options.changed();
  });
  const around = frame(schema, root, { ...options, isGroup: true }, body, options.required ? null : toggle);
  function give(value) {
    if (value === undefined && !options.required) inner = null;
    else inner ??= members(schema, root, options.changed);
    fill(body, inner?.node);
    toggle.textContent = inner ? 'remove' : 'add';
    inner?.set(isObject(value) ? value : {});
  }
  give(undefined);
  return {
    ...around,
    get: () => inner?.get(),
    set: give,
    at(parts) { return inner?.at(parts) ?? this; },
    all: () => inner?.all() ?? [],
  };
}

function listField(schema, root, options) {
  let items = [];
  let isGiven = false;
  const body = el('div.nested', {});
  const around = frame(schema, root, { ...options, isGroup: true }, body, addButton('add', () => {
    add(undefined);
    body.lastElementChild?.querySelector('input, select, textarea')?.focus();
    options.changed();
  }));
  function add(value) {
    isGiven = true;
    const field = makeField(schema.items ?? {}, root, { label: '', required: true, isItem: true, changed: options.changed });
    const row = { field, node: el('div.item', {}, field.node) };
    row.node.append(el('button.quiet.remove', { type: 'button', 'aria-label': 'remove', onclick: () => remove(row) }, '×'));
    field.set(value);
    items.push(row);
    body.append(row.node);
    number();
  }
  function remove(row) {
    items = items.filter(each => each !== row);
    row.node.remove();
    number();
    options.changed();
  }
  const number = () => items.forEach(({ field }, i) => { field.name.textContent = `${i + 1}. `; });
  return {
    ...around,
    get: () => isGiven || options.required ? items.map(({ field }) => field.get() ?? null) : undefined,
    set(value) {
      items = [];
      body.replaceChildren();
      isGiven = value !== undefined;
      if (Array.isArray(value)) value.forEach(add);
    },
    at([index, ...rest]) { return items[index]?.field.at(rest) ?? this; },
    all: () => items.flatMap(({ field }) => [field, ...(field.all?.() ?? [])]),
  };
}

function dictionaryField(schema, root, options) {
  let rows = [];
  let isGiven = false;
  const keys = schema.propertyNames?.enum;
  const body = el('div.nested', {});
  const around = frame(schema, root, { ...options, isGroup: true }, body, addButton('add', () => {
    add(keys?.find(key => !rows.some(row => row.key.value === key)) ?? '', undefined);
    body.lastElementChild?.querySelector('input, select')?.focus();
    options.changed();
  }));
  function add(name, value) {
    isGiven = true;
    const key = keys?.includes(name)
      ? el('select', { 'aria-label': 'key' }, keys.map(each => el('option', { value: each }, each)))
      : el('input', { 'aria-label': 'key', placeholder: 'key' });
    key.value = name;
    key.addEventListener('input', options.changed);
    const field = makeField(schema.additionalProperties, root, { label: 'value', required: true, isItem: true, changed: options.changed });
    field.set(value);
    const row = { key, field, node: el('div.item.entry', {}, el('div.key', {}, key), field.node) };
    row.node.append(el('button.quiet.remove', {
      type: 'button',
      'aria-label': 'remove',
      onclick() {
        rows = rows.filter(each => each !== row);
        row.node.remove();
        options.changed();
      },
    }, '×'));
    rows.push(row);
    body.append(row.node);
  }
  return {
    ...around,
    get: () => isGiven || options.required ? Object.fromEntries(rows.map(({ key, field }) => [key.value, field.get() ?? null])) : undefined,
    set(value) {
      rows = [];
      body.replaceChildren();
      isGiven = value !== undefined;
      if (isObject(value)) for (const [name, item] of Object.entries(value)) add(name, item);
    },
    at([name, ...rest]) { return rows.find(({ key }) => key.value === name)?.field.at(rest) ?? this; },
    all: () => rows.flatMap(({ field }) => [field, ...(field.all?.() ?? [])]),
  };
}

function unionField(schema, root, options) {
  const { name, values } = discriminator(schema);
  let inner = null;
  const body = el('div.nested', {});
  const select = el('select', { 'aria-label': `${options.label} ${name}` }, el('option', { value: '' }, options.required ? 'choose' : 'left out'), values.map((value, i) => el('option', { value: i }, value)));
  select.addEventListener('input', () => {
    choose({});
    options.changed();
  });
  const around = frame(schema, root, { ...options, isGroup: true }, el('div', {}, select, body));
  function choose(value) {
    inner = select.value === '' ? null : members(schema.anyOf[Number(select.value)], root, options.changed, name);
    fill(body, inner?.node);
    inner?.set(value);
  }
  return {
    ...around,
    get: () => inner ? { [name]: values[Number(select.value)], ...inner.get() } : undefined,
    set(value) {
      const index = isObject(value) ? values.indexOf(value[name]) : -1;
      select.value = index < 0 ? '' : String(index);
      choose(isObject(value) ? value : {});
    },
    at(parts) { return inner?.at(parts) ?? this; },
    all: () => inner?.all() ?? [],
  };
}
