/** ZenTao 禅道, from release 18: applications stand in frames. Of what is in them nothing stable is known. */
import type { Anchors } from '../host';
import { dated } from './dated';

const code = dated('2026', 'easysoft/zentaopms, module/index/js/index.ui.js, undated');

export const zentao: Anchors = {
  frame: [code('#apps iframe[name^="app-"]')],
};
