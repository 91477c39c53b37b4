/** Simplified and traditional Chinese, by OpenCC's dictionaries. For the background only: they weigh a megabyte. */
import * as OpenCC from 'opencc-js';
import type { ConvertHan } from './forms';

/**
 * @returns a function to all other scripts of a text: simplified, and traditional as written in general, in Taiwan and
 *   in Hong Kong. Its dictionaries are unfolded at the first call, which takes half a second.
 */
export function hanScripts(): ConvertHan {
  let converters: Array<(text: string) => string> | undefined;
  return (text) => {
    converters ??= [
      OpenCC.Converter({ from: 't', to: 'cn' }),
      OpenCC.Converter({ from: 'cn', to: 't' }),
      OpenCC.Converter({ from: 'cn', to: 'tw' }),
      OpenCC.Converter({ from: 'cn', to: 'hk' }),
    ];
    return converters.map((convert) => convert(text));
  };
}

/** @returns a function to the simplified form of a text, for what people type */
export function simplifier(): (text: string) => string {
  let convert: ((text: string) => string) | undefined;
  return (text) => {
    convert ??= OpenCC.Converter({ from: 't', to: 'cn' });
    return convert(text);
  };
}
