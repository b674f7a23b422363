import type { EntryWith } from '../model/session';
import { readError } from '../outcome/read-error';
import type { DiagnosisInput } from './diagnosis-input';

/** What the page's Content Security Policy refused. */
export interface PolicyRefusal {
  entry: EntryWith<'error'>;
  /** The directive of the policy that did: the one that it fell back to. */
  directive: string;
}

/** Directives that the policy falls back to where it does not have the one that is asked. */
const fallbacks: Readonly<Record<string, readonly string[]>> = {
  'worker-src': ['worker-src', 'child-src', 'script-src', 'default-src'],
  'script-src-elem': ['script-src-elem', 'script-src', 'default-src'],
  'script-src': ['script-src', 'default-src'],
  'connect-src': ['connect-src', 'default-src'],
};

const directiveOf = (name: string, policy: string): string => {
  const parts = policy.split(';').map((part) => part.trim().split(/\s+/));
  for (const each of fallbacks[name] ?? [name]) {
    const part = parts.find(([directive]) => directive?.toLowerCase() === each);
    if (part) return part.join(' ');
  }
  return name;
};

const plain = (url: string, base: string): string =>
  URL.canParse(url, base) ? (new URL(url, base).href.split('#')[0] ?? url) : url;

/** The last refusal of an address, or of its whole origin, by the page's policy; `undefined` where there was none. */
export const policyRefusal = (
  { of, page }: DiagnosisInput,
  url: string,
  isWorker = false,
): PolicyRefusal | undefined => {
  const wanted = plain(url, page.url);
  const entry = of('error').findLast(({ name, detail: { source, script } }) => {
    if (source !== 'securitypolicyviolation') return false;
    // What trusted types refuse has no address.
    if (isWorker && /trusted-types/.test(name)) return true;
    if (script === null) return false;
    const refused = plain(script, page.url);
    return refused === wanted || (URL.canParse(wanted) && script === new URL(wanted).origin);
  });
  if (!entry) return undefined;
  const policy = readError(entry.detail.error)?.message ?? '';
  return { entry, directive: directiveOf(entry.name, policy) };
};
