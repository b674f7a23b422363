import { observeRealm } from '../injected/observe-realm';
import { realmTools } from '../injected/realm-tools';
import type { ProtocolSession } from './observe-traffic';

type Send = ProtocolSession['send'];

/** By whose name the observer in a worker's realm tells: nobody guesses it. */
export const newBinding = (): string => `akpushInspector${crypto.randomUUID().replaceAll('-', '')}`;

const problemOf = ({
  exception,
  text,
}: {
  text: string;
  exception?: { description?: string };
}): Error => new Error(exception?.description ?? text);

/**
 * Puts the observer into a worker's realm, which goes by itself when it is not renewed for `lease` milliseconds; gives its handle, `undefined` while the
 * realm is not complete. Rejects with the worker's error.
 */
export const putObserver = async (
  send: Send,
  binding: string,
  lease: number,
): Promise<string | undefined> => {
  const given = [JSON.stringify(binding), lease, realmTools];
  const { result, exceptionDetails } = await send('Runtime.evaluate', {
    expression: `(${observeRealm})(${given})\n//# sourceURL=akpush-inspector.js`,
  });
  if (exceptionDetails) throw problemOf(exceptionDetails);
  return result?.objectId;
};

/** Has the observer do something by its name, or something done with it by a function that is carried into the realm and awaited. Rejects with the worker's error. */
export const askObserver = async (
  send: Send,
  handle: string,
  act: string | ((...given: never[]) => unknown),
  given: readonly unknown[] = [],
  timeoutMs?: number,
): Promise<unknown> => {
  const { result, exceptionDetails } = await send(
    'Runtime.callFunctionOn',
    {
      objectId: handle,
      functionDeclaration:
        typeof act === 'string'
          ? `function(){return this.${act}()}`
          : `function(...given){return (${act})(this,...given)}`,
      arguments: given.map((value) => ({ value })),
      awaitPromise: typeof act !== 'string',
      returnByValue: true,
    },
    timeoutMs,
  );
  if (exceptionDetails) throw problemOf(exceptionDetails);
  return result.value;
};
