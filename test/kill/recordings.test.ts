import { vi } from 'vitest';
import { holdAlways } from './hold-always';

vi.mock('../../lib/formats/gzip-text', () => import('../support/plain-text'));

holdAlways([
  'record',
  'record over a navigation',
  'save what could not be kept',
  'hand over from the popup',
]);
