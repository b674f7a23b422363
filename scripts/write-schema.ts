import { writeFileSync } from 'node:fs';
import { checkSchemaText, configSchemaText, schemaText } from './schema-text';

/** Writes the JSON Schemas of the session file, of the command line's report, and of its configuration. */
writeFileSync(new URL('../docs/session.schema.json', import.meta.url), schemaText());
writeFileSync(new URL('../docs/check.schema.json', import.meta.url), checkSchemaText());
writeFileSync(new URL('../docs/config.schema.json', import.meta.url), configSchemaText());
