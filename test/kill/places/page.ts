export { default as bridge } from '../../../entrypoints/bridge';
export { watchState } from '../../../entrypoints/reader/watch-state';
