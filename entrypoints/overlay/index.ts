import '@/components/marks.css';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { scriptLife } from '@/utils/platform/script-life';
import { run } from './run';

// No content script in WXT's sense: that one tells of itself by an event on the document, by which any page learns that
// we are there, and ends whenever a page sends the like. Where and when this one runs: utils/platform/page-scripts.ts.
export default defineUnlistedScript(() => run(scriptLife('overlay')));
