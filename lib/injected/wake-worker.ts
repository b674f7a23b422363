/** Runs in a page's isolated world: a message starts a registration's worker that is stopped. False: the registration has none. */
export const wakeWorker = async (scope: string): Promise<boolean> => {
  const registrations = await navigator.serviceWorker.getRegistrations();
  const registration = registrations.find((each) => each.scope === scope);
  const worker = registration?.active ?? registration?.waiting ?? registration?.installing;
  worker?.postMessage({ type: 'akpush-inspector:wake' });
  return worker !== undefined;
};
