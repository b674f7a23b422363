import { toJsonSchema } from '@valibot/to-json-schema';
import { sessionSchema } from '../lib/schema/session-schema';

/** The session file's JSON Schema (draft 07), from the schema by which the panel reads files. */
export const schemaText = (): string => {
  const schema = toJsonSchema(sessionSchema, { errorMode: 'ignore' });
  const titled = { title: 'AKPush Inspector session', ...schema };
  return `${JSON.stringify(titled, null, 2)}\n`;
};
