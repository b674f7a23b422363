import { runInNewContext } from 'node:vm';
import { describe, expect, test } from 'vitest';
import { workerSource } from '../sdk-source';
import { readVariant } from '../variant';

/** The events that the worker listens to, in their order. */
const listenersOf = (mode: string, url: string, sdk = 'g6'): string[] => {
  const listeners: string[] = [];
  const self = {
    location: { href: `https://shop.example${url}` },
    addEventListener: (name: string) => listeners.push(name),
  };
  const variant = readVariant(new URLSearchParams({ mode, sdk }));
  const source = workerSource(variant, 'https://altcraft.example');
  const console = { error: () => {}, log: () => {} };
  runInNewContext(source, { self, URL, console, navigator: { userAgent: 'Chrome/130' } });
  return listeners;
};

describe('the worker listens', () => {
  test('in Firebase mode together with Firebase’s library', () => {
    expect(listenersOf('firebase', '/service-worker.js?browser=Chrome')).toEqual([
      'install',
      'push',
      'notificationclick',
      'push',
      'pushsubscriptionchange',
      'notificationclick',
    ]);
  });

  test.each([
    ['pull', 'Chrome'],
    ['safari', 'Safari'],
  ])('in %s mode alone', (mode, browser) => {
    expect(listenersOf(mode, `/service-worker.js?browser=${browser}`)).toEqual([
      'install',
      'push',
      'notificationclick',
    ]);
  });

  test('to no push without its browser, but in 2018', () => {
    expect(listenersOf('pull', '/service-worker.js')).toEqual(['install']);
    expect(listenersOf('pull', '/service-worker.js', 'g1')).toContain('push');
  });
});
