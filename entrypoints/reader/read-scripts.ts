import { isFirebaseScript, looksLikeSdk } from '../../lib/akpush/sdk-address';
import type { ScriptState } from '../../lib/model/page-state';

const isWanted = (text: string): boolean => looksLikeSdk(text) || isFirebaseScript(text);

const maxScripts = 20;
/** An address is no longer; a text with more is no address. */
const maxAddress = 2_000;
const maxInline = 20_000;

const loadedOf = (url: string): ScriptState['loaded'] => {
  const timing = performance.getEntriesByName(url, 'resource').at(-1) as
    | PerformanceResourceTiming
    | undefined;
  return timing
    ? {
        status: timing.responseStatus ?? 0,
        size: timing.decodedBodySize,
        workerStart: timing.workerStart,
        end: timing.responseEnd,
      }
    : null;
};

/** An attribute that holds an address, by its name or by what stands in it: scripts are also named after what they bring. */
const holdsAddress = ({ name, value }: Attr): boolean =>
  /src|href|url/i.test(name) || /^(?:https?:)?\/\//i.test(value);

/** The attribute that has the address of a wanted script: `src` first, as a tag may have both. */
const addressOf = (tag: HTMLScriptElement): Attr | undefined =>
  [...tag.attributes]
    .filter((each) => each.value.length < maxAddress && holdsAddress(each) && isWanted(each.value))
    .sort((a, b) => Number(b.name === 'src') - Number(a.name === 'src'))[0];

const scriptState = (tag: HTMLScriptElement): ScriptState[] => {
  const found = addressOf(tag);
  // An inline script that no browser runs may hold the snippet that brings the SDK.
  if (
    !found &&
    (tag.src || !/plain|blocked/i.test(tag.type) || !isWanted(tag.text.slice(0, maxInline)))
  )
    return [];
  const url = found && URL.canParse(found.value, document.baseURI);
  const address = url ? new URL(found.value, document.baseURI).href : '';
  return [
    {
      url: address,
      attribute: found?.name ?? '',
      type: tag.noModule ? 'nomodule' : tag.type,
      integrity: tag.integrity,
      crossOrigin: tag.crossOrigin,
      loaded: loadedOf(address),
    },
  ];
};

/** Reads the document's tags for the SDK's scripts, and scripts that were loaded by tags which are gone. */
export const readScripts = (): ScriptState[] => {
  const tags = [...document.scripts].flatMap(scriptState);
  const gone = tags.length > 0 ? [] : performance.getEntriesByType('resource');
  const loaded = (gone as PerformanceResourceTiming[])
    .filter(({ name, initiatorType }) => initiatorType === 'script' && isWanted(name))
    .map(({ name }): ScriptState => {
      const tag = { attribute: 'src', type: '', integrity: '', crossOrigin: null };
      return { url: name, ...tag, loaded: loadedOf(name) };
    });
  return [...tags, ...loaded].slice(0, maxScripts);
};
