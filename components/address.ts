/** Reads addresses that people type. */
import type { MessageKey } from '@/utils/messages/translate';

export type ReadAddress = { address: URL; problem?: never } | { problem: MessageKey; address?: never };

/**
 * @param text an address as typed; without a scheme https is meant, on this machine http
 * @returns the address, or the message that says what is wrong with it
 */
export function readAddress(text: string): ReadAddress {
  const typed = text.trim();
  if (!typed) return { problem: 'address_empty' };
  const local = /^(localhost|127\.|\[::1\])/i.test(typed);
  const whole = /^[a-z][a-z0-9+.-]*:\/\//i.test(typed) ? typed : `${local ? 'http' : 'https'}://${typed}`;
  if (!URL.canParse(whole)) return { problem: 'address_broken' };
  const address = new URL(whole);
  if (!/^https?:$/.test(address.protocol)) return { problem: 'address_not_web' };
  // fetch() refuses such an address, and it would be shown in the clear.
  if (address.username || address.password) return { problem: 'address_secret' };
  return { address };
}

/** @returns whether `text` can be the value of an HTTP header (RFC 9110, field-value) */
export function isHeaderValue(text: string): boolean {
  return /^[\t\x20-\x7e\x80-\xff]*$/.test(text);
}
