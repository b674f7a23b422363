import { writeFileSync } from 'node:fs';
import { automationReference } from './automation-reference';

/** Writes docs/reference/automation.md. */
writeFileSync(new URL('../docs/reference/automation.md', import.meta.url), automationReference());
