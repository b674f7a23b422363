import type { ListedNotification } from './realm-signal';

/** Runs in a page's isolated world: the notifications of a registration that are shown now. */
export const listNotifications = async (scope: string): Promise<ListedNotification[]> => {
  const registrations = await navigator.serviceWorker.getRegistrations();
  const registration = registrations.find((each) => each.scope === scope);
  const shown = (await registration?.getNotifications()) ?? [];
  return Array.from(shown, ({ title, body, tag, data }) => {
    let text = 'null';
    try {
      text = JSON.stringify(data ?? null);
    } catch {
      // A value that JSON cannot say.
    }
    return { title, body, tag, data: JSON.parse(text) };
  });
};
