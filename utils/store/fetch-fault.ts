/** Why a document could not be had, as it is kept and shown. */
import type english from '@/public/_locales/en/messages.json';

/** A message, and what stands in it, the address first. */
export interface FetchFault {
  key: Extract<keyof typeof english, `fetch_${string}`>;
  names: string[];
}
