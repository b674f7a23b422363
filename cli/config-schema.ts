import * as v from 'valibot';
import { rules } from '../lib/diagnosis/rules';
import { mostAtOnce, mostSeconds } from './check-options';
import { browserNames } from './find-browser';
import { failLevels, permissions, pushServices, scenarios } from './page-result';
import { readUrl } from './read-url';
import { ruleLevels } from './rule-level';

const ids: ReadonlySet<string> = new Set(rules.map(({ id }) => id));

const wholeNumber = (most: number) =>
  v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(most));

const isAddress = (text: string): boolean => readUrl(text) !== undefined;
const noAddress = 'expected an address that begins with http:// or https://';

const levels = v.record(
  v.pipe(
    v.string(),
    v.check((id) => ids.has(id), 'there is no such rule: docs/diagnosis.md names all'),
  ),
  v.picklist(ruleLevels),
);

/**
 * What `akpush.config.json` may say; docs/config.schema.json is made from it. Arguments of the browser are no part of it: some of them start
 * programs, and a configuration is data.
 */
export const configSchema = v.strictObject({
  $schema: v.optional(v.string()),
  urls: v.optional(v.array(v.pipe(v.string(), v.check(isAddress, noAddress)))),
  browser: v.optional(v.picklist(browserNames)),
  scenario: v.optional(v.picklist(scenarios)),
  click: v.optional(v.pipe(v.string(), v.minLength(1))),
  permission: v.optional(v.picklist(permissions)),
  pushService: v.optional(v.picklist(pushServices)),
  timeout: v.optional(wholeNumber(mostSeconds)),
  atOnce: v.optional(wholeNumber(mostAtOnce)),
  failOn: v.optional(v.picklist(failLevels)),
  /** Levels on all pages. */
  rules: v.optional(levels),
  /** Levels on pages whose address fits; of two that fit, the later one is right. */
  pages: v.optional(
    v.array(
      v.strictObject({
        url: v.pipe(
          v.string(),
          v.check((text) => text.includes('*') || isAddress(text), noAddress),
        ),
        rules: levels,
      }),
    ),
  ),
});
export type Config = v.InferOutput<typeof configSchema>;
