import { exportSession } from '../../lib/formats/export-session';
import { readSessionText } from '../../lib/formats/read-session-file';
import { toSession } from '../../lib/formats/to-session';
import type { Session } from '../../lib/model/session';
import { readFilter } from '../../lib/timeline/filter';
import { buildRows } from '../../lib/timeline/rows';
import { searchableLowerText } from '../../lib/timeline/searchable-text';
import { makeLargeSession } from '../../test/support/make-session';
import { provideEnglish } from '../provide-english';
import type { Line } from './report';
import { median, noise } from './stats';

const about = { extension: 'bench', browser: 'bench' };

const timed = <T>(act: () => T): [number, T] => {
  const begin = performance.now();
  const result = act();
  return [performance.now() - begin, result];
};

const rowsOf = (session: Session, text: string) =>
  buildRows(session.pages, session.entries, {
    filter: readFilter(text),
    hiddenKinds: [],
    folded: new Set(),
  });

/** What sessions of 50,000 entries take: to be given away, to be opened, to be searched. In Node, which runs Chromium's engine. */
export const measureSessions = (rounds: number): Line[] => {
  provideEnglish();
  const session = makeLargeSession(50_000);
  const times = {
    redacted: [] as number[],
    whole: [] as number[],
    opened: [] as number[],
    filtered: [] as number[],
    searched: [] as number[],
  };
  // The panel prepares the texts while nobody waits.
  for (const entry of session.entries) searchableLowerText(entry);
  let size = 0;
  let memory = 0;
  for (let round = 0; round < Math.max(3, Math.ceil(rounds / 5)); round++) {
    const [redacted] = timed(() =>
      exportSession(session, { format: 'session', withSecrets: false, about }),
    );
    const [whole, file] = timed(() =>
      exportSession(session, { format: 'session', withSecrets: true, about }),
    );
    const before = process.memoryUsage().heapUsed;
    const [opened, read] = timed(() => toSession(readSessionText(file.text)));
    memory = Math.max(memory, process.memoryUsage().heapUsed - before);
    if (read.entries.length !== 50_000) throw new Error('Entries are missing');
    size = file.text.length;
    times.redacted.push(redacted);
    times.whole.push(whole);
    times.opened.push(opened);
  }
  for (let round = 0; round < rounds; round++) {
    times.filtered.push(timed(() => rowsOf(session, `kazan${round}`))[0]);
    const wanted = `anna${round}`;
    times.searched.push(
      timed(() => session.entries.filter((each) => searchableLowerText(each).includes(wanted)))[0],
    );
  }
  const line = (what: string, values: readonly number[], goal?: number): Line => ({
    what,
    value: median(values),
    noise: noise(values),
    unit: 'ms',
    ...(goal !== undefined && { goal }),
  });
  return [
    line('search over 50,000 entries', times.searched, 100),
    line('filter over 50,000 entries', times.filtered, 100),
    line('export of 50,000 entries, redacted', times.redacted),
    line('export of 50,000 entries, with sensitive data', times.whole),
    line('import of 50,000 entries', times.opened),
    { what: 'session file of 50,000 entries', value: size / 1e6, unit: 'MB' },
    { what: 'heap of an import, at most', value: memory / 1e6, unit: 'MB' },
  ];
};
