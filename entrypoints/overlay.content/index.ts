import '@/components/marks.css';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { run } from './run';

export default defineContentScript({
  // Registered at run time, for the sites the user adds: see utils/platform/sites.ts.
  registration: 'runtime',
  matches: [],
  allFrames: true,
  matchAboutBlank: true,
  matchOriginAsFallback: true,
  runAt: 'document_idle',
  // It would tell the page that we are here, and the first `postMessage` of a page takes some milliseconds.
  noScriptStartedPostMessage: true,
  main: (context) => run(context.signal),
});
