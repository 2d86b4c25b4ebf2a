// Reads the schemas GlmTools writes: one plain type a value, unions as anyOf of objects, $ref only for what contains itself.

export function resolve(schema, root) {
  if (!schema?.$ref) return schema ?? {};
  const target = root.$defs?.[schema.$ref.replace('#/$defs/', '')] ?? {};
  return schema.description ? { ...target, description: schema.description } : target;
}

export function kindOf(schema) {
  if (schema.anyOf) return 'union';
  if (schema.enum) return 'enum';
  if (schema.type === 'object') return schema.properties ? 'object' : schema.additionalProperties ? 'dictionary' : 'any';
  return { array: 'list', string: 'text', integer: 'number', number: 'number', boolean: 'boolean' }[schema.type] ?? 'any';
}

// The member that tells the cases of a union apart, and what it is in each.
export function discriminator(union) {
  const names = Object.keys(union.anyOf[0].properties ?? {});
  const name = names.find(each => union.anyOf.every(one => one.properties?.[each]?.enum?.length === 1));
  return name && { name, values: union.anyOf.map(one => one.properties[name].enum[0]) };
}

export function typeName(schema, root) {
  const own = resolve(schema, root);
  switch (kindOf(own)) {
    case 'list': return `${typeName(own.items ?? {}, root)}[]`;
    case 'dictionary': return `{ ${own.propertyNames?.enum ? own.propertyNames.enum.join(' | ') : 'key'}: ${typeName(own.additionalProperties, root)} }`;
    case 'union': return discriminator(own)?.values.join(' | ') ?? 'one of several';
    case 'enum': return 'enum';
    case 'any': return own.type ?? 'anything';
    default: return own.format ?? (own.contentEncoding ? own.contentEncoding : own.type);
  }
}

export function rulesOf(schema) {
  const rules = [];
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum } = schema;
  if (minimum !== undefined) rules.push(`≥ ${minimum}`);
  if (exclusiveMinimum !== undefined) rules.push(`> ${exclusiveMinimum}`);
  if (maximum !== undefined) rules.push(`≤ ${maximum}`);
  if (exclusiveMaximum !== undefined) rules.push(`< ${exclusiveMaximum}`);
  for (const [noun, unit] of [['Length', 'characters'], ['Items', 'items'], ['Properties', 'entries']]) {
    const [least, most] = [schema[`min${noun}`], schema[`max${noun}`]];
    if (least !== undefined || most !== undefined) rules.push(least === most ? `exactly ${least} ${unit}` : most === undefined ? `at least ${least} ${unit}` : `${least ?? 0} to ${most} ${unit}`);
  }
  if (schema.pattern) rules.push(schema.pattern);
  if (schema.enum) rules.push(schema.enum.map(value => typeof value === 'string' ? value : JSON.stringify(value)).join(' | '));
  if (schema.not?.enum) rules.push(`not ${schema.not.enum.map(value => JSON.stringify(value)).join(', ')}`);
  if (schema.default !== undefined) rules.push(`default ${JSON.stringify(schema.default)}`);
  return rules;
}

// A row an argument, what is inside of it below.
export function schemaRows(root) {
  const rows = [];
  add(root, 0, new Set());
  return rows;

  function add(schema, level, seen) {
    for (const [name, member] of Object.entries(schema.properties ?? {})) row(name, member, level, (schema.required ?? []).includes(name), seen);
  }

  function row(name, member, level, required, seen) {
    const own = resolve(member, root);
    const inner = seen.has(own) ? null : own;
    rows.push({ name, level, required, type: typeName(member, root), description: own.description ?? '', rules: [...rulesOf(own), ...(inner ? [] : ['as above, nested'])] });
    if (inner) nested(own, level + 1, new Set(seen).add(own));
  }

  function nested(schema, level, seen) {
    switch (kindOf(schema)) {
      case 'object': return add(schema, level, seen);
      case 'list': return item(schema.items, level, seen);
      case 'dictionary': return item(schema.additionalProperties, level, seen);
      case 'union': {
        const cases = discriminator(schema);
        schema.anyOf.forEach((one, i) => {
          rows.push({ name: cases?.values[i] ?? `case ${i + 1}`, level, required: false, type: 'case', description: one.description ?? '', rules: [] });
          add({ ...one, properties: Object.fromEntries(Object.entries(one.properties ?? {}).filter(([name]) => name !== cases?.name)) }, level + 1, seen);
        });
      }
    }
  }

  function item(schema, level, seen) {
    const own = resolve(schema ?? {}, root);
    if (seen.has(own)) return;
    if (kindOf(own) === 'enum') rows.push({ name: 'each', level, required: false, type: 'enum', description: '', rules: rulesOf(own) });
    else nested(own, level, new Set(seen).add(own));
  }
}
