// JSON without loss: a number that JavaScript would round keeps its text.

export class Literal {
  constructor(text) { this.text = text; }
}

const numberPattern = /^-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?$/;

export const isNumber = text => numberPattern.test(text);

export function parseJson(text) {
  return JSON.parse(text, (key, value, context) =>
    typeof value === 'number' && context?.source !== undefined && String(value) !== context.source ? new Literal(context.source) : value);
}

export function writeJson(value, indent = 2, level = 0) {
  const open = indent ? `\n${' '.repeat(indent * (level + 1))}` : '';
  const close = indent ? `\n${' '.repeat(indent * level)}` : '';
  if (value instanceof Literal) return value.text;
  if (Array.isArray(value)) {
    return value.length ? `[${open}${value.map(item => writeJson(item, indent, level + 1)).join(`,${open}`)}${close}]` : '[]';
  }
  if (value !== null && typeof value === 'object') {
    const members = Object.entries(value).filter(([, member]) => member !== undefined);
    return members.length
      ? `{${open}${members.map(([name, member]) => `${JSON.stringify(name)}:${indent ? ' ' : ''}${writeJson(member, indent, level + 1)}`).join(`,${open}`)}${close}}`
      : '{}';
  }
  return JSON.stringify(value);
}

// Indented where it is JSON, and as it came where it is not.
export function prettyJson(text) {
  try {
    return /^\s*[[{]/.test(text) ? writeJson(parseJson(text)) : text;
  } catch {
    return text;
  }
}

// JSON Pointer (RFC 6901).
export const pointerParts = pointer => pointer.split('/').slice(1).map(part => part.replaceAll('~1', '/').replaceAll('~0', '~'));
