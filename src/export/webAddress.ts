/** Only http and https addresses become links in reports; anything else (javascript:, data:) stays text. */
export function isWebAddress(address: string): boolean {
  return /^https?:\/\/[^\s<>"'`\\]+$/i.test(address);
}
