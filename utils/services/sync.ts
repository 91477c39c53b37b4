/** Keeps the handbook in use up to date: at start, on a schedule, and by hand. */
import { readFormat } from '@/utils/handbook/read';
import type { HandbookStatus } from '@/utils/messages/protocol';
import type { FetchFault } from '@/utils/store/fetch-fault';
import type { Bytes, HandbookAbout, HandbookStore, SyncState } from '@/utils/store/handbook-store';
import { type Settings, sourceSettings } from '@/utils/store/settings';
import { afterFailure, afterSuccess, nextCheck } from './check-times';
import type { Net } from './fetch-document';
import { handbookStatus } from './handbook-status';
import { type Loaded, loadHandbook, loadSample, readAgain } from './load-handbook';
import type { Loading } from './load-part';

export type SyncSettings = Pick<
  Settings,
  'source' | 'address' | 'authorization' | 'cookies' | 'refreshEvery'
>;

/** `hand` always looks; `start` does unless the last check failed a short while ago; `schedule` when it is time. */
export type Occasion = 'hand' | 'start' | 'schedule';

export interface SyncNeeds {
  store: HandbookStore;
  net: Net;
  /** From 0 to 1. */
  random: () => number;
  settings: () => Promise<SyncSettings>;
  /** Bytes of the handbook bundled with the extension. */
  sample: () => Promise<Bytes>;
  /** The reader's languages, the best first. */
  languages: () => Promise<readonly string[]>;
  /** Another handbook, or none, is in use from now on; not called where the content is the same. */
  onChange: () => void;
  /** Ends what is under way and everything after it. */
  signal?: AbortSignal;
}

export interface Sync {
  /**
   * Looks for a new revision. One check runs at a time: whoever asks meanwhile gets its result; a check under
   * other settings ends it.
   */
  check(occasion: Occasion): Promise<HandbookStatus>;
  status(): Promise<HandbookStatus>;
}

export function createSync(needs: SyncNeeds): Sync {
  const { store, net, signal } = needs;
  let running: { settings: string; done: Promise<void>; ended: AbortController } | null = null;
  /** The state where a full disk did not take it. */
  let unsaved: SyncState | null = null;
  signal?.addEventListener('abort', () => running?.ended.abort(signal.reason), { once: true });

  async function stateOf(settings: SyncSettings): Promise<SyncState> {
    const of = `${settings.source} ${settings.address}`;
    const state = unsaved ?? (await store.syncState());
    return state?.of === of ? state : { of, failures: 0 };
  }

  async function saveState(state: SyncState): Promise<void> {
    unsaved = state;
    try {
      await store.saveSyncState(state);
      unsaved = null;
    } catch (error) {
      console.error('state of the checks:', error);
    }
  }

  async function isDue(occasion: Occasion, settings: SyncSettings): Promise<boolean> {
    if (occasion === 'hand' || isOfAnotherRelease(await store.about())) return true;
    const state = await stateOf(settings);
    if (occasion === 'start' && state.failures === 0) return true;
    // The sample changes only with the extension, which starts anew then.
    if (settings.source !== 'address') return state.checkedAt === undefined;
    const now = net.now();
    return now >= nextCheck(state, now, settings.refreshEvery);
  }

  async function load(settings: SyncSettings, signal: AbortSignal): Promise<Loaded> {
    const loading = { store, net, signal };
    const current = await inUse(loading);
    if (settings.source === 'address') return loadHandbook(settings, current, loading);
    const bytes = await needs.sample().catch(() => null);
    return bytes ? loadSample(bytes, current, loading) : { fault: { key: 'fetch_sample', names: [] } };
  }

  /** What was read by another release is read again first; if that cannot be done, it counts for nothing. */
  async function inUse(loading: Loading): Promise<HandbookAbout | null> {
    const about = await store.about();
    if (!isOfAnotherRelease(about)) return about;
    const next = await readAgain(about, loading);
    loading.signal.throwIfAborted();
    if (!next || (await put({ next })).fault) return null;
    needs.onChange();
    return next.about;
  }

  /** @returns whether another handbook is in use now, and what went wrong */
  async function put({ next, validators }: Loaded): Promise<{ changed: boolean; fault?: FetchFault }> {
    try {
      if (next) {
        const before = await store.about();
        await store.replace(next.about, next.handbook, next.documents);
        return { changed: before?.id !== next.about.id };
      }
      if (validators) await store.revalidate(validators);
      return { changed: false };
    } catch {
      // A full disk, most often; the handbook in use stays.
      return { changed: false, fault: { key: 'fetch_not_stored', names: [] } };
    }
  }

  async function run(settings: SyncSettings, signal: AbortSignal): Promise<void> {
    if (settings.source === 'none') {
      const had = await store.about();
      await store.clear();
      unsaved = null;
      if (had) needs.onChange();
      return;
    }
    const state = await stateOf(settings);
    const loaded = await load(settings, signal);
    signal.throwIfAborted();
    const { changed, fault = loaded.fault } = await put(loaded);
    if (changed) needs.onChange();
    const now = net.now();
    const { error: _error, nextCheckAt: _nextCheckAt, ...rest } = state;
    const failures = fault ? state.failures + 1 : 0;
    const every = settings.refreshEvery;
    await saveState({
      ...rest,
      failures,
      ...(fault ? { error: { ...fault, at: now } } : { checkedAt: now }),
      ...(settings.source === 'address' && {
        nextCheckAt: fault
          ? afterFailure(now, failures, every, needs.random(), loaded.retryAfter)
          : afterSuccess(now, every, needs.random()),
      }),
    });
  }

  async function status(): Promise<HandbookStatus> {
    const settings = await needs.settings();
    const [about, state, languages] = await Promise.all([
      store.about(),
      stateOf(settings),
      needs.languages(),
    ]);
    const setting =
      settings.source === 'address'
        ? { source: settings.source, address: settings.address }
        : { source: settings.source };
    const due = nextCheck(state, net.now(), settings.refreshEvery);
    const next = state.nextCheckAt === undefined ? state : { ...state, nextCheckAt: due };
    return handbookStatus(setting, about, next, languages, running !== null);
  }

  async function check(occasion: Occasion): Promise<HandbookStatus> {
    if (await isDue(occasion, await needs.settings())) await share();
    return status();
  }

  async function share(): Promise<void> {
    // Read anew after each wait: what was read before may be older than the settings of the check under way.
    let settings = await needs.settings();
    while (running && running.settings !== keyOf(settings)) {
      running.ended.abort();
      await running.done.catch(() => {});
      settings = await needs.settings();
    }
    if (signal?.aborted) return;
    if (!running) {
      const ended = new AbortController();
      const done = run(settings, ended.signal)
        .catch((error) => {
          if (!ended.signal.aborted) throw error;
        })
        .finally(() => {
          running = null;
        });
      running = { settings: keyOf(settings), done, ended };
    }
    await running.done;
  }

  return { check, status };
}

/** @returns what a check depends on; checks with the same are one */
function keyOf(settings: SyncSettings): string {
  return JSON.stringify(sourceSettings.map((name) => settings[name]));
}

function isOfAnotherRelease(about: HandbookAbout | null): about is HandbookAbout {
  return about !== null && about.readFormat !== readFormat;
}
