/** An error cannot cross from one place to another: it goes as this, and is an error again there. */
export interface SentError {
  name: string;
  message: string;
}

/** What is sent of what was thrown. */
export const toWire = (thrown: unknown): SentError =>
  thrown instanceof Error
    ? { name: thrown.name, message: thrown.message }
    : { name: 'Error', message: String(thrown) };

const isText = (value: unknown): value is string => typeof value === 'string';

/** An error of the same name. What was sent may be anything: it can come from a page. */
export const fromWire = (sent: unknown): Error => {
  const { name, message } = (sent ?? {}) as Partial<Record<keyof SentError, unknown>>;
  const error = new Error(isText(message) ? message : 'Something failed.');
  if (isText(name)) error.name = name;
  return error;
};
