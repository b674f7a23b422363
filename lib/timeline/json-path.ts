/** A step into a value: a key, an index, or into the text of a string that is JSON. */
export type PathStep = string | number | typeof jsonStep;

/** The step into a string that is JSON text. */
export const jsonStep = Symbol('JSON.parse');

const isIdentifier = (key: string): boolean => /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(key);

const appendStep = (path: string, step: PathStep): string => {
  if (step === jsonStep) return `JSON.parse(${path})`;
  if (typeof step === 'number') return `${path}[${step}]`;
  if (!isIdentifier(step as string)) return `${path}[${JSON.stringify(step)}]`;
  return path ? `${path}.${step as string}` : (step as string);
};

/** A path as JavaScript: `match.db[0]`, `JSON.parse(body.match).email`. */
export const jsonPath = (steps: readonly PathStep[]): string => steps.reduce(appendStep, '');
