// The page of one resource: reads it, draws it if it has changed, and reads it again at its next change.

import { href } from "./address.js";
import { el, update } from "./dom.js";
import { errorBox } from "./notice.js";
import { alarm } from "./time.js";

// `read` gets the data. `present` returns the content to compare, how to draw it, and the milliseconds until it changes,
// or null. `failure` and `all` are the texts of an error and of its link.
export async function view(root, { read, present, failure, all }) {
  const problem = el("div", {});
  const body = el("div", {});
  update(root, problem, body);
  let shown = "";
  const refresh = async () => {
    let data;
    try {
      data = await read();
    } catch (error) {
      problem.replaceChildren(errorBox(error, failure), el("p", {}, el("a", { href: href([""]) }, all)));
      body.replaceChildren();
      shown = "";
      return;
    }
    problem.replaceChildren();
    const { content, draw, wait, isMoving = false } = present(data, refresh);
    const text = JSON.stringify(content);
    if (text !== shown || isMoving) update(body, draw());
    shown = text;
    wake(wait);
  };
  const wake = alarm(refresh);
  await refresh();
  return { refresh };
}
