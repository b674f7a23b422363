import { type Encoded, fieldsOf } from '../model/encoded-value';

/** The fields of a JSON text; `undefined` where it is none. */
export const parsedFields = (text: string): Record<string, Encoded | undefined> | undefined => {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? fieldsOf(value as Encoded) : undefined;
  } catch {
    return undefined;
  }
};
