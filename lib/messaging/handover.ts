/*
 * Hook and port keeper run in one document, before any script of the page, in an order that no browser promises. The keeper tells the hook a
 * secret in an event on the window; whoever starts second completes it. Both stop listening at once, so that a page that sends or awaits
 * the same events later speaks to nobody. From then on they talk in events named by the secret. The secret is made in the isolated
 * world: what `Math.random` gave the hook, the page could compute from what it gives the page.
 */
const offer = 'akpush-inspector';
const wanted = 'akpush-inspector?';

/** The keeper's half: tells the secret now, and again if the hook starts later. `onTaken`: the hook has it. */
export const handOver = (secret: string, onTaken: () => void): void => {
  const tell = (): void => {
    // The hook cancels the event when it takes the secret.
    if (!dispatchEvent(new CustomEvent(offer, { detail: secret, cancelable: true }))) onTaken();
    else addEventListener(wanted, tell, { once: true });
  };
  tell();
};

/** The hook's half: asks for the secret, and takes it if the keeper starts later. */
export const takeSecret = (use: (secret: string) => void): void => {
  const onOffer = (event: Event): void => {
    event.preventDefault();
    use((event as CustomEvent<string>).detail);
  };
  addEventListener(offer, onOffer, { once: true });
  dispatchEvent(new Event(wanted));
};
