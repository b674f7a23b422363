import { vi } from 'vitest';
import { holdAlways } from './hold-always';

vi.mock('../../lib/formats/gzip-text', () => import('../support/plain-text'));

holdAlways(['call', 'ask for a click', 'change what is stored', 'note']);
