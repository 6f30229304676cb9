// Live events. The stream is read with fetch, because a token needs a header, which EventSource cannot send.
//
// A browser opens at most six connections to a server for all its tabs. So a page has one stream, and none while its tab
// is hidden.

import { request } from "./api.js";

const FIRST_PAUSE = 500;
const MAX_PAUSE = 15_000;

// Calls `receive(name, data)` for each event, `connected()` after each connect, and `status(text)` when it changes.
export function listen({ receive, connected, status }) {
  let stream = null;
  const connect = () => {
    stream ??= new Stream({ receive, connected, status });
  };
  const disconnect = () => {
    stream?.stop();
    stream = null;
  };
  document.addEventListener("visibilitychange", () => (document.hidden ? disconnect() : connect()));
  addEventListener("pagehide", disconnect);
  addEventListener("pageshow", () => !document.hidden && connect());
  if (!document.hidden) connect();
}

class Stream {
  constructor(handlers) {
    this.handlers = handlers;
    this.abort = new AbortController();
    this.run();
  }

  stop() {
    this.abort.abort();
  }

  async run() {
    let pause = FIRST_PAUSE;
    while (!this.abort.signal.aborted) {
      try {
        const { address, headers } = request("/_emulator/events");
        const response = await fetch(address, { headers, signal: this.abort.signal });
        if (response.ok) {
          pause = FIRST_PAUSE;
          this.handlers.status("live");
          this.handlers.connected();
          await this.read(response.body.getReader());
        }
      } catch {
        // The emulator has stopped, or this page goes away.
      }
      if (this.abort.signal.aborted) return;
      this.handlers.status("reconnecting");
      await new Promise((done) => setTimeout(done, pause));
      pause = Math.min(pause * 2, MAX_PAUSE);
    }
  }

  async read(reader) {
    const decoder = new TextDecoder();
    let text = "";
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      text += decoder.decode(value, { stream: true });
      const blocks = text.split("\n\n");
      text = blocks.pop();
      for (const block of blocks) this.dispatch(block);
    }
  }

  dispatch(block) {
    const field = (name) =>
      block
        .split("\n")
        .find((line) => line.startsWith(`${name}: `))
        ?.slice(name.length + 2);
    const name = field("event");
    if (name === undefined) return;
    let data = null;
    try {
      data = JSON.parse(field("data"));
    } catch {
      // An event without data.
    }
    this.handlers.receive(name, data);
  }
}

// Returns a function that calls `action` soon: once for many calls, and never twice at the same time.
export function coalesce(action, wait = 300) {
  let timer = null;
  let isRunning = false;
  let isWanted = false;
  const run = async () => {
    timer = null;
    isRunning = true;
    isWanted = false;
    try {
      await action();
    } finally {
      isRunning = false;
      if (isWanted) schedule();
    }
  };
  const schedule = () => {
    isWanted = true;
    if (!isRunning) timer ??= setTimeout(run, wait);
  };
  return schedule;
}
