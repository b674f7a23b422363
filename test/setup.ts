import 'fake-indexeddb/auto';
import { beforeEach } from 'vitest';
import { resetFakeBrowser } from './support/fake-browser';

beforeEach(resetFakeBrowser);
