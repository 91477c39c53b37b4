/** The browser's extension API, promises in every browser. */
export { default as browser } from 'webextension-polyfill';
