/** A folder of `lib`, or a file that stands in it alone, and which of those above it in the list it may import, values and types alike. */
export interface Layer {
  name: string;
  may: readonly string[];
}

/** The layers of `lib`, each below all that it may import. ARCHITECTURE.md says what is in them. */
export const layers: readonly Layer[] = [
  { name: 'i18n', may: [] },
  { name: 'model', may: [] },
  { name: 'browser.ts', may: ['i18n'] },
  { name: 'akpush', may: ['i18n', 'model'] },
  { name: 'injected', may: ['model', 'akpush'] },
  { name: 'protocol', may: ['model', 'injected'] },
  { name: 'session', may: ['model', 'akpush'] },
  { name: 'messaging', may: ['model', 'protocol', 'session'] },
  { name: 'saved', may: ['i18n', 'model'] },
  { name: 'markdown', may: ['model'] },
  { name: 'state', may: ['i18n', 'model', 'akpush'] },
  { name: 'worker-script', may: ['model'] },
  { name: 'timeline', may: ['i18n', 'model', 'akpush'] },
  { name: 'outcome', may: ['i18n', 'model', 'akpush', 'state', 'timeline'] },
  {
    name: 'diagnosis',
    may: [
      'i18n',
      'model',
      'akpush',
      'protocol',
      'session',
      'markdown',
      'state',
      'timeline',
      'outcome',
    ],
  },
  {
    name: 'memory',
    may: ['model', 'protocol', 'session', 'messaging', 'state', 'outcome', 'diagnosis'],
  },
  {
    name: 'record',
    may: [
      'i18n',
      'model',
      'akpush',
      'session',
      'markdown',
      'state',
      'timeline',
      'outcome',
      'diagnosis',
    ],
  },
  {
    name: 'calls',
    may: ['i18n', 'model', 'akpush', 'injected', 'saved', 'state', 'outcome', 'record'],
  },
  {
    name: 'push',
    may: ['i18n', 'model', 'akpush', 'injected', 'protocol', 'session', 'saved', 'state', 'calls'],
  },
  {
    name: 'checkup',
    may: ['i18n', 'model', 'akpush', 'markdown', 'state', 'timeline', 'outcome', 'calls'],
  },
];

/** Edges that are still against the order: a circle of imports goes through each. They are to become none. */
export const stillWrong: readonly string[] = ['state imports timeline', 'timeline imports push'];
