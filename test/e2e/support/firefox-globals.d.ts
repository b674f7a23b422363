/** What functions use that run with Firefox's own rights. */
// biome-ignore lint/suspicious/noExplicitAny: Mozilla publishes no types for these
type Privileged = any;
declare const gBrowser: Privileged;
declare const ChromeUtils: Privileged;
declare const Services: Privileged;
declare const WebExtensionPolicy: Privileged;
