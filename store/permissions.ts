/** A permission of the manifest: what it is for, and where it is used. */
export interface Permission {
  /** As the manifest names it. */
  name: string;
  browsers: readonly ('chrome' | 'firefox')[];
  /** What the code says where it does what the permission is for: a call, no word that a text could have. */
  use: RegExp;
  /** The answer to the stores' question why it is needed. */
  why: string;
}

/** All permissions, each with the reason that the stores are given. A test holds the manifests and the code to it. */
export const permissions: readonly Permission[] = [
  {
    name: '*://*/*',
    browsers: ['chrome', 'firefox'],
    use: /\bexecuteScript\(\{ \.\.\.place, files: \[/,
    why: 'The SDK that is debugged can be on any website, and it starts with the page. What it does in its first milliseconds is where most faults lie, so two small content scripts have to be in the page before its first script runs: one waits for window.AKPush, the other waits for the panel. On a page without the SDK they change nothing, and note at most that a script of the SDK has failed. The host cannot be named beforehand, and a permission asked for on a click (activeTab) comes too late: the page has loaded by then, and would have to be loaded again, which destroys the state that is examined. It is also what scripting.executeScript needs to bring the panel’s scripts into the inspected tab, which DevTools does not make an active one, and what lets a test push be posted to the push service of its subscription.',
  },
  {
    name: 'scripting',
    browsers: ['chrome', 'firefox'],
    use: /\bbrowser\.scripting\.executeScript\b/,
    why: 'When the user opens the panel on a tab, the scripts that answer the panel are brought into that tab, so that other pages need not carry them. Calls of the SDK that the user makes from the panel, such as initSubscription, run in that page the same way. Only files and functions of the package are injected.',
  },
  {
    name: 'webNavigation',
    browsers: ['chrome', 'firefox'],
    use: /\bbrowser\.webNavigation\b/,
    why: 'The panel follows its tab: it has to know when the tab shows another document, to connect with that one and to mark the old one as gone. Only the tab and the address of the new document are looked at, and only for tabs with a panel or a recording.',
  },
  {
    name: 'storage',
    browsers: ['chrome', 'firefox'],
    use: /\bbrowser\.storage\.local\b/,
    why: 'Keeps the panel’s settings, muted findings, contracts, the calls and pushes that the user has put together, what a site’s server was told last of its push token (as a hash), and a recording while it goes on. It stays on the user’s device; nothing is synchronised.',
  },
  {
    name: 'debugger',
    browsers: ['chrome'],
    use: /\bapi\.attach\(target,/,
    why: 'No other API lets an extension into a service worker, and web push happens there. It is attached on three buttons alone, to the inspected site: “Simulated push” (dispatches a push in the site’s own worker and shows what the worker does), “Start watching” (shows the pushes that arrive until the user stops it), and “Run with a simulated click” (calls the SDK with a user gesture, without which browsers do not ask for notifications). It lets go when that has ended. Chrome shows its bar all that time. getTargets, which attaches to nothing, tells whether the site’s worker runs.',
  },
  {
    name: 'webRequest',
    browsers: ['firefox'],
    use: /\bwebRequest\.onBeforeRequest\.addListener\(/,
    why: 'Firefox lets no extension debug a service worker. The requests of the inspected site’s worker are all that can be seen of it. They are watched while a push that the user has sent from the panel is on its way, or the user watches the worker; at other times there is no listener.',
  },
  {
    name: 'webRequestBlocking',
    browsers: ['firefox'],
    use: /\.addListener\(\w+, \w+, \['blocking'/,
    why: 'In a test push the user can choose that the worker’s request for the push’s content (content/get) is answered with a message from the form, in place of the server’s. That one request is redirected; nothing else is blocked or changed.',
  },
  {
    name: 'webRequestFilterResponse',
    browsers: ['firefox'],
    use: /\bwebRequest\.filterResponseData\(/,
    why: 'Shows what the server has answered to the requests of the inspected site’s worker while a push is watched. The answers are read and passed on unchanged.',
  },
];
