// Requests to the control routes of the emulator.

import { parameter } from "./address.js";

const TOKEN = "emulator-token";

export class ApiError extends Error {
  constructor(status, message, hint) {
    super(message);
    this.status = status;
    this.hint = hint;
  }

  // True if the emulator wants another token.
  get isAccess() {
    return this.status === 401 || (this.status === 403 && token() !== "");
  }
}

export function token() {
  return sessionStorage.getItem(TOKEN) ?? "";
}

export function setToken(value) {
  sessionStorage.setItem(TOKEN, value);
}

// Returns the headers and the address of a request for the account of this page.
export function request(path, values = {}) {
  const query = new URLSearchParams();
  const account = parameter("account");
  for (const [name, value] of Object.entries({ account, ...values })) {
    if (value !== "" && value !== null && value !== undefined) query.set(name, value);
  }
  const text = query.toString();
  const headers = token() ? { authorization: `Bearer ${token()}` } : {};
  return { address: path + (text ? `?${text}` : ""), headers };
}

export function get(path, values, options = {}) {
  return exchange("GET", path, values, undefined, options);
}

export function send(method, path, body) {
  return exchange(method, path, {}, body);
}

async function exchange(method, path, values, body, options = {}) {
  const { address, headers } = request(path, values);
  const json = body === undefined ? undefined : JSON.stringify(body);
  if (json !== undefined) headers["content-type"] = "application/json";
  let response;
  try {
    response = await fetch(address, { method, headers, body: json, signal: options.signal });
  } catch (error) {
    if (error.name === "AbortError") throw error;
    throw new ApiError(0, "the emulator does not respond", "start it again on the same port");
  }
  const text = await response.text();
  const value = parsed(text);
  if (response.ok) return value;
  const error = value?.error ?? {};
  throw new ApiError(response.status, error.message ?? `the response has status ${response.status}`, error.hint ?? "");
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
