/** @returns about how many bytes the extension keeps on this machine */
export async function bytesStored(): Promise<number> {
  return (await navigator.storage.estimate()).usage ?? 0;
}
