import { vi } from 'vitest';
import { holdAlways } from './hold-always';

vi.mock('../../lib/formats/gzip-text', () => import('../support/plain-text'));

holdAlways([
  'watch',
  'watch in Firefox',
  'send',
  'send to a worker that is watched',
  'two panels watch',
]);
