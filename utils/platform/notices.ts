/** From the background or a page of ours to the scripts in a tab. */
import * as v from 'valibot';
import { type NoticeAnswer, noticeAnswers } from '@/utils/messages/notice-answers';
import type { Notice, NoticeName, Notices } from '@/utils/messages/protocol';
import { browser } from './browser';

/** Undefined keeps silent and leaves the answer to another frame. */
export type NoticeListeners = {
  [N in NoticeName]?: (said: Notices[N]) => NoticeAnswer<N> | undefined;
};

/** Listens in a script on a page until `signal` ends. */
export function onNotice(listeners: NoticeListeners, signal: AbortSignal): void {
  const listen = (value: unknown) => {
    if (typeof value !== 'object' || value === null || !('notice' in value)) return undefined;
    const notice = value as Notice;
    const hear = listeners[notice.notice] as ((said: object) => unknown) | undefined;
    const answer = hear?.(notice);
    return answer === undefined ? undefined : Promise.resolve(answer);
  };
  browser.runtime.onMessage.addListener(listen);
  signal.addEventListener('abort', () => browser.runtime.onMessage.removeListener(listen));
}

/**
 * Tells one tab, or one frame of it.
 * @returns the answer, undefined where all kept silent or it has another shape; null where our scripts do not run
 */
export async function tell<N extends NoticeName>(
  tab: number,
  notice: { notice: N } & Notices[N],
  frame?: number,
): Promise<NoticeAnswer<N> | undefined | null> {
  const answers: v.GenericSchema<unknown, NoticeAnswer<N>> = noticeAnswers[notice.notice];
  const sent = browser.tabs.sendMessage(tab, notice, frame === undefined ? {} : { frameId: frame });
  return sent.then(
    (answer: unknown) => {
      const parsed = v.safeParse(answers, answer);
      return parsed.success ? parsed.output : undefined;
    },
    () => null,
  );
}
