import { useEffect, useRef, useState } from 'preact/hooks';
import type { Send } from '@/utils/messages/send';
import type { PanelBrowser } from '@/utils/platform/panel-browser';
import { createPanelModel, nothing, type PanelModel, type PanelState } from './panel-model';

const idle: PanelModel = { act() {}, retry() {}, say() {} };

/**
 * @param tab undefined: not known yet; null: there is none
 * @returns what is known of the tab, and what may be done about it
 */
export function usePanel(
  send: Send,
  browser: PanelBrowser,
  tab: number | null | undefined,
): PanelState & PanelModel {
  const [state, setState] = useState(nothing);
  const model = useRef(idle);
  useEffect(() => {
    setState(tab === null ? { ...nothing, view: null } : nothing);
    if (tab === null || tab === undefined) return;
    const end = new AbortController();
    model.current = createPanelModel(send, browser, tab, setState, end.signal);
    return () => {
      end.abort();
      model.current = idle;
    };
  }, [tab]);
  return {
    ...state,
    act: (action) => model.current.act(action),
    retry: () => model.current.retry(),
    say: (message) => model.current.say(message),
  };
}
