import type { Read } from '../../lib/model/page-state';

/** How long a part may take, milliseconds: one that hangs must not keep the others from being shown. */
const timeoutMs = 2_500;

const late = (): Promise<never> =>
  new Promise((_resolve, reject) =>
    setTimeout(
      () => reject(new DOMException(`No answer in ${timeoutMs} ms.`, 'TimeoutError')),
      timeoutMs,
    ),
  );

/** What came of reading something: a failure is data too. */
export const asRead = async <T>(read: () => T | Promise<T>): Promise<Read<T>> => {
  try {
    return { ok: await Promise.race([read(), late()]) };
  } catch (error) {
    const { name, message } = (error ?? {}) as Partial<Error>;
    return { failed: { name: String(name ?? 'Error'), message: String(message ?? error) } };
  }
};
