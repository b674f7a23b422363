import 'fake-indexeddb/auto';
import { options } from 'preact';
import { beforeEach } from 'vitest';
import { resetFakeBrowser } from './support/fake-browser';

beforeEach(resetFakeBrowser);

/** An object that Preact shows nothing of, without a word, and writes into: a phrase that nobody has worded, as a rule. */
const isNoElement = (child: unknown): boolean =>
  Array.isArray(child)
    ? child.some(isNoElement)
    : typeof child === 'object' && child !== null && !('props' in child);

const { vnode: before } = options;
options.vnode = (vnode) => {
  const { children } = vnode.props as { children?: unknown };
  if (typeof vnode.type === 'string' && isNoElement(children))
    throw new Error(
      `<${vnode.type}> is given an object to show: ${Object.keys(Object(children)).join()}`,
    );
  before?.(vnode);
};

// What a document comes to is waited for as long as a busy machine needs.
if (typeof document !== 'undefined') {
  const { configure } = await import('@testing-library/preact');
  configure({ asyncUtilTimeout: 20_000 });
}
