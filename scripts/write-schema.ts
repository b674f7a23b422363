import { writeFileSync } from 'node:fs';
import { schemaText } from './schema-text';

/** Writes the session file's JSON Schema. */
writeFileSync(new URL('../docs/session.schema.json', import.meta.url), schemaText());
