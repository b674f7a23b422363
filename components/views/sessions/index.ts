/** Sessions: the list and files, a chunk of its own. */
export { ExportDialog } from './ExportDialog';
export { FileApp } from './FileApp';
export { type Opened, openFile } from './open-file';
export { openKept } from './open-kept';
export { SessionsView } from './SessionsView';
