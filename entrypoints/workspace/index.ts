import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { scriptLife } from '@/utils/platform/script-life';
import { run } from './run';

// No content script in WXT's sense, for the same reasons as the overlay. Where and when it runs: utils/platform/page-scripts.ts.
export default defineUnlistedScript(() => run(scriptLife('workspace')));
