import type { Engine } from '../../lib/diagnosis/engine';
import type { Cdp } from '../deliver-push';
import type { ReachedPage } from '../reach-page';
import type { WorkerTarget } from '../worker-targets';
import type { Permission } from './inspected';

/** The way to a page that somebody else drives. */
export interface Door extends ReachedPage {
  engine: Engine;
  /** Resolves when the page, or the way to it, has gone. */
  gone: Promise<void>;
  /** Rejects with the framework's reason. */
  click(selector: string): Promise<void>;
  /** Says what the visitor of a site has answered about notifications. */
  allow(origin: string, permission: Permission): Promise<void>;
  /** Cookies that the browser would send to an address, each as `name=value`. */
  cookies(url: URL): Promise<readonly string[]>;
  /** Does something while another tab is in front of the page, where there is a way to bring one there. */
  inBackground<Value>(act: () => Promise<Value>): Promise<Value>;
  /** Chromium's own protocol in the page's session, the same each time; rejects where there is none. */
  cdp(): Promise<Cdp>;
  /** The page's worker of a script, where it can be looked into. */
  openWorker(script: string): Promise<WorkerTarget | undefined>;
  /** Documents that come have nothing of the inspector any more, and what was opened for it is closed. */
  close(): Promise<void>;
}
