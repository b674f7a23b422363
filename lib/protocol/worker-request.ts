import type { EpochMs } from '../model/time';
/** A request of the worker, as a browser's network events tell of it. Times in milliseconds since the epoch. */
export interface WorkerRequest {
  url: string;
  method: string;
  headers: Record<string, string>;
  postData: string | null;
  begun: EpochMs;
  ended?: number;
  status?: number;
  responseHeaders?: Record<string, string>;
  body?: string;
  /** Why there was no answer. */
  failure?: string;
  /** Whether the panel answered in the server's place. */
  isReplaced?: boolean;
}
