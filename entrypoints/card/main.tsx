/**
 * The frame that shows the card on a page. Any page may embed it, so it holds nothing, asks the extension for nothing, and
 * shows only what comes through the first port that it is given.
 */
import { render } from 'preact';
import '@/components/tokens.css';
import '@/components/card/card.css';
import { OpenCard } from '@/components/card/OpenCard';
import type { FromCard, Opening, ToCard } from '@/utils/messages/card';
import type { Definition } from '@/utils/messages/protocol';
import { copyText } from './copy-text';

const root = document.getElementById('root')!;
/** Who waits for a concept that was asked for. */
const waiting = new Map<string, (definition: Definition | null) => void>();

addEventListener('message', function greeted({ ports: [port] }) {
  if (!port) return;
  removeEventListener('message', greeted);
  const say = (message: FromCard) => port.postMessage(message);
  port.onmessage = ({ data }: MessageEvent<ToCard>) => {
    if (data.say === 'open') open(data.opening, say);
    else if (data.say === 'clear') render(null, root);
    else if (data.say === 'turn') waiting.get(data.concept)?.(data.definition);
    else root.querySelector<HTMLElement>('.card')?.focus();
  };
  const point = (inside: boolean) => (event: PointerEvent) => {
    // A finger leaves whenever it is lifted.
    if (event.pointerType !== 'touch') say({ say: 'pointer', inside });
  };
  document.documentElement.addEventListener('pointerenter', point(true));
  document.documentElement.addEventListener('pointerleave', point(false));
});

function open(opening: Opening, say: (message: FromCard) => void): void {
  const { number } = opening;
  render(
    <OpenCard
      key={number}
      opening={opening}
      lookUp={(concept) => {
        say({ say: 'concept', concept });
        return new Promise((resolve) => {
          waiting.set(concept, resolve);
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
