// @ts-check
/** The processor time of a page's main thread: what other programs of the machine do in between does not count. */

/**
 * @param {import('puppeteer-core').Page} page
 * @returns {Promise<<R>(work: () => Promise<R>) => Promise<{ ms: number, result: R }>>} ms of the thread while `work` went on
 */
export async function threadClock(page) {
  const session = await page.createCDPSession();
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const now = async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return (metrics.find(({ name }) => name === 'ThreadTime')?.value ?? Number.NaN) * 1000;
  };
  return async (work) => {
    const began = await now();
    const result = await work();
    return { ms: (await now()) - began, result };
  };
}
