import * as v from 'valibot';
import { browserNames } from './find-browser';
import { type PageResult, scenarios } from './page-result';

/** A finding that somebody knows of: which rule's, where, in which browser, and after what. */
export const knownFindingSchema = v.strictObject({
  /** As reports have it, without secrets. */
  url: v.string(),
  browser: v.picklist(browserNames),
  scenario: v.picklist(scenarios),
  /** The rule's. */
  id: v.string(),
});
export type KnownFinding = v.InferOutput<typeof knownFindingSchema>;

/** The file of known findings. */
export const baselineSchema = v.strictObject({
  format: v.literal('akpush-inspector-baseline'),
  version: v.literal(1),
  findings: v.array(knownFindingSchema),
});

/** What a finding of a page is known by. */
export const toKnown = (
  { url, browser, scenario }: Pick<PageResult, 'url' | 'browser' | 'scenario'>,
  id: string,
): KnownFinding => ({ url, browser: browser.name, scenario, id });

/** The same text for the same finding; an address can be written in several ways. */
export const knownKey = ({ url, browser, scenario, id }: KnownFinding): string =>
  JSON.stringify([URL.canParse(url) ? new URL(url).href : url, browser, scenario, id]);
