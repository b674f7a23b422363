import { describe, expect, it } from 'vitest';
import type { MadeStep } from '../../../lib/model/entry';
import type { WorkerSignal } from '../../../lib/protocol/live-signal';
import { traceOf } from '../../../lib/push/live-log';

const woken: MadeStep = {
  kind: 'worker-step',
  name: 'woken',
  status: 'ok',
  time: 5,
  detail: {},
};
const event = (number: number, at: number, isSent?: true): WorkerSignal => ({
  what: 'event',
  event: number,
  type: 'push',
  at,
  data: number === 1 ? '{"title":"Ours"}' : '{"title":"Another"}',
  ...(isSent && { isSent }),
});
const wait = (number: number, at: number): WorkerSignal => ({
  what: 'wait',
  event: number,
  wait: 0,
  at,
  status: 'pending',
});
const show = (step: number, title: string, at: number): WorkerSignal => ({
  what: 'step',
  step,
  name: 'showNotification',
  at,
  data: { title },
});
const end = (number: number, at: number): WorkerSignal => ({
  what: 'end',
  event: number,
  at,
  before: [],
  notifications: [],
});
const request = (url: string, begun: number): WorkerSignal => ({
  what: 'request',
  id: url,
  request: {
    url,
    method: 'GET',
    headers: {},
    postData: null,
    begun,
    ended: begun + 1,
    status: 200,
  },
});
const ack = 'https://hub.test/?a';
const trace = (signals: WorkerSignal[], problem?: { name: string; message: string }) =>
  traceOf({ signals, steps: [woken], ...(problem && { problem }) }, { [ack]: 'ack' });
const stepsOf = ({ steps }: ReturnType<typeof traceOf>) =>
  steps.map(({ name, status }) => `${name} ${status}`);

describe('the trace of a push that was sent', () => {
  it('has what the handler did, in order, with the names that the push gives', () => {
    const seen = [
      event(1, 10, true),
      wait(1, 11),
      request(ack, 12),
      show(1, 'Ours', 14),
      { what: 'stepEnd', step: 1, took: 1 } as const,
      end(1, 20),
    ];
    expect(stepsOf(trace(seen))).toEqual([
      'woken ok',
      'handler ok',
      'waitUntil pending',
      'ack ok',
      'showNotification ok',
      'notifications ok',
    ]);
  });

  it('has nothing of a push that came meanwhile', () => {
    const seen = [event(1, 10, true), event(2, 11), show(1, 'Another', 12), show(2, 'Ours', 13)];
    const { steps } = trace([...seen, end(2, 14), end(1, 15)]);
    expect(steps.filter(({ name }) => name === 'showNotification')).toHaveLength(1);
    expect(steps.find(({ name }) => name === 'showNotification')?.detail).toMatchObject({
      data: { title: 'Ours' },
    });
  });

  it('has what is seen where nobody looks into the worker', () => {
    expect(stepsOf(trace([request(ack, 12)]))).toEqual(['woken ok', 'ack ok']);
  });

  it('has all that was done by a worker that was stopped, and that it was', () => {
    const seen = [event(1, 10, true), show(1, 'Ours', 11), { what: 'stopped', at: 12 } as const];
    const problem = { name: 'WorkerStopped', message: '' };
    const stopped = trace(seen, problem);
    expect(stepsOf(stopped)).toEqual([
      'woken ok',
      'handler ok',
      'showNotification failed',
      'stopped failed',
    ]);
    expect(stopped.problem).toEqual(problem);
  });

  it('tells that its end was not seen', () => {
    const seen = [event(1, 10, true)];
    expect(stepsOf(trace(seen, { name: 'WatchEnded', message: '' }))).toContain('unwatched ok');
  });
});
