export { default as background } from '../../../entrypoints/background';
