import { Problem } from '#contract/problems.ts';

const utf8 = new TextDecoder('utf-8', { fatal: true });

const MAX_DEPTH = 60; // our deepest document has nine levels
const MAX_FIELDS = 1000; // of one object; the largest of ours has 500
const MAX_VALUES = 100_000; // in all: beyond that, only to say what is wrong with them would hold everybody up

/**
 * Reads a JSON body; an empty one counts as `{}`.
 *
 * @throws Problem `malformed_json`; `invalid_input` for what could not be stored or walked: NUL, half a surrogate pair, a
 *   well of brackets, more than anybody means, a name that means something to the language
 */
export function readJson(body: Uint8Array): unknown {
  let text: string;
  let value: unknown;
  try {
    text = utf8.decode(body);
    if (text.trim() === '') return {};
    value = JSON.parse(text);
  } catch (cause) {
    throw new Problem('malformed_json', {}, { cause });
  }
  const fault = faultOf(value);
  if (fault !== null) throw new Problem('invalid_input', { reason: fault });
  return value;
}

/** Why a value of JSON cannot be taken, null where it can. Without recursion: how deep it goes is the sender's choice. */
export function faultOf(value: unknown): string | null {
  let level = [value];
  let values = 0;
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > MAX_DEPTH) return `it is nested deeper than ${MAX_DEPTH} levels`;
    const next: unknown[] = [];
    values += level.length;
    if (values > MAX_VALUES) return `it holds more than ${MAX_VALUES} values`;
    for (const item of level) {
      if (typeof item === 'string') {
        const fault = textFault(item);
        if (fault !== null) return fault;
      } else if (Array.isArray(item)) for (const one of item) next.push(one);
      else if (item !== null && typeof item === 'object') {
        const fields = Object.entries(item);
        if (fields.length > MAX_FIELDS) return `an object in it has more than ${MAX_FIELDS} fields`;
        for (const [name, one] of fields) {
          if (name === '__proto__') return 'no field is called __proto__';
          const fault = textFault(name);
          if (fault !== null) return fault;
          next.push(one);
        }
      }
    }
    level = next;
  }
  return null;
}

/** PostgreSQL's text has no place for either, and nothing anybody means is written with them. */
function textFault(text: string): string | null {
  if (text.includes('\u0000')) return 'a text holds a NUL character';
  return text.isWellFormed() ? null : 'a text holds half a character (a lone surrogate)';
}
