/**
 * The frame that shows the card on a page. Any page may embed it, so it holds nothing, asks the extension for nothing, and
 * shows only what comes through the first port that it is given.
 */
import { render } from 'preact';
import * as v from 'valibot';
import '@/components/tokens.css';
import '@/components/card/card.css';
import { OpenCard } from '@/components/card/OpenCard';
import { type FromCard, type Opening, ToCard } from '@/utils/messages/card';
import type { Definition } from '@/utils/messages/definition';
import { copyText } from './copy-text';

const root = document.getElementById('root')!;
/** Who waits for a concept that was asked for, by the number of the question. */
const waiting = new Map<number, (definition: Definition | null) => void>();
let questions = 0;

addEventListener('message', function greeted({ ports: [port] }) {
  if (!port) return;
  removeEventListener('message', greeted);
  const say = (message: FromCard) => port.postMessage(message);
  port.onmessage = ({ data }: MessageEvent<unknown>) => {
    const message = v.safeParse(ToCard, data);
    if (message.success) hear(message.output, say);
  };
  const point = (inside: boolean) => (event: PointerEvent) => {
    // A finger leaves whenever it is lifted.
    if (event.pointerType !== 'touch') say({ say: 'pointer', inside });
  };
  document.documentElement.addEventListener('pointerenter', point(true));
  document.documentElement.addEventListener('pointerleave', point(false));
});

function hear(message: ToCard, say: (message: FromCard) => void): void {
  if (message.say === 'open') open(message.opening, say);
  else if (message.say === 'clear') render(null, root);
  else if (message.say === 'concept') answer(message.question, message.definition);
  else root.querySelector<HTMLElement>('.card')?.focus();
}

function answer(question: number, definition: Definition | null): void {
  waiting.get(question)?.(definition);
  waiting.delete(question);
}

function open(opening: Opening, say: (message: FromCard) => void): void {
  const { number } = opening;
  waiting.clear();
  render(
    <OpenCard
      key={number}
      opening={opening}
      lookUp={(concept, word) => {
        const question = ++questions;
        say({ say: 'concept', question, concept, word });
        return new Promise((resolve) => {
          waiting.set(question, resolve);
        });
      }}
      copy={copyText}
      onDrawn={(height) => say({ say: 'drawn', number, height })}
      onPin={(pinned) => say({ say: 'pinned', pinned })}
      onClose={() => say({ say: 'close' })}
    />,
    root,
  );
}
