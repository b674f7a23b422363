import type { CDPSession } from 'puppeteer-core';
import type { Evaluate } from './puppeteer-page';
import { remoteText } from './remote-text';

/** Evaluates through a CDP session, in the main world of the session's document, without a user gesture. */
export const evaluateIn =
  (session: CDPSession): Evaluate =>
  async (fn, args) => {
    const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
      expression: remoteText(fn, args),
      awaitPromise: true,
      returnByValue: true,
      userGesture: false,
    });
    if (exceptionDetails)
      throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  };
