import type { Runtime } from 'webextension-polyfill';
import type { FrameAddress } from '../protocol/page';
import { type PortKind, readPortName } from '../protocol/port-name';
import { type Line, lineOver } from './line';
import { whoAsks } from './who-asks';

/** Takes the ports that the extension's own pages open, each by what it is for. Others are closed: a content script that was taken over could read another tab. */
export const servePorts = (
  runtime: Pick<Runtime.Static, 'id' | 'getURL' | 'onConnect'>,
  takers: Record<PortKind, (line: Line, address: FrameAddress) => void>,
): void => {
  runtime.onConnect.addListener((port) => {
    const purpose = readPortName(port.name);
    if (purpose && whoAsks(runtime, port.sender) === 'own-page')
      takers[purpose.kind](lineOver(port), purpose.address);
    else port.disconnect();
  });
};
