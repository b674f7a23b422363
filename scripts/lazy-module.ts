import { build, type Plugin } from 'vite';

/** The module that a build gives back in one piece. */
const bundle = async (file: string, outside: RegExp): Promise<string> => {
  const result = await build({
    configFile: false,
    logLevel: 'warn',
    build: {
      write: false,
      minify: false,
      target: 'esnext',
      lib: { entry: file, formats: ['es'] },
      rolldownOptions: { external: outside },
    },
  });
  const [output] = [result].flat();
  if (!output || !('output' in output)) throw new Error(`${file}: no output`);
  return output.output[0].code;
};

/**
 * Makes a module, with all that it imports, into one function, which a browser compiles when it is first called: of a function that is only
 * defined it reads no more than where it ends. Not an arrow function: V8 reads those that are not at the top of a script whole, which takes half
 * as long again. `file` names the module, which must export one function of one argument; what `outside` names stays
 * outside of it. For scripts that are in every page and have work to do on few.
 */
export const lazyModule = (file: RegExp, outside: RegExp): Plugin => ({
  name: 'lazy-module',
  async load(id) {
    if (!file.test(id)) return null;
    const code = await bundle(id, outside);
    const [, imports, body, name] =
      /^((?:import [^;]*;\s*)*)([\s\S]*)export \{ (\w+) \};?\s*$/.exec(code) ?? [];
    if (!name || /^\s*(?:import|export)\b/m.test(body ?? ''))
      throw new Error(`${id}: it must export one function`);
    return `${imports}export const ${name} = function (argument) {\n${body}\nreturn ${name}(argument);\n};`;
  },
});
