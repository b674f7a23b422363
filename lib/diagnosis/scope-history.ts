import { fieldsOf, textOf } from '../model/encoded-value';
import type { SessionEntry } from '../model/session';
import type { EpochMs } from '../model/time';
import type { DiagnosisInput } from './diagnosis-input';

/** A script that had a scope, or was to have it. */
export interface Sighting {
  script: string;
  /** When it was seen first, milliseconds since the epoch. */
  at: EpochMs;
  /** The entry that tells it; absent where a reading of the state does. */
  entry?: SessionEntry;
}

const resolve = (url: string, base: string): string | undefined =>
  URL.canParse(url, base) ? new URL(url, base).href : undefined;

const fromEntries = ({ of }: DiagnosisInput, scope: string): Sighting[] =>
  of('worker', 'register', 'installing', 'active').flatMap((entry): Sighting[] => {
    const { detail, url, time, status } = entry;
    const script = typeof detail.script === 'string' ? resolve(detail.script, url) : undefined;
    if (script === undefined || status === 'failed') return [];
    const asked = textOf(fieldsOf(detail.options).scope);
    const its = detail.scope ?? resolve(asked ?? './', asked === undefined ? script : url);
    return its === scope ? [{ script, at: time, entry }] : [];
  });

const fromReadings = ({ session }: DiagnosisInput, scope: string): Sighting[] => {
  let before: readonly string[] = [];
  return session.readings.flatMap(({ value, from }): Sighting[] => {
    const found =
      'ok' in value.workers
        ? value.workers.ok.registrations.find((each) => each.scope === scope)
        : undefined;
    const scripts = [found?.active, found?.waiting, found?.installing].flatMap(
      (worker) => worker?.scriptURL ?? [],
    );
    // While one takes another's place both are read again and again: each comes once.
    const come = scripts.filter((script) => !before.includes(script));
    before = scripts;
    return come.map((script) => ({ script, at: from }));
  });
};

/** The scripts that a scope has had in this session, in their order: entries of the page that is shown, readings of pages before it too. */
export const scopeHistory = (input: DiagnosisInput, scope: string): readonly Sighting[] =>
  [...fromEntries(input, scope), ...fromReadings(input, scope)].sort((a, b) => a.at - b.at);
