import { offer, wanted } from '../../lib/messaging/handover';
import { bare, detailOf, dispatch, line, listen, makeEvent, preventDefault } from './natives';

/** The hook's half of the handover: asks for the secret, and takes it if the keeper starts later. */
export const takeSecret = (use: (secret: string) => void): void => {
  const onOffer = (event: Event): void => {
    preventDefault(event);
    use(detailOf(event) as string);
  };
  listen(line, offer, onOffer, bare({ once: true }));
  dispatch(line, makeEvent(wanted, ''));
};
