// @ts-check
/** What is promised, and whether it is kept. */

/** @typedef {import('./run.mjs').Figures} Figures */

/** @type {Array<{ what: string, figure: string, least?: number, most?: number, unit: string }>} */
const budgets = [
  {
    what: 'scan, 5,000 terms, against the best regular expression',
    figure: 'scan5000_vs_regex',
    least: 15,
    unit: '×',
  },
  { what: '  the same, on a page read once', figure: 'first_scan5000_vs_regex', least: 15, unit: '×' },
  { what: '  against the usual one, longest first', figure: 'scan5000_vs_regex_longest_first', unit: '×' },
  { what: '  against mark.js', figure: 'scan5000_vs_markjs', least: 1000, unit: '×' },
  { what: '  against Aho–Corasick', figure: 'scan5000_vs_ahocorasick', unit: '×' },
  { what: '  the same, on a page read once', figure: 'first_scan5000_vs_ahocorasick', unit: '×' },
  { what: '  over the bare walk of the text nodes', figure: 'scan5000_over_walk', most: 10, unit: '×' },
  { what: 'scan, 200,000 terms over 5,000', figure: 'scan_growth_200000_over_5000', most: 1.5, unit: '×' },
  { what: '  the same, Chinese page', figure: 'scan_growth_200000_over_5000_chinese', most: 1.5, unit: '×' },
  {
    what: 'start on a page, 200,000 terms over 5,000',
    figure: 'start_growth_200000_over_5000',
    most: 1.5,
    unit: '×',
  },
  { what: '  main thread, to the first mark', figure: 'start_main_thread_ms', most: 10, unit: 'ms' },
  { what: 'memory in a page, 5,000 terms', figure: 'page_memory_mb_5000', most: 2, unit: 'MB' },
  { what: '  200,000 terms', figure: 'page_memory_mb_200000', most: 2, unit: 'MB' },
  {
    what: 'longest task, 1 MB page, throttled 4 times',
    figure: 'longest_task_ms_throttled4',
    most: 50,
    unit: 'ms',
  },
  { what: 'keystroke in an editor or a field', figure: 'keystroke_ms', unit: 'ms' },
  { what: 'change of 1,000 nodes', figure: 'change_1000_nodes_ms', unit: 'ms' },
  { what: 'hover to card', figure: 'hover_to_card_ms', most: 100, unit: 'ms' },
  { what: '  processor time of page and card', figure: 'hover_to_card_ours_ms', most: 16, unit: 'ms' },
  { what: '  wait behind the pointer at rest', figure: 'hover_behind_rest_ms', unit: 'ms' },
  { what: 'search as you type, 200,000 terms, p95', figure: 'search_p95_ms_200000', most: 16, unit: 'ms' },
  { what: 'change of view to panel', figure: 'panel_follow_ms', most: 100, unit: 'ms' },
  {
    what: '  board of 2,000 cards scrolled through, more',
    figure: 'panel_board2000_scroll_more_ms',
    unit: 'ms',
  },
  { what: '  memory in the page', figure: 'panel_memory_mb', unit: 'MB' },
  { what: 'overlay script, gzipped', figure: 'overlay_gzip_kb', most: 40, unit: 'kB' },
];

/**
 * @param {Figures} figures
 * @returns {string[]} lines of a table: what, figure, budget, ok or over
 */
export function tableOf(figures) {
  return budgets.flatMap(({ what, figure, least, most, unit }) => {
    const value = figures[figure];
    if (typeof value !== 'number') return [];
    const isKept =
      value >= (least ?? Number.NEGATIVE_INFINITY) && value <= (most ?? Number.POSITIVE_INFINITY);
    const budget = least !== undefined ? `≥ ${least} ${unit}` : most !== undefined ? `≤ ${most} ${unit}` : '';
    const verdict = budget === '' ? '' : isKept ? 'ok' : 'over';
    return [
      `${what.padEnd(56)} ${`${rounded(value)} ${unit}`.padStart(12)}   ${budget.padEnd(10)} ${verdict}`,
    ];
  });
}

/** @param {number} value */
export const rounded = (value) => (value >= 100 ? Math.round(value) : Number(value.toPrecision(3)));
