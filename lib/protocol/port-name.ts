import type { FrameAddress } from './page';

/** What an own page opens a port to the background for. `panel`: the line to a page; `live`: its tab's workers are watched for as long as it is open. */
export type PortKind = 'panel' | 'live';

/** What a port is for, and of which page. */
export interface PortPurpose {
  kind: PortKind;
  address: FrameAddress;
}

/** The name of a port says what it is for. */
export const portName = ({ kind, address: { tab, frame } }: PortPurpose): string =>
  `${kind}:${tab}:${frame}`;

/** What a name says; `undefined` when it is none of ours. */
export const readPortName = (name: string): PortPurpose | undefined => {
  const [, kind, tab, frame] = /^(panel|live):(\d+):(\d+)$/.exec(name) ?? [];
  return kind === undefined
    ? undefined
    : { kind: kind as PortKind, address: { tab: Number(tab), frame: Number(frame) } };
};
