import type { Read } from '../../lib/state/page-state';

/** What came of reading something: a failure is data too. */
export const asRead = async <T>(read: () => T | Promise<T>): Promise<Read<T>> => {
  try {
    return { ok: await read() };
  } catch (error) {
    const { name, message } = (error ?? {}) as Partial<Error>;
    return { failed: { name: String(name ?? 'Error'), message: String(message ?? error) } };
  }
};
