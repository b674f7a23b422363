import { HttpError } from '../serve/http-error';
import { within } from '../within';
import type { Door } from './door';
import { InspectError } from './inspect-error';

/**
 * Clicks an element; rejects with an `InspectError` where that is not done in `timeout` milliseconds or cannot be. `clean` takes the secrets out of what the
 * framework says, which may have the page's own words.
 */
export const clickOn = async (
  door: Pick<Door, 'click'>,
  selector: string,
  timeout: number,
  clean: (text: string) => string,
): Promise<void> => {
  try {
    await within(timeout, door.click(selector), `not clicked after ${timeout / 1000} s`);
  } catch (error) {
    // Those are told as they are.
    if (error instanceof InspectError || error instanceof HttpError) throw error;
    const [reason = ''] = String((error as Error)?.message ?? error).split('\n');
    throw new InspectError('call-failed', `${selector}: ${clean(reason)}`);
  }
};
