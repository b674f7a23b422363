import {
  buildFolder,
  contentScripts,
  isolatedScripts,
  readBuild,
  scriptsOf,
  sizeOf,
} from '../built-extension';
import type { Line } from './report';

/** Bytes of what a page gets, and of the panel. */
export const measureSize = (): Line[] => {
  const build = readBuild(buildFolder('chromium'));
  const hook = sizeOf(build, contentScripts(build, 'MAIN'));
  const bridge = sizeOf(build, isolatedScripts(build));
  const reader = sizeOf(build, ['reader.js']);
  const panel = sizeOf(build, scriptsOf(build, 'panel.html'));
  const line = (what: string, bytes: number, goal?: number): Line => ({
    what,
    value: bytes / 1024,
    unit: 'KB',
    ...(goal !== undefined && { goal }),
  });
  return [
    line('hook, raw', hook.raw),
    line('hook, gzip', hook.gzip, 6.5),
    line('keeper and bridge, raw', bridge.raw),
    line('keeper and bridge, gzip', bridge.gzip),
    line('hook, keeper and bridge, gzip', hook.gzip + bridge.gzip, 12),
    line('reader (while somebody inspects), gzip', reader.gzip),
    line("panel's scripts, raw", panel.raw),
    line("panel's scripts, gzip", panel.gzip, 80),
  ];
};
