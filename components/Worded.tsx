import type { Worded as Wording } from '@/utils/messages/definition';

/** Text of the handbook, marked with the language it is written in, so that it is read out as such. */
export function Worded({ text }: { text: Wording }) {
  return <span lang={text.language}>{text.text}</span>;
}
