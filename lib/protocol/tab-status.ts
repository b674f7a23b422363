/** How the toolbar button marks a tab. */
export type TabStatus = 'found' | 'subscribed' | 'limited' | 'problem';

/** What an extension's page knows of a tab, for the toolbar button. */
export interface SeenTab {
  tab: number;
  /** Of the page that it is about. */
  url: string;
  status: TabStatus;
  errors: number;
  /** How many of its frames have AKPush, the page itself among them. */
  frames: number;
}
