/** mark.js brings no types; this is what is used of it. */
declare module 'mark.js' {
  export default class Mark {
    constructor(context: Element);
    mark(
      terms: string[],
      options: { separateWordSearch: boolean; accuracy: 'exactly'; done: () => void },
    ): void;
  }
}
