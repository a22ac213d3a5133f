import { Overview } from './overview';
import { readToWebview, type ToHost } from './protocol';

interface VsCodeApi {
  postMessage(message: ToHost): void;
  getState(): unknown;
  setState(state: unknown): void;
}
declare function acquireVsCodeApi(): VsCodeApi;

const host = acquireVsCodeApi();
const overview = new Overview(document.body, {
  state: host.getState(),
  keep: (state) => host.setState(state),
  send: (message) => host.postMessage(message),
});
addEventListener('message', (event) => {
  // The frame around this one speaks for the host, from the same origin; whatever else speaks is not heard.
  const message = event.origin === window.origin ? readToWebview(event.data) : undefined;
  if (message) {
    overview.show(message);
  }
});
host.postMessage({ type: 'ready' });
