const waiting: (() => void)[] = [];
let channel: MessageChannel | undefined;

/**
 * Resolves when whatever else waited has had its turn. A timer would do, but costs a millisecond at least, four in a
 * browser, each time.
 */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    if (typeof setImmediate === 'function') {
      setImmediate(resolve);
      return;
    }
    if (!channel) {
      channel = new MessageChannel();
      channel.port1.onmessage = () => waiting.shift()?.();
    }
    waiting.push(resolve);
    channel.port2.postMessage(undefined);
  });
}
