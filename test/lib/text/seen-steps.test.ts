import { beforeAll, describe, expect, it } from 'vitest';
import { provideMessages } from '../../../lib/i18n/message';
import { inWords } from '../../../lib/text/in-words';
import { seenSteps, seenStepText } from '../../../lib/text/seen-steps';
import english from '../../../public/_locales/en/messages.json';

beforeAll(() => provideMessages(english));

const chrome = (system: string, more = '') =>
  `Mozilla/5.0 (${system}) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/148.0.0.0 Safari/537.36${more}`;
const firefox = (system: string) =>
  `Mozilla/5.0 (${system}; rv:150.0) Gecko/20100101 Firefox/150.0`;

describe('what hides a notification', () => {
  it.each([
    [chrome('Windows NT 10.0; Win64; x64'), 'windows-focus', 'chromium-site'],
    [chrome('Macintosh; Intel Mac OS X 10_15_7'), 'mac-focus', 'chromium-site'],
    [chrome('X11; Linux x86_64'), 'linux-focus', 'chromium-site'],
    [firefox('Windows NT 10.0; Win64; x64'), 'windows-focus', 'firefox-pause'],
    [firefox('X11; Linux x86_64'), 'linux-focus', 'firefox-pause'],
  ])('%s', (userAgent, first, setting) => {
    const steps = seenSteps(userAgent);
    expect(steps[0]).toBe(first);
    expect(steps).toContain(setting);
    expect(new Set(steps).size).toBe(steps.length);
  });

  it.each([
    chrome('Linux; Android 10; K', ' Mobile'),
    'Mozilla/5.0 (Android 14; Mobile; rv:150.0) Gecko/150.0 Firefox/150.0',
  ])('has no page of a desktop browser on Android: %s', (userAgent) => {
    const steps = seenSteps(userAgent);
    expect(steps[0]).toBe('android-focus');
    const texts = steps.map((id) => inWords(seenStepText(id, userAgent))).join(' ');
    expect(texts).not.toMatch(/chrome:|about:/);
  });

  it('is named with the browser as the system lists it', () => {
    const text = (userAgent: string) => inWords(seenStepText('windows-app', userAgent));
    expect(text(chrome('Windows NT 10.0', ' Edg/148.0'))).toContain('Microsoft Edge');
    expect(text(chrome('Windows NT 10.0', ' YaBrowser/26.3'))).toContain('Yandex Browser');
    expect(text(chrome('Windows NT 10.0'))).toContain('Google Chrome');
    expect(text(chrome('Linux; Android 14', ' SamsungBrowser/27.0'))).toContain('Samsung Internet');
    expect(text(firefox('Windows NT 10.0'))).toContain('Firefox');
  });
});
