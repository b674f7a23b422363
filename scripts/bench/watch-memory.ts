import { readdirSync, readFileSync } from 'node:fs';

/** The most memory that a program had at a time, MB of RSS: pages that processes share count in each. */
export interface UsedMemory {
  own: number;
  /** All processes that it has started, and those that they have. */
  others: number;
}

/** How often is looked, milliseconds. */
const lookEvery = 250;

const megabyte = 1024;

interface Process {
  parent: number;
  /** KB. */
  memory: number;
}

/** The processes of this machine by their numbers, from /proc; empty where there is none. */
const readProcesses = (): Map<number, Process> => {
  const processes = new Map<number, Process>();
  let names: string[] = [];
  try {
    names = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  } catch {
    return processes;
  }
  for (const name of names)
    try {
      const status = readFileSync(`/proc/${name}/status`, 'utf8');
      const read = (field: string): number =>
        Number(new RegExp(`^${field}:\\s+(\\d+)`, 'm').exec(status)?.[1] ?? 0);
      processes.set(Number(name), { parent: read('PPid'), memory: read('VmRSS') });
    } catch {
      // It has ended meanwhile.
    }
  return processes;
};

/** Whether a process was started by another, or by one that it has started. */
const isOf = (processes: ReadonlyMap<number, Process>, id: number, ancestor: number): boolean => {
  const parent = processes.get(id)?.parent;
  return (
    parent !== undefined &&
    parent !== 0 &&
    (parent === ancestor || isOf(processes, parent, ancestor))
  );
};

/** The memory that a program and those that it has started have now; `undefined` where it has ended, or the system tells nothing of processes. */
export const memoryOf = (pid: number): UsedMemory | undefined => {
  const processes = readProcesses();
  const root = processes.get(pid);
  if (!root) return undefined;
  const started = [...processes].filter(([id]) => isOf(processes, id, pid));
  const sum = started.reduce((all, [, { memory }]) => all + memory, 0);
  return { own: root.memory / megabyte, others: sum / megabyte };
};

/** Watches a program's memory until it is stopped, and that of its browsers; then gives the most of each, `undefined` where the system tells nothing of processes. */
export const watchMemory = (pid: number | undefined): { stop(): UsedMemory | undefined } => {
  let most: UsedMemory | undefined;
  const look = (): void => {
    const now = pid === undefined ? undefined : memoryOf(pid);
    if (now)
      most = {
        own: Math.max(most?.own ?? 0, now.own),
        others: Math.max(most?.others ?? 0, now.others),
      };
  };
  const looking = setInterval(look, lookEvery);
  return {
    stop() {
      clearInterval(looking);
      return most;
    },
  };
};
