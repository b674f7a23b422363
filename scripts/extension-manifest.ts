import type { UserManifest } from 'wxt';

/** Frames too, and those without an address of their own, by the page that has made them. */
const everyPage = {
  matches: ['*://*/*'],
  run_at: 'document_start' as const,
  all_frames: true,
  match_origin_as_fallback: true,
};

/**
 * The public half of a key of which nobody has the other half: the id follows from it, so that a build loaded from a folder has the same one
 * everywhere. The store has a key of its own; store/README.md says when it comes here.
 */
const chromeKey =
  'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAwXUaA6DzwnFvON3lO4l3Ob+zXDk7f514myrvIICzM9qjhYf+Afby4fsmBNWtKXFmevpl4+/5ZXy9umuagOCLYOnazrNBU8J3dPgOxh660QSO5l3Skjeal1L5lIcKUbdTddOvGnz+mgRl8ZNw9mLNITnh9D6381s6hW3iZcKYxay651joyrKFthaz9Ngfn5uSd5Eim2XsL/ygrfff8p5DvD/uNsx1H5l0Vj2AB+/zsasXA6aJczdEcUpKOCQJ9VBv64x2dNk1i3wL9aBtRsNTUnBEJOl/kp5PglY5gBNxLr2bzL+920BrYF0Yq8mPq/OC/E6XHKI4so27iZeu1Ok1yQIDAQAB';

/** The manifest of the extension for a browser, but for the version, the icons and the pages, which WXT adds. */
export const extensionManifest = (browser: string): UserManifest => ({
  name: 'AKPush Inspector',
  description: '__MSG_extensionDescription__',
  default_locale: 'en',
  // Firefox gives extensions no debugger; there the worker's requests are seen by `webRequest`.
  permissions: [
    'storage',
    'scripting',
    'webNavigation',
    ...(browser === 'firefox'
      ? ['webRequest', 'webRequestBlocking', 'webRequestFilterResponse']
      : ['debugger']),
  ],
  host_permissions: ['*://*/*'],
  // Unlisted scripts: WXT's wrapper for content scripts would be larger than the keeper. The bridge comes on demand.
  content_scripts: [
    { ...everyPage, js: ['hook.js'], world: 'MAIN' },
    { ...everyPage, js: ['keeper.js'] },
  ],
  ...(browser === 'firefox'
    ? {
        browser_specific_settings: {
          gecko: {
            id: 'akpush-inspector@altcraft-tools.org',
            strict_min_version: '140.0',
            data_collection_permissions: { required: ['none'] },
          },
        },
      }
    : { minimum_chrome_version: '120', key: chromeKey }),
});
