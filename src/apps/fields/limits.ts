export { limits } from './shown/limits.ts';
