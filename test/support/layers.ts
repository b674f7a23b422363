/** A folder of `lib`, or a file that stands in it alone, and which of those above it in the list it may import, values and types alike. */
export interface Layer {
  name: string;
  may: readonly string[];
}

/** The layers of `lib`, each below all that it may import. ARCHITECTURE.md says what is in them. */
export const layers: readonly Layer[] = [
  { name: 'model', may: [] },
  { name: 'i18n', may: ['model'] },
  { name: 'browser.ts', may: ['i18n'] },
  { name: 'akpush', may: ['i18n', 'model'] },
  { name: 'injected', may: ['model', 'akpush'] },
  { name: 'protocol', may: ['model', 'injected'] },
  { name: 'session', may: ['model', 'akpush'] },
  { name: 'messaging', may: ['model', 'protocol', 'session'] },
  { name: 'text', may: ['i18n', 'model', 'akpush'] },
  { name: 'saved', may: ['i18n', 'model'] },
  { name: 'markdown', may: ['model'] },
  { name: 'facts', may: ['model'] },
  { name: 'state', may: ['i18n', 'model', 'akpush', 'text', 'facts'] },
  { name: 'worker-script', may: ['model'] },
  { name: 'timeline', may: ['model', 'akpush', 'text'] },
  { name: 'outcome', may: ['i18n', 'model', 'akpush', 'text', 'facts', 'state'] },
  {
    name: 'diagnosis',
    may: [
      'i18n',
      'model',
      'akpush',
      'protocol',
      'session',
      'text',
      'markdown',
      'facts',
      'state',
      'outcome',
    ],
  },
  {
    name: 'memory',
    may: ['model', 'protocol', 'session', 'messaging', 'facts', 'state', 'outcome', 'diagnosis'],
  },
  { name: 'schema', may: ['model', 'outcome', 'diagnosis'] },
  { name: 'redaction', may: ['i18n', 'model', 'akpush', 'schema'] },
  {
    name: 'formats',
    may: [
      'i18n',
      'model',
      'session',
      'text',
      'markdown',
      'facts',
      'state',
      'outcome',
      'diagnosis',
      'schema',
      'redaction',
    ],
  },
  { name: 'shelf', may: ['model', 'schema', 'formats'] },
  { name: 'calls', may: ['i18n', 'model', 'akpush', 'injected', 'saved', 'state', 'redaction'] },
  {
    name: 'push',
    may: [
      'i18n',
      'model',
      'akpush',
      'injected',
      'protocol',
      'session',
      'text',
      'saved',
      'state',
      'calls',
    ],
  },
  {
    name: 'checkup',
    may: ['i18n', 'model', 'akpush', 'text', 'markdown', 'facts', 'state', 'outcome', 'calls'],
  },
];
