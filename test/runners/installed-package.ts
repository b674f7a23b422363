import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { root } from '../../scripts/run';

/** A folder with the examples, in which the package is installed as `npm pack` makes it. */
export interface InstalledPackage {
  folder: string;
  clear(): void;
}

/** Packs what was built, and installs it beside the frameworks that are here already: nothing is asked of a registry. */
export const installPackage = (): InstalledPackage => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'akpush-examples-'));
  const clear = (): void => rmSync(folder, { recursive: true, force: true });
  try {
    const pack = ['pack', '--ignore-scripts', '--silent', '--pack-destination', folder];
    execFileSync('npm', pack, { cwd: root, stdio: 'ignore', shell: process.platform === 'win32' });
    const [tarball = ''] = readdirSync(folder).filter((file) => file.endsWith('.tgz'));
    const modules = path.join(folder, 'node_modules');
    const own = path.join(modules, 'akpush-inspector');
    mkdirSync(own, { recursive: true });
    execFileSync('tar', ['-xzf', tarball, '-C', own, '--strip-components', '1'], { cwd: folder });
    for (const name of readdirSync(path.join(root, 'node_modules')))
      if (!name.startsWith('.akpush') && name !== 'akpush-inspector')
        symlinkSync(path.join(root, 'node_modules', name), path.join(modules, name));
    cpSync(path.join(root, 'examples'), path.join(folder, 'examples'), { recursive: true });
    return { folder, clear };
  } catch (error) {
    clear();
    throw error;
  }
};
