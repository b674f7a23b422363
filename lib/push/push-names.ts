import { readPayload } from './push-form';

/** Names of the requests that a push's text asks the worker for, by URL: `ack`, `open`. */
export const namesInPayload = (text: unknown): Record<string, string> => {
  let value: unknown;
  try {
    value = JSON.parse(String(text));
  } catch {
    return {};
  }
  const names: Record<string, string> = {};
  for (const mode of ['firebase', 'safari'] as const) {
    const { ack, open } = readPayload(value, mode);
    for (const [name, url] of Object.entries({ ack, open }))
      if (URL.canParse(url)) names[new URL(url).href] = name;
  }
  return names;
};
