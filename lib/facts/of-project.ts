import type { EntryWith } from '../model/session';
import type { SdkFacts } from './sdk-facts';

/** The project that an address of Firebase's API names (`/v1/projects/<id>/…`). */
const projectIn = (url: string): string | undefined => /\/v1\/projects\/([^/?#]+)\//.exec(url)?.[1];

/** Whether a request is of the SDK's own project of Firebase, by its address: a site can have another one for itself. True where nothing tells. */
export const isOfProject =
  (sdk: SdkFacts | undefined) =>
  ({ detail }: EntryWith<'request'>): boolean => {
    const wanted = sdk?.config?.firebaseProjectId;
    const project = projectIn(detail.url);
    return wanted === undefined || project === undefined || project === wanted;
  };
