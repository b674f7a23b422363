/** The shortest secret that is looked for in other texts: shorter ones are taken away only where they are a value by themselves. */
const shortest = 4;
/** From this length on a secret is also found inside of a longer word. */
const insideFrom = 8;

const isWord = (character: string | undefined): boolean =>
  character !== undefined && /[\p{L}\p{N}_]/u.test(character);

/** A text in the forms in which it is met: as it is, in a URL, in JSON text, as base64 and base64url. */
const formsOf = (secret: string): readonly string[] => {
  const forms = [secret, JSON.stringify(secret).slice(1, -1)];
  try {
    forms.push(encodeURIComponent(secret));
    const bytes = new TextEncoder().encode(secret);
    const base64 = btoa(String.fromCharCode(...bytes.slice(0, 8_192))).replace(/=+$/, '');
    if (secret.length > shortest)
      forms.push(base64, base64.replaceAll('+', '-').replaceAll('/', '_'));
  } catch {
    // Half a surrogate pair has no such form.
  }
  return [...new Set(forms)];
};

const pairOf = (text: string, at: number): number =>
  ((text.charCodeAt(at) & 255) << 8) | (text.charCodeAt(at + 1) & 255);

/** Replaces known secrets in texts, the longest first. Most places of a text are passed over by a look at two characters. */
export const secretMatcher = (secrets: ReadonlyMap<string, string>): ((text: string) => string) => {
  const pairs = new Uint8Array(65_536);
  const byStart = new Map<string, { form: string; name: string }[]>();
  for (const [secret, name] of secrets) {
    if (secret.length < shortest) continue;
    for (const form of formsOf(secret)) {
      pairs[pairOf(form, 0)] = 1;
      const start = form.slice(0, shortest);
      const known = byStart.get(start);
      if (known) known.push({ form, name });
      else byStart.set(start, [{ form, name }]);
    }
  }
  for (const list of byStart.values()) list.sort((a, b) => b.form.length - a.form.length);
  if (byStart.size === 0) return (text) => text;
  return (text) => {
    let done = 0;
    let out = '';
    for (let at = 0; at + shortest <= text.length; at += 1) {
      if (pairs[pairOf(text, at)] === 0) continue;
      const found = byStart
        .get(text.slice(at, at + shortest))
        ?.find(
          ({ form }) =>
            text.startsWith(form, at) &&
            (form.length >= insideFrom ||
              !(isWord(text[at - 1]) || isWord(text[at + form.length]))),
        );
      if (!found) continue;
      out += text.slice(done, at) + found.name;
      done = at + found.form.length;
      at = done - 1;
    }
    return done === 0 ? text : out + text.slice(done);
  };
};
