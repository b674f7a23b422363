/** A folder of `lib`, or a file that stands in it alone, and which of those above it in the list it may import, values and types alike. */
export interface Layer {
  name: string;
  may: readonly string[];
}

/** The layers of `lib`, each below all that it may import. ARCHITECTURE.md says what is in them. */
export const layers: readonly Layer[] = [
  { name: 'model', may: [] },
  { name: 'i18n', may: ['model'] },
  { name: 'browser.ts', may: ['model'] },
  { name: 'akpush', may: ['model'] },
  { name: 'injected', may: ['model', 'akpush'] },
  { name: 'protocol', may: ['model', 'injected'] },
  { name: 'session', may: ['model', 'akpush'] },
  { name: 'messaging', may: ['model', 'protocol', 'session'] },
  { name: 'facts', may: ['model', 'akpush'] },
  { name: 'text', may: ['i18n', 'model', 'akpush', 'facts'] },
  { name: 'saved', may: ['model'] },
  { name: 'markdown', may: ['model'] },
  { name: 'worker-script', may: ['model'] },
  { name: 'timeline', may: ['model', 'akpush', 'text'] },
  { name: 'outcome', may: ['model', 'akpush', 'facts'] },
  {
    name: 'diagnosis',
    may: ['model', 'akpush', 'protocol', 'session', 'facts', 'text', 'outcome'],
  },
  {
    name: 'memory',
    may: ['model', 'protocol', 'session', 'messaging', 'facts', 'outcome', 'diagnosis'],
  },
  { name: 'state', may: ['model', 'akpush', 'facts', 'text'] },
  { name: 'schema', may: ['model', 'outcome', 'diagnosis'] },
  { name: 'redaction', may: ['model', 'akpush', 'schema'] },
  {
    name: 'expectations',
    may: ['model', 'akpush', 'outcome', 'diagnosis', 'redaction'],
  },
  {
    name: 'formats',
    may: [
      'model',
      'i18n',
      'injected',
      'session',
      'facts',
      'text',
      'markdown',
      'state',
      'outcome',
      'diagnosis',
      'schema',
      'redaction',
      'expectations',
    ],
  },
  { name: 'shelf', may: ['model', 'schema', 'formats'] },
  { name: 'calls', may: ['model', 'akpush', 'injected', 'facts', 'saved', 'redaction'] },
  {
    name: 'push',
    may: ['model', 'akpush', 'injected', 'protocol', 'session', 'facts', 'saved', 'calls'],
  },
  {
    name: 'checkup',
    may: ['model', 'akpush', 'facts', 'state', 'outcome', 'calls'],
  },
];
