// @ts-check

/** ms; a frame that is there answers sooner. */
const patience = 5_000;

/**
 * Runs something in a frame that may go meanwhile: in Chromium such a question is sometimes never answered, nor refused.
 * @template R
 * @param {Promise<R>} answer
 * @returns {Promise<R | null>} null: the frame has gone
 */
export async function unlessGone(answer) {
  /** @type {NodeJS.Timeout | undefined} */
  let timer;
  const late = new Promise((resolve) => {
    timer = setTimeout(resolve, patience, null);
  });
  try {
    return await Promise.race([answer.catch(() => null), /** @type {Promise<null>} */ (late)]);
  } finally {
    clearTimeout(timer);
  }
}
