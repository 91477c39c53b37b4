/** Simplified and traditional Chinese, by OpenCC's dictionaries. For the background only: they weigh a megabyte. */
import { ConverterFactory } from 'opencc-js/core';
import characters from 'opencc-js/dict/STCharacters';
import { from, to } from 'opencc-js/preset';
import type { ConvertHan } from './variants';

type Convert = (text: string) => string;

const toSimplified = () => ConverterFactory(...to.cn!);

/**
 * @returns a function to all other scripts of a text: simplified; traditional as in general, in Taiwan, in Hong Kong, and
 *   character by character (發佈 and 發布 are both written). Its dictionaries are unfolded at the first call, which takes
 *   half a second.
 */
export function hanScripts(): ConvertHan {
  let converters: Convert[] | undefined;
  return (text) => {
    converters ??= [
      toSimplified(),
      ConverterFactory(...from.cn!),
      ConverterFactory(...from.cn!, ...to.tw!),
      ConverterFactory(...from.cn!, ...to.hk!),
      ConverterFactory([characters]),
    ];
    return converters.map((convert) => convert(text));
  };
}

/** @returns a function to the simplified form of a text, for what people type */
export function simplifier(): Convert {
  let convert: Convert | undefined;
  return (text) => {
    convert ??= toSimplified();
    return convert(text);
  };
}
