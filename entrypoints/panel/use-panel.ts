/** What the panel knows of its tab: what is in view there, what belongs to it, which words are marked. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Context, WordHere } from '@/utils/messages/context';
import type { DraftWord } from '@/utils/messages/draft';
import type { FromPanel, ToPanel } from '@/utils/messages/panel';
import type { Send } from '@/utils/messages/send';
import type { View } from '@/utils/messages/view';
import type { PanelBrowser } from '@/utils/platform/panel-browser';
import type { PanelLink } from '@/utils/platform/panel-link';

/** ms between two looks for marked words, while the panel is seen; and until a lost page is asked for again */
const every = 1500;

export interface PanelState {
  /** undefined: not known yet; null: the page may not be read */
  view: View | null | undefined;
  /** undefined: not known yet; null: there is no handbook */
  context: Context | null | undefined;
  words: WordHere[];
  /** The page took our element away again and again. */
  givenUp: boolean;
  /** Words of what is being written. */
  draft: DraftWord[];
  /** How often the reader wished to ask about what is in view. */
  asks: number;
  /** A report of the page was copied. */
  copied: boolean;
}

const nothing: PanelState = {
  view: undefined,
  context: undefined,
  words: [],
  draft: [],
  asks: 0,
  givenUp: false,
  copied: false,
};

export interface PanelUse extends PanelState {
  /** Something that changes what belongs to the view. */
  act(action: (view: View) => Promise<Context | null>): void;
  say(message: FromPanel): void;
}

/** @param tab undefined: not known yet */
export function usePanel(send: Send, browser: PanelBrowser, tab: number | null | undefined): PanelUse {
  const [state, setState] = useState(nothing);
  const link = useRef<PanelLink | null>(null);
  const inView = useRef<View | null>(null);
  /** Counts questions: an answer that was overtaken is of no use. */
  const asked = useRef(0);

  const ask = async (question: Promise<Context | null>) => {
    const turn = ++asked.current;
    const context = await question.catch(() => undefined);
    if (turn === asked.current && context !== undefined) setState((state) => ({ ...state, context }));
  };

  useEffect(() => {
    asked.current++;
    setState(tab === null ? { ...nothing, view: null } : nothing);
    if (tab === null || tab === undefined) return;
    const end = new AbortController();
    let retry = 0;
    const see = (view: View) => {
      inView.current = view;
      // What belongs to another view goes at once, before the answer for this one is there.
      setState((state) => ({
        ...state,
        view,
        context: isSame(state.view, view) ? state.context : undefined,
      }));
      void ask(send('context', { view }));
    };
    const connect = () => {
      link.current = browser.link(
        tab,
        (message) => {
          if (end.signal.aborted) return;
          hear(message);
        },
        () => {
          if (!end.signal.aborted) void lost();
        },
      );
    };
    /** Without our script on it, a page is known by address and title. */
    const lost = async () => {
      link.current = null;
      retry = window.setTimeout(connect, every);
      const page = await browser.page(tab).catch(() => null);
      if (end.signal.aborted || link.current) return;
      if (page) see(unread(page));
      else setState({ ...nothing, view: null });
    };
    const lookForWords = async () => {
      if (document.hidden) return;
      const words = await send('context.words', { tab }).catch(() => []);
      if (!end.signal.aborted)
        setState((state) =>
          JSON.stringify(state.words) === JSON.stringify(words) ? state : { ...state, words },
        );
    };
    const hear = (message: ToPanel) => {
      switch (message.say) {
        case 'view':
          return see(message.view);
        case 'draft':
          return void check(message.text);
        case 'report':
          return void copy(message.text);
        case 'ask':
          return setState((state) => ({ ...state, asks: state.asks + 1 }));
        case 'given-up':
          return setState((state) => ({ ...state, givenUp: true }));
      }
    };
    let checked = 0;
    const check = async (text: string) => {
      const turn = ++checked;
      const view = inView.current;
      const draft = text && view ? await send('draft.words', { view, text }).catch(() => []) : [];
      if (!end.signal.aborted && turn === checked) setState((state) => ({ ...state, draft }));
    };
    const copy = async (text: string) => {
      const copied = await navigator.clipboard.writeText(text).then(
        () => true,
        () => false, // the panel has lost the focus meanwhile
      );
      if (!end.signal.aborted) setState((state) => ({ ...state, copied }));
    };
    connect();
    void lookForWords();
    const looking = setInterval(lookForWords, every);
    return () => {
      end.abort();
      clearTimeout(retry);
      clearInterval(looking);
      link.current?.close();
      link.current = null;
    };
  }, [tab]);

  return {
    ...state,
    act(action) {
      if (state.view) void ask(action(state.view));
    },
    say: (message) => link.current?.send(message),
  };
}

/** Whether what belongs to the one may stay while the other is asked about. */
function isSame(one: View | null | undefined, other: View): boolean {
  return (
    one?.host === other.host && one.id === other.id && one.kind === other.kind && one.title === other.title
  );
}

function unread({ url, title }: { url: string; title: string }): View {
  return {
    host: 'page',
    kind: 'page',
    url: url.slice(0, 4000),
    title: title.slice(0, 300),
    labels: [],
    people: [],
    missing: [],
    doubtful: [],
    dark: false,
  };
}
