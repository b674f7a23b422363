/** What a page can see of the extension in its own realm. */
export interface Realm {
  /** Own names of `window`, with `!` after those that are enumerable. */
  globals: string[];
  /** Every function that the browser put there: its path and `name/length/native`. */
  functions: [string, string][];
}

/** Runs in the page: lists globals, and all functions of them, of their prototypes and of their static members. */
export const readRealm = (): Realm => {
  const readSource = Function.prototype.toString;
  const functions: [string, string][] = [];
  const note = (path: string, value: unknown) => {
    if (typeof value !== 'function') return;
    const isNative = readSource.call(value).endsWith('{ [native code] }');
    functions.push([path, `${value.name}/${value.length}/${isNative}`]);
  };
  const walk = (path: string, holder: object) => {
    for (const key of Reflect.ownKeys(holder)) {
      const { value, get, set } = Reflect.getOwnPropertyDescriptor(holder, key) ?? {};
      note(`${path}.${String(key)}`, value);
      note(`get ${path}.${String(key)}`, get);
      note(`set ${path}.${String(key)}`, set);
    }
  };
  const names = Reflect.ownKeys(window).map(String);
  walk('window', window);
  for (const name of names) {
    const { value } = Reflect.getOwnPropertyDescriptor(window, name) ?? {};
    if (typeof value !== 'function') continue;
    walk(name, value);
    if (value.prototype) walk(`${name}.prototype`, value.prototype);
  }
  const isEnumerable = (name: string) => Object.prototype.propertyIsEnumerable.call(window, name);
  return { globals: names.map((name) => (isEnumerable(name) ? `${name}!` : name)), functions };
};

/** What the second realm has in addition to the first, and what is not the same in it. */
export const compareRealms = (plain: Realm, extended: Realm) => {
  const known = new Set(plain.globals);
  const before = new Map(plain.functions);
  const isOurs = (path: string) => /(?:^|[ .])AKPush$/.test(path);
  return {
    // The one thing that must be there: an accessor that no loop over `window` meets.
    globals: extended.globals.filter((name) => !known.has(name) && name !== 'AKPush'),
    wrapped: extended.functions
      .filter(([path, looks]) => !isOurs(path) && before.get(path) !== looks)
      .map(([path]) => path),
  };
};
