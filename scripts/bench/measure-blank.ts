import type { Browser } from '../../test/e2e/support/browser';
import type { ArmName, Arms } from './arms';
import { interleave } from './interleave';
import { loadPage, type PageLoad } from './load-page';
import { compareRealms } from './realm';
import type { Line } from './report';
import { lineOf, median, paired } from './stats';

/** A page without AKPush, and what it may cost. */
export interface BlankPage {
  path: string;
  /** How many times the processor is slowed. */
  slowed?: number;
  /** The most milliseconds of script over no extension. */
  goal?: number;
  /** How many documents it is of, with its frames: each may have as much heap. */
  documents?: number;
}

const shown: readonly (readonly [ArmName, string])[] = [
  ['again', 'none against itself'],
  ['floor', 'floor'],
  ['ours', 'ours'],
  ['against', 'the other build'],
];

/** What the extension costs a page that has no AKPush. */
export const measureBlank = async (
  arms: Arms,
  site: string,
  { path, slowed = 1, goal, documents = 1 }: BlankPage,
  rounds: number,
): Promise<Line[]> => {
  const samples = await interleave<ArmName, Browser, PageLoad>(arms.browsers, rounds, (browser) =>
    loadPage(browser, `${site}${path}`, slowed),
  );
  const page = slowed === 1 ? path : `${path}, slowed ${slowed} times,`;
  type Key = 'cpu' | 'load' | 'heap';
  const series = (name: ArmName, key: Key) => (samples[name] ?? []).map((each) => each[key]);

  const against = (what: string, key: Key, unit: string, by: number, most?: number): Line[] =>
    shown.flatMap(([name, title]) => {
      if (!samples[name]) return [];
      const values = paired(series(name, key), series('none', key), (value, base) =>
        key === 'load' ? value / base : (value - base) / by,
      );
      const line = lineOf(`${page} ${what}, ${title}`, values, unit);
      return { ...line, ...(name === 'ours' && most !== undefined && { goal: most }) };
    });
  const lines = [
    ...against('script CPU over none', 'cpu', 'ms', 1, goal),
    { what: `${page} load time, none`, value: median(series('none', 'load')), unit: 'ms' },
    ...against('load ratio to none', 'load', '', 1),
  ];
  const ratio = lineOf(
    `${page} load ratio, ours to floor`,
    paired(series('ours', 'load'), series('floor', 'load'), (value, base) => value / base),
    '',
  );
  lines.push({ ...ratio, goal: 1 + (ratio.noise ?? 0), goalText: '1 within noise' });
  // A slow processor has the same heap and the same realm.
  if (slowed !== 1) return lines;
  const [plain] = samples.none ?? [];
  const [extended] = samples.ours ?? [];
  if (!plain || !extended) throw new Error('Nothing was measured');
  const realm = compareRealms(plain.realm, extended.realm);
  return [
    ...lines,
    ...against('heap over none', 'heap', 'KB', 1024, 190 * documents),
    {
      what: `${page} globals added`,
      value: realm.globals.length,
      unit: '',
      goal: 0,
      note: realm.globals.slice(0, 5).join(' '),
    },
    {
      what: `${page} built-ins wrapped`,
      value: realm.wrapped.length,
      unit: '',
      goal: 0,
      note: realm.wrapped.slice(0, 5).join(', '),
    },
  ];
};
