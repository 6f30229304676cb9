// Times and durations in words. The zone is that of the service, Korea.

import { el } from "./dom.js";

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const ZONE = 9 * HOUR;

const service = { now: Date.now(), read: performance.now(), speed: 1 };

// Sets the clock of the service from a response.
export function synchronize(now, speed = service.speed) {
  Object.assign(service, { now, read: performance.now(), speed });
}

// Returns the time of the service's clock.
export function now() {
  return service.now + (performance.now() - service.read) * service.speed;
}

// Returns the real milliseconds until the service's clock has passed a time; null if it never does, and for null.
export function until(time) {
  return time !== null && service.speed > 0 ? Math.max(0, (time - now()) / service.speed) : null;
}

// Real time after a change of the clock until a response shows it, milliseconds.
const MARGIN = 50;
const LONGEST_TIMER = 2 ** 31 - 1;

// Returns a function that calls `call` after some milliseconds, once; null never calls it. The last setting counts.
export function alarm(call) {
  let timer = null;
  return (wait) => {
    clearTimeout(timer);
    if (wait !== null && wait < LONGEST_TIMER) timer = setTimeout(call, wait + MARGIN);
  };
}

// Returns a duration such as 350ms, 42s, 4m12s, 3h05m or 2d04h.
export function duration(milliseconds) {
  if (milliseconds === null || milliseconds === undefined) return "";
  if (milliseconds < SECOND) return `${Math.max(0, Math.round(milliseconds))}ms`;
  const two = (number) => String(number).padStart(2, "0");
  const seconds = Math.floor(milliseconds / SECOND);
  if (seconds < 60) return `${seconds}s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${minutes}m${two(seconds % 60)}s`;
  const hours = Math.floor(minutes / 60);
  if (hours < 24) return `${hours}h${two(minutes % 60)}m`;
  return `${Math.floor(hours / 24)}d${two(hours % 24)}h`;
}

// Returns an age such as "3 h ago", or "in 2 min".
export function ago(time, reference = now()) {
  const distance = Math.abs(reference - time);
  const [unit, size] =
    distance < MINUTE
      ? ["s", SECOND]
      : distance < HOUR
        ? ["min", MINUTE]
        : distance < 2 * DAY
          ? ["h", HOUR]
          : ["d", DAY];
  const count = Math.floor(distance / size);
  if (distance < 5 * SECOND) return "just now";
  return time <= reference ? `${count} ${unit} ago` : `in ${count} ${unit}`;
}

// Returns date and time in Korea, e.g. 2026-11-30 09:00:00.
export function exact(time) {
  const date = new Date(time + ZONE);
  return Number.isNaN(date.getTime()) ? "" : date.toISOString().slice(0, 19).replace("T", " ");
}

// A time that shows its age, with the exact time as a tooltip.
export function age(time) {
  if (time === null || time === undefined) return el("span", { class: "muted" }, "–");
  const date = new Date(time);
  const iso = Number.isNaN(date.getTime()) ? null : date.toISOString();
  return el("time", { datetime: iso, title: `${exact(time)} KST`, "data-time": time }, ago(time));
}

// Updates all ages in the page.
export function updateAges() {
  for (const element of document.querySelectorAll("time[data-time]")) {
    const text = ago(Number(element.dataset.time));
    if (element.textContent !== text) element.textContent = text;
  }
}
