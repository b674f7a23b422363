import { toJsonSchema } from '@valibot/to-json-schema';
import { configSchema } from '../cli/config-schema';
import { checkReportSchema } from '../cli/page-result';
import { expectationsSchema } from '../lib/expectations/expectations-schema';
import { sessionSchema } from '../lib/schema/session-schema';

/** The session file's JSON Schema (draft 07), from the schema by which the panel reads files. */
export const schemaText = (): string => {
  const schema = toJsonSchema(sessionSchema, { errorMode: 'ignore' });
  const titled = { title: 'AKPush Inspector session', ...schema };
  return `${JSON.stringify(titled, null, 2)}\n`;
};

/** The JSON Schema of what `check --json` writes. */
export const checkSchemaText = (): string => {
  const schema = toJsonSchema(checkReportSchema, { errorMode: 'ignore' });
  return `${JSON.stringify({ title: 'AKPush Inspector check', ...schema }, null, 2)}\n`;
};

/** The JSON Schema of `akpush.config.json`. */
export const configSchemaText = (): string => {
  const schema = toJsonSchema(configSchema, { errorMode: 'ignore' });
  return `${JSON.stringify({ title: 'AKPush Inspector configuration', ...schema }, null, 2)}\n`;
};

/** The JSON Schema of a file of expectations. */
export const expectationsSchemaText = (): string => {
  const schema = toJsonSchema(expectationsSchema, { errorMode: 'ignore' });
  return `${JSON.stringify({ title: 'AKPush Inspector expectations', ...schema }, null, 2)}\n`;
};
