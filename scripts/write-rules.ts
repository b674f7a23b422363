import { readFileSync, writeFileSync } from 'node:fs';
import { withRules } from './rule-table';

/** Writes the rules into docs/diagnosis.md. */
const file = new URL('../docs/diagnosis.md', import.meta.url);
writeFileSync(file, withRules(readFileSync(file, 'utf8')));
