import type { Runtime } from 'webextension-polyfill';
import type { FrameAddress } from '../protocol/page';
import type { Answer, Question } from '../protocol/question';
import { toWire } from './error-wire';
import type { Answers } from './remote';
import { whoAsks } from './who-asks';

/** What is answered to whom. A name that is not in the asker's own list does not exist for it. */
export interface Served<OwnPage extends object, ContentScript extends object> {
  ownPages: Answers<OwnPage>;
  /** They are told of which frame. */
  contentScripts: Answers<ContentScript, [asker: FrameAddress]>;
}

type Handler = (...args: unknown[]) => unknown;

const refuse = (why: string): never => {
  throw Object.assign(new Error(why), { name: 'Refused' });
};

const handlerOf = (handlers: object, name: unknown): Handler => {
  if (typeof name !== 'string' || !Object.hasOwn(handlers, name))
    return refuse('That is no request, or none that the asker may make.');
  return (handlers as Record<string, Handler>)[name] as Handler;
};

/** Chromium carries JSON: what is none would be sent to nobody, and the asker would wait. */
const checked = (ok: unknown): Answer => {
  JSON.stringify(ok);
  return { ok };
};

/**
 * Answers the requests that come as messages, each with what its function gives, or with the name and message of what it throws. Everything
 * gets an answer: what is malformed or unknown, and who may not ask, the error `Refused`.
 */
export const serve = <OwnPage extends object, ContentScript extends object>(
  runtime: Pick<Runtime.Static, 'id' | 'getURL' | 'onMessage'>,
  { ownPages, contentScripts }: Served<OwnPage, ContentScript>,
): void => {
  const handle = (message: unknown, sender: Runtime.MessageSender): unknown => {
    const asker = whoAsks(runtime, sender) ?? refuse('Whoever asks is not listened to.');
    const { ask, args = [] } = (message ?? {}) as Partial<Question<object>>;
    if (!Array.isArray(args)) return refuse('A request has a list of arguments.');
    return asker === 'own-page'
      ? handlerOf(ownPages, ask)(...args)
      : handlerOf(contentScripts, ask)(asker, ...args);
  };
  runtime.onMessage.addListener(
    async (message: unknown, sender: Runtime.MessageSender): Promise<Answer> => {
      try {
        return checked(await handle(message, sender));
      } catch (error) {
        return { error: toWire(error) };
      }
    },
  );
};
