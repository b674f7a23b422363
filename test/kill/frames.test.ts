import { vi } from 'vitest';
import { holdAlways } from './hold-always';

vi.mock('../../lib/formats/gzip-text', () => import('../support/plain-text'));

holdAlways(['record a frame', 'look at a frame']);
