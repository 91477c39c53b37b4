// @ts-check
/**
 * What our script costs a page's main thread, from Chromium's own trace. Times are of the thread's processor clock: they
 * do not count what other programs of the machine took in between, but do count what throttling adds.
 */

/**
 * @typedef {import('puppeteer-core').Page} Page
 * @typedef {{ name: string, ph: string, cat: string, pid: number, tid: number, ts: number, dur?: number, tdur?: number, args: any }} Event
 * @typedef {{ start: number, end: number, ours: number, whole: number }} Task start, end: ms of the trace; ours, whole: ms
 */

const categories = [
  'devtools.timeline',
  'disabled-by-default-devtools.timeline',
  'blink.user_timing',
  'v8.execute',
  'v8',
];

/** A task with one of these also draws the page; only what runs our script in it is ours. */
const drawing = new Set(['PrePaint', 'Layerize', 'Paint', 'Commit', 'AnimationFrame::Render']);

/**
 * @param {Page} page
 * @param {() => Promise<unknown>} work
 * @returns {Promise<Event[]>}
 */
export async function record(page, work) {
  await page.tracing.start({ categories });
  let buffer;
  try {
    await work();
  } finally {
    buffer = await page.tracing.stop();
  }
  return JSON.parse(new TextDecoder().decode(buffer)).traceEvents;
}

/**
 * Tasks of the main thread that ran a script of ours, for pages without scripts of their own.
 * @param {Event[]} events
 * @param {string} [script] how its address ends
 * @returns {Task[]} in the order of time
 */
export function ourTasks(events, script = '/overlay.js') {
  const thread = events.find((event) => isOurs(event, script));
  if (!thread) return [];
  const spans = events
    .filter(({ ph, pid, tid }) => ph === 'X' && pid === thread.pid && tid === thread.tid)
    .sort((a, b) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0));
  /** @type {Task[]} */
  const tasks = [];
  let i = 0;
  while (i < spans.length) {
    const task = /** @type {Event} */ (spans[i++]);
    if (task.name !== 'RunTask') continue;
    const end = task.ts + (task.dur ?? 0);
    /** @type {Event[]} */
    const inside = [];
    for (let next = spans[i]; next && next.ts < end; next = spans[++i]) inside.push(next);
    const measured = measure(task, inside);
    if (measured.ours > 0) tasks.push(measured);
  }
  return tasks;
}

/**
 * @param {Event} task
 * @param {Event[]} inside
 * @returns {Task}
 */
function measure(task, inside) {
  const whole = (task.tdur ?? 0) / 1000;
  const span = { start: task.ts / 1000, end: (task.ts + (task.dur ?? 0)) / 1000, whole };
  let scripts = 0;
  let until = 0;
  for (const event of inside) {
    if (event.ts < until || !runsScript(event)) continue;
    until = event.ts + (event.dur ?? 0);
    if (!isDriver(event)) scripts += (event.tdur ?? 0) / 1000;
  }
  const shared = inside.some((event) => drawing.has(event.name) || isDriver(event));
  return { ...span, ours: scripts === 0 || shared ? scripts : whole };
}

/**
 * @param {Event} event
 * @param {string} script
 */
const isOurs = ({ name, args }, script) =>
  (name === 'EvaluateScript' || name === 'FunctionCall') && String(args.data?.url ?? '').endsWith(script);

/** @param {Event} event */
const runsScript = ({ name }) =>
  name === 'EvaluateScript' || name === 'FunctionCall' || name === 'RunMicrotasks';

/**
 * What the benchmark itself runs in the page.
 * @param {Event} event
 */
const isDriver = ({ name, args }) =>
  name === 'EvaluateScript' && !/\/(?:overlay|workspace)\.js$/.test(String(args.data?.url ?? ''));

/**
 * @param {Event[]} events
 * @param {string} name of a performance mark
 * @returns {number | undefined} ms of the trace
 */
export function markAt(events, name) {
  const mark = events.find((event) => event.name === name && event.cat.includes('blink.user_timing'));
  return mark && mark.ts / 1000;
}

/**
 * @param {Task[]} tasks
 * @param {number} [from] ms of the trace
 * @param {number} [to]
 * @returns {number} ms of ours between the two
 */
export const oursWithin = (tasks, from = Number.NEGATIVE_INFINITY, to = Number.POSITIVE_INFINITY) =>
  tasks.filter(({ start, end }) => end > from && start < to).reduce((sum, { ours }) => sum + ours, 0);

/**
 * @param {Event[]} events
 * @param {number} [from] ms of the trace
 * @param {number} [to]
 * @returns {number} ms that the process of the card's frame worked on its main thread
 */
export function cardFrameMs(events, from = Number.NEGATIVE_INFINITY, to = Number.POSITIVE_INFINITY) {
  const frame = events.find(
    ({ name, args }) => name === 'FunctionCall' && /\/card(?:-[\w-]+)?\.js$/.test(args.data?.url ?? ''),
  );
  if (!frame) return Number.NaN;
  return events
    .filter(
      ({ name, ph, pid, tid }) => name === 'RunTask' && ph === 'X' && pid === frame.pid && tid === frame.tid,
    )
    .filter(({ ts, dur = 0 }) => (ts + dur) / 1000 > from && ts / 1000 < to)
    .reduce((sum, { tdur = 0 }) => sum + tdur / 1000, 0);
}

/**
 * @param {Event[]} events
 * @returns {number} ms that the main threads of all pages worked, but for what the benchmark ran
 */
export function mainThreadMs(events) {
  const threads = new Set(
    events
      .filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain')
      .map(({ pid, tid }) => `${pid} ${tid}`),
  );
  const ofThreads = events.filter(({ ph, pid, tid }) => ph === 'X' && threads.has(`${pid} ${tid}`));
  const sum = (/** @type {Event[]} */ list) => list.reduce((ms, { tdur = 0 }) => ms + tdur / 1000, 0);
  return sum(ofThreads.filter(({ name }) => name === 'RunTask')) - sum(ofThreads.filter(isDriver));
}
