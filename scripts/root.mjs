// @ts-check
import { fileURLToPath } from 'node:url';

/** Absolute path of the checkout, ending in a slash. */
export const root = fileURLToPath(new URL('../', import.meta.url));
