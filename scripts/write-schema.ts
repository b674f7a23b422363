import { writeFileSync } from 'node:fs';
import { checkSchemaText, schemaText } from './schema-text';

/** Writes the JSON Schemas of the session file and of the command line's report. */
writeFileSync(new URL('../docs/session.schema.json', import.meta.url), schemaText());
writeFileSync(new URL('../docs/check.schema.json', import.meta.url), checkSchemaText());
