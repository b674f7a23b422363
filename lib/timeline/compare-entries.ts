import { parseJsonText } from '../akpush/json-text';
import { nameArguments } from '../akpush/method-arguments';
import type { Encoded } from '../model/encoded-value';
import type { SessionEntry } from '../model/session';
import { kindLabel } from '../text/kind-label';
import { statusLabel } from '../text/status-label';
import { viewValue } from '../text/value-view';

/** An entry with what is known of it besides. */
export interface Compared {
  entry: SessionEntry;
  /** What came of it, in words; absent for what has no outcome. */
  outcome?: string | undefined;
  /** What it caused, in the order of time. */
  effects: readonly SessionEntry[];
}

/** One thing that both entries are asked for; `undefined` where an entry does not have it. */
export interface ComparedLine {
  name: string;
  first: string | undefined;
  second: string | undefined;
}

/** Questions that a comparison answers, from top to bottom. */
export const comparedParts = ['outcome', 'arguments', 'caused', 'details'] as const;
export type ComparedPart = (typeof comparedParts)[number];

type Lines = Map<string, string>;

/** The most lines of one value: more nobody reads side by side. */
const mostLines = 2_000;

const stepText = (step: string | number): string =>
  typeof step === 'number'
    ? `[${step}]`
    : /^[\p{L}_$][\p{L}\p{N}_$]*$/u.test(step)
      ? `.${step}`
      : `[${JSON.stringify(step)}]`;

/** A value's leaves by their paths, as the tree shows them; text that is JSON as what it says. */
const addLeaves = (lines: Lines, path: string, value: Encoded | undefined): void => {
  if (value === undefined || lines.size >= mostLines) return;
  const parsed = typeof value === 'string' ? parseJsonText(value) : undefined;
  const { type, text, note, members } = viewValue(parsed ?? value);
  if (members && members.length > 0) {
    for (const [step, member] of members) addLeaves(lines, `${path}${stepText(step)}`, member);
    return;
  }
  const shown = members
    ? `${text && `${text} `}${type === 'array' ? '[]' : '{}'}`
    : type === 'string'
      ? JSON.stringify(text)
      : text;
  lines.set(path, note ? `${shown} (${note})` : shown);
};

const causedLines = (effects: readonly SessionEntry[]): Lines => {
  const lines: Lines = new Map();
  for (const effect of effects) {
    const name = `${kindLabel(effect.kind)} ${effect.name}`;
    let unique = name;
    for (let at = 2; lines.has(unique); at++) unique = `${name} (${at})`;
    lines.set(unique, statusLabel(effect));
  }
  return lines;
};

const linesOf = ({ entry, outcome, effects }: Compared): Record<ComparedPart, Lines> => {
  const parts: Record<ComparedPart, Lines> = {
    outcome: new Map(),
    arguments: new Map(),
    caused: causedLines(effects),
    details: new Map(),
  };
  if (outcome) parts.outcome.set('outcome', outcome);
  parts.outcome.set('status', statusLabel(entry));
  parts.details.set('kind', kindLabel(entry.kind));
  parts.details.set('name', entry.name);
  const detail = entry.detail as unknown as Record<string, Encoded | undefined>;
  if (entry.kind !== 'call') {
    for (const [name, value] of Object.entries(detail)) addLeaves(parts.details, name, value);
  } else {
    for (const { name, value } of nameArguments(entry.name, entry.detail.args))
      addLeaves(parts.arguments, name, value);
    const { args: _args, result, error, ...rest } = detail;
    addLeaves(parts.outcome, 'result', result);
    addLeaves(parts.outcome, 'error', error);
    for (const [name, value] of Object.entries(rest)) addLeaves(parts.details, name, value);
  }
  parts.details.set('url', entry.url);
  return parts;
};

/** Two entries side by side, without what tells every entry from every other: numbers and times. */
export const compareEntries = (
  first: Compared,
  second: Compared,
): Record<ComparedPart, readonly ComparedLine[]> => {
  const [a, b] = [linesOf(first), linesOf(second)];
  const linesOfPart = (part: ComparedPart): ComparedLine[] =>
    [...new Set([...a[part].keys(), ...b[part].keys()])].map((name) => ({
      name,
      first: a[part].get(name),
      second: b[part].get(name),
    }));
  return {
    outcome: linesOfPart('outcome'),
    arguments: linesOfPart('arguments'),
    caused: linesOfPart('caused'),
    details: linesOfPart('details'),
  };
};
