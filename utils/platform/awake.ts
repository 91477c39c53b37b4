/** Keeps the background from being put to sleep in the middle of something. */
import { browser } from './browser';

/** ms; the browsers' limit is 30 seconds. */
const pulse = 20_000;

/**
 * Chromium ends a service worker that calls no extension API for 30 seconds, whatever else it does; one call begins the
 * count anew (developer.chrome.com, "Migrate to a service worker", "Keep a service worker alive until a long-running
 * operation is finished"). Firefox counts the same way.
 * @returns what the work comes to
 */
export async function awakeWhile<T>(work: () => Promise<T>): Promise<T> {
  const timer = setInterval(() => void browser.runtime.getPlatformInfo(), pulse);
  try {
    return await work();
  } finally {
    clearInterval(timer);
  }
}
