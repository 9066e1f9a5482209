import { dirname } from 'node:path';

/** The project's top folder. */
export const root = dirname(import.meta.dirname);
