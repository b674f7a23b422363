// The effective configuration, and what follows from it. `builtIn` is put in by the server, as Altcraft puts it into a build.

export function detectBrowser() {
  const agent = navigator.userAgent;
  if (/OPR\//.test(agent)) return 'Opera';
  if (/YaBrowser\//.test(agent)) return 'Yandex Browser';
  if (/SamsungBrowser\//.test(agent)) return 'Samsung Internet for Android';
  if (/Firefox\//.test(agent)) return 'Firefox';
  if (/Chrome\//.test(agent)) return 'Chrome';
  if (/Safari\//.test(agent)) return 'Safari';
  return null;
}

export function effectiveConfig(given) {
  const config = { ...builtIn, ...given };
  config.browser ??= detectBrowser();
  if (!config.browser || config.browser === 'unknown') throw new Error("Can't detect browser");
  if (given?.apiServerHost && !given.serverURL) config.serverURL = `https://${given.apiServerHost}`;
  return config;
}

// The configuration of the page-load part, which no page can change.
export function builtInForPage() {
  return { ...builtIn, browser: builtIn.browser ?? detectBrowser() };
}

export function log(config, ...texts) {
  if (config.debug) console.info('AKPush:', ...texts);
}

export function modeOf(config) {
  if (config.allFirebase || config.browsers[config.browser]?.isFirebase) return 'firebase';
  return config.browser === 'Safari' ? 'safari' : 'pull';
}

export function providerOf(config) {
  const name = config.browser.replaceAll(' ', '');
  return modeOf(config) === 'firebase' ? `${name}Firebase` : name;
}

export function payloadOf(config, rest) {
  return { browser: config.browser, provider: providerOf(config), ...rest };
}

export function pathOf(config, action) {
  const old = { save: 'serverSavePath', delete: 'serverDeletePath', update: 'serverUpdatePath' };
  return config.serverActionHandlers?.[action] ?? config[old[action]];
}

export function pageLoaded() {
  if (document.readyState !== 'loading') return Promise.resolve();
  return new Promise((resolve) => addEventListener('load', () => resolve(), { once: true }));
}

export function bytesOf(base64url) {
  const binary = atob(base64url.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(binary, (character) => character.charCodeAt(0));
}

// Safari before web push: a device token from Apple's own interface; `null` when it is refused.
export function safariDeviceToken(config) {
  const { websitePushID, websitePushAPI } = config.browsers.Safari;
  return new Promise((resolve) => {
    safari.pushNotification.requestPermission(websitePushAPI, websitePushID, {}, (permission) =>
      resolve(permission.deviceToken ?? null),
    );
  });
}
