import { writeFileSync } from 'node:fs';
import { openApiText } from './openapi-text';
import {
  checkSchemaText,
  configSchemaText,
  expectationsSchemaText,
  schemaText,
} from './schema-text';

/** Writes the JSON Schemas of the session file, of the command line's report, of its configuration, of expectations, and what `serve` answers. */
writeFileSync(new URL('../docs/session.schema.json', import.meta.url), schemaText());
writeFileSync(new URL('../docs/check.schema.json', import.meta.url), checkSchemaText());
writeFileSync(new URL('../docs/config.schema.json', import.meta.url), configSchemaText());
writeFileSync(
  new URL('../docs/expectations.schema.json', import.meta.url),
  expectationsSchemaText(),
);
writeFileSync(new URL('../docs/serve.openapi.json', import.meta.url), openApiText());
