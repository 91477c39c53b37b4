import '@/components/marks.css';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { run } from './run';

export default defineContentScript({
  // Where and when it runs is said at run time, for the sites the user adds: utils/platform/overlay-script.ts.
  registration: 'runtime',
  matches: [],
  // The first `postMessage` of a page takes some milliseconds.
  noScriptStartedPostMessage: true,
  main: (context) => run(context.signal),
});
