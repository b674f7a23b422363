/** A secret that may be written with other separators than it was met with, or with none. */
export interface LooseForm {
  /** Its letters and digits, as they are compared. */
  form: string;
  name: string;
}

/** The shortest that is looked for so. */
export const shortestLoose = 7;
/** How many characters may stand between two of its letters. */
const longestGap = 3;

const others = /[^\p{L}\p{N}]+/gu;

/** The letters and digits of a text that is folded. */
export const bareText = (text: string): string => text.replace(others, '');

/** Where in a text each of its letters and digits stands. */
const placesOf = (text: string): number[] => {
  const places: number[] = [];
  let done = 0;
  const take = (to: number) => {
    for (let at = done; at < to; at += 1) places.push(at);
  };
  for (const { 0: other, index } of text.matchAll(others)) {
    take(index);
    done = index + other.length;
  }
  take(text.length);
  return places;
};

/** Finds secrets by their letters and digits alone: `Anna  Karenina`, `AnnaKarenina` and `Anna, Karenina` are one, as are `1 234 567` and 1234567. */
export const looseMatcher = (
  forms: readonly LooseForm[],
): ((text: string) => { from: number; to: number; name: string }[]) => {
  const byStart = new Map<string, LooseForm[]>();
  for (const each of [...forms].sort((a, b) => b.form.length - a.form.length)) {
    const start = each.form.slice(0, shortestLoose);
    const known = byStart.get(start);
    if (known) known.push(each);
    else byStart.set(start, [each]);
  }
  return (text) => {
    if (byStart.size === 0 || text.length < shortestLoose) return [];
    const bare = bareText(text);
    let known: number[] | undefined;
    const placeOf = (index: number) => {
      known ??= placesOf(text);
      return known[index] as number;
    };
    const gap = (index: number) => placeOf(index + 1) - placeOf(index);
    const isWhole = (from: number, form: string) => {
      const last = from + form.length - 1;
      const bound = /^\d+$/.test(form) ? /\d/ : /./s;
      if (from > 0 && gap(from - 1) === 1 && bound.test(bare[from - 1] as string)) return false;
      if (last + 1 < bare.length && gap(last) === 1 && bound.test(bare[last + 1] as string))
        return false;
      for (let at = from; at < last; at += 1) if (gap(at) > longestGap + 1) return false;
      return true;
    };
    const found: { from: number; to: number; name: string }[] = [];
    for (let from = 0; from + shortestLoose <= bare.length; from += 1) {
      const secret = byStart
        .get(bare.slice(from, from + shortestLoose))
        ?.find(({ form }) => bare.startsWith(form, from) && isWhole(from, form));
      if (!secret) continue;
      const last = from + secret.form.length - 1;
      found.push({ from: placeOf(from), to: placeOf(last) + 1, name: secret.name });
      from = last;
    }
    return found;
  };
};
